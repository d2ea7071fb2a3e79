"""What takes longer than Slack waits: posts, files, the Home. Done once the answer is out."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from bot.chat.afterwards import put_off
from bot.chat.deliver import Deliverer
from bot.chat.files import CALENDAR, SHEET, make_file
from bot.chat.slack.deliver import say
from bot.chat.slack.heard import Speaker
from bot.chat.slack.workspaces import Workspaces
from bot.conversation.heard import Said
from bot.messages.document import Document
from bot.messages.helping import refused
from bot.render.slack import FETCHES, home
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal


class Slow:
    """Each method says what is to be done later, and returns at once."""

    def __init__(self, day_one: DayOne, workspaces: Workspaces, deliverer: Deliverer) -> None:
        self._day_one, self._workspaces, self._deliverer = day_one, workspaces, deliverer

    def tell(self, reference: str, account: str, who: Speaker) -> None:
        """A case has changed: its channel and the Home of whoever changed it follow."""
        put_off(lambda: self._post(reference, account, who))
        self.show_home(account, who)

    def tell_others(self, notices: Iterable[str]) -> None:
        """In their own messages with us, whatever chat they are in."""
        for notice in notices:
            put_off(partial(self._deliverer.notify, UUID(notice)))

    def show_home(self, account: str, who: Speaker) -> None:
        """Their cases, and what they have promised."""
        put_off(lambda: self._show_home(account, who))

    def send_file(self, account: str, who: Speaker, kind: str, value: str) -> None:
        """A sheet to print or a calendar, into their own messages with us."""
        put_off(lambda: self._send_file(account, who, kind, value))

    def _post(self, reference: str, account: str, who: Speaker) -> None:
        for said in self._deliverer.deliver_all(reference, by=account):
            if client := self._workspaces.client(who.workspace):
                say(client, who.user, said)

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
        found = make_file(self._day_one, account, CALENDAR if kind == FETCHES else SHEET, value)
        if isinstance(found, Refusal):
            return say(client, who.user, refused(found))
        channel = client.conversations_open(users=who.user)["channel"]["id"]
        client.files_upload_v2(channel=channel, filename=found.name, title=found.name, content=found.content)
