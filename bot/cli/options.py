"""What several commands take: a plan file and a day."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from planning_rules.dates import read_date
from planning_rules.json_object import Unreadable
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan
from planning_rules.refusal import Refusal

UNREADABLE = 2
REFUSED = 3
LARGEST_FILE = 5_000_000


class PlanFile(click.ParamType[Plan]):
    """A path, read as a plan. Whatever is wrong with it is said in a sentence per fault, and ends with 2."""

    name = "plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Plan:
        try:
            return read_plan(text_of(Path(value)))
        except Unreadable as unreadable:
            give_up([f"{value}: {fault}" for fault in unreadable.faults], UNREADABLE)


class Day(click.ParamType[date]):
    """A day as people type it; today where none is given."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        day = read_date(str(value))
        if isinstance(day, Refusal):
            self.fail(day.sentence, param, ctx)
        return day


def today() -> date:
    """By the clock of this machine, which only the command line reads."""
    return datetime.now(UTC).astimezone().date()


plan_file = click.argument("plan", type=PlanFile(), metavar="PLAN.json")
on_day = click.option(
    "--on",
    "on",
    type=Day(),
    default=today,
    metavar="DATE",
    help="The day to look at, like 2026-04-17 or 17/4/2026. Today, if left out.",
)


def give_up(sentences: list[str], code: int) -> NoReturn:
    """Say on stderr what is wrong, one line each, and end with `code`."""
    for sentence in sentences:
        click.echo(sentence, err=True)
    raise SystemExit(code)


def text_of(path: Path) -> str:
    """The file's text. Raises Unreadable where there is none, in a sentence."""
    return decoded(_bytes_of(path))


def decoded(kept: bytes) -> str:
    """Bytes as text. Raises Unreadable where they are too many, or no text, in a sentence."""
    if len(kept) > LARGEST_FILE:
        raise Unreadable(["The file is too big: over 5 MB."])
    try:
        return kept.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(["This is not a text file in UTF-8."]) from error


def _bytes_of(path: Path) -> bytes:
    """No more of the file than tells that it is too big."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise Unreadable([_why_not(error)]) from error


def _why_not(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "There is no such file."
        case IsADirectoryError():
            return "This is a folder. Please give a file."
        case PermissionError():
            return "You are not allowed to read this file."
    return "This file cannot be read."
