"""dayone serve and dayone socket: Slack, over HTTP or from one's own computer."""

import os
from collections.abc import Mapping
from contextlib import ExitStack, closing

import click
from flask import Flask
from slack_bolt import App

from bot.app import day_one
from bot.chat.chats import Chat
from bot.chat.quietly import log_quietly
from bot.chat.slack.app import NOBODY, slack_app
from bot.chat.slack.guard import Guard
from bot.chat.slack.web import web_app
from bot.cli.beside import in_slack, jobs_in_the_one_process, open_teams, teams_beside
from bot.cli.opening import alone, open_store, settings_of
from bot.settings import HttpSettings, SlackSettings, SocketSettings
from bot.teams_settings import TeamsSettings
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Slack comes by https: put a proxy with TLS in front, and listen "
    "elsewhere only where the proxy is on another computer.",
)
@click.option("--port", default=3000, show_default=True, type=click.IntRange(0, 65535), help="The port.")
def serve(host: str, port: int) -> None:
    """Answer Slack over HTTP, behind a proxy with TLS; and Teams, where its settings are given."""
    # gunicorn does not load on Windows, where the other commands do.
    from bot.chat import server

    os.umask(0o077)
    settings = settings_of(HttpSettings)
    teams = teams_beside()
    with alone(settings):
        listening = server.listen(host, port)
        if isinstance(listening, Refusal):
            raise click.ClickException(listening.sentence)
        click.echo(f"Day One listens on {host} port {listening.getsockname()[1]}")
        several = settings.database_url.startswith("postgresql")
        server.serve(
            lambda opened: _over_http(opened, settings, teams),
            listening,
            server.SEVERAL if several else server.ONE_PROCESS,
        )


@click.command()
def socket() -> None:
    """Answer Slack in Socket Mode: Slack need not reach this computer, which rings Slack up."""
    from bot.chat.slack.socket import talk

    settings, teams = settings_of(SocketSettings), teams_beside()
    log_quietly()
    with alone(settings), closing(open_store(settings)) as store, ExitStack() as opened:
        core = day_one(store, settings.distances, settings.welsh)
        others = {"teams": opened.enter_context(closing(open_teams(core, teams))).chat} if teams else {}
        there = in_slack(core, settings)
        bolt = _bolt(core, settings, others)
        opened.enter_context(jobs_in_the_one_process(core, settings, {**there, **others}))
        refused = talk(bolt, settings.app_token, click.echo)
    if refused is not None:
        raise click.ClickException(refused.sentence)


def _bolt(core: DayOne, settings: SlackSettings, others: Mapping[str, Chat] = NOBODY) -> App:
    # Bolt looks for some of the same names, and for others, by itself.
    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]
    return slack_app(core, settings, others=others)


def _over_http(opened: ExitStack, settings: HttpSettings, teams: TeamsSettings | None) -> Flask:
    core = day_one(open_store(settings), settings.distances, settings.welsh)
    guard = Guard(settings.signing_secret, core.store, core.clock, settings.is_slack_here)
    there = in_slack(core, settings)
    in_teams = open_teams(core, teams) if teams else None
    others = {"teams": in_teams.chat} if in_teams else {}
    app = web_app(_bolt(core, settings, others), guard, core.store.ready, core.outbox)
    if in_teams:
        in_teams.answer(app, there)
    opened.enter_context(jobs_in_the_one_process(core, settings, {**there, **others}))
    return app
