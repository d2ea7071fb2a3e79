"""Joining a case: a code for one named worker, taken up once, and the lead who lets them in."""

from dataclasses import replace
from datetime import timedelta

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome, Told
from bot.messages import joining as say
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.use_cases.handlers import FILLED, SAID, Answered, Typed, outside, said
from bot.use_cases.people.enrolling import takes_part
from bot.use_cases.people.people import everybody, on_case
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.dates import in_full
from planning_rules.refusal import Refusal
from storage import cases, invitations, people

CODE_LASTS = timedelta(days=7)


@said("invite", act=Act.INVITE, changes=True)
def invite(case: TheCase, call: Call) -> Answered:
    """Make a code with which one named worker joins, once, within a week."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    if one.account_id is not None:
        return refusals.joined_already(one.person.name)
    if not one.person.is_professional:
        return refusals.only_workers_join()
    turn = case.turn
    code = invitations.make(turn.tx, case.case.id, one.person.id, at=turn.now, expires=turn.now + CODE_LASTS)
    turn.note("invited", case.case, one.person.id)
    return say.code_made(one.person, code, in_full(turn.today + CODE_LASTS), case.reference)


@said("admit", act=Act.ADMIT, changes=True)
def admit(case: TheCase, call: Call) -> Answered:
    """Let somebody in who used their code, or, with "no", turn them away."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    if one.account_id is None:
        return refusals.has_not_joined(one.person.name)
    if one.confirmed:
        return refusals.joined_already(one.person.name)
    if call.word(2) == "no":
        people.change(case.turn.tx, replace(one, account_id=None, confirmed=True))
        case.turn.note("turned-away", case.case, one.person.id)
        return Outcome((everybody(case.loaded_again()),), reference=case.reference)
    if refusal := takes_part(case.turn.tx, one.account_id):
        return refusal
    people.change(case.turn.tx, replace(one, confirmed=True))
    case.turn.note("let-in", case.case, one.person.id)
    told = case.tells(one.person.id, say.you_are_in(case.reference))
    return Outcome((say.let_in(one.person, case.reference),), reference=case.reference, told=told)


@outside(SAID, "join", changes=True)
def join(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Take up a code, or ask for one."""
    return _join(turn, " ".join(call.words)) if call.words else say.join_form()


@outside(FILLED, "join", changes=True)
def join_with(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Take up the code that was typed into the form."""
    read = read_form(say.join_form(), typed.values, turn.today)
    return read if isinstance(read, Form) else _join(turn, read["code"])


def _used_before(turn: Turn, code: str) -> Answered:
    """Whoever used this code themself hears how things stand; everybody else, that it is not good."""
    mine = invitations.used_by(turn.tx, code, turn.account.id)
    case = cases.by_id(turn.tx, mine.case_id) if mine else None
    if case is None:
        return refusals.code_not_good()
    if any(one.account_id == turn.account.id and not one.confirmed for one in people.of(turn.tx, case.id)):
        return say.not_let_in_yet(case.reference)
    is_on_it = not isinstance(the_case(turn, case.reference), Refusal)
    return refusals.on_it_already(case.reference) if is_on_it else refusals.code_not_good()


def _join(turn: Turn, code: str) -> Answered:
    """Nothing of the case is shown until its lead lets the person in."""
    used = invitations.use(turn.tx, code, account_id=turn.account.id, at=turn.now)
    case = cases.by_id(turn.tx, used.case_id) if used else None
    if used is None or case is None:
        return _used_before(turn, code)
    cases.advance(turn.tx, case.id)
    named = people.of(turn.tx, case.id)
    if any(one.account_id == turn.account.id for one in named):
        return refusals.on_it_already(case.reference)
    mine = next(one for one in named if one.person.id == used.person_id)
    if mine.account_id is not None or not mine.person.is_on(turn.today):
        return refusals.code_not_good()
    people.change(turn.tx, replace(mine, account_id=turn.account.id, confirmed=False))
    turn.note("asked-to-join", case, used.person_id)
    waits = say.somebody_waits(case.reference)
    leads = [one.account_id for one in named if one.person.lead and one.account_id]
    told = tuple(Told(str(lead), waits, case.reference) for lead in leads)
    return Outcome((say.asked_to_join(case.reference),), told=told)
