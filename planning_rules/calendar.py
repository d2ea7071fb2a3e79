"""The meeting calendar: what one order calls for, by which day, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.sources import L, Source, law
from planning_rules.thresholds import (
    EARLY_LOOK_BACK,
    FIRST_MEETING,
    LAST_MEETING,
    LATE_LOOK_BACK,
    REVIEW_INTERVAL,
    Threshold,
)
from planning_rules.working_days import earlier_release


class Event(StrEnum):
    """What may be due, in the order of a sentence."""

    FIRST = "first meeting"
    REVIEW = "review"
    LAST = "last meeting before release"
    RELEASE = "release"
    AFTER = "meeting after release"
    EARLY_LOOK_BACK = "first look back"
    LATE_LOOK_BACK = "second look back"


_BOOKED = "It was booked."
_WHY_REVIEW = "{} after the meeting before it."
_LOOKS_BACK = {Event.EARLY_LOOK_BACK: EARLY_LOOK_BACK, Event.LATE_LOOK_BACK: LATE_LOOK_BACK}
MEETINGS = frozenset({Event.FIRST, Event.REVIEW, Event.LAST, Event.AFTER})


@dataclass(frozen=True)
class Due:
    """One thing in the calendar: the last day on which it is in time, why, and where that comes from.

    `meeting` is the one that was booked or held for it. `number` tells reviews apart, from 1. `earlier` is
    the working day to which custody may bring a release forward, and need not.
    """

    event: Event
    by: date
    why: str
    source: Source
    number: int = 1
    meeting: Meeting | None = None
    earlier: date | None = None

    @property
    def on(self) -> date:
        """The day of the meeting where there is one, else the last day."""
        return self.meeting.on if self.meeting else self.by

    @property
    def is_held(self) -> bool:
        return self.meeting is not None and self.meeting.is_held

    def is_late(self, today: date) -> bool:
        """True where its last day has passed and no meeting is booked or was held."""
        return self.event in MEETINGS and self.meeting is None and self.by < today

    @property
    def is_booked(self) -> bool:
        return self.meeting is not None and not self.meeting.is_held

    @property
    def is_booked_late(self) -> bool:
        """True where it was booked for a day after its last."""
        return self.is_booked and self.on > self.by

    def has_lapsed(self, today: date) -> bool:
        """True where the day for which it was booked has passed, and nobody opened it."""
        return self.is_booked and self.on < today


def meeting_calendar(plan: Plan, day: Day) -> tuple[Due, ...]:
    """Every meeting that was held, is booked or is due, the release, and what is due after it, by day.

    Release is the day that custody gave. Nothing is due before the sentence.
    """
    first = list(_first(plan, day))
    last = list(_last(plan, day, first))
    found = [*first, *_reviews(plan, day, first, last), *last, *_release(plan), *_after(plan, day)]
    sentenced = plan.order.sentenced_on.value or date.min
    in_time = [due for due in found if due.meeting or due.by >= sentenced]
    return tuple(sorted(in_time, key=lambda due: (due.on, list(Event).index(due.event), due.number)))


def release_day(plan: Plan) -> tuple[date, str] | None:
    """The day on which the child left or is due to leave, as custody gave it, and which date that is."""
    order = plan.order
    dates = (
        (order.released_on, "The day on which the child left, or leaves."),
        (order.granted_date, "The release date that was granted."),
        (order.middle_date, "The middle date of the order, when release is due."),
        (order.early_date, "The early date of the order. Early release is never certain."),
    )
    return next(((answer.value, why) for answer, why in dates if answer.value), None)


def _first(plan: Plan, day: Day) -> Iterator[Due]:
    by, release = day.after_sentence(plan, FIRST_MEETING), release_day(plan)
    if by and release:
        by = min(by, release[0])
    yield from _of_kind(plan, day, Event.FIRST, MeetingKind.FIRST, FIRST_MEETING, "after sentence", by)


def _last(plan: Plan, day: Day, first: list[Due]) -> Iterator[Due]:
    """None is due where the first meeting comes as late as the last one would."""
    by = day.before_release(plan, LAST_MEETING)
    if by and first and first[0].on >= by:
        by = None
    says = "before the earliest release"
    yield from _of_kind(plan, day, Event.LAST, MeetingKind.RELEASE, LAST_MEETING, says, by)


def _of_kind(
    plan: Plan, day: Day, event: Event, kind: MeetingKind, measure: Threshold, says: str, by: date | None
) -> Iterator[Due]:
    """The meetings of a kind, or where there is none the one that is due."""
    ours = day.ours(measure)
    why = f"{ours.spoken} {says}."
    meetings = _held_or_booked(plan, kind)
    for number, meeting in enumerate(meetings, 1):
        yield Due(event, by or meeting.on, why if by else _BOOKED, ours.source, number, meeting)
    if by and not meetings:
        yield Due(event, by, why, ours.source)


def _reviews(plan: Plan, day: Day, first: list[Due], last: list[Due]) -> Iterator[Due]:
    """Each is counted from the meeting before it, but those after one that is late from today."""
    ours = day.ours(REVIEW_INTERVAL)
    before = first[-1].on if first else None
    meetings = _held_or_booked(plan, MeetingKind.REVIEW)
    for number, meeting in enumerate(meetings, 1):
        by, why = (ours.after(before), _WHY_REVIEW) if before else (meeting.on, _BOOKED)
        yield Due(Event.REVIEW, by, why.format(ours.spoken), ours.source, number, meeting)
        before = meeting.on
    ahead = _reviews_ahead(ours, before, plan, day, last) if before else ()
    for number, by in enumerate(ahead, len(meetings) + 1):
        yield Due(Event.REVIEW, by, _WHY_REVIEW.format(ours.spoken), ours.source, number)


def _reviews_ahead(
    interval: Threshold, before: date, plan: Plan, day: Day, last: list[Due]
) -> Iterator[date]:
    """Up to the last meeting before release. Without a release date nobody knows how many: only the next."""
    by = interval.after(before)
    if plan.earliest_release is None:
        yield by
    while last and by < last[0].on:
        yield by
        by = interval.after(max(by, day.today))


def _release(plan: Plan) -> Iterator[Due]:
    found = release_day(plan)
    if found:
        on, why = found
        left = plan.order.released_on.is_given
        earlier = None if left else earlier_release(on, plan.order.nation.choice)
        source = law("SC", "241") if plan.order.kind.choice == "dto" else law("SC")
        yield Due(Event.RELEASE, on, why, source, earlier=earlier)


def _after(plan: Plan, day: Day) -> Iterator[Due]:
    for number, meeting in enumerate(_held_or_booked(plan, MeetingKind.AFTER), 1):
        yield Due(Event.AFTER, meeting.on, _BOOKED, L, number, meeting)
    found = release_day(plan)
    if found:
        for event, measure in _LOOKS_BACK.items():
            ours = day.ours(measure)
            yield Due(event, ours.after(found[0]), f"{ours.spoken} after release.", ours.source)


def _held_or_booked(plan: Plan, kind: MeetingKind) -> list[Meeting]:
    return sorted((meeting for meeting in plan.meetings if meeting.kind is kind), key=lambda one: one.on)
