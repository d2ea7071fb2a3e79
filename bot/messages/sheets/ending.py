"""The end of every sheet: who does what by when, the dates, and whom to call."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Bullets, Heading, Paragraph, Row
from bot.messages.sheets.lines import lines, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.facts.order import Order
from planning_rules.parts import Action, Person, Progress, Role
from planning_rules.plan import Plan

_WORKERS = {
    Role.YOT: "your youth justice worker",
    Role.SOCIAL_WORKER: "your social worker",
    Role.HEALTH: "your health worker",
    Role.EDUCATION: "for school, training or work",
    Role.HOUSING: "for your home",
    Role.SUBSTANCE: "your health worker",
    Role.MANAGER: "a manager",
    Role.REVIEWING_OFFICER: "who checks how you are cared for",
    Role.ADVOCATE: "who speaks up for you",
}


def who_does_what(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """One thing, one person, one date."""
    owed = [action for action in plan.actions if action.is_owed and reader.may_read_action(action)]
    yield Heading("Who will do what, by when", "list")
    if not owed:
        yield Paragraph(f"There is nothing to do here yet. Ask {whom_to_ask(plan)} about it.")
    for action in sorted(owed, key=lambda action: action.by or date.max):
        yield Row(action.what, _promise(plan, action, day))


def important_dates(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Only dates that the secure setting gave, and the next meeting."""
    yield Heading(Order.child_title, Order.icon)
    meetings = [m.on for m in plan.meetings if not m.is_closed and m.on >= day]
    found = [*lines(plan, Order, reader)]
    found += [f"Your next meeting is on {in_full(min(meetings))}."] if meetings else []
    yield (
        Bullets(tuple(found))
        if found
        else Paragraph(f"We do not have your dates yet. Ask {whom_to_ask(plan)}.")
    )


def whom_to_call(plan: Plan, reader: Reader) -> Iterator[Block]:
    """Workers who gave a number: the lead first, then those who answer in the evening."""
    yield Heading("Whom to call", "phone")
    workers = [person for person in plan.people if person.is_professional and reader.may_read_of(person)]
    reachable = [person for person in workers if person.phone]
    if not reachable:
        yield Paragraph(f"There is no number here yet. Ask {whom_to_ask(plan)} for one.")
    for person in sorted(reachable, key=lambda person: (not person.lead, not person.evenings)):
        evenings = " You can call in the evening too." if person.evenings else ""
        yield Row(_worker(person), f"Call {person.phone}.{evenings}")


def _promise(plan: Plan, action: Action, day: date) -> str:
    owner = plan.person(action.owner)
    when = f" by {in_full(action.by)}" if action.by else ""
    no_day = "" if action.by else " We still need to agree a day."
    if owner is None:
        return f"We still need to find someone to do this{when}.{no_day}"
    who = "you" if owner.role is Role.CHILD else owner.name
    if action.by and action.by < day:
        were = "You were" if who == "you" else f"{who} was"
        return f"{were} going to do this{when}. Ask if it is done."
    if action.progress is Progress.OFFERED:
        return f"We have asked {who} to do this{when}.{no_day}"
    return f"{who[0].upper()}{who[1:]} will do this{when}.{no_day}"


def _worker(person: Person) -> str:
    words = _WORKERS.get(person.role) or (f"from {person.organisation}" if person.organisation else "")
    return f"{person.name}, {words}" if words else person.name
