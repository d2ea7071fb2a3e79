"""Who reads a sheet, and what may therefore stand on it. This is the only place that decides it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.messages.rule_facts import facts_behind
from planning_rules.facts.fact import Asked, Fact
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Person, Role
from planning_rules.plan import Plan


class Edition(StrEnum):
    """full: all that the child may read; room: what may lie about in a shared room."""

    FULL = "full"
    ROOM = "room"


@dataclass(frozen=True)
class Reader:
    """Whoever is handed the sheet: the child (`whole`), an `adult` by their id, or anybody in the room."""

    whole: bool = False
    own_words: bool = False
    adult: str = ""

    def may_read(self, fact: Fact[Any]) -> bool:
        """A private fact comes to nobody but the child, and to them only where it has words for them."""
        if self.whole:
            return bool(fact.child) or not fact.is_private
        return fact.asked in (Asked.ROOM, Asked.BEFORE) and fact.room_edition

    def may_read_action(self, action: Action) -> bool:
        """True where nothing behind the action is kept from them.

        What a worker typed may say more than its rule asks. So others than the child get no action whose
        rule is not known, and a shared room none of a step that holds anything back.
        """
        behind = set(facts_behind(action.closes))
        if self.whole:
            return all(map(self.may_read, behind))
        if not self.adult:
            behind = {fact for each in behind for fact in each.step.facts()}
        return action.owner == (self.adult or None) or (bool(behind) and all(map(self.may_read, behind)))

    def may_read_of(self, person: Person) -> bool:
        """That the child has a health worker is the child's to tell."""
        return self.whole or person.role not in (Role.HEALTH, Role.SUBSTANCE)

    def sentences(self, step: type[Step]) -> list[Fact[Any]]:
        """The facts of a step that have words for the child and may stand on the sheet."""
        return [fact for fact in self._of_step(step) if fact.child]

    def quotes(self, step: type[Step]) -> list[Fact[Any]]:
        """The facts of a step that are the child's own words, where the reader may have them."""
        return [fact for fact in self._of_step(step) if fact.quoted and self.own_words]

    def _of_step(self, step: type[Step]) -> list[Fact[Any]]:
        """What is asked of each adult is left out: it is about a third person."""
        return [fact for fact in step.facts() if self.may_read(fact) and not fact.each_adult]


CHILD = Reader(whole=True, own_words=True)
ROOM = Reader()


def reader_for(adult: str, plan: Plan) -> Reader:
    """An adult: without the child's own words, unless the child lets family read them."""
    return Reader(adult=adult, own_words="family" in (plan.child.shown_to.value or ()))
