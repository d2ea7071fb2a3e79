"""To which adults it is safe to give a sheet."""

from datetime import date

from planning_rules.ages import birthday
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.turning_18 import ADULT
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import nearest


def safe_to_give(plan: Plan, adult: str, day: date) -> Person | Refusal:
    """The adult of this id, where it is safe to give them a sheet; else why there is none."""
    person = plan.person(adult)
    if person is None:
        return _nobody(plan, adult)
    return _not_safe(person, day) or _not_agreed(plan, person, day) or person


def safe_copies(plan: Plan, day: date) -> list[Person]:
    """Every adult who can get a copy."""
    return [person for person in plan.people if isinstance(safe_to_give(plan, person.id, day), Person)]


def is_adult_now(plan: Plan, day: date) -> bool:
    """True from the 18th birthday on, where it is known: then a copy is the child's own to give."""
    born = plan.order.born.value
    return born is not None and birthday(born, ADULT) <= day


def _nobody(plan: Plan, adult: str) -> Refusal:
    adults = [person.id for person in plan.people if _is_adult_at_home(person)]
    if like := nearest(adult, adults):
        return Refusal(f"No adult “{adult[:40]}” is on this plan. Did you mean “{like}”?")
    if not adults:
        return Refusal("No parent, carer or relative is on this plan.")
    return Refusal(f"No adult “{adult[:40]}” is on this plan. For example: adult:{adults[0]}.")


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


def _not_agreed(plan: Plan, person: Person, day: date) -> Refusal | None:
    if not is_adult_now(plan, day) or plan.answer_to(Agreement.adult_copy, person.id).is_yes:
        return None
    if not person.is_family:
        return Refusal(
            f"There is no sheet for {person.name}. The child is 18 or older. The child can show their own."
        )
    return Refusal(
        f"There is no sheet for {person.name}. The child is 18 or older, and has not said yes to it. "
        "Ask with nobody else there, and record it under “Agreement”."
    )


def _is_adult_at_home(person: Person) -> bool:
    return not person.is_professional and person.role is not Role.CHILD
