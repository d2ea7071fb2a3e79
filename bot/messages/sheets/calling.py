"""Who to call: numbers, with no more about each person than this reader may know."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Paragraph, Row
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import child_called, whom_to_ask, workers
from bot.messages.sheets.readers import Reader
from planning_rules.facts.plan_b import PlanB
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan

# Who else is there tells that a child is in care, or ill: others than the child get the name alone.
_TO_ANYBODY = {
    Role.YOT: "{name}, your youth justice worker",
    Role.SECURE: "{name}, from {organisation}",
    Role.EDUCATION: "{name}, for school, training or work",
    Role.ADVOCATE: "{name}, who speaks up for you",
}
_TO_FAMILY = {
    **_TO_ANYBODY,
    Role.YOT: "{name}, {child}'s youth justice worker",
    Role.ADVOCATE: "{name}, who speaks up for {child}",
}
_TO_THE_CHILD = {
    **_TO_ANYBODY,
    Role.SOCIAL_WORKER: "{name}, your social worker",
    Role.HEALTH: "{name}, your health worker",
    Role.HOUSING: "{name}, for your home",
    Role.SUBSTANCE: "{name}, your health worker",
    Role.MANAGER: "{name}, a manager",
    Role.REVIEWING_OFFICER: "{name}, who checks how you are cared for",
}
_CALL = "Call {phone}."
_CALL_EVENINGS = "Call {phone}. You can call in the evening too."


def who_to_call(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Whom to call at any time, then workers who gave a number: the lead, then who answers in the evening."""
    yield Heading(reader.says("Who to call"), "phone")
    any_time = lines(plan, PlanB.call, day, reader.language) if reader.may_read(PlanB.call) else []
    for line in any_time:
        first, _, number = line.partition("\n")
        yield Row(first, number) if number else Paragraph(line)
    reachable = [person for person in workers(plan, day) if person.phone and reader.may_read_of(person)]
    for person in sorted(reachable, key=lambda person: (not person.lead, not person.evenings)):
        says = reader.says(_CALL_EVENINGS if person.evenings else _CALL, phone=person.phone)
        yield Row(known_as(plan, reader, person), says)
    if not (any_time or reachable):
        says = reader.says("We still need a number for you. Ask {ask} for one.", ask=whom_to_ask(plan, day))
        yield Paragraph(says)


def known_as(plan: Plan, reader: Reader, person: Person) -> str:
    """A worker by name, with no more of what they do than this reader may know."""
    told = _TO_THE_CHILD if reader.is_child else _TO_FAMILY if reader.adult else _TO_ANYBODY
    if person.role not in told or (person.role is Role.SECURE and not person.organisation):
        return person.name
    values = {"name": person.name, "child": child_called(plan), "organisation": person.organisation}
    return reader.says(told[person.role], **values)
