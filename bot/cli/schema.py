"""`dayone schema`: the JSON Schema of a plan file."""

import json

import click

from planning_rules import plan_file


@click.command()
def schema() -> None:
    """Print the JSON Schema of a plan file: every fact, with its question."""
    click.echo(json.dumps(plan_file.schema(), indent=2, ensure_ascii=False))
