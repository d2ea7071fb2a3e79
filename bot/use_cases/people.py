"""The people of a case: named, invited with a code, and let in by the lead."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import people as say
from bot.messages import refusals
from bot.messages.document import Document
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, filled, said
from bot.use_cases.may import Act
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.dates import in_full
from planning_rules.parts import Contact, Person, Role
from planning_rules.refusal import Refusal
from planning_rules.text import nearest
from storage import cases, invitations, people
from storage.people import OnCase

CODE_LASTS = timedelta(days=7)


@said("people")
def list_people(turn: Turn, call: Call) -> Answered:
    """Who is on the case, and who waits to be let in."""
    found = the_case(turn, call.reference)
    return found if isinstance(found, Refusal) else _list(found)


@said("person")
def ask_for_person(turn: Turn, call: Call) -> Answered:
    """Ask who is to be added."""
    found = the_case(turn, call.reference, Act.INVITE)
    return found if isinstance(found, Refusal) else say.person_form(found.reference)


@filled("person")
def add_person(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Name somebody on the case."""
    found = the_case(turn, call.reference, Act.INVITE, changes=True)
    if isinstance(found, Refusal):
        return found
    read = read_form(say.person_form(found.reference), typed)
    if isinstance(read, Form):
        return read
    person = Person(
        _new_id(found),
        read["name"],
        Role(read["role"]),
        read.get("organisation", ""),
        read["phone"],
        sees=read.get("sees", ()),
        contact=Contact(read.get("contact") or Contact.NOT_SAID),
        gets_sheet=read.get("gets_sheet", ""),
    )
    people.add(turn.tx, OnCase(found.case.id, person))
    turn.note("named", found.case, person.id)
    after = the_case(turn, call.reference)
    assert isinstance(after, TheCase)
    return Outcome((_list(after),), reference=found.reference)


@said("invite", changes=True)
def invite(turn: Turn, call: Call) -> Answered:
    """Make a code with which one named person joins, once, within a week."""
    found = _on_case(turn, call)
    if isinstance(found, Refusal):
        return found
    case, one = found
    if one.account_id is not None:
        return refusals.joined_already(one.person.name)
    expires = turn.now + CODE_LASTS
    code = invitations.make(turn.tx, case.case.id, one.person.id, expires)
    turn.note("invited", case.case, one.person.id)
    return say.code_made(one.person, code, in_full(turn.today + CODE_LASTS), case.reference)


@said("join", changes=True)
def join(turn: Turn, call: Call) -> Answered:
    """Take up a code. Nothing of the case is shown until the lead lets the person in."""
    used = invitations.use(turn.tx, " ".join(call.words), account_id=turn.account.id, at=turn.now)
    case = cases.by_id(turn.tx, used.case_id) if used else None
    if used is None or case is None:
        return refusals.code_not_good()
    named = people.of(turn.tx, case.id)
    if any(one.account_id == turn.account.id for one in named):
        return refusals.on_it_already(case.reference)
    mine = next(one for one in named if one.person.id == used.person_id)
    people.change(turn.tx, replace(mine, account_id=turn.account.id, confirmed=False))
    turn.note("asked-to-join", case, used.person_id)
    return say.asked_to_join(case.reference)


@said("admit", changes=True)
def admit(turn: Turn, call: Call) -> Answered:
    """Let somebody in who used their code."""
    found = _on_case(turn, call)
    if isinstance(found, Refusal):
        return found
    case, one = found
    if one.account_id is None:
        return refusals.has_not_joined(one.person.name)
    people.change(turn.tx, replace(one, confirmed=True))
    turn.note("let-in", case.case, one.person.id)
    return Outcome((say.let_in(one.person, case.reference),), reference=case.reference)


def _list(found: TheCase) -> Document:
    waiting = frozenset(one.person.id for one in found.named if one.account_id and not one.confirmed)
    joined = frozenset(one.person.id for one in found.named if one.account_id)
    return say.people_list(found.plan, waiting, joined, found.may(Act.INVITE))


def _on_case(turn: Turn, call: Call) -> tuple[TheCase, OnCase] | Refusal:
    found = the_case(turn, call.reference, Act.INVITE, changes=True)
    if isinstance(found, Refusal):
        return found
    by_id = {one.person.id: one for one in found.named}
    wanted = call.word(1)
    if wanted not in by_id:
        return refusals.no_such("person", wanted, nearest(wanted, by_id))
    return found, by_id[wanted]


def _new_id(found: TheCase) -> str:
    return f"p{len(found.named) + 1}"
