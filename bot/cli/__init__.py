"""The command line: one small file for each command."""

import click

from bot.cli.check import check
from bot.cli.dates import dates
from bot.cli.jobs import jobs
from bot.cli.local import local
from bot.cli.manifest import manifest
from bot.cli.plain import plain
from bot.cli.rules import rules
from bot.cli.schema import schema
from bot.cli.serve import serve, socket
from bot.cli.service import migrate, service
from bot.cli.sheet import sheet
from bot.cli.teams import teams
from bot.cli.teams_package import teams_package
from bot.cli.worker import worker


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Day One: joint planning meetings, checked against what inspections found missing."""


for _command in (
    local,
    check,
    dates,
    sheet,
    plain,
    schema,
    rules,
    serve,
    socket,
    manifest,
    teams,
    teams_package,
    worker,
    jobs,
    service,
    migrate,
):
    main.add_command(_command)
