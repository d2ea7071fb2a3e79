"""One child's plan as each meeting left it: what was missing at release, and how long gaps stayed open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planning_rules.counting.agencies import closes
from planning_rules.counting.at_the_close import Fate, fates
from planning_rules.gaps import RULES
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Rule
from planning_rules.stages import Stage

ANY = "any"
# A gap's time to close is told as up to so many weeks.
WEEKS = (4, 12)


@dataclass(frozen=True)
class Left:
    """The plan as a meeting left it on its last day."""

    plan: Plan
    meeting_id: str
    day: date

    @cached_property
    def stood(self) -> dict[str, set[Fate]]:
        """By code of rule, what had become of its gaps."""
        found: dict[str, set[Fate]] = {}
        for gap, fate in fates(self.plan, self.meeting_id, Day(self.day)):
            found.setdefault(gap.rule.code, set()).add(fate)
        return found

    def runs(self, rule: Rule) -> bool:
        """True for a meeting of a stage in which the rule runs, so that its silence means something."""
        kind = next((one.kind for one in self.plan.meetings if one.id == self.meeting_id), None)
        return kind is not None and Stage(kind) in rule.stages


def missing_at_release(last: Left | None) -> Iterator[str]:
    """By topic and agency that could close it: "ACC.yot", "ACC.any", "any.yot"; "planned" for a plan."""
    if last is None:
        return
    yield "planned"
    for code, became in last.stood.items():
        if became - {Fate.WAIVED}:
            topic, agency = RULES[code].topic, closes(RULES[code])
            yield from (f"{topic}.{agency}", f"{topic}.{ANY}", f"{ANY}.{agency}")


def learned(left: Sequence[Left]) -> Iterator[str]:
    """What became of each rule's gaps, and within how many weeks they were gone: by rule and by agency.

    Of an agency's gaps the slowest counts. What was not gone by the last meeting took longer than is told.
    """
    took: dict[str, dict[str, int | None]] = {}
    for code in dict.fromkeys(code for one in left for code in one.stood):
        yield f"rule.{code}.raised"
        became = set[Fate]().union(*(one.stood.get(code, set()) for one in left))
        yield from (f"rule.{code}.{fate}" for fate in became)
        took.setdefault(f"agency.{closes(RULES[code])}", {})[code] = days = _days_open(RULES[code], left)
        yield from _within(f"rule.{code}", days)
    for agency, of_rules in took.items():
        yield f"{agency}.raised"
        every = [days for days in of_rules.values() if days is not None]
        yield from _within(agency, max(every) if len(every) == len(of_rules) else None)


def _within(name: str, days: int | None) -> Iterator[str]:
    yield from (f"{name}.in_{weeks}" for weeks in WEEKS if days is not None and days <= 7 * weeks)


def _days_open(rule: Rule, left: Sequence[Left]) -> int | None:
    """From the meeting at which it first stood to the next at which it did not; None without one."""
    told = [one for one in left if one.runs(rule)]
    since = next((one.day for one in told if rule.code in one.stood), None)
    if since is None:
        return None
    gone = (one.day for one in told if one.day > since and rule.code not in one.stood)
    return next(((day - since).days for day in gone), None)
