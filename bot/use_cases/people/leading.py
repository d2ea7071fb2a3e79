"""Who leads a case: handed on to somebody of the service that leads it."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import joining
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.people import lead_form
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.people.people import could_lead, everybody, on_case
from bot.use_cases.the_case import TheCase
from planning_rules.refusal import Refusal
from storage import people
from storage.people import OnCase


@said("lead", act=Act.INVITE)
def ask_who_leads(case: TheCase, call: Call) -> Answered:
    """Ask before somebody else leads the case."""
    one = _next_lead(case, call)
    return one if isinstance(one, Refusal) else lead_form(case.reference, one.person)


@filled("lead", act=Act.INVITE)
def hand_on(case: TheCase, call: Call, typed: Typed) -> Answered:
    """From now on they lead it. Whoever did stays on the case, and sees what its other workers see."""
    one = _next_lead(case, call)
    if isinstance(one, Refusal):
        return one
    read = read_form(lead_form(case.reference, one.person), typed.values, case.today)
    if isinstance(read, Form):
        return read
    if read["sure"] != "yes":
        return everybody(case)
    for before in case.named:
        if before.person.lead:
            people.change(case.turn.tx, replace(before, person=replace(before.person, lead=False)))
    people.change(case.turn.tx, replace(one, person=replace(one.person, lead=True)))
    case.turn.note("handed-on-lead", case.case, one.person.id)
    told = case.tells(one.person.id, joining.you_lead(case.reference))
    return Outcome((everybody(case.loaded_again()),), reference=case.reference, told=told)


def _next_lead(case: TheCase, call: Call) -> OnCase | Refusal:
    """Who is meant, where they can lead it."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    if one.person.lead:
        return joining.leads_already(one.person.name)
    return one if could_lead(case, one) else joining.cannot_lead(one.person.name)
