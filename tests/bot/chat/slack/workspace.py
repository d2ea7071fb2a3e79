"""What a Slack on loopback holds: workspaces with their people, channels, messages, views and files."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

Json = dict[str, Any]

STACK = 3
TRIGGER_LASTS = 3


@dataclass
class User:
    """Somebody of one workspace. A guest is `restricted`, one of a single channel `ultra_restricted` too."""

    id: str
    team: str
    name: str
    restricted: bool = False
    ultra_restricted: bool = False
    is_bot: bool = False
    deleted: bool = False


@dataclass
class Message:
    ts: str
    user: str
    text: str
    blocks: list[Json]
    metadata: Json | None = None

    def drawn(self, with_metadata: bool) -> Json:
        said = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts, "blocks": self.blocks}
        return {**said, "metadata": self.metadata} if with_metadata and self.metadata else said


@dataclass
class Channel:
    """`teams` are the workspaces that see it, its own first: two where it is shared over Slack Connect."""

    id: str
    name: str
    teams: tuple[str, ...]
    private: bool = True
    archived: bool = False
    im: bool = False
    members: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def message(self, ts: str) -> Message | None:
        return next((message for message in self.messages if message.ts == ts), None)

    def deletes(self, ts: str) -> None:
        """Somebody deletes a message by hand."""
        self.messages = [message for message in self.messages if message.ts != ts]


@dataclass
class View:
    """A modal or a Home as it stands. `drawn` is what the app sent, with an id for each block."""

    id: str
    team: str
    user: str
    drawn: Json
    hash: str
    root: str
    previous: str | None = None

    def payload(self, values: Json | None = None) -> Json:
        """As Slack sends it, with what was typed where that is given."""
        return {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "close": None,
            "submit": None,
            **self.drawn,
            "id": self.id,
            "team_id": self.team,
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
            "app_id": "A0DAYONE",
            "app_installed_team_id": self.team,
            "bot_id": f"B{self.team[1:]}",
            "state": {"values": values or {}},
        }


@dataclass
class Upload:
    """A file: where it is to be sent, what came, and the channels that it was shared with."""

    id: str
    name: str
    length: int
    content: bytes | None = None
    title: str = ""
    shared: tuple[str, ...] = ()


@dataclass
class Workspace:
    """A workspace in which the app is installed with one bot token."""

    id: str
    name: str
    token: str
    bot: User
    scopes: frozenset[str]
    revoked: bool = False


@dataclass
class Holdings:
    """Everything, and how new things are named."""

    workspaces: dict[str, Workspace] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    stacks: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    homes: dict[tuple[str, str], str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    ephemerals: dict[tuple[str, str], list[Message]] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def new_id(self, letter: str) -> str:
        return f"{letter}{next(self.numbers):08d}"

    def stack(self, team: str, user: str) -> list[str]:
        """The open modals of somebody, the one on top last."""
        return self.stacks.setdefault((team, user), [])

    def top(self, team: str, user: str) -> View | None:
        stack = self.stack(team, user)
        return self.views[stack[-1]] if stack else None

    def home(self, team: str, user: str) -> View | None:
        found = self.homes.get((team, user))
        return self.views[found] if found else None

    def direct(self, user: User) -> Channel:
        """The messages between somebody and the app of their workspace."""
        members = [self.workspaces[user.team].bot.id, user.id]
        found = next((one for one in self.channels.values() if one.im and one.members == members), None)
        made = found or Channel(self.new_id("D"), "directmessage", (user.team,), im=True, members=members)
        self.channels[made.id] = made
        return made

    def draws(self, view: Json) -> Json:
        """What the app sent, with the ids that Slack gives to the blocks that have none."""
        blocks = [{"block_id": self.new_id("b"), **block} for block in view["blocks"]]
        return {**view, "blocks": blocks}

    def shows(self, team: str, user: str, view: Json, on_top_of: View | None = None) -> View:
        """A new modal, by itself or on top of another."""
        made = self.new_view(team, user, view)
        stack = self.stack(team, user)
        if on_top_of:
            made.root, made.previous = on_top_of.root, on_top_of.id
        stack.append(made.id)
        return made

    def new_view(self, team: str, user: str, view: Json) -> View:
        name = self.new_id("V")
        made = View(name, team, user, self.draws(view), self.new_id("h"), name)
        self.views[name] = made
        return made

    def redraws(self, view: View, drawn: Json) -> View:
        view.drawn, view.hash = self.draws(drawn), self.new_id("h")
        return view
