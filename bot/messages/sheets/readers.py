"""Who reads a sheet, and what may therefore stand on it. This is the only place that decides it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.messages.sheets.language import ENGLISH, Language, Value
from planning_rules.facts.fact import Asked, Audience, Fact
from planning_rules.facts.family import Family
from planning_rules.facts.kinds import Words
from planning_rules.facts.step import Step
from planning_rules.gaps import asked_by
from planning_rules.parts import Action, Contact, Person, Role
from planning_rules.plan import Plan


class Edition(StrEnum):
    """full: all that the child may read; room: what may lie about in a shared room.

    open: the full one without what is private, for workers who may not see that. It is not for the child.
    """

    FULL = "full"
    OPEN = "open"
    ROOM = "room"


@dataclass(frozen=True)
class Reader:
    """Whoever is handed the sheet: the child where there is no `audience`, or an `adult` by their id.

    `private` lets them read what is private and has words for the child, `own_words` what the child said,
    `family_words` what was typed about family. What is ours is said to them in their `language`.
    """

    audience: Audience | None = None
    adult: str = ""
    private: bool = False
    own_words: bool = False
    family_words: bool = False
    language: Language = ENGLISH

    def says(self, template: str, **values: Value) -> str:
        """A whole sentence of ours. See `Language.says`."""
        return self.language.says(template, **values)

    @property
    def is_child(self) -> bool:
        return self.audience is None

    def may_read(self, fact: Fact[Any]) -> bool:
        """A private fact comes to nobody but the child, and to them only where it has words for them.

        What is asked of each adult comes to nobody: it is about a third person.
        """
        open_to_workers = fact.asked in (Asked.ROOM, Asked.BEFORE)
        if fact.each_adult:
            return False
        if self.is_child:
            return open_to_workers or (self.private and bool(fact.child))
        if fact.quoted:
            return self.own_words and open_to_workers
        return self.audience in fact.shown and open_to_workers and not self._is_kept_back(fact)

    def may_read_action(self, action: Action, plan: Plan) -> bool:
        """Their own; of others only what a worker let the child read.

        What a worker typed may say more than its rule asks. So a shared room gets no action at all, an
        adult only what rests on facts that they may read, and nobody one that finds something out: it
        says what is not known, or in dispute.
        """
        owner = plan.person(action.owner)
        if action.finds_out or self.audience is Audience.ROOM or (owner and not owner.may_meet_the_child):
            return False
        asks = asked_by(action.closes)
        if self.is_own(action, plan) and (self.private or not self.is_child):
            return True
        return action.for_child and (self.private or (bool(asks) and all(map(self.may_read, asks))))

    def is_own(self, action: Action, plan: Plan) -> bool:
        """True where whoever reads the sheet is the one who does it."""
        owner = plan.person(action.owner)
        return owner is not None and (owner.role is Role.CHILD if self.is_child else owner.id == self.adult)

    def may_read_of(self, person: Person) -> bool:
        """That the child has a health worker is the child's to tell."""
        return self.private or person.role not in (Role.HEALTH, Role.SUBSTANCE)

    def is_to_house_the_child(self, plan: Plan) -> bool:
        """All that an adult ever reads of a home is that it is to be with them. No address comes with it."""
        return bool(self.adult) and plan.answer_to(Family.lives_with).value == self.adult

    def facts(self, step: type[Step]) -> list[Fact[Any]]:
        """The facts of a step that may stand on the sheet, in our words or in the child's own."""
        return [fact for fact in step.facts() if (fact.child or fact.quoted) and self.may_read(fact)]

    def is_kept_from(self, step: type[Step]) -> bool:
        """True where what was typed about this topic does not go to this adult."""
        return self.audience is Audience.FAMILY and any(map(self._is_kept_back, step.facts()))

    def _is_kept_back(self, fact: Fact[Any]) -> bool:
        return fact.step is Family and isinstance(fact.kind, Words) and not self.family_words


CHILD = Reader(private=True, own_words=True, family_words=True)
READER_OF = {
    Edition.FULL: CHILD,
    Edition.OPEN: replace(CHILD, private=False),
    Edition.ROOM: Reader(Audience.ROOM),
}


def reader_for(adult: Person, plan: Plan, language: Language = ENGLISH) -> Reader:
    """An adult: without the child's own words, unless the child lets family read them.

    What was typed about family may tell where another adult is, and when. So only a parent or carer gets
    it, and only where nobody on the case has to be kept from anybody.
    """
    others = {person.contact for person in plan.people if not person.is_professional}
    return Reader(
        Audience.FAMILY,
        adult.id,
        own_words="family" in (plan.child.shown_to.value or ()),
        family_words=adult.is_family and others.isdisjoint((Contact.LIMITED, Contact.UNSAFE, Contact.BARRED)),
        language=language,
    )
