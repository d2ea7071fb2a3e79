"""Parts of a plan that say what became of an answer or a sheet: workers differ about it, somebody got it."""

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
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    to: str
    meeting: str
    on: date
    how: How
    by: str
