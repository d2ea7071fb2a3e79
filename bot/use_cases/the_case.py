"""A case as it stands for one person: loaded once for each thing that they do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from bot.conversation.heard import Told
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.use_cases.may import may, may_see_private
from bot.use_cases.the_plan import plan_of, to_settle
from bot.use_cases.turn import Turn
from planning_rules.behind import any_private, behind_action, behind_gap
from planning_rules.checking import Gap, NotAsked, as_said_in_chat, find_gaps, not_asked, stages
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.fact import Fact
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Meeting, Person
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day, Severity
from planning_rules.stages import Stage
from storage import cases, copied, people
from storage.cases import Case
from storage.clashes import Clash
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

    @property
    def today(self) -> date:
        return self.turn.today

    @cached_property
    def day(self) -> Day:
        shared = copied.in_other_plans(self.turn.tx, self.case.id)
        return Day(self.turn.today, shared_wording=shared)

    @cached_property
    def stages(self) -> frozenset[Stage]:
        return stages(self.plan, self.day)

    @cached_property
    def gaps(self) -> list[Gap]:
        return as_said_in_chat(find_gaps(self.plan, self.day))

    @cached_property
    def not_asked(self) -> list[NotAsked]:
        """What was not asked, without what is closed to this person."""
        lines = not_asked(self.plan, self.day)
        open_to_me = [
            replace(line, facts=tuple(key for key in line.facts if self.sees_behind([fact_of(key)])))
            for line in lines
        ]
        return [line for line in open_to_me if line.facts]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open."""
        return next((meeting for meeting in self.plan.meetings if meeting.is_open), None)

    def may(self, act: Act) -> bool:
        return may(self.turn.roles, act, self.me, self.turn.account.service_id == self.case.service_id)

    def sees_behind(self, facts: Iterable[Fact[Any]]) -> bool:
        """True where none of these facts is private, or each that is is open to this person."""
        return all(may_see_private(self.me, fact.step.key) for fact in facts if fact.is_private)

    @cached_property
    def seen_gaps(self) -> list[Gap]:
        return [gap for gap in self.gaps if self.sees_behind(behind_gap(gap, self.plan))]

    @property
    def hidden(self) -> int:
        """How many topics have a private part that is closed to this person, whatever is answered there."""
        asked = [step for step in STEPS if step.has_private() and step.is_asked_at(self.stages)]
        return sum(not may_see_private(self.me, step.key) for step in asked)

    def may_waive(self, gap: Gap) -> bool:
        """On an urgent gap, or one that will be, only a manager may say that it does not count."""
        return gap.severity is not Severity.URGENT or self.may(Act.WAIVE_URGENT)

    @property
    def public_gaps(self) -> list[Gap]:
        """Those that may be counted before everybody."""
        return [gap for gap in self.gaps if not any_private(behind_gap(gap, self.plan))]

    @property
    def seen_actions(self) -> list[Action]:
        """One's own, and those that rest on nothing that is closed to this person."""
        return [
            action
            for action in self.plan.actions
            if action.owner == self.me.id or self.sees_behind(behind_action(action))
        ]

    @property
    def public_actions(self) -> list[Action]:
        """Those that may be counted before everybody."""
        return [action for action in self.plan.actions if not any_private(behind_action(action))]

    @cached_property
    def clashes(self) -> list[Clash]:
        """The answers to settle that this person may see."""
        return [one for one in self._clashes if self.sees_behind([fact_of(one.pending.fact)])]

    @property
    def public_clashes(self) -> list[Clash]:
        """The answers to settle that may be counted before everybody."""
        return [one for one in self._clashes if not fact_of(one.pending.fact).is_private]

    @cached_property
    def _clashes(self) -> list[Clash]:
        return to_settle(self.turn, self.case, self.plan)

    def tells(self, person_id: str, document: Document, leaves: bool = False) -> tuple[Told, ...]:
        """What somebody on the case, or who `leaves` it, hears of it, where they are somebody else and have

        let us know them.
        """
        joined = {one.person.id: one.account_id for one in self.named}
        account = joined.get(person_id)
        if account is None or account == self.turn.account.id:
            return ()
        return (Told(str(account), document, "" if leaves else self.reference),)

    def meeting_of(self, fact: Fact[Any]) -> str | None:
        """The meeting under which an answer to `fact` is kept, for a fact of each meeting."""
        return self.plan.meeting.id if self.plan.meeting and fact.each_meeting else None

    def loaded_again(self) -> "TheCase":
        """The case with what has been changed in this turn."""
        return loaded(self.turn, self.case, self.me)

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
    if turn.account.guest and not me.organisation:
        return refusals.guest_without_organisation(reference)
    found = loaded(turn, case, me)
    return found if found.may(act) else refusals.not_yours(act)


def loaded(turn: Turn, case: Case, me: Person) -> TheCase:
    """The case as it stands, for somebody who is known to be on it."""
    named = people.of(turn.tx, case.id)
    return TheCase(turn, case, plan_of(turn, case, named), me, named)


def _is_on(one: OnCase, turn: Turn) -> bool:
    return one.confirmed and one.person.is_on(turn.today)
