"""`dayone rules`: the rulebook."""

import json

import click

from bot.messages.rulebook.rules_markdown import rules_markdown
from bot.messages.rulebook.rules_page import rules_page, rules_values
from bot.render.text import document_text


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="Words to read, JSON for another program, or a Markdown page.",
)
def rules(form: str) -> None:
    """Print every rule: when it counts, what it asks, and where it comes from."""
    match form:
        case "json":
            click.echo(json.dumps(rules_values(), indent=2, ensure_ascii=False))
        case "md":
            click.echo(rules_markdown(), nl=False)
        case _:
            click.echo(document_text(rules_page()), nl=False)
