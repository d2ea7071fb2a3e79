"""dayone worker: sends what waits and does what is due, on PostgreSQL beside whoever answers the chats."""

import os
import signal
from contextlib import ExitStack, closing
from threading import Event

import click
from sqlalchemy.exc import DBAPIError

from bot.app import day_one
from bot.chat.quietly import log_quietly
from bot.cli.beside import in_slack, jobs, open_teams, slack_beside, teams_beside
from bot.cli.opening import open_store, settings_of
from bot.settings import Settings

_NOT_LET = (
    "PostgreSQL did not let the jobs begin. They need the schema dayone_jobs, which the account in "
    "DAYONE_DATABASE_URL must be allowed to make and to use."
)


@click.command()
def worker() -> None:
    """Send what waits and remind of what is due. On PostgreSQL, as many of them as you like."""
    os.umask(0o077)
    settings, slack, teams = settings_of(Settings), slack_beside(), teams_beside()
    if settings.database_url.startswith("sqlite"):
        raise click.ClickException(
            "On SQLite one process does everything: dayone serve, teams, socket and local do the jobs "
            "themselves. A worker needs PostgreSQL."
        )
    if slack is None and teams is None:
        raise click.ClickException("Give the settings of Slack or of Teams: a worker speaks in them.")
    log_quietly()
    with closing(open_store(settings)) as store, ExitStack() as opened:
        core = day_one(store, settings.distances, settings.welsh)
        chats = dict(in_slack(core, slack))
        if teams:
            chats["teams"] = opened.enter_context(closing(open_teams(core, teams))).chat
        ended = _ended()
        try:
            opened.enter_context(jobs(core, settings.database_url, chats))
        except DBAPIError as error:
            raise click.ClickException(_NOT_LET) from error
        click.echo("Day One works (Ctrl+C ends it)")
        ended.wait()


def _ended() -> Event:
    """Set by SIGTERM and Ctrl+C, which interrupt nothing."""
    ended = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    return ended
