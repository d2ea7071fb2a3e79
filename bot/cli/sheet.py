"""`dayone sheet`: a plan sheet for the child or an adult, or the workers' full plan."""

from datetime import date
from pathlib import Path

import click

from bot.cli.options import REFUSED, UNREADABLE, give_up, on_day, plan_file
from bot.messages.document import Document
from bot.messages.refusals import unprintable
from bot.messages.sheets import Edition, adult_sheet, child_sheet, held_back, worker_plan
from bot.render.html import page
from bot.render.pdf import Unprintable, pdf
from bot.render.text import document_text
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day


@click.command()
@plan_file
@click.option(
    "--for",
    "reader",
    required=True,
    metavar="READER",
    help="Who will read it: child, worker, or adult: and the id of a parent, carer or relative, like "
    "adult:mum. The plan must say that contact with an adult is safe, and in “gets_sheet” how to give it.",
)
@click.option(
    "--edition",
    type=click.Choice(["full", "room", "pictures"]),
    default="full",
    show_default=True,
    help="full; or room, for a shared room: strengths, learning, free time and numbers only. "
    "The edition with pictures comes later.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "pdf"]),
    default="text",
    show_default=True,
    help="Plain text, one HTML page, or a PDF to print.",
)
@click.option("--private", is_flag=True, help="With worker: private answers and their gaps too.")
@on_day
@click.option(
    "-o", "--output", "to", type=click.Path(path_type=Path), help="Write to this file, not to the screen."
)
def sheet(plan: Plan, reader: str, edition: str, form: str, private: bool, on: date, to: Path | None) -> None:
    """Make a plan sheet from a plan file.

    Ends with 0 if it is made, 2 if the file cannot be read or something is not offered yet, 3 if the
    plan does not say that it is safe.
    """
    if edition == "pictures":
        give_up(["The edition with pictures comes later. Use --edition full."], UNREADABLE)
    made = _sheet(plan, reader, edition, private, on)
    if isinstance(made, Refusal):
        give_up([made.sentence], REFUSED)
    for says in held_back(plan) if (reader, edition) == ("child", Edition.FULL) else ():
        click.echo(says, err=True)
    drawn = _drawn(made, form)
    if to is None:
        click.echo(drawn, nl=False)
    else:
        _write(to, drawn)


def _sheet(plan: Plan, reader: str, edition: str, private: bool, on: date) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    if reader == "child":
        return child_sheet(plan, on, Edition(edition))
    if reader != "worker" and (kind != "adult" or not adult):
        raise click.UsageError(f"“{reader[:40]}” is no reader. Use child, worker, or adult: and an id.")
    if edition == Edition.ROOM:
        return Refusal("The room edition is made of the child's sheet only. Use --for child.")
    return worker_plan(plan, Day(on), private) if reader == "worker" else adult_sheet(plan, adult, on)


def _drawn(made: Document, form: str) -> bytes:
    match form:
        case "html":
            return page(made).encode()
        case "text":
            return document_text(made).encode()
    try:
        return pdf(made)
    except Unprintable:
        give_up([unprintable().sentence], REFUSED)


def _write(to: Path, drawn: bytes) -> None:
    try:
        to.write_bytes(drawn)
    except OSError:
        give_up([f"{to} cannot be written. Check the folder."], UNREADABLE)
