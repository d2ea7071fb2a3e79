"""Who to call: numbers, with no more about each person than this reader may know."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Paragraph, Pictured, Row
from bot.messages.sheets.leaving import is_over, leaving_day
from bot.messages.sheets.lines import lines
from bot.messages.sheets.names import child_called, first_to_ask, helper, is_nameless, whom_to_ask, workers
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Audience
from planning_rules.facts.plan_b import PlanB
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan

# Who else is there tells that a child is in care, or ill: others than the child hear no more of these.
_NO_MORE = "{name}, who works on this plan too"
_TO_ANYBODY = {
    Role.YOT: "{name}, your youth justice worker",
    Role.SECURE: "{name}, from {organisation}",
    Role.EDUCATION: "{name}, for school, training or work",
    Role.ADVOCATE: "{name}, who speaks up for you",
    Role.MANAGER: "{name}, a manager",
}
# Where no name is known.
_YOUR_OWN, _OF_THE_CHILD = "Your youth justice worker", "{child}'s youth justice worker"
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
    Role.REVIEWING_OFFICER: "{name}, who checks how you are cared for",
}
_CALL = "Call {phone}."
_CALL_EVENINGS = "Call {phone}. You can call in the evening too."
_FIRST_EVENING_CALL = "In the evening, call {name} on {phone}."
_NO_NUMBER = "We still need a number for {ask}."
_STAFF_CALL = "You can ask staff here to call {ask}."
_NO_EVENINGS = "We still need a number for the evening."
_STAFF_EVENINGS = "We still need a number for the evening. For now, ask staff here."
_STAFF_EVENINGS_TODAY = "We still need a number for the evening. Ask staff here before you leave."
_NO_EVENINGS_AFTER = "We still need an evening number for after you leave."
_NO_EVENINGS_AFTER_FAMILY = "We still need an evening number for after {child} leaves."


def who_to_call(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """Whom to call at any time, then workers who gave a number: the lead, then who answers in the evening.

    Who is asked first stands there with or without a number, and it is said what is done in the evening.
    """
    yield Heading(reader.says("Who to call"), "phone", together=True)
    for line in _any_time(plan, reader, day):
        first, _, number = line.partition("\n")
        yield Row(first, number)
    reachable = _reachable(plan, reader, day)
    asked = first_to_ask(plan, day)
    if asked not in reachable:
        yield from _without_number(plan, reader, day, asked)
    for person in reachable:
        answers = _answers_evenings(plan, reader, person, day)
        says = reader.says(_CALL_EVENINGS if answers else _CALL, phone=person.phone)
        yield Row(known_as(plan, reader, person), says)
    yield from map(Paragraph, _evenings(plan, reader, day))


def first_calls(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    """Whom to call first, and in the evening; that nobody is there then, but not that nobody will be."""
    any_time = _any_time(plan, reader, day)
    reachable = _reachable(plan, reader, day)
    first = reachable[0] if reachable else first_to_ask(plan, day)
    call = [reader.says(_CALL, phone=first.phone)] if first in reachable else _no_number(plan, reader, day)
    named = [known_as(plan, reader, first)] if first else []
    yield Pictured("phone", "\n".join((*named, " ".join(call))))
    yield from (Pictured("phone", line) for line in any_time)
    evening = [one for one in reachable if _answers_evenings(plan, reader, one, day)]
    if not evening:
        yield from (Pictured("phone", says) for says in _evenings(plan, reader, day))
    elif first not in evening and not any_time:
        says = reader.says(_FIRST_EVENING_CALL, name=evening[0].name, phone=evening[0].phone)
        yield Pictured("phone", says)


def known_as(plan: Plan, reader: Reader, person: Person) -> str:
    """A worker by name, with no more of what they do than this reader may know."""
    told = _TO_THE_CHILD if reader.is_child else _TO_FAMILY if reader.adult else _TO_ANYBODY
    said = told.get(person.role, _NO_MORE)
    if is_nameless(person) and person.role is Role.YOT:
        return reader.says(_OF_THE_CHILD if reader.adult else _YOUR_OWN, child=child_called(plan))
    if is_nameless(person) or (person.role is Role.SECURE and not person.organisation):
        return person.name
    values = {"name": person.name, "child": child_called(plan), "organisation": person.organisation}
    return reader.says(said, **values)


def _any_time(plan: Plan, reader: Reader, day: date) -> list[str]:
    told = reader.may_read(PlanB.call) and plan.plan_b.call.is_given
    return lines(plan, PlanB.call, day, reader.language) if told else []


def _reachable(plan: Plan, reader: Reader, day: date) -> list[Person]:
    found = [person for person in workers(plan, day) if person.phone and reader.may_read_of(person)]
    return sorted(found, key=lambda person: (not person.lead, not person.evenings))


def _without_number(plan: Plan, reader: Reader, day: date, asked: Person | None) -> Iterator[Block]:
    says = " ".join(_no_number(plan, reader, day))
    yield Paragraph(says) if asked is None else Row(known_as(plan, reader, asked), says)


def _no_number(plan: Plan, reader: Reader, day: date) -> Iterator[str]:
    ask = whom_to_ask(plan, day)
    yield reader.says(_NO_NUMBER, ask=ask)
    if _is_held(plan, reader, day):
        yield reader.says(_STAFF_CALL, ask=ask)


def _evenings(plan: Plan, reader: Reader, day: date) -> Iterator[str]:
    """What is still needed. A shared room may not know whether there is a number for any time."""
    if reader.audience is Audience.ROOM or plan.plan_b.call.is_given:
        return
    if helper(plan, plan.plan_b.call.finds_out, day):
        yield from lines(plan, PlanB.call, day, reader.language)
        return
    reachable = _reachable(plan, reader, day)
    evenings = [one.role for one in reachable if _answers_evenings(plan, reader, one, day)]
    if not evenings and _is_held(plan, reader, day):
        leaves_today = leaving_day(plan, reader) == day
        yield reader.says(_STAFF_EVENINGS_TODAY if leaves_today else _STAFF_EVENINGS)
    elif not evenings:
        yield reader.says(_NO_EVENINGS)
    elif all(role is Role.SECURE for role in evenings):
        said = _NO_EVENINGS_AFTER if reader.is_child else _NO_EVENINGS_AFTER_FAMILY
        yield reader.says(said, child=child_called(plan))


def _answers_evenings(plan: Plan, reader: Reader, person: Person, day: date) -> bool:
    """Nobody at the place that the child has left by the evening of that day."""
    leaves = leaving_day(plan, reader)
    has_left = leaves is not None and leaves <= day
    return person.evenings and not (has_left and person.role is Role.SECURE)


def _is_held(plan: Plan, reader: Reader, day: date) -> bool:
    """Only to somebody in custody “staff here” are anybody."""
    return not reader.adult and not is_over(plan, reader, day)
