"""`dayone dates`: the dates of an order, worked out."""

import json
from pathlib import Path
from typing import Any

import click

from bot.cli.options import REFUSED, UNREADABLE, give_up, text_of
from bot.messages.dates.worked_dates import worked_page, worked_values
from bot.render.text import document_text
from planning_rules.json_object import Unreadable
from planning_rules.refusal import Refusal
from planning_rules.sentence import Booking, work_out
from planning_rules.sentence.case_file import read_case


class CaseFile(click.ParamType[Booking]):
    """A path, read as a case. Whatever is wrong with it is said in a sentence per fault, and ends with 2."""

    name = "case"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Booking:
        try:
            return read_case(text_of(Path(value)))
        except Unreadable as unreadable:
            give_up([f"{value}: {fault}" for fault in unreadable.faults], UNREADABLE)


@click.command()
@click.argument("booking", type=CaseFile(), metavar="CASE.json")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words to read, or JSON for another program.",
)
def dates(booking: Booking, form: str) -> None:
    """Work out the dates of a Detention and Training Order, with every step.

    A case is like {"dob": "2010-01-01", "orders": [{"sentenced": "2025-03-10", "months": 8}],
    "remand_days": 20}.

    They check the dates that the secure setting gives, and never replace them. Ends with 0 if they are
    worked out, 2 if the file cannot be read, 3 if such dates are entered and not worked out.
    """
    worked = work_out(booking)
    if isinstance(worked, Refusal):
        _refuse(worked, form)
    elif form == "json":
        click.echo(json.dumps(worked_values(worked), indent=2, ensure_ascii=False))
    else:
        click.echo(document_text(worked_page(worked)), nl=False)


def _refuse(refusal: Refusal, form: str) -> None:
    if form == "json":
        click.echo(json.dumps({"refused": refusal.sentence}, ensure_ascii=False))
        raise SystemExit(REFUSED)
    give_up([refusal.sentence], REFUSED)
