"""Handing over a plan sheet: kept for the last meeting that was closed, and taken back where it was wrong."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Block
from bot.messages.form import Form
from bot.messages.handing_out import giving
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.the_case import TheCase
from planning_rules.on_record import Handing, How
from planning_rules.parts import Meeting, Person, Role
from planning_rules.refusal import Refusal
from storage import handings


@said("given", act=Act.ANSWER)
def ask_how_it_was_given(case: TheCase, call: Call) -> Answered:
    """Ask when and how somebody got their plan sheet."""
    found = _asked(case, call)
    return found if isinstance(found, Refusal) else _form(case, *found)


@filled("given", act=Act.ANSWER)
def keep_that_it_was_given(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep that somebody has their plan sheet, or that the child, at 18, keeps it from them."""
    found = _asked(case, call)
    if isinstance(found, Refusal):
        return found
    meeting, reader = found
    form = _form(case, meeting, reader)
    read = read_form(form, typed.values, case.today)
    if isinstance(read, Form):
        return read
    if wrong := giving.wrong_day(read["on"], meeting, case.today):
        return form.filled(typed.values, {"on": wrong})
    handing = Handing(reader.id, meeting.id, read["on"], How(read["how"]), read["by"])
    handings.add(case.turn.tx, case.case.id, handing)
    case.turn.note("gave-sheet", case.case, reader.id)
    return Outcome((giving.kept(case.plan, handing),), reference=case.reference)


@said("notgiven", act=Act.ANSWER)
def ask_what_is_wrong(case: TheCase, call: Call) -> Answered:
    """Ask what of that which is recorded is wrong, and why."""
    found = _recorded(case, call)
    return found if isinstance(found, Refusal) else giving.take_back_form(case.plan, *found)


@filled("notgiven", act=Act.ANSWER)
def take_back(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep that it was wrong, beside what was recorded."""
    found = _recorded(case, call)
    if isinstance(found, Refusal):
        return found
    read = read_form(giving.take_back_form(case.plan, *found), typed.values, case.today)
    if isinstance(read, Form):
        return read
    wrong = next(one for one in found[1] if giving.name_of(one) == read["which"])
    handing = replace(wrong, wrong_by=case.me.id, wrong_because=read["why"])
    handings.add(case.turn.tx, case.case.id, handing)
    case.turn.note("took-back-giving", case.case, handing.to)
    return Outcome((giving.kept(case.plan, handing),), reference=case.reference)


def handing_over(case: TheCase, reader: str) -> Sequence[Block]:
    """For the preview of a sheet: nothing before a meeting was closed, or where its readers are workers."""
    person, meeting = _reader(case, reader), case.plan.last_closed
    return tuple(giving.handing_over(case.plan, meeting, person)) if person and meeting else ()


def _asked(case: TheCase, call: Call) -> tuple[Meeting, Person] | Refusal:
    """The meeting whose sheets are the newest, and the reader who is meant."""
    meeting, reader = case.plan.last_closed, _reader(case, call.word(1))
    if meeting is None:
        return giving.no_sheet_yet(case.reference)
    if reader is None:
        return refusals.no_such("reader", call.word(1), known=[one.name for one in readers(case)])
    return meeting, reader


def _recorded(case: TheCase, call: Call) -> tuple[Person, list[Handing]] | Refusal:
    """Somebody who was ever said to have a sheet, and what counts of that."""
    named = next((one for one in case.plan.people if one.id == call.word(1)), None)
    reader = named or _reader(case, call.word(1))
    if reader is None:
        return refusals.no_such("reader", call.word(1), known=[one.name for one in readers(case)])
    given = giving.recorded_for(case.plan, reader)
    return (reader, given) if given else giving.nothing_given(case.plan, reader)


def _form(case: TheCase, meeting: Meeting, reader: Person) -> Form:
    return giving.given_form(case.plan, meeting, reader, case.me.id, case.today)


def _reader(case: TheCase, typed: str) -> Person | None:
    """Who is meant by "child", "adult:mum" or "mum"."""
    wanted = typed.removeprefix("adult:")
    child = {one.id for one in case.plan.people if one.role is Role.CHILD and wanted == "child"}
    return next((one for one in readers(case) if one.id == wanted or one.id in child), None)


def readers(case: TheCase) -> list[Person]:
    """Family on the case with whom the child may be in touch, and the child."""
    here = [one for one in case.plan.people if not one.is_professional and one.is_on(case.today)]
    return [one for one in here if one.may_meet_the_child]
