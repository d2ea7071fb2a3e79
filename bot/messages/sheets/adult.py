"""A copy of the child's sheet for a parent, carer or relative whom it is safe to give one to."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Document, Paragraph
from bot.messages.sheets.child import body, made_on
from bot.messages.sheets.language import ENGLISH, Language
from bot.messages.sheets.names import child_called
from bot.messages.sheets.news import news
from bot.messages.sheets.pictures import laid_out
from bot.messages.sheets.promises import own_actions
from bot.messages.sheets.readers import reader_for
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import listed, nearest

_OPENING = (
    "This is a copy of {child}'s plan.",
    "It is written to {child}. “I” and “you” mean {child}.",
    "{child}'s own copy has more in it. That is so for every family.",
    "This copy has private things in it. Keep it safe.",
)


def adult_sheet(
    plan: Plan,
    adult: str,
    day: date,
    *,
    before: Plan | None = None,
    pictures: bool = False,
    language: Language = ENGLISH,
) -> Document | Refusal:
    """A copy for one adult, or why there is none. `before` is the plan as the meeting before this left it."""
    person = safe_to_give(plan, adult, day)
    if isinstance(person, Refusal):
        return person
    reader, to_adult = reader_for(person, plan, language), language.to_adults
    title = to_adult.says("{child}'s plan: a copy for {name}", child=child_called(plan), name=person.name)
    own = own_actions(plan, reader, day, to_adult.says("What you do, {name}", name=person.name))
    opening, new = _opening(plan, to_adult, day), news(plan, before, reader, day)
    blocks = (*opening, *new, *own, *body(plan, reader, day))
    return laid_out(title, blocks, pictures, language)


def safe_to_give(plan: Plan, adult: str, day: date) -> Person | Refusal:
    """The adult of this id, where it is safe to give them a sheet; else why there is none."""
    person = plan.person(adult)
    if person is None:
        return _nobody(plan, adult)
    return _not_safe(person, day) or person


def _opening(plan: Plan, language: Language, day: date) -> Iterator[Block]:
    """To the adult; what follows is to the child."""
    for says in _OPENING:
        yield Paragraph(language.says(says, child=child_called(plan)))
    yield made_on(day, language)


def _nobody(plan: Plan, adult: str) -> Refusal:
    adults = [person.id for person in plan.people if _is_adult_at_home(person)]
    like = nearest(adult, adults)
    hint = f" Did you mean “{like}”?" if like else f" There is {listed(adults)}." if adults else ""
    return Refusal(f"No adult “{adult[:40]}” is on this plan.{hint}")


def _not_safe(person: Person, day: date) -> Refusal | None:
    if not _is_adult_at_home(person):
        return Refusal(f"{person.name} is no parent, carer or relative. Workers have the full plan.")
    if not person.is_on(day):
        return Refusal(f"There is no sheet for {person.name}: they are no longer on this case.")
    if person.contact is Contact.NOT_SAID:
        return Refusal(
            f"It is not recorded that contact between {person.name} and the child is safe. "
            "Find out, and record it with the person first."
        )
    if person.contact is not Contact.SAFE:
        return Refusal(
            f"There is no sheet for {person.name}: contact with the child is recorded as {person.contact}. "
            "Tell them in person what they may know. If contact is safe now, record that first."
        )
    if not person.gets_sheet.strip():
        return Refusal(
            f"It is not recorded how it is safe to give {person.name} a sheet. "
            "Agree it, and record it with the person, for example “by hand at a visit”."
        )
    return None


def _is_adult_at_home(person: Person) -> bool:
    return not person.is_professional and person.role is not Role.CHILD
