"""Parts of a plan that say what became of an answer or a sheet: workers differ about it, somebody got it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import ConfigDict


@dataclass(frozen=True)
class Disagreement:
    """Two workers who differ about one answer, and have said so. `fact` is the key that it stands under.

    `between` are ids of people on the case. Who settles it, and by when, says the action that `finds_out`
    the fact.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    fact: str
    between: tuple[str, ...] = ()


class How(StrEnum):
    """How somebody came by a plan sheet, or why they did not."""

    IN_PERSON = "in person"
    READ_ALOUD = "read aloud"
    POSTED = "posted"
    MESSAGE = "message"
    CHILD_REFUSED = "child refused"


@dataclass(frozen=True)
class Handing:
    """The plan sheet of one closed meeting given to the child or to an adult, or kept from that adult.

    `to` is who reads it and `by` is who gave it: ids of people on the case. From 18 on the child decides
    whether an adult gets one: `CHILD_REFUSED` says that they would not have it.

    With `wrong_by` (an id) and `wrong_because` it says that the same, recorded before, is not so.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    to: str
    meeting: str
    on: date
    how: How
    by: str
    wrong_by: str = ""
    wrong_because: str = ""

    @property
    def is_wrong(self) -> bool:
        return bool(self.wrong_by or self.wrong_because)


def standing(handings: Iterable[Handing]) -> list[Handing]:
    """Those that count: of each, what was recorded last does not say that it is wrong."""
    last = {(one.to, one.meeting, one.on, one.how, one.by): one for one in handings}
    return [one for one in last.values() if not one.is_wrong]
