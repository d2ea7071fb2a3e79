"""`dayone check`: a plan file against the rulebook."""

import json
from datetime import date

import click

from bot.cli.options import on_day, plan_file
from bot.messages.rulebook.check_report import check_report, check_values
from bot.render.text import document_text
from planning_rules.checking import find_gaps, not_asked
from planning_rules.plan import Plan
from planning_rules.rulebook import Day

URGENT = 1


@click.command()
@plan_file
@on_day
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words to read, or JSON for another program.",
)
@click.pass_context
def check(context: click.Context, plan: Plan, on: date, form: str) -> None:
    """Find the gaps in a plan file.

    Ends with 0 if no urgent gap is open, 1 if one is, 2 if the file cannot be read.
    """
    day = Day(on)
    gaps, unasked = find_gaps(plan, day), not_asked(plan, day)
    if form == "json":
        click.echo(json.dumps(check_values(plan, gaps, unasked), indent=2, ensure_ascii=False))
    else:
        click.echo(document_text(check_report(plan, day, gaps, unasked)), nl=False)
    context.exit(URGENT if any(gap.is_urgent for gap in gaps) else 0)
