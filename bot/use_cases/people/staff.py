"""The roles of a service's people: whoever administers it gives and takes them."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals, staff
from bot.messages.document import Document
from bot.messages.form import Form
from bot.use_cases.handlers import FILLED, REDRAWN, SAID, Answered, Typed, outside
from bot.use_cases.people.enrolling import met
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import accounts, audit
from storage.accounts import ServiceRole


@outside(SAID, "roles")
def ask_for_roles(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Who may do what now, and the form that changes it."""
    form = _form(turn, "")
    return form if isinstance(form, Refusal) else Outcome((form, _everybody(turn)))


@outside(REDRAWN, "roles")
def redraw_roles(turn: Turn, call: Call, typed: Typed) -> Answered:
    """The form with the roles that the chosen person has."""
    return _form(turn, typed.values.get("person", ""))


@outside(FILLED, "roles", changes=True)
def give_roles(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Give somebody these roles, and take those that are not ticked."""
    form = _form(turn, "")
    if isinstance(form, Refusal):
        return form
    read = read_form(form, typed.values, turn.today)
    if isinstance(read, Form):
        return read
    account = met(turn.tx, turn.account.service_id, turn.account.chat, read["person"])
    given = replace(account, roles=tuple(map(ServiceRole, read["roles"])), barred=not read["roles"])
    accounts.change(turn.tx, given)
    if not _administered(turn):
        return refusals.last_administrator()
    audit.write(turn.tx, given.service_id, turn.account.id, "gave-roles", None, str(given.id), turn.now)
    return _everybody(turn)


def _form(turn: Turn, chat_id: str) -> Form | Refusal:
    if ServiceRole.ADMINISTRATOR not in turn.service_roles:
        return refusals.only_administrators()
    every = accounts.in_service(turn.tx, turn.account.service_id)
    members = [(one.chat_id, one.name) for one in every] if turn.account.chat == "local" else []
    chosen = next((one for one in every if chat_id and one.chat_id == chat_id), None)
    return staff.roles_form(members, chat_id, chosen.roles if chosen else ())


def _administered(turn: Turn) -> bool:
    every = accounts.in_service(turn.tx, turn.account.service_id)
    return any(ServiceRole.ADMINISTRATOR in one.roles for one in every)


def _everybody(turn: Turn) -> Document:
    every = accounts.in_service(turn.tx, turn.account.service_id)
    return staff.everybody_with_roles({one.name: one.roles for one in every})
