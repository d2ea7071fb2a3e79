"""Actions: listed, added, accepted or declined, done, confirmed, skipped, moved. None is ever deleted."""

from dataclasses import replace
from functools import partial

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.promises import action_forms, action_lines, action_news
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.promises.offering import changed_today, hand_over, keep, offer, told, ways_on
from bot.use_cases.the_case import TheCase
from bot.use_cases.turn import day_of
from bot.use_cases.ways_back import beside_the_meeting
from planning_rules.behind import any_private, behind_action
from planning_rules.owed import latest_snooze
from planning_rules.parts import Action, Progress
from planning_rules.refusal import Refusal
from planning_rules.text import nearest
from storage import accounts, actions
from storage.actions import ActionEvent

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
    listed = action_lines.action_list(case.plan, case.seen_actions, partial(_ways, case), case.today)
    return beside_the_meeting(case, listed)


@said("add", act=Act.ANSWER)
def ask_for_action(case: TheCase, call: Call) -> Answered:
    """Ask what is to be done, by whom and when."""
    return _new_form(case, call)


@filled("add", act=Act.ANSWER)
def add_action(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Offer a new action to its owner."""
    read = read_form(_new_form(case, call), typed.values, case.today)
    return read if isinstance(read, Form) else told(case, offer(case, **read))


@said("accept", "confirm", act=Act.ANSWER, changes=True)
def change_action(case: TheCase, call: Call) -> Answered:
    """Accept an action, take it up again, or confirm that it is done."""
    named = _named(case, call)
    if isinstance(named, Action) and named.progress is _BECOMES[call.name]:
        # Whoever wanted it so has it so.
        return told(case, named)
    action = meant(case, call)
    if isinstance(action, Refusal):
        return action
    words = action.words if call.name == "confirm" else ""
    return told(case, _become(case, action, call.name, words))


@said("done", "decline", "skip", act=Act.ANSWER)
def ask_for_words(case: TheCase, call: Call) -> Answered:
    """Ask what shows that it is done, or why it is declined or skipped."""
    action = meant(case, call)
    return action if isinstance(action, Refusal) else action_forms.words_form(case.plan, action, call.name)


@filled("done", "decline", "skip", act=Act.ANSWER)
def change_with_words(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep how an action ended, with the words that say so."""
    action = meant(case, call)
    if isinstance(action, Refusal):
        return action
    read = read_form(action_forms.words_form(case.plan, action, call.name), typed.values, case.today)
    if isinstance(read, Form):
        return read
    return told(case, _become(case, action, call.name, read["words"]))


@said("move", act=Act.ANSWER)
def ask_to_move(case: TheCase, call: Call) -> Answered:
    """Ask for another day or another person."""
    action = meant(case, call)
    return action if isinstance(action, Refusal) else _move_form(case, action)


@filled("move", act=Act.ANSWER)
def move(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Give an action another day or another person, who is asked anew. Who had it hears of that."""
    action = meant(case, call)
    if isinstance(action, Refusal):
        return action
    read = read_form(_move_form(case, action), typed.values, case.today)
    if isinstance(read, Form):
        return read
    moved = told(case, hand_over(case, action, read["owner"], by=read["by"]))
    if read["owner"] == action.owner:
        return moved
    before = case.tells(action.owner, action_news.handed_on(case.reference))
    return replace(moved, told=(*moved.told, *before))


@said("history")
def happened(case: TheCase, call: Call) -> Answered:
    """What became of an action, whose it was, and who said so.

    Whoever has it, and may not see what it rests on, reads nothing that was said before it was theirs.
    """
    action = _named(case, call)
    if isinstance(action, Refusal):
        return action
    events = actions.events_of(case.turn.tx, case.case.id, action.id)
    if any_private(behind_action(action)):
        case.turn.note("looked-at-private", case.case, action.id)
    if not case.sees_behind(behind_action(action)):
        events = tuple(one for one in events if one.owner == case.me.id)
    return beside_the_meeting(
        case, action_lines.history(case.plan, action, [_happened(case, one) for one in events])
    )


def _happened(case: TheCase, event: ActionEvent) -> action_lines.Happened:
    account = accounts.by_id(case.turn.tx, event.account_id)
    on = day_of(event.at)
    name = account.name if account else ""
    return action_lines.Happened(on, name, event.progress, event.owner, event.by, event.words)


def _ways(case: TheCase, action: Action) -> list[str]:
    """What may be done with it, and a look at its history where there is more to it."""
    more = bool(action.words) or not action.is_owed
    return [*ways_on(case, action), *([action_lines.HISTORY] if more else [])]


def meant(case: TheCase, call: Call) -> Action | Refusal:
    """The action that is meant, where this person may do with it what they ask."""
    action = _named(case, call)
    if isinstance(action, Refusal) or call.name in ways_on(case, action):
        return action
    if call.name not in action_lines.NEXT[action.progress]:
        return refusals.not_as_it_stands(action.id, str(action.progress))
    if call.name == "confirm":
        return refusals.by_somebody_else(action.id)
    if call.name == "snooze" and latest_snooze(case.plan, action, case.day) is None:
        return action_lines.waited_long_enough(action.id)
    return refusals.not_yours(Act.ACT_FOR_OTHERS)


def _named(case: TheCase, call: Call) -> Action | Refusal:
    wanted, seen = call.word(1).lower(), {action.id: action for action in case.seen_actions}
    return seen.get(wanted) or refusals.no_such("action", wanted, nearest(wanted, seen))


def _become(case: TheCase, action: Action, name: str, words: str) -> Action:
    return keep(case, changed_today(case, action, progress=_BECOMES[name], words=words))


def _new_form(case: TheCase, call: Call) -> Form:
    return action_forms.action_form(case.plan, call.text, case.today, case.may(Act.INVITE))


def _move_form(case: TheCase, action: Action) -> Form:
    return action_forms.move_form(case.plan, action, case.today, case.may(Act.INVITE))
