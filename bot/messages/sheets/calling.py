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
_FOR_ANYBODY = {
    Role.YOT: "{whose} youth justice worker",
    Role.SECURE: "from {organisation}",
    Role.EDUCATION: "for school, training or work",
    Role.ADVOCATE: "who speaks up for {whom}",
}
_FOR_THE_CHILD = {
    **_FOR_ANYBODY,
    Role.SOCIAL_WORKER: "your social worker",
    Role.HEALTH: "your health worker",
    Role.HOUSING: "for your home",
    Role.SUBSTANCE: "your health worker",
    Role.MANAGER: "a manager",
    Role.REVIEWING_OFFICER: "who checks how you are cared for",
}


def who_to_call(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Whom to call at any time, then workers who gave a number: the lead, then who answers in the evening."""
    yield Heading("Who to call", "phone")
    any_time = lines(plan, PlanB.call, day) if reader.may_read(PlanB.call) else []
    for line in any_time:
        first, _, number = line.partition("\n")
        yield Row(first, number) if number else Paragraph(line)
    reachable = [person for person in workers(plan, day) if person.phone and reader.may_read_of(person)]
    for person in sorted(reachable, key=lambda person: (not person.lead, not person.evenings)):
        evenings = " You can call in the evening too." if person.evenings else ""
        yield Row(_worker(plan, reader, person), f"Call {person.phone}.{evenings}")
    if not (any_time or reachable):
        yield Paragraph(f"We still need a number for you. Ask {whom_to_ask(plan, day)} for one.")


def _worker(plan: Plan, reader: Reader, person: Person) -> str:
    words = (_FOR_THE_CHILD if reader.is_child else _FOR_ANYBODY).get(person.role, "")
    if person.role is Role.SECURE and not person.organisation:
        words = ""
    whom = child_called(plan)
    whose = ("your", "you") if not reader.adult else (f"{whom}'s", whom)
    filled = words.format(whose=whose[0], whom=whose[1], organisation=person.organisation)
    return f"{person.name}, {filled}" if filled else person.name
