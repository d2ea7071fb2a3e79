"""The miles from home, worked out from two postcode districts and kept once somebody has looked at them."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.districts import read_district
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import miles as say
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.step_questions import all_of, form_of
from bot.use_cases.the_case import TheCase
from planning_rules.facts.family import Family
from planning_rules.refusal import Refusal


@said("miles", act=Act.ANSWER)
def ask_districts(case: TheCase, call: Call) -> Answered:
    """Ask between which two districts."""
    return _why_not(case) or say.ask_districts(case.reference, case.case.version)


@filled("miles", act=Act.ANSWER)
def work_out(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Show the miles in the form that asks for them. Nothing is kept until that is saved."""
    if refused := _why_not(case):
        return refused
    form = say.ask_districts(case.reference, typed.version)
    read = read_form(form, typed.values, case.today)
    if isinstance(read, Form):
        return read
    home, held = read_district(read[say.HOME]), read_district(read[say.HELD])
    if isinstance(home, Refusal) or isinstance(held, Refusal):
        both = {say.HOME: home, say.HELD: held}
        wrong = {name: one.sentence for name, one in both.items() if isinstance(one, Refusal)}
        return form.filled(typed.values, wrong)
    miles = case.turn.distances.between(home, held)
    if isinstance(miles, Refusal):
        return miles
    return Outcome((say.to_confirm(_the_question(case), home, held, miles),))


def _why_not(case: TheCase) -> Refusal | None:
    if not case.turn.distances.are_on:
        return say.is_off()
    return None if Family.miles_from_home.at & case.stages else say.not_asked_now()


def _the_question(case: TheCase) -> Form:
    """The question alone. A name of its own keeps what was half typed into the whole topic apart."""
    change = Call("change", (case.reference, Family.key))
    asked = [
        one for one in all_of(case, Family, change.name, case.plan) if one.key == Family.miles_from_home.key
    ]
    form = form_of(case, Family, change, asked, case.plan)
    alone = tuple(replace(field, redraws=False) for field in form.fields)
    return replace(form, command=f"{change.text} miles", fields=alone)
