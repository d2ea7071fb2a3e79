"""A fact: one thing that a meeting establishes, declared once for every form, file, rule and sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, Unpack, overload

from planning_rules.facts import inert, kinds
from planning_rules.facts.answers import Answer
from planning_rules.facts.condition import Condition
from planning_rules.stages import FIRST_ON, Stage

if TYPE_CHECKING:
    from planning_rules.facts.step import Step
    from planning_rules.plan import Plan

T = TypeVar("T")


class Asked(StrEnum):
    """Of whom a fact is asked, which is also who may see it."""

    ROOM = "room"
    PRIVATE = "private"
    BEFORE = "before"
    MANAGER = "manager"
    COMPUTED = "computed"


class Audience(StrEnum):
    """Who else than the child may be given a sheet: family, on a copy of its own, or a shared room."""

    FAMILY = "family"
    ROOM = "room"


# What may stand on a sheet of somebody else is opened fact by fact; nothing is open by itself.
FAMILY = frozenset({Audience.FAMILY})
FAMILY_AND_ROOM = frozenset(Audience)


class More(TypedDict, total=False):
    """What may be declared of every fact beside its question. See `Fact`."""

    label: str
    help: str
    asked: Asked
    at: frozenset[Stage]
    when: Condition | None
    child: Mapping[str, str]
    icon: str
    each_adult: bool
    each_meeting: bool
    optional: bool
    quoted: bool
    shown: frozenset[Audience]


@dataclass(eq=False)
class Fact(Generic[T]):
    """One question and everything that follows from it.

    `label` names it in the workers' plan. `child` is how each outcome reads to the child: keys are an
    option, a state ("yes", "no", "not known", "declined") or "given", with "past" and "today" for a day
    and "you" for a person who is the child; `{value}` stands for the answer, `{ask}` for whom to ask. What
    has no entry is not printed. `icon` names the picture beside these words, where it is not its step's.
    `shown` says on whose sheets it may stand beside the child's. `at` says in which stages it is asked,
    `when` whether it is called for there. `each_adult` asks it once for every parent or carer;
    `each_meeting` asks it afresh every time; what is `optional` is offered and never counted as not asked;
    what is `quoted` is somebody's own words.
    """

    kind: kinds.Kind[T]
    question: str
    label: str = ""
    help: str = ""
    asked: Asked = Asked.ROOM
    at: frozenset[Stage] = FIRST_ON
    when: Condition | None = None
    child: Mapping[str, str] = field(default_factory=dict)
    icon: str = ""
    each_adult: bool = False
    each_meeting: bool = False
    optional: bool = False
    quoted: bool = False
    shown: frozenset[Audience] = frozenset()
    step: "type[Step]" = field(init=False)
    name: str = field(init=False)

    def __set_name__(self, owner: "type[Step]", name: str) -> None:
        self.step, self.name = owner, name
        inert.refuse(self)

    @overload
    def __get__(self, step: None, owner: "type[Step]") -> "Fact[T]": ...
    @overload
    def __get__(self, step: "Step", owner: "type[Step]") -> Answer[T]: ...
    def __get__(self, step: "Step | None", owner: "type[Step]") -> "Fact[T] | Answer[T]":
        return self if step is None else step.answer(self)

    @property
    def key(self) -> str:
        return f"{self.step.key}.{self.name}"

    def key_for(self, person: str) -> str:
        """The key of this fact's answer about one person."""
        return f"{self.key}/{person}" if person else self.key

    @property
    def is_private(self) -> bool:
        return self.asked is Asked.PRIVATE

    @property
    def options(self) -> Mapping[str, str]:
        return self.kind.options

    def is_called_for(self, plan: "Plan", person: str = "") -> bool:
        """True where nothing has to be answered first, or what was answered calls for this."""
        return self.when is None or self.when.holds(plan, person)

    def _condition(self, test: Callable[[Answer[Any]], bool]) -> Condition:
        def holds(plan: "Plan", person: str) -> bool:
            return test(plan.answer_to(self, person if self.each_adult else ""))

        return Condition(holds, frozenset({self}))

    @property
    def yes(self) -> Condition:
        return self._condition(lambda answer: answer.is_yes)

    @property
    def no(self) -> Condition:
        return self._condition(lambda answer: answer.is_no)

    @property
    def given(self) -> Condition:
        return self._condition(lambda answer: answer.is_given)

    @property
    def missing(self) -> Condition:
        return self._condition(lambda answer: answer.is_missing)

    def among(self, *options: str) -> Condition:
        """True where the chosen option, or one that is ticked, is among `options`."""
        inert.refuse_unknown(self, options)
        return self._condition(lambda answer: not answer.chosen.isdisjoint(options))

    def other_than(self, *options: str) -> Condition:
        """True where none of `options` is chosen or ticked, and where nothing was answered."""
        inert.refuse_unknown(self, options)
        return self._condition(lambda answer: answer.chosen.isdisjoint(options))

    def over(self, number: int) -> Condition:
        """True where the number given is greater than `number`."""
        return self._condition(lambda answer: answer.value is not None and answer.value > number)

    def wording(self, answer: Answer[Any], case: str = "") -> list[str]:
        """What the child reads of this answer, one idea each, before `{value}` and `{ask}` are filled in.

        `case` ("past", "today", "you") comes before the state, where there are words for it.
        """
        chosen = answer.chosen & set(self.options)
        outcome = case if case in self.child else str(answer.state)
        keys = [key for key in self.child if key in chosen] or [outcome]
        return [self.child[key] for key in keys if self.child.get(key)]


def yes_no(question: str, **more: Unpack[More]) -> Fact[bool]:
    return Fact(kinds.YesNo(), question, **more)


def choice(question: str, options: Mapping[str, str], **more: Unpack[More]) -> Fact[str]:
    return Fact(kinds.Choice(options=options), question, **more)


def ticks(question: str, options: Mapping[str, str], **more: Unpack[More]) -> Fact[tuple[str, ...]]:
    return Fact(kinds.Ticks(options=options), question, **more)


def day(question: str, past: bool = False, **more: Unpack[More]) -> Fact[date]:
    """A calendar day; a `past` one has been when it is asked for."""
    return Fact(kinds.Day(past=past), question, **more)


def words(question: str, longest: int = kinds.LONGEST_WORDS, **more: Unpack[More]) -> Fact[str]:
    return Fact(kinds.Words(longest=longest), question, **more)


def line(question: str, **more: Unpack[More]) -> Fact[str]:
    """Words that fit on one line: a place, a name, a time."""
    return Fact(kinds.Line(), question, **more)


def person(question: str, **more: Unpack[More]) -> Fact[str]:
    return Fact(kinds.OnePerson(), question, **more)


def count(question: str, unit: str = "", most: int = 9999, **more: Unpack[More]) -> Fact[int]:
    return Fact(kinds.Count(unit=unit, most=most), question, **more)
