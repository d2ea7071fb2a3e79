"""`dayone dates`: the dates as words and as JSON, what is refused, and files that are no cases."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.plan_files import dayone, written

EIGHT_MONTHS = {
    "dob": "2010-01-01",
    "orders": [{"sentenced": "2025-03-10", "offence_date": "2024-12-24", "months": 8}],
}
CODES = ("SED", "MTD", "ETD", "LTD", "TUSED")


def values(tmp_path: Path, case: Any) -> dict[str, Any]:
    result = dayone("dates", written(tmp_path, case), "--format", "json")
    assert result.exit_code == 0
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def test_json_gives_the_five_dates_null_where_there_is_none(tmp_path: Path) -> None:
    found = values(tmp_path, EIGHT_MONTHS)
    assert [found[code] for code in CODES] == ["2025-11-09", "2025-07-10", "2025-06-10", "2025-08-10", None]
    assert tuple(found)[:5] == CODES


def test_json_gives_the_warnings_and_each_step_of_the_working(tmp_path: Path) -> None:
    found = values(tmp_path, {**EIGHT_MONTHS, "alongside": ["Standard"]})
    assert found["warnings"] == [
        "Other sentences are served alongside. These are the dates of the order alone."
    ]
    assert found["working"][2] == {
        "what": "Half",
        "result": "123 days",
        "how": "245 days are 123 and 122. The odd day is served in custody.",
        "source": "Sentencing Act 2020, section 241(2)",
    }


def test_the_text_gives_the_dates_what_to_check_and_the_working(tmp_path: Path) -> None:
    result = dayone("dates", written(tmp_path, {**EIGHT_MONTHS, "alongside": ["Standard"]}))
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Dates of the order\n"
        "==================\n"
        "\n"
        "Early date (ETD): Tuesday 10 June 2025\n"
        "Middle date (MTD): Thursday 10 July 2025\n"
        "Late date (LTD): Sunday 10 August 2025\n"
        "End of the order (SED): Sunday 9 November 2025\n"
        "End of supervision after the order (TUSED): none\n"
        "\n"
        "These check the dates that the secure setting gives. They never replace them.\n"
    )
    assert result.stdout.index("\nPlease check\n") < result.stdout.index("\nWorking\n")
    assert (
        "• Half: 123 days\n"
        "  245 days are 123 and 122. The odd day is served in custody.\n"
        "  Rule: Sentencing Act 2020, section 241(2)\n"
    ) in result.stdout


def test_where_nothing_is_unusual_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert "Please check" not in dayone("dates", written(tmp_path, EIGHT_MONTHS)).stdout


def test_a_refusal_says_why_and_ends_with_3(tmp_path: Path) -> None:
    file = written(tmp_path, {**EIGHT_MONTHS, "recall": True})
    why = (
        "A recall together with an order is not worked out here: it turns on the day of return. "
        "Ask the custody office of the secure setting, and enter the dates that it gives."
    )
    as_json, as_text = dayone("dates", file, "--format", "json"), dayone("dates", file)
    assert (as_json.exit_code, json.loads(as_json.stdout)) == (3, {"refused": why})
    assert (as_text.exit_code, as_text.stdout, as_text.stderr) == (3, "", f"{why}\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_read_gets_a_sentence_for_each_fault_and_ends_with_2(
    tmp_path: Path, form: str
) -> None:
    file = written(tmp_path, {**EIGHT_MONTHS, "shpe": "single", "remand_days": -1})
    result = dayone("dates", file, "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        f"{file}: shpe is an unknown key; the nearest is 'shape'.",
        f"{file}: remand_days: must be a whole number from 0 to 9999.",
    ]


@pytest.mark.parametrize(
    ("case", "says"),
    [("", "This is not JSON at line 1."), (b"\xff\xfe", "not a text file in UTF-8"), ([], "one JSON object")],
    ids=["empty", "bytes", "list"],
)
def test_what_is_no_json_object_is_said(tmp_path: Path, case: Any, says: str) -> None:
    result = dayone("dates", written(tmp_path, case))
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = dayone("dates", tmp_path / "nowhere.json")
    assert (result.exit_code, "no such file" in result.stderr) == (2, True)
