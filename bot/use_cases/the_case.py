"""A case as it stands for one person: loaded once for each thing that they do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.messages import refusals
from bot.messages.gap_lines import is_private
from bot.use_cases.may import Act, may, may_see_private
from bot.use_cases.turn import Turn
from planning_rules.checking import Gap, GapState, NotAsked, as_said_in_chat, find_gaps, not_asked, stages
from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.step import Step
from planning_rules.parts import Meeting, Person
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from planning_rules.stages import Stage
from storage import actions, answers, cases, clashes, meetings, people, waivers
from storage.cases import Case
from storage.people import OnCase


@dataclass(frozen=True)
class TheCase:
    """The case, its plan, and `me`: who the person acting is on it."""

    turn: Turn
    case: Case
    plan: Plan
    me: Person
    named: tuple[OnCase, ...]

    @property
    def reference(self) -> str:
        return self.case.reference

    @cached_property
    def day(self) -> Day:
        return Day(self.turn.today)

    @cached_property
    def stages(self) -> frozenset[Stage]:
        return stages(self.plan, self.day)

    @cached_property
    def gaps(self) -> list[Gap]:
        return as_said_in_chat(find_gaps(self.plan, self.day))

    @cached_property
    def not_asked(self) -> list[NotAsked]:
        return not_asked(self.plan, self.day)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open."""
        return next((meeting for meeting in self.plan.meetings if meeting.is_open), None)

    def may(self, act: Act) -> bool:
        return may(self.turn.roles, act, self.me)

    def sees(self, gap: Gap) -> bool:
        """True where nothing private stands behind the gap, or all of it is open to this person."""
        steps = {key.partition(".")[0] for key in gap.about if key.partition("/")[0] in FACTS}
        return not is_private(gap) or all(may_see_private(self.me, step) for step in steps)

    @property
    def seen_gaps(self) -> list[Gap]:
        return [gap for gap in self.gaps if self.sees(gap)]

    @property
    def public_gaps(self) -> list[Gap]:
        """The open ones that may be counted before everybody."""
        return [gap for gap in self.gaps if gap.state is GapState.OPEN and not is_private(gap)]

    @property
    def hidden(self) -> int:
        """How many gaps this person may know of only as a number."""
        return len(self.gaps) - len(self.seen_gaps)

    @cached_property
    def public_clashes(self) -> list[str]:
        """The keys of answers to settle that everybody on the case may know of."""
        open_now = clashes.open_of(self.turn.tx, self.case.id)
        return [one.pending.fact for one in open_now if not fact_of(one.pending.fact).is_private]

    def about(self, step: type[Step], gaps: Iterable[Gap]) -> list[Gap]:
        """Those of `gaps` that start from an answer of this step."""
        return [gap for gap in gaps if gap.about and gap.about[0].partition(".")[0] == step.key]


def the_case(turn: Turn, reference: str, act: Act = Act.SEE, changes: bool = False) -> TheCase | Refusal:
    """Load a case for somebody who is on it; everybody else hears that there is none.

    Whoever `changes` it holds it from here to the end of the transaction, so that what is read stays true.
    """
    case = cases.by_reference(turn.tx, reference)
    if case is None:
        return refusals.no_such_case(reference)
    if changes:
        version = cases.advance(turn.tx, case.id)
        case = replace(case, version=version or case.version)
    named = people.of(turn.tx, case.id)
    me = next((one.person for one in named if one.account_id == turn.account.id and _is_on(one, turn)), None)
    if me is None or not may(turn.roles, Act.SEE, me):
        return refusals.no_such_case(reference)
    found = TheCase(turn, case, load_plan(turn, case, named), me, named)
    return found if found.may(act) else refusals.not_yours(str(act))


def load_plan(turn: Turn, case: Case, named: tuple[OnCase, ...]) -> Plan:
    """The plan as it stands, with the facts of each meeting as the meeting in hand has them."""
    plan = Plan(
        reference=case.reference,
        first_name=case.first_name,
        people=tuple(one.person for one in named if one.ended_on is None or one.ended_on > turn.today),
        meetings=meetings.of(turn.tx, case.id),
        actions=actions.of(turn.tx, case.id),
        waivers=waivers.of(turn.tx, case.id),
    )
    recorded = answers.latest(turn.tx, case.id, plan.meeting.id if plan.meeting else None)
    return plan.with_answers({key: one.answer for key, one in recorded.items()})


def _is_on(one: OnCase, turn: Turn) -> bool:
    return one.confirmed and (one.ended_on is None or one.ended_on > turn.today)
