"""dayone teams: Microsoft Teams, over HTTP."""

from contextlib import ExitStack

import click
from flask import Flask

from bot.app import day_one
from bot.cli.beside import in_slack, jobs_in_the_one_process, open_teams, slack_beside
from bot.cli.opening import alone, open_store, settings_of
from bot.settings import HERE, SlackSettings
from bot.teams_settings import LocalTeamsSettings, TeamsSettings
from planning_rules.refusal import Refusal


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Teams comes by https: put a proxy with TLS in front, and listen "
    "elsewhere only where the proxy is on another computer.",
)
@click.option("--port", default=3978, show_default=True, type=click.IntRange(0, 65535), help="The port.")
@click.option("--local", is_flag=True, help="For the Teams playground on this computer: nothing is signed.")
def teams(host: str, port: int, local: bool) -> None:
    """Answer Microsoft Teams over HTTP, behind a proxy with TLS. Slack is spoken in, where it is set up."""
    # gunicorn does not load on Windows, where the other commands do.
    from bot.chat import server

    if local and host not in HERE:
        raise click.ClickException(
            "With --local nobody has to prove who they are, so it listens on 127.0.0.1 only. "
            "Leave --host out, or give the settings of the app's registration and leave --local out."
        )
    settings: TeamsSettings = settings_of(LocalTeamsSettings if local else TeamsSettings)
    slack = slack_beside()
    with alone(settings):
        listening = server.listen(host, port)
        if isinstance(listening, Refusal):
            raise click.ClickException(listening.sentence)
        taken = listening.getsockname()[1]
        click.echo(f"Day One listens on {host} port {taken}")
        if local:
            settings = settings.model_copy(update={"url": f"http://{HERE[0]}:{taken}"})
        several = settings.database_url.startswith("postgresql")
        server.serve(
            lambda opened: _over_http(opened, settings, slack),
            listening,
            server.SEVERAL if several else server.ONE_PROCESS,
        )


def _over_http(opened: ExitStack, settings: TeamsSettings, slack: SlackSettings | None) -> Flask:
    from bot.chat.teams.guard import LARGEST
    from bot.chat.web import bare_app

    core = day_one(open_store(settings), settings.distances, settings.welsh)
    app = bare_app(__name__, LARGEST, core.store.ready, core.outbox)
    in_teams, others = open_teams(core, settings), in_slack(core, slack)
    in_teams.answer(app, others)
    opened.enter_context(jobs_in_the_one_process(core, settings, {**others, "teams": in_teams.chat}))
    return app
