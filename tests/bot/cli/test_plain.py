"""`dayone plain`: what is hard in a text, as words and as JSON, from a file or typed in."""

import json
from pathlib import Path

from click.testing import CliRunner

from bot.cli import main
from tests.bot.cli.plan_files import dayone, written

JARGON = "We will ring you.\nYour YOT has done your CHAT.\nYou will be met."
PLAIN = "We will ring you."


def test_the_text_gives_line_words_and_suggestion_and_ends_with_1(tmp_path: Path) -> None:
    result = dayone("plain", written(tmp_path, JARGON))
    assert result.exit_code == 1
    assert result.stdout == (
        "Plain English\n"
        "=============\n"
        "\n"
        "2 things are hard to read. Nothing is changed: you choose.\n"
        "\n"
        "• Workers' word · Line 2: YOT\n"
        "  Say “youth justice team”. Use the team's real name.\n"
        "• Workers' word · Line 2: CHAT\n"
        "  Say “your health check”.\n"
        "• Passive · Line 3: be met\n"
        "  Say who does it. This is advice only.\n"
    )


def test_json_gives_the_same(tmp_path: Path) -> None:
    result = dayone("plain", written(tmp_path, JARGON), "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [(one["line"], one["words"], one["advice"]) for one in found] == [
        (2, "YOT", False),
        (2, "CHAT", False),
        (3, "be met", True),
    ]
    assert found[1]["kind"] == "workers' word"
    assert found[1]["suggestion"] == "Say “your health check”."


def test_a_plain_text_and_one_with_advice_alone_end_with_0(tmp_path: Path) -> None:
    result = dayone("plain", written(tmp_path, PLAIN))
    assert (result.exit_code, "Nothing is hard to read." in result.stdout) == (0, True)
    assert dayone("plain", written(tmp_path, "You will be met.")).exit_code == 0


def test_what_is_piped_in_is_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["plain", "-"], input="Your YOT rings.\n")
    assert result.exit_code == 1
    assert "Line 1: YOT" in result.stdout


def test_workers_words_pass_for_workers_and_wanted_words_for_anybody(tmp_path: Path) -> None:
    file = written(tmp_path, "Your YOT rings.")
    assert dayone("plain", file, "--for", "workers").exit_code == 0
    assert dayone("plain", file, "--wanted", "YOT").exit_code == 0


def test_what_cannot_be_read_ends_with_2_and_a_sentence(tmp_path: Path) -> None:
    for file in (tmp_path / "none.txt", tmp_path, written(tmp_path, b"\xff\xfe\xff")):
        result = dayone("plain", file)
        assert result.exit_code == 2
        assert result.stderr.startswith(str(file))
    piped = CliRunner().invoke(main, ["plain", "-"], input=b"\xff\xfe\xff")
    assert piped.exit_code == 2
    assert "UTF-8" in piped.stderr


def test_the_file_stays_as_it_was(tmp_path: Path) -> None:
    file = written(tmp_path, JARGON)
    dayone("plain", file)
    assert file.read_text("utf8") == JARGON
