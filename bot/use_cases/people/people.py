"""The people of a case: named and changed."""

from dataclasses import replace
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import people as say
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, Typed, filled, redrawn, said
from bot.use_cases.may import may, may_see_private
from bot.use_cases.people.enrolling import met, takes_part
from bot.use_cases.the_case import TheCase
from planning_rules.facts import STEPS
from planning_rules.parts import Contact, Person, Role
from planning_rules.refusal import Refusal
from planning_rules.text import nearest
from storage import accounts, people, services
from storage.people import OnCase


@said("people")
def list_people(case: TheCase, call: Call) -> Answered:
    """Who is on the case, and who waits to be let in."""
    return everybody(case)


@said("person", act=Act.INVITE)
def ask_for_person(case: TheCase, call: Call) -> Answered:
    """Ask who is to be added."""
    return _form(case, call)


@redrawn("person", "edit", act=Act.INVITE)
def redraw_person(case: TheCase, call: Call, typed: Typed) -> Answered:
    """The form with the questions that the role calls for."""
    return _form(case, call).filled(typed.values)


@filled("person", act=Act.INVITE)
def add_person(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Name somebody on the case."""
    read = read_form(_form(case, call), typed.values, case.today)
    if isinstance(read, Form):
        return read
    person = _as_read(Person(f"p{len(case.named) + 1}", "", Role.OTHER), read)
    linked = _linked(case, OnCase(case.case.id, person), read)
    if isinstance(linked, Refusal):
        return _form(case, call).filled(typed.values, {"member": linked.sentence})
    people.add(case.turn.tx, linked)
    return _kept(case, "named", person)


@said("edit", act=Act.INVITE)
def ask_to_edit(case: TheCase, call: Call) -> Answered:
    """Show what is kept about somebody, to be changed."""
    one = on_case(case, call)
    return one if isinstance(one, Refusal) else _form(case, call, one)


@filled("edit", act=Act.INVITE)
def edit_person(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Change what is kept about somebody."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    read = read_form(_form(case, call, one), typed.values, case.today)
    if isinstance(read, Form):
        return read
    changed = _as_read(one.person, read)
    if one.account_id and not changed.is_professional:
        return _form(case, call, one).filled(typed.values, {"role": refusals.joined_as_a_worker().sentence})
    changed = replace(changed, sees=(*changed.sees, *_not_shown(case, one.person)))
    linked = _linked(case, replace(one, person=changed), read)
    if isinstance(linked, Refusal):
        return _form(case, call, one).filled(typed.values, {"member": linked.sentence})
    people.change(case.turn.tx, linked)
    return _kept(case, "changed-person", changed)


def _form(case: TheCase, call: Call, one: OnCase | None = None) -> Form:
    """What one may open to somebody is what one may see oneself."""
    seen = [step for step in STEPS if step.has_private() and may_see_private(case.me, step.key)]
    joined = one is not None and one.account_id is not None
    members = None if joined else _members(case)
    return say.person_form(call.text, seen, members, one.person if one else None)


def _not_shown(case: TheCase, person: Person) -> list[str]:
    """What they may see, and whoever changes them may not: it stays as it is."""
    return [step for step in person.sees if not may_see_private(case.me, step)]


def _members(case: TheCase) -> list[tuple[str, str]] | None:
    """Those of one's own service who are not on the case; a chat that knows them asks for them itself."""
    account = case.turn.account
    if account.chat != "local":
        return []
    on_it = {one.account_id for one in case.named}
    others = [one for one in accounts.in_service(case.turn.tx, account.service_id) if one.id not in on_it]
    return [(one.chat_id, one.name) for one in others] or None


def _linked(case: TheCase, one: OnCase, read: dict[str, Any]) -> OnCase | Refusal:
    """With the account that was chosen. Only the case lead lets somebody in without being asked."""
    chosen, me = read.get("member"), case.turn.account
    if not chosen:
        return one
    account = met(case.turn.tx, me.service_id, me.chat, chosen)
    if any(other.account_id == account.id for other in case.named):
        return refusals.on_it_already_as_somebody()
    lets_in = case.may(Act.ADMIT)
    if lets_in and (refusal := takes_part(case.turn.tx, account.id)):
        return refusal
    return replace(one, account_id=account.id, confirmed=lets_in)


def _as_read(person: Person, read: dict[str, Any]) -> Person:
    role = Role(read["role"])
    offered = read.get("sees", ())
    return replace(
        person,
        name=read["name"],
        role=role,
        organisation=read.get("organisation", ""),
        phone=read["phone"],
        sees=offered,
        contact=Contact(read.get("contact") or Contact.NOT_SAID),
        gets_sheet=read.get("gets_sheet", ""),
    )


def _kept(case: TheCase, verb: str, person: Person) -> Outcome:
    case.turn.note(verb, case.case, person.id)
    return Outcome((everybody(case.loaded_again()),), reference=case.reference)


def everybody(case: TheCase) -> Document:
    joined = {one.person.id: one for one in case.named if one.account_id}
    waiting = {key: _who_is(case, one) for key, one in joined.items() if not one.confirmed}
    now = [person for person in case.plan.people if person.is_on(case.today)]
    leaders = frozenset(key for key, one in joined.items() if could_lead(case, one))
    ways = say.MayDo(case.may(Act.INVITE), case.may(Act.ADMIT), leaders)
    return say.people_list(case.reference, now, waiting, frozenset(joined), ways)


def could_lead(case: TheCase, one: OnCase) -> bool:
    """True for whoever works on cases in its own service, and was let in."""
    account = accounts.by_id(case.turn.tx, one.account_id) if one.account_id else None
    if account is None or account.guest or account.service_id != case.case.service_id:
        return False
    return one.confirmed and may(frozenset(account.roles), Act.SEE, one.person)


def _who_is(case: TheCase, one: OnCase) -> str:
    """The account that used the code, so that the lead knows whom they let in."""
    account = accounts.by_id(case.turn.tx, one.account_id) if one.account_id else None
    service = services.by_id(case.turn.tx, account.service_id) if account else None
    return f"{account.name}, {service.name}" if account and service else ""


def on_case(case: TheCase, call: Call) -> OnCase | Refusal:
    by_id = {one.person.id: one for one in case.named if one.person.is_on(case.today)}
    wanted = call.word(1)
    return by_id.get(wanted) or refusals.no_such("person", wanted, nearest(wanted, by_id))
