"""The parts of a plan beside its answers: people, meetings, actions and waivers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import ConfigDict


class Role(StrEnum):
    """What somebody is to the child, or does for them."""

    CHILD = "child"
    PARENT = "parent"
    CARER = "carer"
    RELATIVE = "relative"
    YOT = "youth justice worker"
    SECURE = "secure setting"
    SOCIAL_WORKER = "social worker"
    HEALTH = "health"
    EDUCATION = "education"
    HOUSING = "housing"
    SUBSTANCE = "substance use"
    MANAGER = "manager"
    REVIEWING_OFFICER = "reviewing officer"
    ADVOCATE = "advocate"
    OTHER = "other"


class Contact(StrEnum):
    """Whether it is safe for the child to be in touch with a relative. Nobody is taken to be safe unasked."""

    NOT_SAID = "not said"
    SAFE = "safe"
    LIMITED = "limited"
    UNSAFE = "unsafe"
    BARRED = "barred"


@dataclass(frozen=True)
class Person:
    """Somebody on the case. `sees` are the keys of steps whose private facts are open to them.

    `gets_sheet` says how it is safe to give an adult a plan sheet ("by hand"); empty, none is made.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    name: str
    role: Role
    organisation: str = ""
    phone: str = ""
    evenings: bool = False
    lead: bool = False
    sees: tuple[str, ...] = ()
    contact: Contact = Contact.NOT_SAID
    gets_sheet: str = ""
    ended_on: date | None = None

    def is_on(self, day: date) -> bool:
        """True until the day on which they left the case. Who left is still named for what they said."""
        return self.ended_on is None or self.ended_on > day

    @property
    def may_meet_the_child(self) -> bool:
        """False where contact with the child is unsafe or barred."""
        return self.contact not in (Contact.UNSAFE, Contact.BARRED)

    @property
    def is_family(self) -> bool:
        return self.role in (Role.PARENT, Role.CARER)

    @property
    def is_professional(self) -> bool:
        return self.role not in (Role.CHILD, Role.PARENT, Role.CARER, Role.RELATIVE)


class MeetingKind(StrEnum):
    FIRST = "first"
    REVIEW = "review"
    RELEASE = "release"
    AFTER = "after"


@dataclass(frozen=True)
class Meeting:
    """A planning meeting. `on` is its day; it is planned, then open, then closed."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    kind: MeetingKind
    on: date
    opened: bool = False
    closed_on: date | None = None

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    @property
    def is_open(self) -> bool:
        return self.opened and not self.is_closed

    @property
    def is_held(self) -> bool:
        """Open, or closed."""
        return self.opened or self.is_closed


class Progress(StrEnum):
    """How far an action is. It may be skipped with a reason; it is never deleted."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    CONFIRMED = "confirmed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Action:
    """One thing that one person will do by one day.

    `closes` is the rule whose gap it would close, `about` that gap's subject. `finds_out` is the key of
    the fact that somebody said they would find out, or settle. `for_child` says that it may stand on
    the child's sheet in these words.
    `words` says why it was declined, skipped or handed back, or what shows that it was done.
    Nobody is reminded of it before `snoozed_until`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    what: str
    owner: str = ""
    by: date | None = None
    progress: Progress = Progress.OFFERED
    closes: str = ""
    about: str = ""
    finds_out: str = ""
    for_child: bool = False
    words: str = ""
    since: date | None = None
    changed: date | None = None
    snoozed_until: date | None = None

    @property
    def is_owed(self) -> bool:
        """Still to be done by somebody."""
        return self.progress in (Progress.OFFERED, Progress.ACCEPTED)

    def is_late(self, today: date) -> bool:
        """Owed, and its day has passed."""
        return self.is_owed and self.by is not None and self.by < today


class Reason(StrEnum):
    """Why a gap was waived."""

    DOES_NOT_APPLY = "does not apply"
    WRONG_TIME = "wrong time"
    NOT_OURS = "not ours"
    EVIDENCE_DIFFERS = "evidence differs"
    AGAINST_WISHES = "against wishes"
    CANNOT_BE_DONE = "cannot be done"


@dataclass(frozen=True)
class Waiver:
    """Somebody's decision, kept on record, that a gap is not to be raised. `about` is the gap's subject.

    `by` is the id of a person on the case. On an urgent gap it counts only where they decided it as a
    manager, and only with an end (`until`).
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    rule: str
    reason: Reason
    words: str
    by: str
    on: date
    by_manager: bool = False
    until: date | None = None
    about: str = ""
