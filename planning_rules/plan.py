"""The plan: what has been agreed so far about one child's order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from planning_rules.facts import STEPS
from planning_rules.facts.after import After
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.answers import Answer
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.child import Child
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.family import Family
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.looking_back import LookingBack
from planning_rules.facts.order import Order
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.question import Question
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.safety import Safety
from planning_rules.facts.step import Step
from planning_rules.facts.support import Support
from planning_rules.facts.temporary_release import TemporaryRelease
from planning_rules.on_record import Disagreement, Handing
from planning_rules.parts import Action, Meeting, Person, Role, Waiver

S = TypeVar("S", bound=Step)
T = TypeVar("T")


class StepOf(Generic[S]):
    """Gives a plan's answers to one step, so that a rule can say `plan.home.address_agreed.is_no`."""

    def __init__(self, step: type[S]) -> None:
        self.step = step

    def __get__(self, plan: "Plan", owner: object) -> S:
        return self.step(plan)


@dataclass(frozen=True)
class Plan:
    """Everything that the rules look at and the sheets print. `answers` are by key of fact.

    Answers to facts of each meeting are those of the meeting in hand, or of the last one.
    """

    reference: str = ""
    first_name: str = ""
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    actions: tuple[Action, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    handings: tuple[Handing, ...] = ()
    answers: Mapping[str, Answer[Any]] = field(default_factory=dict)

    order = StepOf(Order)
    attendance = StepOf(Attendance)
    child = StepOf(Child)
    support = StepOf(Support)
    home = StepOf(Home)
    education = StepOf(Education)
    health = StepOf(Health)
    safety = StepOf(Safety)
    temporary_release = StepOf(TemporaryRelease)
    family = StepOf(Family)
    release_day = StepOf(ReleaseDay)
    plan_b = StepOf(PlanB)
    agreement = StepOf(Agreement)
    after = StepOf(After)
    looking_back = StepOf(LookingBack)

    def answer(self, key: str) -> Answer[Any]:
        """The answer under a fact's key as it was recorded, *not asked* where there is none."""
        return self.answers.get(key) or Answer(fact=key)

    def answer_to(self, fact: Fact[T], person: str = "") -> Answer[T]:
        """What was answered to `fact`: *not asked* where the plan as it stands does not call for it.

        What calls for it was declared before it, so that this ends.
        """
        answer = self.answer(fact.key_for(person))
        stands = not answer.is_asked or fact.is_called_for(self, person)
        return answer if stands else Answer(fact=answer.fact)

    def with_answers(self, changed: Mapping[str, Answer[Any]]) -> "Plan":
        """This plan as it would read with `changed` answered so."""
        return replace(self, answers={**self.answers, **changed})

    def adults(self, on: date) -> list[Person]:
        """Parents and carers who are on the case that day: those for whom facts of each adult are asked."""
        return [person for person in self.people if person.is_family and person.is_on(on)]

    def readers(self, on: date) -> list[Person]:
        """The child, and each parent or carer who is on the case that day and may be in touch with them."""
        here = [person for person in self.people if person.is_on(on) and person.may_meet_the_child]
        return [person for person in here if person.role is Role.CHILD or person.is_family]

    def person(self, person_id: str) -> Person | None:
        return next((person for person in self.people if person.id == person_id), None)

    def called(self, person_id: str) -> str:
        """How the person is named in a sentence."""
        person = self.person(person_id)
        return person.name if person else person_id

    def questions(self, on: date, *steps: type[Step]) -> Iterator[Question]:
        """Every question of `steps`, or of all, in the order asked, whether or not it is called for."""
        adults = [adult.id for adult in self.adults(on)]
        for step in steps or STEPS:
            for fact in step.facts():
                yield from (Question(fact, person) for person in (adults if fact.each_adult else [""]))

    @cached_property
    def earliest_release(self) -> date | None:
        """The day by which all must be ready: the date granted, else the early, else the middle one."""
        dates = (self.order.granted_date, self.order.early_date, self.order.middle_date)
        return next((answer.value for answer in dates if answer.is_given), None)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting in hand: the one that is open, else the last that was held."""
        held = [meeting for meeting in self.meetings if meeting.is_held]
        return next((m for m in held if m.is_open), held[-1] if held else None)

    @property
    def last_closed(self) -> Meeting | None:
        """The meeting whose plan sheets are the newest. Of two that closed on one day, the later one."""
        closed = [meeting for meeting in reversed(self.meetings) if meeting.is_closed]
        return max(closed, key=lambda meeting: meeting.closed_on or date.min, default=None)
