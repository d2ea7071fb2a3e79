"""Actions: who does what by when, and what can be done about each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages.document import Block, Button, Buttons, Document, Heading, Pairs, Paragraph, Row, Tone
from planning_rules.dates import in_full
from planning_rules.facts.fact import Fact
from planning_rules.owed import carried_over
from planning_rules.parts import Action, Person, Progress
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import counted

_STATES = {
    Progress.OFFERED: "offered, not accepted yet",
    Progress.ACCEPTED: "accepted",
    Progress.DECLINED: "declined",
    Progress.DONE: "done, to be confirmed",
    Progress.CONFIRMED: "confirmed",
    Progress.SKIPPED: "skipped",
}
# What may be said of an action as it stands, and the words on the button.
NEXT: dict[Progress, dict[str, str]] = {
    Progress.OFFERED: {
        "accept": "Accept",
        "decline": "Decline",
        "done": "Done",
        "move": "Change",
        "skip": "Skip",
    },
    Progress.ACCEPTED: {"done": "Done", "snooze": "Snooze", "move": "Change", "skip": "Skip"},
    Progress.DECLINED: {"accept": "Accept after all", "move": "Change", "skip": "Skip"},
    Progress.DONE: {"confirm": "Confirm", "accept": "Not done after all"},
    Progress.CONFIRMED: {"accept": "Not done after all"},
    Progress.SKIPPED: {"accept": "Take up again"},
}
# What nobody will do now is nothing good.
_TONES = {Progress.DONE: Tone.GOOD, Progress.CONFIRMED: Tone.GOOD, Progress.DECLINED: Tone.WATCH}
HISTORY = "history"
_TIMES = {1: "once", 2: "twice"}
WaysOn = Callable[[Action], Iterable[str]]


def action_list(plan: Plan, seen: Sequence[Action], ways_on: WaysOn, today: date) -> Document:
    """The actions that somebody may see: what is owed first, the late ones at the top."""
    reference = plan.reference
    owed = sorted((action for action in seen if action.is_owed), key=lambda action: action.by or date.max)
    declined = [action for action in seen if action.progress is Progress.DECLINED]
    other = [action for action in seen if not action.is_owed and action not in declined]
    late = sum(action.is_late(today) for action in owed)
    much = f", {late} of them late" if late else ""
    blocks: list[Block] = [Paragraph(f"{counted(len(owed), 'action')} to do{much}.")]
    blocks += [action_row(plan, action, ways_on(action), today) for action in owed]
    for title, listed in (("Declined: nobody does this now", declined), ("No longer owed", other)):
        if listed:
            blocks.append(Heading(title))
            blocks += [action_row(plan, action, ways_on(action), today) for action in listed]
    if not seen:
        blocks.append(Paragraph("Nobody has promised anything yet. Make a gap an action, or add one."))
    add = Button("Add an action", f"add {reference}", main=True)
    ways = (add, Button("Gaps", f"gaps {reference}"), Button("The case", f"case {reference}"))
    blocks.append(Buttons(ways))
    return Document(f"Actions for {reference}", tuple(blocks))


def action_row(plan: Plan, action: Action, ways: Iterable[str], today: date) -> Row:
    """One action with what may be done about it."""
    late = action.is_late(today)
    labels = {**NEXT[action.progress], HISTORY: "History"}
    return Row(
        f"{action.id} · {action.what}",
        " · ".join(filter(None, _said_of(plan, action, today))),
        Tone.URGENT if late else _TONES.get(action.progress, Tone.PLAIN),
        "late" if late else "",
        tuple(Button(labels[command], f"{command} {plan.reference} {action.id}") for command in ways),
    )


def _said_of(plan: Plan, action: Action, today: date) -> Iterator[str]:
    times, until = carried_over(plan, action), action.snoozed_until
    yield plan.called(action.owner) or "nobody yet"
    yield f"by {in_full(action.by)}" if action.by else "no date yet"
    yield _STATES[action.progress]
    yield f"carried over {_TIMES.get(times, f'{times} times')}" if times else ""
    yield f"snoozed until {in_full(until)}" if until and until > today else ""
    yield action.words


def changed(plan: Plan, action: Action, ways: Iterable[str], today: date) -> Document:
    """Said to whoever changed an action."""
    history = Button("Its history", f"{HISTORY} {plan.reference} {action.id}")
    back = Buttons((Button("All actions", f"actions {plan.reference}"), history))
    return Document("Action kept", (action_row(plan, action, ways, today), back))


@dataclass(frozen=True)
class Happened:
    """What became of an action: on which day, done by whom, whose it was then, and what was said with it."""

    on: date
    by_whom: str
    progress: Progress
    owner: str
    by: date | None
    words: str


def history(plan: Plan, action: Action, events: Iterable[Happened]) -> Document:
    """Everything that happened to one action, the first first."""
    lines = Pairs(tuple((in_full(one.on), _happened(plan, one)) for one in events))
    back = Buttons((Button("All actions", f"actions {plan.reference}"),))
    return Document(f"{action.id} · {action.what}", (lines, back))


def _happened(plan: Plan, one: Happened) -> str:
    whose = plan.called(one.owner) or "nobody"
    parts = (
        f"{one.by_whom}: {_STATES[one.progress]}",
        f"with {whose}",
        f"by {in_full(one.by)}" if one.by else "",
        one.words,
    )
    return " · ".join(filter(None, parts))


def find_out(fact: Fact[Any]) -> str:
    """What somebody took on who said "not known yet". A private question is not named."""
    return f"Find out the answer to {_asked(fact)}"


def settle_disagreement(fact: Fact[Any]) -> str:
    """What a manager is asked to do where two workers disagree."""
    return f"Settle a disagreement about {_asked(fact)}"


def _asked(fact: Fact[Any]) -> str:
    return f"a private question of {fact.step.title}" if fact.is_private else f"“{fact.question}”"


def it_was(name: str) -> str:
    """With an action that was handed over: whose it was."""
    return f"It was with {name} before." if name else ""


def has_left(person: Person) -> str:
    """With an action that goes back to the case lead."""
    return f"{person.name} has left the case."


def handed_back(reference: str, person: Person, number: int, hidden: int, rows: Iterable[Row]) -> Document:
    """Said to whoever took somebody off the case, who may not see all of what goes back to its lead."""
    go = "goes" if number == 1 else "go"
    private = f" {counted(hidden, 'private one')} not shown here." if hidden else ""
    says = Paragraph(f"{counted(number, 'action')} of {person.name} {go} back to the case lead.{private}")
    ways = Buttons((Button("All actions", f"actions {reference}"),))
    return Document(f"What {person.name} promised", (says, *rows, ways))


def waited_long_enough(action: str) -> Refusal:
    """Where it cannot be snoozed, or no longer."""
    return Refusal(
        f"The reminders of {action} cannot wait: it has no day, or the day is long past. "
        "Do it, give it another day, or skip it and say why."
    )
