"""One server for both chats: the youth offending team in Slack, the secure setting in Teams."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from flask import Flask

from bot.chat.slack.app import slack_app
from bot.chat.slack.guard import Guard
from bot.chat.slack.web import web_app
from bot.chat.teams.app import Teams
from bot.chat.teams.sdk import PUBLIC, teams_sdk
from bot.cli.beside import in_slack
from bot.settings import HttpSettings
from storage import make_key
from tests.bot.chat.slack import driver
from tests.bot.chat.slack import linked as slack_linked
from tests.bot.chat.slack.in_slack import SETTING, YOT, faults_kept, install
from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.chat.teams import linked as teams_linked
from tests.bot.chat.teams.in_teams import settings_for
from tests.bot.chat.teams.person import Person
from tests.bot.chat.teams.platform import OAKSHIRE, Member, Platform, teams_on_loopback
from tests.bot.core import Core

# The one tenant that the platform knows.
TENANT = OAKSHIRE


@dataclass
class InBoth:
    """Sam works in Slack, and Alex in Teams."""

    slack: Slack
    platform: Platform
    sam: driver.Person
    alex: Person


@contextmanager
def open_in_both(core: Core) -> Iterator[InBoth]:
    """Each is known in the chat of their own service, and in no other."""
    clock = core.now.timestamp
    with slack_on_loopback(clock) as slack, teams_on_loopback() as platform, faults_kept(slack.problems):
        workspace = slack.workspace(YOT)
        sam, alex = slack.user(workspace.id, "Sam"), Member("Alex", TENANT)
        slack_linked.link(core.store, {YOT: workspace.id}, {"Sam": sam.id})
        teams_linked.link(core.store, {SETTING: TENANT}, {"Alex": alex.entra})
        install(core, slack)
        with _serving(core, slack, platform) as app:
            client = app.test_client()
            at_slack = driver.Person(slack, driver.Door(client, clock), sam)
            yield InBoth(slack, platform, at_slack, Person(platform, client, alex))


@contextmanager
def _serving(core: Core, slack: Slack, platform: Platform) -> Iterator[Flask]:
    """As `dayone serve` puts it together where both are set up."""
    settings = HttpSettings(
        DAYONE_DATABASE_URL="sqlite://",
        DAYONE_KEYS=make_key("both"),
        SLACK_SIGNING_SECRET=driver.SECRET,
        SLACK_CLIENT_ID=slack.client_id,
        SLACK_CLIENT_SECRET=slack.client_secret,
        SLACK_API_BASE_URL=f"{slack.url}/api/",
    )
    at_ours = {**vars(PUBLIC), "openid_metadata_url": f"{platform.url}/v1/.well-known/openidconfiguration"}
    teams = settings_for(TENANT_ID=TENANT)
    with closing(
        Teams(core.day_one, teams, teams_sdk(teams, type(PUBLIC)(**at_ours), platform.sign), _nobody_waits)
    ) as there:
        guard = Guard(driver.SECRET, core.store, core.day_one.clock, settings.is_slack_here)
        bolt = slack_app(core.day_one, settings, _nobody_waits, {"teams": there.chat})
        app = web_app(bolt, guard, core.store.ready)
        there.answer(app, in_slack(core.day_one, settings))
        yield app


def _nobody_waits(seconds: float) -> None:
    raise AssertionError(f"nothing is busy, and something is waited for: {seconds} s")
