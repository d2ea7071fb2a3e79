"""`dayone sheet`: a plan sheet for the child or an adult, or the workers' full plan."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from bot.cli.options import REFUSED, UNREADABLE, give_up, on_day, plan_file
from bot.messages.document import Document
from bot.messages.handing_out.looks import welsh_is_off
from bot.messages.sheets import Edition, adult_sheet, child_sheet, held_back, worker_plan
from bot.messages.sheets.language import ENGLISH, Language, welsh
from bot.render.html import page
from bot.render.pdf import pdf
from bot.render.text import document_text
from bot.settings import read_settings
from bot.sheet_settings import SheetSettings
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day

_PICTURES = "pictures"
_NO_PICTURES = "The workers' full plan has no pictures. Use --for child, or adult: and an id."

_WORKERS_READ_ENGLISH = "The workers' full plan is in English only. Use --for child, or adult: and an id."


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
    type=click.Choice([Edition.FULL.value, Edition.ROOM.value, _PICTURES]),
    default="full",
    show_default=True,
    help="full; or room, for a shared room: strengths, learning, free time and numbers only; "
    "or pictures. That is plain English with a picture beside each idea, in larger print.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "pdf"]),
    default="text",
    show_default=True,
    help="Plain text, one HTML page, or a PDF to print.",
)
@click.option(
    "--language",
    "code",
    type=click.Choice(["en", "cy"]),
    default="en",
    show_default=True,
    help="en, English; or cy, Welsh, where DAYONE_WELSH is on: nobody has checked the Welsh yet.",
)
@click.option("--large", is_flag=True, help="In large print: 18 points. For html and pdf.")
@click.option("--private", is_flag=True, help="With worker: private answers and their gaps too.")
@on_day
@click.option(
    "-o", "--output", "to", type=click.Path(path_type=Path), help="Write to this file, not to the screen."
)
def sheet(
    plan: Plan,
    reader: str,
    edition: str,
    form: str,
    code: str,
    large: bool,
    private: bool,
    on: date,
    to: Path | None,
) -> None:
    """Make a plan sheet from a plan file.

    Ends with 0 if it is made, 2 if the file cannot be read, 3 if there is no such sheet or the plan does
    not say that it is safe.
    """
    language = _language(code)
    made = language if isinstance(language, Refusal) else _sheet(plan, reader, edition, language, private, on)
    if isinstance(made, Refusal):
        give_up([made.sentence], REFUSED)
    for says in held_back(plan) if reader == "child" and edition != Edition.ROOM else ():
        click.echo(says, err=True)
    drawn = _drawn(replace(made, large=large), form)
    if isinstance(drawn, Refusal):
        give_up([drawn.sentence], REFUSED)
    if to is None:
        click.echo(drawn, nl=False)
    else:
        _write(to, drawn)


def _language(code: str) -> Language | Refusal:
    """Welsh only where whoever runs this turned it on."""
    if code == "en":
        return ENGLISH
    settings = read_settings(SheetSettings)
    if isinstance(settings, list):
        return Refusal("\n".join(settings))
    return welsh() if settings.welsh else welsh_is_off()


def _sheet(
    plan: Plan, reader: str, edition: str, language: Language, private: bool, on: date
) -> Document | Refusal:
    kind, _, adult = reader.partition(":")
    pictures = edition == _PICTURES
    if reader == "child":
        printed = Edition.FULL if pictures else Edition(edition)
        return child_sheet(plan, on, printed, pictures=pictures, language=language)
    if reader != "worker" and (kind != "adult" or not adult):
        raise click.UsageError(f"“{reader[:40]}” is no reader. Use child, worker, or adult: and an id.")
    if edition == Edition.ROOM:
        return Refusal("The room edition is made of the child's sheet only. Use --for child.")
    if reader != "worker":
        return adult_sheet(plan, adult, on, pictures=pictures, language=language)
    if language is not ENGLISH:
        return Refusal(_WORKERS_READ_ENGLISH)
    return Refusal(_NO_PICTURES) if pictures else worker_plan(plan, Day(on), private)


def _drawn(made: Document, form: str) -> bytes | Refusal:
    match form:
        case "html":
            return page(made).encode()
        case "text":
            return document_text(made).encode()
    return pdf(made)


def _write(to: Path, drawn: bytes) -> None:
    try:
        to.write_bytes(drawn)
    except OSError:
        give_up([f"{to} cannot be written. Check the folder."], UNREADABLE)
