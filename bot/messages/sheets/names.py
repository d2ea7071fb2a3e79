"""Who is named on a sheet: whom to ask, and who helps."""

from datetime import date

from bot.messages.sheets.language import THE_CHILD, YOUR_WORKER
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan

_TO_ASK = (Role.YOT, Role.SECURE)


def workers(plan: Plan, day: date) -> list[Person]:
    """Those who are on the case that day, the lead first."""
    now = (person for person in plan.people if person.is_professional and person.is_on(day))
    return sorted(now, key=lambda person: not person.lead)


def whom_to_ask(plan: Plan, day: date) -> str:
    """The youth justice worker, else the worker where the child is held."""
    to_ask = [person for role in _TO_ASK for person in workers(plan, day) if person.role is role]
    return to_ask[0].name if to_ask else YOUR_WORKER


def helper(plan: Plan, person_id: str, day: date) -> Person | None:
    """Who helps, where they are still there and contact with the child is not unsafe or barred."""
    person = plan.person(person_id)
    return person if person and person.is_on(day) and person.may_meet_the_child else None


def is_child(person: Person) -> bool:
    return person.role is Role.CHILD


def child_called(plan: Plan) -> str:
    """The child as others speak of them."""
    return plan.first_name or THE_CHILD
