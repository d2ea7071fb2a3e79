"""The account of somebody in Slack."""

from slack_sdk import WebClient

from bot.chat.slack.heard import Speaker
from bot.chat.slack.workspaces import Workspaces
from bot.use_cases.day_one import DayOne
from bot.use_cases.people.enrolling import Member
from planning_rules.refusal import Refusal


def account_of(day_one: DayOne, workspaces: Workspaces, client: WebClient, who: Speaker) -> str | Refusal:
    """Made with their first word to us, where a service has their workspace."""

    def look() -> Member:
        theirs = workspaces.client(who.workspace) or client
        return workspaces.seen(theirs, who.workspace, who.user).member

    return day_one.account("slack", who.workspace, who.user, look)
