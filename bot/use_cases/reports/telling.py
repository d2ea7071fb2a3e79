"""What a board is told of the children who left: counted once for each stretch, then kept as it was told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from bot.use_cases.turn import Turn, day_of
from planning_rules.counting.across_meetings import Left, learned, missing_at_release
from planning_rules.counting.outcomes import LOOKS_BACK, LookBack, found
from planning_rules.counting.small_numbers import FEW, whole_fives
from planning_rules.counting.stretches import Stretch, new_stretches
from planning_rules.facts.after import After
from planning_rules.facts.looking_back import LookingBack
from planning_rules.facts.order import Order
from planning_rules.json_object import Unreadable
from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from planning_rules.thresholds import UNANSWERED
from storage import actions, answers, told_counts, versions
from storage.told_counts import ToldCounts
from storage.versions import PlanVersion

RELEASE, LEARNING = "release", "learning"
CHILDREN, OFFERED, IN_TIME = "children", "actions.offered", "actions.in_time"
# So many plans are read while somebody waits, and the others when they look again.
MOST_AT_ONCE = 150
_RELEASED = Order.released_on.key
_LOOKED_BACK = [fact.key for step in (After, LookingBack) for fact in step.facts()]


@dataclass(frozen=True)
class TheirCases:
    """The cases that the service of this turn leads, as far as they are counted."""

    turn: Turn

    @cached_property
    def released(self) -> dict[UUID, date]:
        """When each child left, of those who have."""
        days = {case_id: answered[_RELEASED].value for case_id, answered in self._answered([_RELEASED])}
        return {case_id: day for case_id, day in days.items() if day and day <= self.turn.today}

    @cached_property
    def looked_back(self) -> dict[UUID, Plan]:
        """What managers found, with nothing else of the plan."""
        return {case_id: Plan(answers=answered) for case_id, answered in self._answered(_LOOKED_BACK)}

    def left(self, case_id: UUID, newest: int = 0) -> list[Left]:
        """The plan as each meeting up to release left it, or as the newest few did."""
        kept = [one for one in versions.of(self.turn.tx, case_id) if one.day <= self.released[case_id]]
        return list(_readable(kept[-newest:]))

    def _answered(self, keys: list[str]) -> Iterable[tuple[UUID, dict[str, Any]]]:
        return answers.in_service(self.turn.tx, self.turn.account.service_id, keys).items()


def _readable(kept: Iterable[PlanVersion]) -> Iterator[Left]:
    """What an older edition kept, and this one cannot read, is left out."""
    for one in kept:
        try:
            yield Left(plan_from_json(one.plan), one.meeting_id, one.day)
        except Unreadable:
            continue


def _missing(theirs: TheirCases, case_id: UUID) -> Iterator[str]:
    yield from missing_at_release(next(iter(theirs.left(case_id, newest=1)), None))


def _learned(theirs: TheirCases, case_id: UUID) -> Iterator[str]:
    yield from learned(theirs.left(case_id))


def _found(look: LookBack, theirs: TheirCases, case_id: UUID) -> Iterator[str]:
    yield from found(look, theirs.looked_back.get(case_id, Plan()))


@dataclass(frozen=True)
class Measure:
    """What is so of one child, by the names under which it is counted, and how many months after release.

    `plans` is about how many are read for it.
    """

    names: Callable[[TheirCases, UUID], Iterable[str]]
    months: int = 0
    plans: int = 0


_MEASURES = {
    RELEASE: Measure(_missing, plans=1),
    LEARNING: Measure(_learned, plans=5),
    **{look.key: Measure(partial(_found, look), look.after.amount) for look in LOOKS_BACK},
}


def tell(turn: Turn, *measures: str) -> tuple[list[ToldCounts], int]:
    """All that may be told by now, and how many stretches are still to be counted. What is new is kept."""
    theirs, service_id = TheirCases(turn), turn.account.service_id
    told = told_counts.of(turn.tx, service_id)
    known = sorted({one.stretch for one in told})
    stretches = [*known, *new_stretches(theirs.released.values(), known, turn.today)]
    done = {(one.measure, one.stretch) for one in told}
    waiting = [
        (measure, stretch)
        for stretch in stretches
        for measure in measures
        if (measure, stretch) not in done and stretch.is_over(_MEASURES[measure].months, turn.today)
    ]
    read = 0
    while waiting and read < MOST_AT_ONCE:
        one = _told(theirs, *waiting.pop(0))
        read += one.counts[CHILDREN] * _MEASURES[one.measure].plans
        told_counts.keep(turn.tx, service_id, one)
    now = told_counts.of(turn.tx, service_id)
    return [one for one in now if one.measure in measures], len({stretch for _, stretch in waiting})


def _told(theirs: TheirCases, measure: str, stretch: Stretch) -> ToldCounts:
    """How many left, and of how many of them each thing is so: true at least of so many."""
    children = [case_id for case_id, day in theirs.released.items() if stretch.holds(day)]
    names_of = _MEASURES[measure].names
    so = Counter(name for case_id in children for name in set(names_of(theirs, case_id)))
    counts = {name: whole_fives(number, len(children)) for name, number in so.items()}
    if measure == LEARNING:
        counts |= _accepted(theirs, children)
    told = {name: number for name, number in counts.items() if number}
    return ToldCounts(measure, stretch, {CHILDREN: len(children), **told})


def _accepted(theirs: TheirCases, children: Iterable[UUID]) -> dict[str, int]:
    """Of the actions that were offered, how many somebody accepted in time."""
    times = [one for child in children for one in actions.offered_and_accepted(theirs.turn.tx, child)]
    in_time = sum(
        accepted is not None and day_of(accepted) <= UNANSWERED.after(day_of(offered))
        for offered, accepted in times
    )
    offered = len(times)
    return {OFFERED: whole_fives(offered, offered + FEW), IN_TIME: whole_fives(in_time, offered)}
