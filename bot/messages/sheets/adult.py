"""A copy of the child's sheet for a parent, carer or relative whom it is safe to give one to."""

from datetime import date

from bot.messages.document import Document, Paragraph
from bot.messages.sheets.child import topics
from bot.messages.sheets.lines import whom_to_ask
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
    refused = _not_safe(person)
    if refused is not None:
        return refused
    child = plan.first_name or "the child"
    copy = Paragraph(f"This is a copy of the plan for {child}. In it, “you” means {child}.")
    ask = Paragraph(f"Some things are left out. Ask {whom_to_ask(plan)} if you need to know more.")
    return Document(
        f"The plan for {child}: a copy for {person.name}",
        (copy, ask, *topics(plan, reader_for(person.id, plan), day)),
    )


def _nobody(plan: Plan, adult: str) -> Refusal:
    adults = [person.id for person in plan.people if _is_adult_at_home(person)]
    like = nearest(adult, adults)
    hint = f" Did you mean “{like}”?" if like else f" There is {listed(adults)}." if adults else ""
    return Refusal(f"No adult “{adult[:40]}” is on this plan.{hint}")


def _not_safe(person: Person) -> Refusal | None:
    if not _is_adult_at_home(person):
        return Refusal(f"{person.name} is no parent, carer or relative. Workers have the full plan.")
    if person.contact in (Contact.UNSAFE, Contact.BARRED):
        return Refusal(
            f"There is no sheet for {person.name}: contact with the child is recorded as {person.contact}. "
            "If that has changed, change it with the person first."
        )
    if not person.gets_sheet.strip():
        return Refusal(
            f"It is not recorded how it is safe to give {person.name} a sheet. "
            "Agree it, and record it with the person, for example “by hand at a visit”."
        )
    return None


def _is_adult_at_home(person: Person) -> bool:
    return not person.is_professional and person.role is not Role.CHILD
