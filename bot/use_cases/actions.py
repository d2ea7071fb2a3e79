"""Actions: listed, added, accepted or declined, done, confirmed or skipped. None is ever deleted."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import action_lines, refusals
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, filled, said
from bot.use_cases.may import Act
from bot.use_cases.offering import offer
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
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
def list_actions(turn: Turn, call: Call) -> Answered:
    """Who promised what, the late ones first."""
    found = the_case(turn, call.reference)
    return found if isinstance(found, Refusal) else action_lines.action_list(found.plan, turn.today)


@said("add")
def ask_for_action(turn: Turn, call: Call) -> Answered:
    """Ask what is to be done, by whom and when."""
    found = the_case(turn, call.reference, Act.ANSWER)
    return found if isinstance(found, Refusal) else action_lines.action_form(found.plan, call.text)


@filled("add")
def add_action(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Offer a new action to its owner."""
    found = the_case(turn, call.reference, Act.ANSWER, changes=True)
    if isinstance(found, Refusal):
        return found
    read = read_form(action_lines.action_form(found.plan, call.text), typed)
    return read if isinstance(read, Form) else _told(found, offer(found, **read))


@said("accept", "confirm", changes=True)
def change_action(turn: Turn, call: Call) -> Answered:
    """Accept an action, take it up again, or confirm that it is done."""
    found = _action(turn, call, changes=True)
    if isinstance(found, Refusal):
        return found
    case, action = found
    if call.name == "confirm" and action.progress is not Progress.DONE:
        return refusals.not_done_yet(action.id)
    return _told(case, _keep(case, action, call.name, action.words if call.name == "confirm" else ""))


@said("done", "decline", "skip")
def ask_for_words(turn: Turn, call: Call) -> Answered:
    """Ask what shows that it is done, or why it is declined or skipped."""
    found = _action(turn, call)
    return (
        found if isinstance(found, Refusal) else action_lines.words_form(found[0].plan, found[1], call.name)
    )


@filled("done", "decline", "skip")
def change_with_words(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Keep how an action ended, with the words that say so."""
    found = _action(turn, call, changes=True)
    if isinstance(found, Refusal):
        return found
    case, action = found
    read = read_form(action_lines.words_form(case.plan, action, call.name), typed)
    return read if isinstance(read, Form) else _told(case, _keep(case, action, call.name, read["words"]))


def _action(turn: Turn, call: Call, changes: bool = False) -> tuple[TheCase, Action] | Refusal:
    found = the_case(turn, call.reference, Act.ANSWER, changes)
    if isinstance(found, Refusal):
        return found
    wanted, all_of_them = call.word(1).lower(), {action.id: action for action in found.plan.actions}
    if wanted not in all_of_them:
        return refusals.no_such("action", wanted, nearest(wanted, all_of_them))
    action = all_of_them[wanted]
    theirs = action.owner == found.me.id and call.name != "confirm"
    if not theirs and not found.may(Act.ACT_FOR_OTHERS):
        return refusals.not_yours(str(Act.ACT_FOR_OTHERS))
    return found, action


def _keep(case: TheCase, action: Action, command: str, words: str) -> Action:
    turn = case.turn
    changed = replace(action, progress=_BECOMES[command], words=words, changed=turn.today)
    actions.change(turn.tx, case.case.id, changed, account_id=turn.account.id, at=turn.now)
    turn.note(command, case.case, action.id)
    return changed


def _told(case: TheCase, action: Action) -> Outcome:
    told = action_lines.changed(case.plan, action, case.turn.today)
    return Outcome((told,), reference=case.reference)
