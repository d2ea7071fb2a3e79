"""How the rules fare in a service, in counts, for its administrators: so that a bad rule is found."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.conversation.calls import Call
from bot.messages import refusals
from bot.messages.reports.rule_report import Counted, Tally, rule_report
from bot.use_cases.handlers import SAID, Answered, Typed, outside
from bot.use_cases.turn import Turn
from planning_rules.behind import any_private, behind_gap
from planning_rules.checking import Gap
from planning_rules.counting.at_the_close import Fate, fates
from planning_rules.dates import months_before
from planning_rules.gaps import RULES
from planning_rules.json_object import Unreadable
from planning_rules.parts import Reason
from planning_rules.plan import Plan
from planning_rules.plan_file.reading import plan_from_json
from planning_rules.rulebook import Day
from storage import audit, cases, versions
from storage.accounts import ServiceRole
from storage.versions import PlanVersion

MONTHS = 12


@dataclass
class _Cases:
    """The cases in which one rule's gap met each fate, and those in which a reason was given."""

    of: dict[Fate, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    reasons: Counter[Reason] = field(default_factory=Counter)


@outside(SAID, "rules")
def how_rules_fare(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Of each rule, in how many cases its gap was raised, waived and ignored. Who asked is kept."""
    if ServiceRole.ADMINISTRATOR not in turn.service_roles:
        return refusals.only_administrators_read()
    audit.write(turn.tx, turn.account.service_id, turn.account.id, "looked-at-rules", None, "", turn.now)
    return rule_report(_counted(turn))


def _counted(turn: Turn) -> Counted:
    """Counted from the plans as each meeting left them, by today's rules: nothing is kept for it.

    Nothing private is counted: whoever looked before and after a meeting closed would learn of its case.
    """
    since = months_before(turn.today, MONTHS)
    found: dict[str, _Cases] = defaultdict(_Cases)
    closed: set[UUID] = set()
    unread = 0
    for case_id, kept in _closed(turn, since):
        closed.add(case_id)
        try:
            plan = plan_from_json(kept.plan)
        except Unreadable:
            unread += 1
            continue
        for gap, fate in fates(plan, kept.meeting_id, Day(kept.day)):
            if not any_private(behind_gap(gap, plan)):
                _enter(found[gap.rule.code], case_id, plan, gap, fate)
    return Counted(since, len(closed), [_tally(code, each) for code, each in found.items()], unread)


def _closed(turn: Turn, since: date) -> Iterator[tuple[UUID, PlanVersion]]:
    for case in cases.in_service(turn.tx, turn.account.service_id):
        yield from ((case.id, kept) for kept in versions.of(turn.tx, case.id) if kept.day >= since)


def _enter(found: _Cases, case_id: UUID, plan: Plan, gap: Gap, fate: Fate) -> None:
    if fate is Fate.WAIVED and case_id not in found.of[fate]:
        about = (gap.rule.code, gap.subject)
        found.reasons[next(w.reason for w in reversed(plan.waivers) if (w.rule, w.about) == about)] += 1
    found.of[fate].add(case_id)


def _tally(code: str, found: _Cases) -> Tally:
    raised = set[UUID]().union(*found.of.values())
    return Tally(
        RULES[code],
        len(raised),
        len(found.of[Fate.WAIVED]),
        len(found.of[Fate.IGNORED]),
        next((reason for reason, _ in found.reasons.most_common(1)), None),
    )
