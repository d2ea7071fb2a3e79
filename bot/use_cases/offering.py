"""Actions of a case: a new one, numbered and noted; and what may be done with one."""

from datetime import date

from bot.conversation.heard import Outcome
from bot.messages.action_lines import NEXT, asked_to_do, changed
from bot.messages.acts import Act
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import beside_the_meeting
from planning_rules.parts import Action, Progress
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


def ways_on(case: TheCase, action: Action) -> list[str]:
    """The commands with which this person may change an action as it stands.

    Whoever was offered it says themself whether they do it, unless they have no way to.
    """
    theirs, leads = action.owner == case.me.id, case.may(Act.ACT_FOR_OTHERS)
    is_asked = any(one.person.id == action.owner and one.account_id for one in case.named)
    may = {"confirm": leads and not theirs}
    if action.progress is Progress.OFFERED and is_asked:
        may |= dict.fromkeys(("accept", "decline"), theirs)
    return [command for command in NEXT[action.progress] if may.get(command, leads or theirs)]


def told(case: TheCase, action: Action) -> Outcome:
    """What is said to whoever made or changed an action."""
    kept = changed(case.plan, action, ways_on(case, action), case.today)
    offered = action.progress is Progress.OFFERED
    others = case.tells(action.owner, asked_to_do(case.reference)) if offered else ()
    return Outcome((beside_the_meeting(case, kept),), reference=case.reference, told=others)
