"""`dayone jobs`: what is not sent yet, listed without its words, sent again or cancelled."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.conversation.heard import Told
from bot.messages.document import Document, Paragraph
from storage import Keyring, make_key
from tests.bot.cli.plan_files import dayone
from tests.bot.core import OAK, Core, core_of, make_example

ASKED = "It is not sent then. Nobody is told. Go on? [y/N]:"
UNKNOWN = "Error: Nothing that waits has this ID. Type dayone jobs for what does.\n"


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Iterator[Core]:
    """The example case, in a database that is named in the environment."""
    key = make_key("first")
    monkeypatch.setenv("DAYONE_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("DAYONE_KEYS", key)
    make_example(sqlite_url, Keyring.from_text(key))
    with core_of(sqlite_url, Keyring.from_text(key)) as opened:
        yield opened


@pytest.fixture
def waits(core: Core) -> str:
    """The ID of something that Sam is to hear."""
    document = Document("For Sam", (Paragraph("Robin has no bed."),))
    return str(core.day_one.notices.tell(Told(core.people["Sam"], document, OAK)))


def answered(answer: str, *words: str) -> Result:
    """The command as typed, and what was answered when it asked."""
    return CliRunner().invoke(main, words, input=answer)


def listed() -> list[list[str]]:
    """The columns of each line."""
    result = dayone("jobs")
    assert result.exit_code == 0
    return [line.split("  ") for line in result.output.splitlines()]


def test_an_empty_list_says_so(core: Core) -> None:
    assert dayone("jobs").output == "Nothing waits.\n"


def test_what_waits_has_a_line_with_its_id_first_and_none_of_its_words(waits: str) -> None:
    # In winter London's time is the core's own.
    assert listed() == [[waits, "due", "notice", "word", OAK, "local", "since 2026-03-02 09:30"]]


def test_what_is_cancelled_after_a_question_is_listed_so_until_it_is_sent_again(waits: str) -> None:
    cancelled = answered("y\n", "jobs", "cancel", waits)
    assert (cancelled.exit_code, ASKED in cancelled.output) == (0, True)
    assert listed() == [[waits, "cancelled", "notice", "word", OAK, "local", "since 2026-03-02 09:30"]]
    again = dayone("jobs", "retry", waits)
    assert (again.exit_code, "It is sent within a minute" in again.output) == (0, True)
    assert listed()[0][1] == "due"


@pytest.mark.parametrize("answer", ["", "\n", "n\n"], ids=["nothing", "enter", "no"])
def test_whoever_does_not_say_yes_has_cancelled_nothing(waits: str, answer: str) -> None:
    result = answered(answer, "jobs", "cancel", waits)
    assert (result.exit_code, ASKED in result.output) == (1, True)
    assert listed()[0][1] == "due"


def test_a_script_can_cancel_without_being_asked(waits: str) -> None:
    result = dayone("jobs", "cancel", waits, "--yes")
    assert (result.exit_code, ASKED in result.output) == (0, False)
    assert listed()[0][1] == "cancelled"


@pytest.mark.parametrize("words", [["retry"], ["cancel", "--yes"]], ids=["retry", "cancel"])
def test_an_id_that_nothing_has_gets_a_sentence(waits: str, words: list[str]) -> None:
    result = dayone("jobs", *words, uuid4())
    assert (result.exit_code, result.output) == (1, UNKNOWN)
    assert listed()[0][1] == "due"


@pytest.mark.parametrize("words", [["retry"], ["cancel", "--yes"]], ids=["retry", "cancel"])
@pytest.mark.parametrize("wrong", ["x", "OAK-417"])
def test_what_is_no_id_gets_a_sentence_and_changes_nothing(waits: str, words: list[str], wrong: str) -> None:
    result = dayone("jobs", *words, wrong)
    assert result.exit_code == 2
    assert f"Error: Invalid value for 'ID': '{wrong}' is not a valid UUID." in result.output
    assert listed()[0][1] == "due"


@pytest.mark.parametrize("verb", ["list", "retry", "cancel"])
def test_without_settings_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    words = {"list": (), "retry": ("retry", uuid4()), "cancel": ("cancel", "--yes", uuid4())}[verb]
    for name in ("DAYONE_DATABASE_URL", "DAYONE_KEYS", "DAYONE_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    result = dayone("jobs", *words)
    assert result.exit_code == 1
    assert "DAYONE_DATABASE_URL is missing or wrong." in result.output
