"""Actions: listed, added, accepted or declined, done, confirmed or skipped. None is ever deleted."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.messages import action_lines, refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.offering import offer, told, ways_on
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import beside_the_meeting
from planning_rules.parts import Action, Progress
from planning_rules.refusal import Refusal
from planning_rules.text import nearest
from storage import actions

_BECOMES = {
    "accept": Progress.ACCEPTED,
    "decline": Progress.DECLINED,
    "done": Progress.DONE,
    "confirm": Progress.CONFIRMED,
    "skip": Progress.SKIPPED,
}


@said("actions")
def list_actions(case: TheCase, call: Call) -> Answered:
    """Who promised what, the late ones first."""
    listed = action_lines.action_list(case.plan, case.seen_actions, partial(ways_on, case), case.today)
    return beside_the_meeting(case, listed)


@said("add", act=Act.ANSWER)
def ask_for_action(case: TheCase, call: Call) -> Answered:
    """Ask what is to be done, by whom and when."""
    return action_lines.action_form(case.plan, call.text, case.today)


@filled("add", act=Act.ANSWER)
def add_action(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Offer a new action to its owner."""
    form = action_lines.action_form(case.plan, call.text, case.today)
    read = read_form(form, typed.values, case.today)
    return read if isinstance(read, Form) else told(case, offer(case, **read))


@said("accept", "confirm", act=Act.ANSWER, changes=True)
def change_action(case: TheCase, call: Call) -> Answered:
    """Accept an action, take it up again, or confirm that it is done."""
    named = _named(case, call)
    if isinstance(named, Action) and named.progress is _BECOMES[call.name]:
        # Whoever wanted it so has it so.
        return told(case, named)
    action = _action(case, call)
    if isinstance(action, Refusal):
        return action
    words = action.words if call.name == "confirm" else ""
    return told(case, _keep(case, action, progress=_BECOMES[call.name], words=words))


@said("done", "decline", "skip", act=Act.ANSWER)
def ask_for_words(case: TheCase, call: Call) -> Answered:
    """Ask what shows that it is done, or why it is declined or skipped."""
    action = _action(case, call)
    return action if isinstance(action, Refusal) else action_lines.words_form(case.plan, action, call.name)


@filled("done", "decline", "skip", act=Act.ANSWER)
def change_with_words(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep how an action ended, with the words that say so."""
    action = _action(case, call)
    if isinstance(action, Refusal):
        return action
    read = read_form(action_lines.words_form(case.plan, action, call.name), typed.values, case.today)
    if isinstance(read, Form):
        return read
    return told(case, _keep(case, action, progress=_BECOMES[call.name], words=read["words"]))


@said("move", act=Act.ANSWER)
def ask_to_move(case: TheCase, call: Call) -> Answered:
    """Ask for another day or another person."""
    action = _action(case, call)
    return action if isinstance(action, Refusal) else action_lines.move_form(case.plan, action, case.today)


@filled("move", act=Act.ANSWER)
def move(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Give an action another day or another person, who is asked anew."""
    action = _action(case, call)
    if isinstance(action, Refusal):
        return action
    read = read_form(action_lines.move_form(case.plan, action, case.today), typed.values, case.today)
    if isinstance(read, Form):
        return read
    handed_over = read["owner"] not in (action.owner, case.me.id)
    progress = Progress.OFFERED if handed_over else action.progress
    return told(case, _keep(case, action, progress=progress, **read))


def _action(case: TheCase, call: Call) -> Action | Refusal:
    """The action that is meant, where this person may do with it what they ask."""
    action = _named(case, call)
    if isinstance(action, Refusal) or call.name in ways_on(case, action):
        return action
    if call.name not in action_lines.NEXT[action.progress]:
        return refusals.not_as_it_stands(action.id, str(action.progress))
    if call.name == "confirm":
        return refusals.by_somebody_else(action.id)
    return refusals.not_yours(Act.ACT_FOR_OTHERS)


def _named(case: TheCase, call: Call) -> Action | Refusal:
    wanted, seen = call.word(1).lower(), {action.id: action for action in case.seen_actions}
    return seen.get(wanted) or refusals.no_such("action", wanted, nearest(wanted, seen))


def _keep(case: TheCase, action: Action, **more: Any) -> Action:
    changed = replace(action, changed=case.today, **more)
    turn = case.turn
    actions.change(turn.tx, case.case.id, changed, account_id=turn.account.id, at=turn.now)
    turn.note("changed-action", case.case, action.id)
    return changed
