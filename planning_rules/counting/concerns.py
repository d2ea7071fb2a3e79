"""What a manager has to know of a plan on one day: what is urgent, late, due, or not on record."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planning_rules.calendar import MEETINGS, Due, Event, meeting_calendar
from planning_rules.checking import Gap, GapState, stages
from planning_rules.counting.since import closed_since, urgent_since
from planning_rules.dates import months_before
from planning_rules.facts import fact_of
from planning_rules.parts import Action, Progress, Role
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity
from planning_rules.stages import REVIEW_ON
from planning_rules.thresholds import LEAVING_SOON, QUIET

_A_WEEK = timedelta(weeks=1)
_MONTHS_LOOKED_BACK_ON = 12
_NOBODY = "nobody"


class Amiss(StrEnum):
    """What is wrong with the record itself."""

    NO_RELEASE_DATE = "no release date"
    RELEASE_NOT_RECORDED = "release not recorded"
    NOBODY_LEADS = "nobody leads"
    QUIET = "quiet"


@dataclass(frozen=True)
class Kept:
    """What stands beside the plan: the gaps and actions of it that may be counted, and whether the account of

    whoever leads it is in use. `release` is the next day on which the child could leave, or the last one.
    """

    gaps: Sequence[Gap]
    actions: Sequence[Action]
    release: date | None
    is_led: bool
    created: date


@dataclass(frozen=True)
class Concerns:
    """Of one plan. `leaves` is the day on which the child could leave, and `missing` what is open, where

    that is soon. `urgent` has the day since which each gap is so. `late` are the roles of those whose actions
    are late, each as often as there are. `due` are meetings and looks back that are due or overdue. `closed`
    gaps and `done` actions are what got better since the last time.
    """

    reference: str
    leaves: date | None = None
    missing: tuple[Gap, ...] = ()
    urgent: tuple[tuple[Gap, date], ...] = ()
    late: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    not_overseen: bool = False
    amiss: tuple[Amiss, ...] = ()
    closed: int = 0
    done: int = 0

    @property
    def needs_something(self) -> bool:
        return any((self.missing, self.urgent, self.late, self.due, self.not_overseen, self.amiss))

    @property
    def got_better(self) -> int:
        return self.closed + self.done


def concerns(
    plan: Plan, day: Day, kept: Kept, then: Collection[str] = (), since: date | None = None
) -> Concerns:
    """Nothing of a plan that is over. `then` are the keys of the gaps that were open on the day `since`."""
    if is_over(plan, day):
        return Concerns(plan.reference)
    left = plan.order.released_on.is_given
    soon = not left and _is_soon(kept.release, day)
    open_gaps = [gap for gap in kept.gaps if gap.state is GapState.OPEN]
    return Concerns(
        plan.reference,
        kept.release if soon else None,
        tuple(gap for gap in open_gaps if gap.severity is not Severity.PROMPT) if soon else (),
        tuple((gap, urgent_since(gap, plan, day)) for gap in open_gaps if gap.is_urgent),
        tuple(sorted(role_of(action, plan) for action in kept.actions if action.is_late(day.today))),
        tuple(_due(plan, day)),
        _is_not_overseen(plan, day),
        tuple(_amiss(plan, day, kept)),
        len(closed_since(then, plan, kept.gaps, day)),
        sum(_is_done(action) and _is_after(action.changed, since) for action in kept.actions),
    )


def is_over(plan: Plan, day: Day) -> bool:
    """The child left, the order has ended, and it was looked back on, or could have been for long."""
    left, ends = plan.order.released_on.value, plan.order.end_date.value
    if left is None or (ends and ends >= day.today):
        return False
    long_ago = left < months_before(day.today, _MONTHS_LOOKED_BACK_ON)
    return long_ago or (bool(ends) and all(_is_looked_back_on(event, plan) for event in _LOOKS_BACK))


def _is_soon(release: date | None, day: Day) -> bool:
    return release is not None and day.today <= release <= day.ours(LEAVING_SOON).after(day.today)


def role_of(action: Action, plan: Plan) -> str:
    """Which agency owes it: the role of whoever said that they would do it."""
    owner = plan.person(action.owner)
    return str(owner.role) if owner else _NOBODY


def _is_done(action: Action) -> bool:
    return action.progress in (Progress.DONE, Progress.CONFIRMED)


def _is_after(day: date | None, since: date | None) -> bool:
    return day is not None and since is not None and day >= since


_LOOKS_BACK = (Event.EARLY_LOOK_BACK, Event.LATE_LOOK_BACK)


def _due(plan: Plan, day: Day) -> Iterator[Due]:
    """Overdue, or due within a week and not booked. A child who left is due no meeting but a booked one."""
    left = plan.order.released_on.is_given
    for due in meeting_calendar(plan, day):
        unbooked = due.event in MEETINGS and due.meeting is None and not left
        looks_back = due.event in _LOOKS_BACK and left and not _is_looked_back_on(due.event, plan)
        if due.has_lapsed(day.today) or ((unbooked or looks_back) and due.by <= day.today + _A_WEEK):
            yield due


def _is_looked_back_on(event: Event, plan: Plan) -> bool:
    facts = {
        Event.EARLY_LOOK_BACK: plan.after.early_look_back,
        Event.LATE_LOOK_BACK: plan.after.late_look_back,
    }
    return facts[event].is_settled


def _is_not_overseen(plan: Plan, day: Day) -> bool:
    return bool(REVIEW_ON & stages(plan, day)) and not plan.safety.overseen.is_settled


def _amiss(plan: Plan, day: Day, kept: Kept) -> Iterator[Amiss]:
    if not kept.is_led:
        yield Amiss.NOBODY_LEADS
    if plan.order.released_on.is_given:
        return
    if kept.release is None and plan.order.kind.choice != "remand":
        yield Amiss.NO_RELEASE_DATE
    if kept.release and kept.release < day.today:
        yield Amiss.RELEASE_NOT_RECORDED
    if day.ours(QUIET).after(_last_touched(plan, day, kept)) < day.today:
        yield Amiss.QUIET


def _last_touched(plan: Plan, day: Day, kept: Kept) -> date:
    """What is private gives nothing away here."""
    open_answers = (one.on for one in plan.answers.values() if not fact_of(one.fact).is_private)
    days = (
        kept.created,
        *open_answers,
        *(action.changed or action.since for action in kept.actions),
        *(meeting.on for meeting in plan.meetings if meeting.is_held),
    )
    return max(on for on in days if on and on <= day.today)


def agencies(roles: Sequence[str]) -> list[tuple[str, int]]:
    """How often each comes, the most frequent first."""
    order = [*Role, _NOBODY]
    return sorted(
        ((one, roles.count(one)) for one in {*roles}), key=lambda each: (-each[1], order.index(each[0]))
    )
