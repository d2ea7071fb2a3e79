"""A copy of the child's sheet for a parent, carer or relative whom it is safe to give one to."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Document, Paragraph
from bot.messages.sheets.child import body, made_on
from bot.messages.sheets.names import child_called, whom_to_ask
from bot.messages.sheets.promises import own_actions
from bot.messages.sheets.readers import reader_for
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import listed, nearest


def adult_sheet(plan: Plan, adult: str, day: date) -> Document | Refusal:
    """A copy for one adult, or why there is none."""
    person = plan.person(adult)
    if person is None:
        return _nobody(plan, adult)
    refused = _not_safe(person, day)
    if refused is not None:
        return refused
    reader, child = reader_for(person, plan), child_called(plan)
    title = f"{child}'s plan: a copy for {person.name}"
    own = own_actions(plan, reader, day, f"What you do, {person.name}")
    return Document(
        f"{title[0].upper()}{title[1:]}",
        (*_opening(plan, child, day), *own, *body(plan, reader, day)),
    )


def _opening(plan: Plan, child: str, day: date) -> Iterator[Block]:
    yield Paragraph(f"This is a copy of {child}'s plan.")
    yield Paragraph(f"It is written to {child}. “I” and “you” mean {child}.")
    yield Paragraph(f"{child[0].upper()}{child[1:]}'s own copy has more in it. That is so for every family.")
    yield made_on(day)
    yield Paragraph(f"Is something wrong or not clear? Ask {whom_to_ask(plan, day)}.")


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
