"""What the digest says: the counts over all plans, and the same of one plan, line by line."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.rulebook.gap_lines import in_days
from bot.messages.rulebook.rules_page import TOPICS
from planning_rules.calendar import MEETINGS, Due
from planning_rules.counting.concerns import Amiss, Concerns, agencies
from planning_rules.dates import in_full
from planning_rules.text import counted, listed
from planning_rules.thresholds import LEAVING_SOON, QUIET

_AMISS = {
    Amiss.NO_RELEASE_DATE: "without a release date",
    Amiss.RELEASE_NOT_RECORDED: "past release, and none recorded",
    Amiss.NOBODY_LEADS: "without a lead",
    Amiss.QUIET: f"quiet for {QUIET.spoken}",
}


def counts_of(cases: Sequence[Concerns], since: date | None) -> Iterator[tuple[str, str]]:
    """Each count that is not nought, and how it is made up."""
    if urgent := sum(len(one.urgent) for one in cases):
        yield "Urgent gaps", f"{urgent}, in {_plans(bool(one.urgent) for one in cases)}"
    if missing := sum(len(one.missing) for one in cases):
        leaving = _plans(bool(one.missing) for one in cases)
        yield f"Leave within {LEAVING_SOON.spoken}, not ready", f"{leaving}, {counted(missing, 'gap')}"
    if late := [role for one in cases for role in one.late]:
        yield "Actions late", f"{len(late)} ({by_agency(late)})"
    if due := [each for one in cases for each in one.due]:
        yield "Meetings and looks back due", str(len(due))
    if unseen := sum(one.not_overseen for one in cases):
        yield "No manager’s oversight", counted(unseen, "plan")
    if amiss := [each for one in cases for each in one.amiss]:
        kinds = (f"{amiss.count(kind)} {says}" for kind, says in _AMISS.items() if kind in amiss)
        yield "Records to put right", f"{len(amiss)} ({', '.join(kinds)})"
    if since and any(one.got_better for one in cases):
        closed, done = sum(one.closed for one in cases), sum(one.done for one in cases)
        yield f"Better since {in_full(since)}", _better(closed, done)


def needs_you(cases: Sequence[Concerns]) -> list[str]:
    """What nobody but a manager can do, or has to see to at once."""
    looks_back = sum(due.event not in MEETINGS for one in cases for due in one.due)
    needs = (
        (sum(len(one.urgent) for one in cases), "urgent gap", ""),
        (sum(one.not_overseen for one in cases), "plan to look at", "plans to look at"),
        (looks_back, "look back to write", "looks back to write"),
        (
            sum(Amiss.NOBODY_LEADS in one.amiss for one in cases),
            "plan without a lead",
            "plans without a lead",
        ),
    )
    return [counted(number, name, many) for number, name, many in needs if number]


def title_of(one: Concerns, today: date) -> str:
    """ "OAK-417: could leave in 12 days"."""
    if one.leaves is None:
        return one.reference
    days = (one.leaves - today).days
    return f"{one.reference}: could leave {in_days(days) if days else 'today'}"


def lines_of(one: Concerns, today: date) -> Iterator[str]:
    """All about one plan; what was closed or done comes last."""
    for number, (gap, since) in enumerate(one.urgent):
        counts = f"{len(one.urgent)} urgent: " if not number else "– "
        yield f"{counts}{gap.rule.says.rstrip('.')}, since {in_full(since)}."
    if one.missing:
        topics = ", ".join(f"{topic} {number}" for topic, number in by_topic(one))
        yield f"{len(one.missing)} missing: {topics}."
    if one.late:
        yield f"{counted(len(one.late), 'action')} late: {by_agency(one.late)}."
    if one.due:
        yield f"{len(one.due)} due: {listed(_due(due, today) for due in one.due)}."
    if one.not_overseen:
        yield "No manager’s oversight."
    if one.amiss:
        kinds = listed(_AMISS[each] for each in one.amiss)
        yield f"{counted(len(one.amiss), 'record')} to put right: {kinds}."
    if one.got_better:
        yield f"Better: {_better(one.closed, one.done)}."


def by_topic(one: Concerns) -> list[tuple[str, int]]:
    """How much is missing of each topic, in the order of the rulebook."""
    codes = [gap.rule.topic for gap in one.missing]
    return [(name, codes.count(topic)) for topic, name in TOPICS.items() if topic in codes]


def by_agency(roles: Sequence[str]) -> str:
    """ "housing 3, health 2"."""
    return ", ".join(f"{role} {number}" for role, number in agencies(roles))


def _plans(of: Iterator[bool] | Sequence[bool]) -> str:
    return counted(sum(of), "plan")


def _due(due: Due, today: date) -> str:
    if due.has_lapsed(today):
        return f"{due.event} booked for {in_full(due.on)}, not opened"
    return f"{due.event} {'was due by' if due.by < today else 'by'} {in_full(due.by)}"


def _better(closed: int, done: int) -> str:
    said = ((closed, "gap"), (done, "action"))
    ends = {"gap": "closed", "action": "done"}
    return ", ".join(f"{counted(number, what)} {ends[what]}" for number, what in said if number)
