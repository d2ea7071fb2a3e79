"""One thing to send in each chat, and what stands there afterwards."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from itertools import count
from uuid import UUID

from bot.chat.chats import Chat
from bot.chat.deliver import Deliverer
from bot.chat.slack.deliver import InSlack
from bot.chat.slack.workspaces import Workspaces
from bot.chat.teams.connector import Connector
from bot.chat.teams.conversing import InTeams
from bot.chat.teams.roster import Roster
from bot.chat.teams.sdk import PUBLIC, App, teams_sdk
from bot.jobs.work import Work
from bot.messages.document import Document, Paragraph
from bot.messages.document_json import document_to_json
from bot.settings import SlackSettings
from bot.use_cases.sending.noticing import WORD
from bot.use_cases.sending.posting import SHEET
from storage import cases, conversations, deliveries, notices, posts
from storage.conversations import Conversation
from storage.waiting import Kind, Letter, letters
from tests.bot.chat.slack import linked as slack_linked
from tests.bot.chat.slack.in_slack import YOT, install
from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.chat.slack.workspace import Channel
from tests.bot.chat.teams import linked as teams_linked
from tests.bot.chat.teams.in_teams import settings_for
from tests.bot.chat.teams.platform import OAKSHIRE, Fault, Member, Platform, key, teams_on_loopback
from tests.bot.chat.teams.platform import Chat as TeamsChat
from tests.bot.core import OAK, Core
from tests.bot.jobs.dying import Fate, Mortal, Watched

LINE = Paragraph("word " * 150)


@dataclass
class Place(ABC):
    """A chat in which Sam leads the case. What is sent there has a title, by which it is counted."""

    core: Core
    name: str
    channel: str
    # How many lines are too much for one message, and not for two.
    long: int
    numbers: "count[int]" = field(default_factory=count)

    @abstractmethod
    def chat(self) -> Chat:
        """As a process of its own speaks in it."""

    @abstractmethod
    def messages(self) -> list[str]:
        """What stands in it anywhere, each message as one text."""

    @abstractmethod
    def fails(self, fault: str) -> Callable[[], object]:
        """The next message meets this. What is returned happens while it is waited for."""

    def plans(self, kind: Kind) -> tuple[UUID, str]:
        """Something to be sent, and its title."""
        title = f"Number {next(self.numbers)} in {self.name}"
        with self.core.store.transaction() as tx:
            case = cases.by_reference(tx, OAK)
            assert case
            lines = (LINE,) * (self.long if kind is Kind.POST else 0)
            words = (Paragraph(f"{title} begins"), *lines, Paragraph(f"{title} ends"))
            body = document_to_json(Document(title, words))
            if kind is Kind.NOTICE:
                sam = UUID(self.core.people["Sam"])
                planned = notices.plan(tx, sam, WORD, title, at=self.core.now, case_id=case.id, body=body)
                assert planned
                return planned, title
            post = posts.add(tx, case.id, SHEET, at=self.core.now, body=body)
            at = self.core.now
            deliveries.plan(tx, post.id, case.id, self.channel, living=False, at=at)
            return deliveries.of(tx, case.id)[-1].id, title

    @cached_property
    def here(self) -> Chat:
        """As this process speaks in it. It takes long to make."""
        return self.chat()

    def sends(self, kind: Kind, uid: UUID, fate: Fate, chat: Chat, wait: Callable[[float], None]) -> None:
        """As a worker does it."""
        mortal = Mortal(self.core.store, lambda: self.core.now, fate=fate)
        deliverer = Deliverer(mortal, {self.name: Watched(chat, fate)}, wait)
        if kind is Kind.POST:
            deliverer.deliver(uid)
        else:
            deliverer.notify(uid)

    def works_on(self) -> None:
        """What waits is sent by another process, for as long as anything waits."""
        deliverer = Deliverer(self.core.day_one, {self.name: self.here}, _waits)
        work = Work(self.core.day_one, deliverer, (self.name,), ())
        while alive := [letter for letter in self.letters() if not letter.is_dead]:
            self.core.now = max(self.core.now, *(one.not_before for one in alive)) + timedelta(seconds=46)
            for one in work.waiting():
                work.send(one.kind.value, str(one.id), one.occasion)

    def letters(self) -> tuple[Letter, ...]:
        with self.core.store.transaction() as tx:
            return letters(tx)

    def stands(self, title: str, kind: Kind) -> list[int]:
        """How often each of its parts stands there."""
        parts = ("begins", "ends") if kind is Kind.POST else ("begins",)
        return [sum(f"{title} {part}" in message for message in self.messages()) for part in parts]

    def told_to_look(self) -> int:
        """How often somebody heard that they should look whether something stands there."""
        return sum("did not say whether it took it" in message for message in self.messages())


def _sdk(platform: Platform) -> App:
    keys = f"{platform.url}/v1/.well-known/openidconfiguration"
    cloud = replace(PUBLIC, login_endpoint=platform.url, openid_metadata_url=keys)
    return teams_sdk(settings_for(), cloud, platform.sign)


def _waits(seconds: float) -> None:
    """No time passes."""


def _nothing() -> None:
    """Nothing happens."""


@dataclass
class SlackPlace(Place):
    slack: Slack = field(kw_only=True)
    there: Channel = field(kw_only=True)

    def chat(self) -> Chat:
        settings = SlackSettings(
            DAYONE_DATABASE_URL="sqlite://",
            DAYONE_KEYS="unused",
            SLACK_CLIENT_ID=self.slack.client_id,
            SLACK_CLIENT_SECRET=self.slack.client_secret,
            SLACK_API_BASE_URL=f"{self.slack.url}/api/",
        )
        return InSlack(Workspaces(self.core.store, settings, lambda: self.core.now))

    def messages(self) -> list[str]:
        return [
            str(message.blocks)
            for channel in self.slack.held.channels.values()
            for message in channel.messages
        ]

    def fails(self, fault: str) -> Callable[[], object]:
        match fault:
            case "late":
                return self.slack.holds("chat.postMessage").set
            case "cut":
                self.slack.cuts("chat.postMessage")
            case "429":
                self.slack.limits("chat.postMessage", retry_after=30)
            case "500":
                self.slack.breaks("chat.postMessage")
            case "429 before":
                self.slack.limits("conversations.members", retry_after=3)
                self.slack.limits("conversations.open", retry_after=3)
        return _nothing


@dataclass
class TeamsPlace(Place):
    """What each process of its own speaks with is a copy of `spare`, which is never used in this one."""

    platform: Platform = field(kw_only=True)
    opened: ExitStack = field(kw_only=True)
    spare: App = field(kw_only=True)

    def chat(self) -> Chat:
        return self._chat(self.spare)

    @cached_property
    def here(self) -> Chat:
        return self._chat(_sdk(self.platform))

    def _chat(self, sdk: App) -> Chat:
        connector = Connector(sdk, _waits)
        self.opened.callback(connector.close)
        return InTeams(self.core.store, connector, Roster(connector, lambda: self.core.now))

    def messages(self) -> list[str]:
        return [str(message) for chat in self.platform.chats.values() for message in chat.messages.values()]

    def fails(self, fault: str) -> Callable[[], object]:
        there = "/activities"
        match fault:
            # That it comes late, and that it never comes, is the same to us.
            case "cut" | "late":
                self.platform.faults.append(Fault("POST", there, 0, taken=True))
            case "429":
                self.platform.faults.append(Fault("POST", there, 429, retry_after=30))
            case "500":
                self.platform.faults.append(Fault("POST", there, 500))
        return _nothing


@contextmanager
def in_slack(core: Core) -> Iterator[SlackPlace]:
    with slack_on_loopback(lambda: core.now.timestamp()) as slack:
        workspace = slack.workspace(YOT)
        sam = slack.user(workspace.id, "Sam")
        slack_linked.link(core.store, {YOT: workspace.id}, {"Sam": sam.id})
        install(core, slack)
        there = slack.channel("oak-417", sam)
        name = f"slack:{workspace.id}:{there.id}"
        yield SlackPlace(core, "slack", name, 20, slack=slack, there=there)


@contextmanager
def in_teams(core: Core) -> Iterator[TeamsPlace]:
    with teams_on_loopback() as platform, ExitStack() as opened:
        sam = Member("Sam", OAKSHIRE)
        teams_linked.link(core.store, {YOT: OAKSHIRE}, {"Sam": sam.entra})
        chat, own = platform.add(TeamsChat("19:oak", "groupChat", [sam])), platform.own(sam)
        with core.store.transaction() as tx:
            for one, person in ((chat, ""), (own, sam.entra)):
                there = Conversation(OAKSHIRE, one.id, platform.url, person)
                conversations.keep(tx, there, core.now)
        # Made now, so that every process has the same one.
        key()
        name = f"teams:{OAKSHIRE}:{chat.id}"
        yield TeamsPlace(core, "teams", name, 40, platform=platform, opened=opened, spare=_sdk(platform))
