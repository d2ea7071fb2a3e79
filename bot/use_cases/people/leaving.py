"""Leaving a case: from that day somebody sees nothing of it, and what they still owe goes to its lead."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import joining, refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.people import leave_form
from bot.messages.promises import action_lines, action_news
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.people.people import everybody, on_case
from bot.use_cases.promises.offering import hand_back, ways_on
from bot.use_cases.the_case import TheCase
from planning_rules.parts import Person
from planning_rules.refusal import Refusal
from storage import drafts, people


@said("leave", act=Act.INVITE)
def ask_to_leave(case: TheCase, call: Call) -> Answered:
    """Ask before somebody is taken off the case."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    return refusals.lead_stays() if one.person.lead else leave_form(case.reference, one.person)


@filled("leave", act=Act.INVITE)
def take_off(case: TheCase, call: Call, typed: Typed) -> Answered:
    """End somebody's part in the case from today on. What they said and did stays under their name."""
    one = on_case(case, call)
    if isinstance(one, Refusal):
        return one
    if one.person.lead:
        return refusals.lead_stays()
    read = read_form(leave_form(case.reference, one.person), typed.values, case.today)
    if isinstance(read, Form):
        return read
    if read["sure"] != "yes":
        return everybody(case)
    gone = replace(one.person, ended_on=case.today)
    people.change(case.turn.tx, replace(one, person=gone, account_id=None))
    if one.account_id:
        drafts.drop_about(case.turn.tx, one.account_id, case.reference)
    case.turn.note("left", case.case, gone.id)
    return _left(case, gone, [action.id for action in hand_back(case, gone)])


def _left(case: TheCase, gone: Person, back: list[str]) -> Outcome:
    """Who is on the case now, and what goes back to its lead, who hears of it too."""
    told = case.tells(gone.id, joining.you_have_left(case.reference), leaves=True)
    now = case.loaded_again()
    if not back:
        return Outcome((everybody(now),), reference=case.reference, told=told)
    lead = next(action.owner for action in now.plan.actions if action.id in back)
    told += case.tells(lead, action_news.came_back(case.reference))
    return Outcome((everybody(now), _handed_back(now, gone, back)), reference=case.reference, told=told)


def _handed_back(case: TheCase, gone: Person, back: list[str]) -> Document:
    seen = [action for action in case.seen_actions if action.id in back]
    rows = [action_lines.action_row(case.plan, one, ways_on(case, one), case.today) for one in seen]
    return action_lines.handed_back(case.reference, gone, len(back), len(back) - len(seen), rows)
