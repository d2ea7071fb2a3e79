"""A new action of a case, numbered and noted."""

from datetime import date

from bot.use_cases.the_case import TheCase
from planning_rules.parts import Action, Progress
from storage import actions


def offer(
    found: TheCase, what: str, owner: str, by: date | None, closes: str = "", about: str = ""
) -> Action:
    """Offer an action to its owner. Who offers to do it themself has accepted it."""
    turn = found.turn
    number = len(actions.of(turn.tx, found.case.id)) + 1
    progress = Progress.ACCEPTED if owner == found.me.id else Progress.OFFERED
    action = Action(
        f"a{number}", what, owner, by, progress, closes, about, since=turn.today, changed=turn.today
    )
    actions.add(turn.tx, found.case.id, action, account_id=turn.account.id, at=turn.now)
    turn.note("offered", found.case, action.id)
    return action
