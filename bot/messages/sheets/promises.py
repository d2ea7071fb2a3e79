"""Who does what by when: one thing, one person, one date."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Row
from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.dates import in_full
from planning_rules.parts import Action, Person, Progress
from planning_rules.plan import Plan


def own_actions(plan: Plan, reader: Reader, day: date, title: str) -> Iterator[Block]:
    """What whoever reads the sheet has taken on, or was asked to do."""
    yield from _listed(plan, day, title, [a for a in _owed(plan, reader) if reader.is_own(a, plan)])


def others_actions(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """What others will do."""
    owed = [action for action in _owed(plan, reader) if not reader.is_own(action, plan)]
    yield from _listed(plan, day, "What others will do", owed)


def _owed(plan: Plan, reader: Reader) -> list[Action]:
    owed = (action for action in plan.actions if action.is_owed and reader.may_read_action(action, plan))
    return sorted(owed, key=lambda action: action.by or date.max)


def _listed(plan: Plan, day: date, title: str, actions: list[Action]) -> Iterator[Block]:
    if actions:
        yield Heading(title, "list")
        yield from (Row(action.what, promise(plan, action, day)) for action in actions)


def promise(plan: Plan, action: Action, day: date) -> str:
    """Who does it by when; where the day is past, whom to ask."""
    owner, ask = helper(plan, action.owner, day), whom_to_ask(plan, day)
    when = f" by {in_full(action.by)}" if action.by else ""
    no_day = "" if action.by else " We still need to agree a day."
    late = action.is_late(day)
    if owner is None:
        find = "We still need to find someone"
        return f"This was due{when}. {find}. Ask {ask}." if late else f"{find} to do this{when}.{no_day}"
    if late:
        return _late(owner, action.progress, when, ask)
    who = "you" if is_child(owner) else owner.name
    if action.progress is Progress.OFFERED:
        return f"We have asked {who} to do this{when}.{no_day}"
    return f"{who[0].upper()}{who[1:]} will do this{when}.{no_day}"


def _late(owner: Person, progress: Progress, when: str, ask: str) -> str:
    offered = progress is Progress.OFFERED
    if is_child(owner):
        were = f"We asked you to do this{when}." if offered else f"You were going to do this{when}."
        return f"{were} If it is hard, ask {ask} to help."
    if offered:
        return f"We asked {owner.name} to do this{when}. Ask {ask} about it."
    done = "it is done" if owner.name == ask else f"{owner.name} has done it"
    return f"This was due{when}. Ask {ask} if {done}."
