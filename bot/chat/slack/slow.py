"""What takes longer than Slack waits: posts, files, the Home. Done once the answer is out."""

from slack_sdk import WebClient

from bot.chat.afterwards import put_off
from bot.chat.slack.deliver import Deliverer
from bot.chat.slack.heard import Speaker
from bot.chat.slack.workspaces import Workspaces
from bot.conversation.heard import Said
from bot.messages.document import Document
from bot.messages.helping import refused
from bot.render.html import page
from bot.render.slack import FETCHES, home, messages
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal


class Slow:
    """Each method says what is to be done later, and returns at once."""

    def __init__(self, day_one: DayOne, workspaces: Workspaces, deliverer: Deliverer) -> None:
        self._day_one, self._workspaces, self._deliverer = day_one, workspaces, deliverer

    def tell(self, reference: str, account: str, who: Speaker) -> None:
        """A case has changed: its channel and the Home of whoever changed it follow."""
        put_off(lambda: self._post(reference, who))
        self.show_home(account, who)

    def show_home(self, account: str, who: Speaker) -> None:
        """Their cases, and what they have promised."""
        put_off(lambda: self._show_home(account, who))

    def send_file(self, account: str, who: Speaker, kind: str, value: str) -> None:
        """A sheet to print or a calendar, into their own messages with us."""
        put_off(lambda: self._send_file(account, who, kind, value))

    def _post(self, reference: str, who: Speaker) -> None:
        for delivery in self._day_one.due(reference):
            said = self._deliverer.deliver(delivery)
            if said and (client := self._workspaces.client(who.workspace)):
                _say(client, who, said)

    def _show_home(self, account: str, who: Speaker) -> None:
        client = self._workspaces.client(who.workspace)
        shown = self._day_one.hear(account, Said("home"), "").shown
        documents = [one for one in shown if isinstance(one, Document)]
        if client:
            client.views_publish(user_id=who.user, view=home(documents))

    def _send_file(self, account: str, who: Speaker, kind: str, value: str) -> None:
        client = self._workspaces.client(who.workspace)
        if client is None:
            return
        reference, _, which = value.partition(" ")
        make = self._calendar if kind == FETCHES else self._sheet
        found = make(account, reference, which)
        if isinstance(found, Refusal):
            return _say(client, who, refused(found))
        name, content = found
        channel = client.conversations_open(users=who.user)["channel"]["id"]
        client.files_upload_v2(channel=channel, filename=name, title=name, content=content)

    def _sheet(self, account: str, reference: str, reader: str) -> tuple[str, str] | Refusal:
        found = self._day_one.printable(account, reference, reader)
        return found if isinstance(found, Refusal) else (f"{reference} plan sheet.html", page(found))

    def _calendar(self, account: str, reference: str, which: str) -> tuple[str, str] | Refusal:
        found = self._day_one.calendar(account, reference, which)
        return found if isinstance(found, Refusal) else (f"{reference}.ics", found)


def _say(client: WebClient, who: Speaker, shown: Document) -> None:
    """In their own messages with us."""
    client.chat_postMessage(channel=who.user, text=shown.title, blocks=messages(shown)[0])
