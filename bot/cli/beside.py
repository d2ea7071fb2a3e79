"""The other chat: where its settings are given, whoever answers one can speak in the other as well."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.chat.deliver import Chat
from bot.chat.slack.deliver import InSlack
from bot.chat.slack.workspaces import Workspaces
from bot.cli.opening import settings_of
from bot.settings import SlackSettings, names_slack
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
