"""Actions of a case: a new one, numbered and noted; and what may be done with one."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.conversation.heard import Outcome, Told
from bot.messages.acts import Act
from bot.messages.promises.action_lines import NEXT, changed, has_left, it_was
from bot.messages.promises.action_news import asked_to_do, declined
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import beside_the_meeting
from planning_rules.owed import latest_snooze
from planning_rules.parts import Action, Person, Progress
from storage import actions


def offer(
    case: TheCase,
    what: str,
    owner: str,
    by: date | None,
    closes: str = "",
    about: str = "",
    finds_out: str = "",
    for_child: str = "no",
) -> Action:
    """Offer an action to its owner. Who offers to do it themself has accepted it.

    `for_child` is "yes" where it may stand on the child's sheet.
    """
    turn = case.turn
    number = len(actions.of(turn.tx, case.case.id)) + 1
    action = Action(
        id=f"a{number}",
        what=what,
        owner=owner,
        by=by,
        progress=Progress.ACCEPTED if owner == case.me.id else Progress.OFFERED,
        closes=closes,
        about=about,
        finds_out=finds_out,
        for_child=for_child == "yes",
        since=turn.today,
        changed=turn.today,
    )
    actions.add(turn.tx, case.case.id, action, account_id=turn.account.id, at=turn.now)
    turn.note("offered", case.case, action.id)
    return action


def keep(case: TheCase, action: Action, verb: str = "changed-action") -> Action:
    """Keep the action as it is now, and note it."""
    turn = case.turn
    actions.change(turn.tx, case.case.id, action, account_id=turn.account.id, at=turn.now)
    turn.note(verb, case.case, action.id)
    return action


def changed_today(case: TheCase, action: Action, **more: Any) -> Action:
    """The action with `more` changed. What had been snoozed is not any longer."""
    return replace(action, **{"changed": case.today, "snoozed_until": None, **more})


def hand_over(case: TheCase, action: Action, owner: str, **more: Any) -> Action:
    """Give it to somebody else, who is asked anew. Who takes it themself has accepted it."""
    if owner == action.owner:
        return keep(case, changed_today(case, action, **more))
    progress = Progress.ACCEPTED if owner == case.me.id else Progress.OFFERED
    anew = {"progress": progress, "words": it_was(case.plan.called(action.owner)), **more}
    return keep(case, changed_today(case, action, owner=owner, **anew))


def hand_back(case: TheCase, leaver: Person) -> list[Action]:
    """What somebody who leaves still owes goes to the case lead, who is asked anew even where they do it."""
    lead = _lead(case)
    owed = [action for action in case.plan.actions if action.is_owed and action.owner == leaver.id]
    anew = {"progress": Progress.OFFERED, "words": has_left(leaver)}
    return [hand_over(case, action, lead.id, **anew) for action in owed]


def _lead(case: TheCase) -> Person:
    return next(person for person in case.plan.people if person.lead and person.is_on(case.today))


def ways_on(case: TheCase, action: Action) -> list[str]:
    """The commands with which this person may change an action as it stands.

    Whoever was offered it says themself whether they do it, and snoozes it, unless they have no way to.
    """
    theirs, leads = action.owner == case.me.id, case.may(Act.ACT_FOR_OTHERS)
    is_asked = any(one.person.id == action.owner and one.account_id for one in case.named)
    may = {"confirm": leads and not theirs}
    if is_asked:
        may["snooze"] = theirs
    if action.progress is Progress.OFFERED and is_asked:
        may |= dict.fromkeys(("accept", "decline"), theirs)
    if latest_snooze(case.plan, action, case.day) is None:
        may["snooze"] = False
    return [command for command in NEXT[action.progress] if may.get(command, leads or theirs)]


def told(case: TheCase, action: Action) -> Outcome:
    """What is said to whoever made or changed an action."""
    kept = changed(case.plan, action, ways_on(case, action), case.today)
    others: tuple[Told, ...] = ()
    if action.progress is Progress.OFFERED:
        others = case.tells(action.owner, asked_to_do(case.reference))
    elif action.progress is Progress.DECLINED:
        others = case.tells(_lead(case).id, declined(case.reference))
    return Outcome((beside_the_meeting(case, kept),), reference=case.reference, told=others)
