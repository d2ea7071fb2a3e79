"""What was said on this page and answered, for each person: in memory only, and of the newest only.

What was saved is in the database; a lost history loses at most a form that nobody sent, and what somebody was
told and has not read. Nothing real is at stake here: this is the page for trying Day One.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from bot.conversation.heard import Outcome
from bot.messages.document import Document
from bot.messages.form import Form

LONGEST = 20


@dataclass(frozen=True)
class Exchange:
    """What somebody said and what is shown in return.

    What is `done` is not done again; what is `typed` into a form of it waits to be sent. What they are `told`
    they did not ask for.
    """

    id: str
    said: str
    shown: tuple[Document | Form, ...] = ()
    done: bool = False
    typed: bool = False
    told: bool = False

    @property
    def forms(self) -> list[Form]:
        return [item for item in self.shown if isinstance(item, Form)]

    def form(self, command: str) -> Form | None:
        return next((form for form in self.forms if form.command == command), None)

    def keeping(self, command: str, typed: Mapping[str, str]) -> "Exchange":
        """With what is typed so far kept in the form of that command, beside the errors that stand there."""
        shown = tuple(_typed_into(item, command, typed) for item in self.shown)
        return replace(self, shown=shown, typed=True)

    def without(self, command: str) -> "Exchange":
        form = self.form(command)
        return replace(self, shown=tuple(item for item in self.shown if item is not form))

    def answering(self, outcome: Outcome, unsent: Form | None = None) -> "Exchange":
        """With what came back; a form that was refused without another in its place stays as typed."""
        lost = outcome.refused and not any(isinstance(item, Form) for item in outcome.shown)
        kept = (unsent,) if unsent and lost else ()
        return replace(self, shown=(*outcome.shown, *kept), done=not outcome.refused)


def _typed_into(item: Document | Form, command: str, typed: Mapping[str, str]) -> Document | Form:
    if not isinstance(item, Form) or item.command != command:
        return item
    return item.filled(typed, {field.name: field.error for field in item.fields})


class History:
    """The newest exchanges of each person, newest last. Several requests may come at once."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, Exchange]] = {}
        self._lock = Lock()

    def of(self, who: str) -> list[Exchange]:
        with self._lock:
            return list(self._of.get(who, {}).values())

    def find(self, who: str, id: str) -> Exchange | None:
        with self._lock:
            return self._of.get(who, {}).get(id)

    def put(self, who: str, exchange: Exchange, newest: bool = False) -> None:
        """Add it, or change it in its place, or make it the newest."""
        with self._lock:
            mine = self._of.setdefault(who, {})
            if newest:
                mine.pop(exchange.id, None)
            mine[exchange.id] = exchange
            while len(mine) > LONGEST:
                del mine[next(iter(mine))]

    def drop(self, who: str, id: str) -> None:
        with self._lock:
            self._of.get(who, {}).pop(id, None)
