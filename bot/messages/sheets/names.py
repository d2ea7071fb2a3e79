"""Who is named on a sheet: whom to ask, and who helps."""

from datetime import date

from bot.messages.sheets.language import THE_CHILD, YOUR_WORKER
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan

_TO_ASK = (Role.YOT, Role.SECURE)
# Who may be told where something is wrong with a worker.
_ABOVE = (Role.MANAGER, Role.REVIEWING_OFFICER, Role.SECURE, Role.SOCIAL_WORKER, Role.YOT)


def workers(plan: Plan, day: date) -> list[Person]:
    """Those who are on the case that day, the lead first."""
    now = (person for person in plan.people if person.is_professional and person.is_on(day))
    return sorted(now, key=lambda person: not person.lead)


def whom_to_ask(plan: Plan, day: date) -> str:
    """The youth justice worker, else the worker where the child is held."""
    first = first_to_ask(plan, day)
    return YOUR_WORKER if first is None or is_nameless(first) else first.name


def first_to_ask(plan: Plan, day: date) -> Person | None:
    """The person whom `whom_to_ask` names, where there is one."""
    to_ask = [person for role in _TO_ASK for person in workers(plan, day) if person.role is role]
    return to_ask[0] if to_ask else None


def another_to_tell(plan: Plan, day: date, left: bool) -> str:
    """Somebody else to go to where something is wrong with whoever is asked first, or "".

    Once the child has `left`, that is nobody at the place which they left.
    """
    first = first_to_ask(plan, day)
    others = [person for person in workers(plan, day) if person != first and not is_nameless(person)]
    roles = [role for role in _ABOVE if not (left and role is Role.SECURE)]
    return next((person.name for role in roles for person in others if person.role is role), "")


def is_nameless(person: Person) -> bool:
    """Where what somebody does stands in place of their name ("Youth justice worker")."""
    return person.name.strip().casefold() == person.role.casefold()


def next_meeting_of(plan: Plan, day: date) -> date | None:
    """The day of the meeting that is open or booked. What is only due is no day to tell anybody."""
    return min((one.on for one in plan.meetings if not one.is_closed and one.on >= day), default=None)


def helper(plan: Plan, person_id: str, day: date) -> Person | None:
    """Who helps, where they are still there and contact with the child is not unsafe or barred."""
    person = plan.person(person_id)
    return person if person and person.is_on(day) and person.may_meet_the_child else None


def is_child(person: Person) -> bool:
    return person.role is Role.CHILD


def child_called(plan: Plan) -> str:
    """The child as others speak of them."""
    return plan.first_name or THE_CHILD
