"""The example case in Teams: everybody at a Teams client of their own, by first names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from bot.chat.deliver import Deliverer
from bot.chat.teams.app import Teams
from bot.chat.teams.guard import LARGEST
from bot.chat.teams.sdk import PUBLIC, teams_sdk
from bot.chat.web import bare_app
from bot.conversation.heard import Told
from bot.messages.document import Document
from bot.teams_settings import LocalTeamsSettings, TeamsSettings
from storage import make_key
from tests.bot.chat.slack.in_slack import faults_kept
from tests.bot.chat.teams.linked import link
from tests.bot.chat.teams.person import Person
from tests.bot.chat.teams.platform import BOT, OAKSHIRE, Chat, Member, Platform, teams_on_loopback
from tests.bot.core import Core

YOT = "Oakshire Youth Justice Service"
SETTING = "Fernbrook Secure Training Centre"
FERNBROOK = "5f1f0c3e-0000-4000-8000-000000000002"
TENANTS = {YOT: OAKSHIRE, SETTING: FERNBROOK}
WHO = {YOT: ("Sam", "Jo", "Morgan"), SETTING: ("Alex", "Priya")}


@dataclass
class InTeams:
    """`core` is the same as without Teams; `waited` is for how long the app left Teams alone, in seconds."""

    core: Core
    platform: Platform
    people: dict[str, Person]
    teams: Teams
    waited: list[float] = field(default_factory=list)

    def chat(self, *names: str, id_: str = "19:oak", **more: object) -> Chat:
        """A chat among these, with the app in it."""
        kind = "channel" if "team" in more else "groupChat"
        members = [self.people[name].member for name in names]
        return self.platform.add(Chat(id_, kind, members, **more))  # type: ignore[arg-type]

    def adds_us(self, who: str, there: Chat | None = None) -> None:
        """Somebody adds the app to a chat, or for themselves."""
        person = self.people[who]
        added = person.activity("conversationUpdate", there, membersAdded=[{"id": f"28:{BOT}"}])
        assert person.sends(added)[0] == 200

    def hears(self, who: str, document: Document) -> None:
        """Somebody is told something by itself."""
        account = next(one.id for one in self.core.day_one.people() if one.name == who)
        notice = self.core.day_one.notices.tell(Told(account, document))
        Deliverer(self.core.day_one, {"teams": self.teams.chat}, self.waited.append).notify(notice)

    def somebody(self, name: str, **more: object) -> Person:
        """One more person, whom no case names."""
        made = Person(
            self.platform,
            self.people["Sam"].door,
            Member(name, **more),  # type: ignore[arg-type]
        )
        self.people[name] = made
        return made


@contextmanager
def open_in_teams(core: Core, **settings: str) -> Iterator[InTeams]:
    """Everybody of the example is somebody in Teams. With `tenant_id=""` nothing is signed."""
    with teams_on_loopback() as platform, faults_kept(platform.problems):
        users = {name: Member(name).entra for some in WHO.values() for name in some}
        link(core.store, TENANTS, users)
        read = settings_for(**settings)
        keys = f"{platform.url}/v1/.well-known/openidconfiguration"
        cloud = replace(PUBLIC, login_endpoint=platform.url, openid_metadata_url=keys)
        waited: list[float] = []
        teams = Teams(core.day_one, read, teams_sdk(read, cloud, platform.sign), waited.append)
        app = bare_app(__name__, LARGEST, core.store.ready)
        teams.answer(app, {})
        door = app.test_client()
        people = {
            name: Person(platform, door, Member(name, TENANTS[service]))
            for service, some in WHO.items()
            for name in some
        }
        try:
            yield InTeams(core, platform, people, teams, waited)
        finally:
            teams.close()


def settings_for(**more: str) -> TeamsSettings:
    given = {"DAYONE_DATABASE_URL": "sqlite://", "DAYONE_KEYS": make_key("teams"), **more}
    if more.get("local"):
        return LocalTeamsSettings(**{name: value for name, value in given.items() if name != "local"})
    return TeamsSettings(**{"CLIENT_ID": BOT, "CLIENT_SECRET": "hush", "TENANT_ID": OAKSHIRE, **given})
