"""The weekly update to workers of other services: what was done, what changed and what is next.

It has five lines at most, made of actions and answers alone: nobody's words, nobody's name, nothing private.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.messages.cases import time_left
from bot.messages.document import Block, Bullets, Button, Buttons, Document, Paragraph
from bot.messages.reports.digest_lines import by_agency
from planning_rules.calendar import Due
from planning_rules.counting.concerns import role_of
from planning_rules.dates import in_full
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.kinds import Choice, Day, Ticks
from planning_rules.parts import Action
from planning_rules.plan import Plan
from planning_rules.text import counted, listed

_A_WEEK = timedelta(weeks=1)
_MOST_CHANGES = 4
_MOST_TOPICS = 3
_STATES = {
    State.YES: "yes",
    State.NO: "no",
    State.NOT_KNOWN: "not known yet",
    State.DECLINED: "not said",
    State.DOES_NOT_APPLY: "does not apply",
    State.NOT_ASKED: "taken back",
}


@dataclass(frozen=True)
class Update:
    """Of one case since a day: what was `done`, what is `owed`, the first due first, and the answers that

    `changed`; all of it what everybody on the case may see.
    """

    plan: Plan
    today: date
    since: date
    done: Sequence[Action]
    owed: Sequence[Action]
    changed: Sequence[Answer[Any]]
    next_meeting: Due | None

    @property
    def says_something(self) -> bool:
        """False where nothing was done, changed or missed, and nothing is due within a week."""
        soon = [action.by for action in self.owed if action.by]
        soon += [self.next_meeting.on] if self.next_meeting else []
        due = any(day <= self.today + _A_WEEK for day in soon)
        return bool(self.done or self.changed) or due


def update_document(of: Update) -> Document:
    reference = of.plan.reference
    ways = (Button("The case", f"case {reference}"), Button("Actions", f"actions {reference}"))
    return Document(f"This week: {reference}", (Bullets(tuple(update_lines(of))), Buttons(ways)))


def update_lines(of: Update) -> Iterator[str]:
    """At most five."""
    yield f"Done since {in_full(of.since)}: {_actions(of, of.done) or 'nothing'}."
    yield f"Changed: {'; '.join(_changes(of)) or 'nothing'}."
    late = [action for action in of.owed if action.is_late(of.today)]
    if late:
        yield f"Late: {_actions(of, late)}."
    if ahead := of.owed[len(late) :]:
        by = ahead[0].by
        first = f", the first by {in_full(by)} ({role_of(ahead[0], of.plan)})" if by else ""
        yield f"Next: {counted(len(ahead), 'action')}{first}."
    meeting = of.next_meeting
    held = (
        f"{meeting.event} {'on' if meeting.meeting else 'by'} {in_full(meeting.on)}"
        if meeting
        else "no meeting booked"
    )
    yield f"Ahead: {held}; {time_left(of.plan, of.today)}."


def update_page(
    of: Update, is_sent: bool, may_change: bool, by_message: Sequence[str], by_hand: Sequence[str]
) -> Document:
    """What they would read today, who hears of it by message, and for whom it can be copied."""
    reference = of.plan.reference
    sent = "It is sent each week" if is_sent else "It is not sent"
    blocks: list[Block] = [
        Bullets(tuple(update_lines(of))),
        Paragraph(f"{sent}. Workers of other services with an account: {listed(by_message) or 'none'}."),
    ]
    if by_hand:
        blocks.append(Paragraph(f"Without an account, so copy the lines above for: {listed(by_hand)}."))
    if may_change:
        label, way = ("Stop sending it", "off") if is_sent else ("Send it each week", "on")
        blocks.append(Buttons((Button(label, f"weekly {reference} {way}", main=not is_sent),)))
    return Document(
        f"The weekly update: {reference}", (*blocks, Buttons((Button("People", f"people {reference}"),)))
    )


def _actions(of: Update, actions: Sequence[Action]) -> str:
    roles = [role_of(action, of.plan) for action in actions]
    return f"{counted(len(roles), 'action')} ({by_agency(roles)})" if roles else ""


def _changes(of: Update) -> Iterator[str]:
    yield from map(_change, of.changed[:_MOST_CHANGES])
    if more := of.changed[_MOST_CHANGES:]:
        yield f"{len(more)} more, about {_topics(more)}"


def _topics(answers: Sequence[Answer[Any]]) -> str:
    titles = [*dict.fromkeys(fact_of(answer.fact).step.title for answer in answers)]
    rest = len(titles) - _MOST_TOPICS
    return listed([*titles[:_MOST_TOPICS], *([counted(rest, "more topic")] if rest > 0 else [])])


def _change(answer: Answer[Any]) -> str:
    """ "Address agreed: yes". What somebody typed in their own words is not told, only that it was."""
    fact = fact_of(answer.fact)
    if answer.state is not State.GIVEN:
        return f"{fact.label}: {_STATES[answer.state]}"
    match fact.kind:
        case Choice() | Day():
            return f"{fact.label}: {fact.kind.show(answer.value)}"
        case Ticks():
            return f"{fact.label}: {', '.join(fact.options[tick] for tick in answer.value or ())}"
    return fact.label
