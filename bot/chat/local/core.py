"""What the page asks of the core."""

from typing import Protocol

from bot.conversation.heard import Changed, Filled, Outcome, Post, Said, Somebody
from bot.messages.document import Document
from bot.messages.reports.tables import Table
from planning_rules.refusal import Refusal


class Core(Protocol):
    """Everything is asked for one account, and answered with what that account may see."""

    def people(self) -> list[Somebody]: ...

    def cases(self, account_id: str) -> list[tuple[str, str]]:
        """The reference and title of each case that names them."""
        ...

    def hear(self, account_id: str, heard: Said | Filled | Changed, request: str) -> Outcome:
        """Do what was said, once for each `request`."""
        ...

    def feed(self, account_id: str, reference: str) -> list[Post]:
        """What stands in the channel of a case, oldest first."""
        ...

    def printable(self, account_id: str, reference: str, reader: str) -> Document | Refusal: ...

    def table(self, account_id: str, name: str, which: str) -> Table | Refusal: ...

    def calendar(self, account_id: str, reference: str, which: str) -> str | Refusal:
        """A calendar file: of the "next" meeting, or where `which` is "" of all that is due."""
        ...
