"""Who does what by when: one thing, one person, one date."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.messages.document import Block, Heading, Paragraph, Row
from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.readers import Reader
from bot.messages.sheets.why import said_with_the_home
from planning_rules.facts import STEPS
from planning_rules.parts import Action, Person, Progress
from planning_rules.plan import Plan


@dataclass(frozen=True)
class _Words:
    """How a promise reads: with a day, before one is agreed, and once that day is past."""

    by_a_day: str
    with_no_day: str
    late: str


_BY_NOBODY = _Words(
    "We still need to find someone to do this by {day}.",
    "We still need to find someone to do this. We still need to agree a day.",
    "This was due by {day}. We still need to find someone. Ask {ask}.",
)
_ASKED_OF_YOU = _Words(
    "We have asked you to do this by {day}.",
    "We have asked you to do this. We still need to agree a day.",
    "We asked you to do this by {day}. If it is hard, ask {ask} to help.",
)
_BY_YOU = _Words(
    "You will do this by {day}.",
    "You will do this. We still need to agree a day.",
    "You were going to do this by {day}. If it is hard, ask {ask} to help.",
)
_ASKED_OF_ANOTHER = _Words(
    "We have asked {who} to do this by {day}.",
    "We have asked {who} to do this. We still need to agree a day.",
    "We asked {who} to do this by {day}. Ask {ask} about it.",
)
_BY_ANOTHER = _Words(
    "{who} will do this by {day}.",
    "{who} will do this. We still need to agree a day.",
    "This was due by {day}. Ask {ask} if {who} has done it.",
)
_BY_WHOM_TO_ASK = replace(_BY_ANOTHER, late="{who} was going to do this by {day}. Ask {ask} about it.")


# Where nothing is on the child's list. What they are to find out stands beside what is not known.
_NOTHING_ASKED = "There is nothing on your list now."
_ASK_WHAT = "Ask {ask} what you need to do."


def own_or_none(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """What the child will do, and that there is nothing where that is so."""
    title = reader.says("What I will do")
    own = [*own_actions(plan, reader, day, title)]
    if own:
        yield from own
        return
    said = _ASK_WHAT if _has_something_to_do(plan, reader) else _NOTHING_ASKED
    yield Heading(title, "list")
    yield Paragraph(reader.says(said, ask=whom_to_ask(plan, day)))


def _has_something_to_do(plan: Plan, reader: Reader) -> bool:
    """On record, though it does not stand on this list."""
    child = [person.id for person in plan.people if is_child(person)]
    known = (plan.answer_to(fact) for step in STEPS for fact in reader.facts(step))
    return any(action.is_owed and action.owner in child for action in plan.actions) or any(
        answer.finds_out in child or (answer.is_given and answer.value in child) for answer in known
    )


def own_actions(plan: Plan, reader: Reader, day: date, title: str) -> Iterator[Block]:
    """What whoever reads the sheet has taken on, or was asked to do."""
    yield from _listed(plan, reader, day, title, [a for a in _owed(plan, reader) if reader.is_own(a, plan)])


def others_actions(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """What others will do."""
    said = said_with_the_home(plan, reader, day)
    owed = [one for one in _owed(plan, reader) if not reader.is_own(one, plan) and one != said]
    yield from _listed(plan, reader, day, reader.says("What others will do"), owed)


def _owed(plan: Plan, reader: Reader) -> list[Action]:
    owed = (action for action in plan.actions if action.is_owed and reader.may_read_action(action, plan))
    return sorted(owed, key=lambda action: action.by or date.max)


def _listed(plan: Plan, reader: Reader, day: date, title: str, actions: list[Action]) -> Iterator[Block]:
    if actions:
        yield Heading(title, "list")
        for action in actions:
            yield Row(reader.language.typed(action.what), promise(plan, action, day, reader))


def promise(plan: Plan, action: Action, day: date, reader: Reader) -> str:
    """Who does it by when; where the day is past, whom to ask."""
    owner, ask = helper(plan, action.owner, day), whom_to_ask(plan, day)
    words = _words(owner, reader.is_own(action, plan), action.progress, ask)
    said = words.late if action.is_late(day) else words.by_a_day if action.by else words.with_no_day
    who = plan.first_name or owner.name if owner and is_child(owner) else owner.name if owner else ""
    return reader.says(said, who=who, day=action.by or day, ask=ask)


def _words(owner: Person | None, is_own: bool, progress: Progress, ask: str) -> _Words:
    offered = progress is Progress.OFFERED
    if owner is None:
        return _BY_NOBODY
    if is_own:
        return _ASKED_OF_YOU if offered else _BY_YOU
    if offered:
        return _ASKED_OF_ANOTHER
    return _BY_WHOM_TO_ASK if owner.name == ask else _BY_ANOTHER
