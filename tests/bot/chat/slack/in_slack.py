"""The example case in Slack: two workspaces, everybody at a Slack client of their own, by first names."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from uuid import UUID

from flask import Flask

from bot.chat.slack.app import slack_app
from bot.chat.slack.guard import Guard
from bot.chat.slack.web import web_app
from bot.settings import HttpSettings
from storage import accounts, installations, make_key
from tests.bot.chat.slack.driver import SECRET, Door, Person
from tests.bot.chat.slack.linked import link
from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.core import Core

YOT = "Oakshire Youth Justice Service"
SETTING = "Fernbrook Secure Training Centre"
WHO = {YOT: ("Sam", "Jo", "Morgan"), SETTING: ("Alex", "Priya")}


@dataclass
class InSlack:
    """`core` is the same as without Slack; `waited` is for how long the app left Slack alone, in seconds."""

    core: Core
    slack: Slack
    door: Door = field(init=False)
    people: dict[str, Person] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None

    def wait(self, seconds: float) -> None:
        """As long as the app waits, something else may happen."""
        self.waited.append(seconds)
        self.meanwhile()

    def takes_roles(self, who: str) -> None:
        """Whoever administers the service leaves somebody without any role."""
        with self.core.store.transaction() as tx:
            account = accounts.by_id(tx, UUID(self.core.people[who]))
            assert account
            accounts.change(tx, replace(account, roles=(), barred=True))


@contextmanager
def open_in_slack(core: Core) -> Iterator[InSlack]:
    """Everybody of the example has a user in their service's workspace, in which the app is installed."""
    with slack_on_loopback(lambda: core.now.timestamp()) as slack, faults_kept(slack.problems):
        teams = {name: slack.workspace(name).id for name in WHO}
        users = {who: slack.user(teams[service], who) for service, some in WHO.items() for who in some}
        link(core.store, teams, {who: user.id for who, user in users.items()})
        install(core, slack)
        here = InSlack(core, slack)
        app = app_in_front_of(
            core,
            here.wait,
            SLACK_CLIENT_ID=slack.client_id,
            SLACK_CLIENT_SECRET=slack.client_secret,
            SLACK_API_BASE_URL=f"{slack.url}/api/",
        )
        here.door = Door(app.test_client(), slack.clock)
        here.people |= {who: Person(slack, here.door, user) for who, user in users.items()}
        yield here


def install(core: Core, slack: Slack) -> None:
    """Into every workspace."""
    with core.store.transaction() as tx:
        for there in slack.held.workspaces.values():
            kept = installations.Installation(
                there.id, there.token, "B1", there.bot.id, tuple(there.scopes), "U1", core.now
            )
            assert installations.keep(tx, kept)


def app_in_front_of(core: Core, wait: Callable[[float], None], **settings: str) -> Flask:
    """The whole app, as `dayone serve` puts it together, on the database of `core`."""
    given = {"DAYONE_DATABASE_URL": "sqlite://", "DAYONE_KEYS": make_key("slack")}
    read = HttpSettings(**given, SLACK_SIGNING_SECRET=SECRET, **settings)
    guard = Guard(SECRET, core.store, lambda: core.now, read.is_slack_here)
    return web_app(slack_app(core.day_one, read, wait), guard, core.store.ready)


class Faults(logging.Handler):
    """What the app logs as an error is a problem, though whoever pressed a button was told kindly."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(logging.ERROR)
        self.problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self.problems.append(record.getMessage())


@contextmanager
def faults_kept(problems: list[str]) -> Iterator[None]:
    handler = Faults(problems)
    logging.getLogger("bot").addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger("bot").removeHandler(handler)
