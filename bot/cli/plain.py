"""`dayone plain`: the plain-English check of any text."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.cli.options import LARGEST_FILE, UNREADABLE, decoded, give_up, text_of
from bot.messages.rulebook.plain_report import plain_report, plain_values
from bot.render.text import document_text
from planning_rules.json_object import Unreadable
from planning_rules.plain_english import CHILD, WORKERS, check
from planning_rules.text import clean

HARD = 1


class TextFile(click.ParamType[str]):
    """A path, or - for what is typed or piped in, read as text. What cannot be read ends with 2."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            if value == "-":
                return decoded(sys.stdin.buffer.read(LARGEST_FILE + 1))
            return text_of(Path(value))
        except Unreadable as unreadable:
            give_up([f"{value}: {fault}" for fault in unreadable.faults], UNREADABLE)


@click.command()
@click.argument("text", type=TextFile(), metavar="FILE")
@click.option(
    "--for",
    "reader",
    type=click.Choice(["child", "workers"]),
    default="child",
    show_default=True,
    help="Who will read it. For workers longer sentences and their own words pass.",
)
@click.option(
    "--wanted",
    multiple=True,
    metavar="WORD",
    help="A word or a name that is wanted as it is. It may be given many times.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Words to read, or JSON for another program.",
)
@click.pass_context
def plain(context: click.Context, text: str, reader: str, wanted: tuple[str, ...], form: str) -> None:
    """Find what is hard to read in a text: line, word or sentence, and a suggestion.

    FILE is a text file, or - for standard input. Nothing is rewritten. Ends with 0 if nothing is hard, 1 if
    something is, 2 if the file cannot be read. Advice alone ends with 0.
    """
    read = clean(text)
    marks = check(read, CHILD if reader == "child" else WORKERS, frozenset(map(str.lower, wanted)))
    if form == "json":
        click.echo(json.dumps(plain_values(read, marks), indent=2, ensure_ascii=False))
    else:
        click.echo(document_text(plain_report(read, marks)), nl=False)
    context.exit(HARD if any(not mark.is_advice for mark in marks) else 0)
