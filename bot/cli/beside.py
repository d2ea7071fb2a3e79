"""What runs beside whoever answers one chat: the other chat, where it is set up, and on SQLite the jobs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import sleep
from typing import TYPE_CHECKING

from bot.chat.chats import Chat
from bot.chat.deliver import Deliverer
from bot.chat.slack.deliver import InSlack
from bot.chat.slack.workspaces import Workspaces
from bot.cli.opening import settings_of
from bot.settings import Settings, SlackSettings, names_slack
from bot.teams_settings import TeamsSettings, names_teams
from bot.use_cases.day_one import DayOne

if TYPE_CHECKING:
    from bot.chat.teams.app import Teams


def slack_beside() -> SlackSettings | None:
    """None where nobody began to set Slack up here. Ends the command where they are wrong."""
    return settings_of(SlackSettings) if names_slack() else None


def teams_beside() -> TeamsSettings | None:
    """None where nobody began to set Teams up here. Ends the command where they are wrong."""
    return settings_of(TeamsSettings) if names_teams() else None


def in_slack(core: DayOne, settings: SlackSettings | None) -> Mapping[str, Chat]:
    """Slack, to be spoken in."""
    return {"slack": InSlack(Workspaces(core.store, settings, core.clock))} if settings else {}


def open_teams(core: DayOne, settings: TeamsSettings) -> "Teams":
    """Microsoft's SDK takes a while to load, and reads a file called .env: only where it is needed."""
    from bot.chat.teams.app import Teams
    from bot.chat.teams.sdk import teams_sdk

    return Teams(core, settings, teams_sdk(settings))


@contextmanager
def jobs(core: DayOne, url: str, chats: Mapping[str, Chat]) -> Iterator[None]:
    """What waits in these chats is sent, and what is due is done, until the end of this."""
    # Two thirds of a second, which no other command has to wait for.
    from bot.jobs.running import Jobs
    from bot.jobs.work import Work

    running = Jobs(Work(core, Deliverer(core, chats, sleep), chats), url)
    running.start()
    try:
        yield
    finally:
        running.stop()


@contextmanager
def jobs_in_the_one_process(core: DayOne, settings: Settings, chats: Mapping[str, Chat]) -> Iterator[None]:
    """On SQLite, where no worker can be. On PostgreSQL a worker does them."""
    if settings.database_url.startswith("postgresql"):
        yield
    else:
        with jobs(core, settings.database_url, chats):
            yield
