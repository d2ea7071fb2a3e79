"""What was answered to one question. Never just yes or no."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class State(StrEnum):
    """How far a fact is established."""

    NOT_ASKED = "not asked"
    YES = "yes"
    NO = "no"
    GIVEN = "given"
    NOT_KNOWN = "not known"
    DECLINED = "declined"
    DOES_NOT_APPLY = "does not apply"


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """One answer: its state, its value where the fact has one, and whose word it is.

    `fact` is the key of the fact ("home.address_agreed", or "there.took_part/mum" for a fact of one
    person). `finds_out` and `by` go with *not known*; `reason` with *does not apply*. Who *said* it
    (`said_by`) is kept apart from who *typed* it (`typed_by`): both are ids of people on the case. `typed`
    is how its day was typed where that was not exact ("Friday week").
    """

    state: State = State.NOT_ASKED
    value: T | None = None
    reason: str = ""
    finds_out: str = ""
    by: date | None = None
    said_by: str = ""
    typed_by: str = ""
    typed: str = ""
    on: date | None = None
    fact: str = ""

    @property
    def is_asked(self) -> bool:
        return self.state is not State.NOT_ASKED

    @property
    def is_yes(self) -> bool:
        return self.state is State.YES

    @property
    def is_no(self) -> bool:
        return self.state is State.NO

    @property
    def is_given(self) -> bool:
        return self.state is State.GIVEN

    @property
    def is_not_known(self) -> bool:
        return self.state is State.NOT_KNOWN

    @property
    def is_missing(self) -> bool:
        """Asked, and the answer leaves the thing undone: no, nobody knows yet, or nobody would say."""
        return self.state in (State.NO, State.NOT_KNOWN, State.DECLINED)

    @property
    def is_settled(self) -> bool:
        """Yes, a value, or *does not apply*: nothing more to find out."""
        return self.state in (State.YES, State.GIVEN, State.DOES_NOT_APPLY)

    @property
    def choice(self) -> str:
        """The option chosen, or "" where none was."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def chosen(self) -> frozenset[str]:
        """The option chosen, or those that are ticked; words that were typed stand for themselves."""
        value = self.value if self.is_given else None
        return frozenset({value} if isinstance(value, str) else value if isinstance(value, tuple) else ())

    def says_the_same_as(self, other: "Answer[T]") -> bool:
        """True where both answers establish the same thing, whoever said or typed them."""
        return self.content == other.content

    @property
    def content(self) -> tuple[object, ...]:
        """What the answer establishes, apart from who said or typed it, how and when."""
        return (self.state, self.value, self.reason, self.finds_out, self.by)
