"""Actions: who does what by when, and what can be done about each."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from bot.messages.document import Block, Button, Buttons, Document, Heading, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.dates import in_full
from planning_rules.facts.fact import Fact
from planning_rules.parts import Action, Progress, Reason
from planning_rules.plan import Plan
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
    Progress.ACCEPTED: {"done": "Done", "move": "Change", "skip": "Skip"},
    Progress.DECLINED: {"accept": "Accept after all", "move": "Change", "skip": "Skip"},
    Progress.DONE: {"confirm": "Confirm", "accept": "Not done after all"},
    Progress.CONFIRMED: {"accept": "Not done after all"},
    Progress.SKIPPED: {"accept": "Take up again"},
}
WaysOn = Callable[[Action], Iterable[str]]
_ASKS = {
    "decline": ("Decline an action", "Why is it declined?", "Decline"),
    "done": ("Tick off an action", "What shows that it is done?", "Done"),
    "skip": ("Skip an action", "Why is it skipped?", "Skip"),
}


def action_list(plan: Plan, seen: Sequence[Action], ways_on: WaysOn, today: date) -> Document:
    """The actions that somebody may see: what is owed first, the late ones at the top."""
    reference = plan.reference
    owed = sorted((action for action in seen if action.is_owed), key=lambda action: action.by or date.max)
    other = [action for action in seen if not action.is_owed]
    late = sum(action.is_late(today) for action in owed)
    much = f", {late} of them late" if late else ""
    blocks: list[Block] = [Paragraph(f"{counted(len(owed), 'action')} to do{much}.")]
    blocks += [action_row(plan, action, ways_on(action), today) for action in owed]
    if other:
        blocks.append(Heading("No longer owed"))
        blocks += [action_row(plan, action, ways_on(action), today) for action in other]
    if not seen:
        blocks.append(Paragraph("Nobody has promised anything yet. Make a gap an action, or add one."))
    add = Button("Add an action", f"add {reference}", main=True)
    blocks.append(Buttons((add, Button("Gaps", f"gaps {reference}"))))
    return Document(f"Actions for {reference}", tuple(blocks))


def action_row(plan: Plan, action: Action, ways: Iterable[str], today: date) -> Row:
    """One action with what may be done about it."""
    owner = plan.called(action.owner) or "nobody yet"
    by = f"by {in_full(action.by)}" if action.by else "no date yet"
    words = f" · {action.words}" if action.words else ""
    late = action.is_late(today)
    labels = NEXT[action.progress]
    return Row(
        f"{action.id} · {action.what}",
        f"{owner} · {by} · {_STATES[action.progress]}{words}",
        Tone.URGENT if late else Tone.PLAIN if action.is_owed else Tone.GOOD,
        "late" if late else "",
        tuple(Button(labels[command], f"{command} {plan.reference} {action.id}") for command in ways),
    )


def changed(plan: Plan, action: Action, ways: Iterable[str], today: date) -> Document:
    """Said to whoever changed an action."""
    back = Buttons((Button("All actions", f"actions {plan.reference}"),))
    return Document("Action kept", (action_row(plan, action, ways, today), back))


def words_form(plan: Plan, action: Action, command: str) -> Form:
    """Why it is declined or skipped, or what shows that it is done."""
    title, question, submit = _ASKS[command]
    asks = Field("words", question, Control.LINE, longest=150, required=True)
    return Form(title, f"{command} {plan.reference} {action.id}", (asks,), submit, intro=action.what)


def action_form(plan: Plan, command: str, today: date, closes_when: str = "", intro: str = "") -> Form:
    """One thing, one person, one date. `closes_when` says what would close the gap that it is made from."""
    what = Field(
        "what",
        "What will be done? One thing.",
        Control.LINE,
        longest=150,
        required=True,
        help=f"{f'The gap closes when: {closes_when} ' if closes_when else ''}{FOR_THE_CHILD}",
    )
    for_child = Field(
        "for_child",
        "May the child read this on their plan, in these words?",
        Control.RADIO,
        (("yes", "Yes"), ("no", "No, it is for workers")),
        required=True,
    )
    return Form("New action", command, (what, *_who_and_when(plan, today), for_child), "Offer it", intro)


def move_form(plan: Plan, action: Action, today: date) -> Form:
    """Another day, or another person, for an action that stands."""
    fields = _who_and_when(plan, today, action.owner, action.by)
    return Form("Change an action", f"move {plan.reference} {action.id}", fields, "Change it", action.what)


def _who_and_when(plan: Plan, today: date, owner: str = "", by: date | None = None) -> tuple[Field, Field]:
    here = [one for one in plan.people if one.is_on(today) and one.may_meet_the_child]
    people = tuple((one.id, f"{one.name}, {one.role}") for one in here)
    day = by.isoformat() if by else ""
    return (
        Field("owner", "Who will do it?", Control.SELECT, people, owner, required=True),
        Field("by", "By when?", Control.DATE, value=day, required=True, future=True),
    )


def find_out(fact: Fact[Any]) -> str:
    """What somebody took on who said "not known yet". A private question is not named."""
    return f"Find out the answer to {_asked(fact)}"


def settle_disagreement(fact: Fact[Any]) -> str:
    """What a manager is asked to do where two workers disagree."""
    return f"Settle a disagreement about {_asked(fact)}"


def _asked(fact: Fact[Any]) -> str:
    return f"a private question of {fact.step.title}" if fact.is_private else f"“{fact.question}”"


FOR_THE_CHILD = "Write it so that the child could read it. Leave out health, family, other people and why."
WAIVE_REASONS = {
    Reason.DOES_NOT_APPLY: "It does not apply",
    Reason.WRONG_TIME: "It is the wrong time",
    Reason.NOT_OURS: "It is not ours (say whose)",
    Reason.EVIDENCE_DIFFERS: "The evidence says otherwise",
    Reason.AGAINST_WISHES: "The child or family does not want it (say why)",
    Reason.CANNOT_BE_DONE: "It cannot be done (say what was tried)",
}


def waive_form(command: str, says: str, urgent_until: date | None) -> Form:
    """Why a gap does not count, in a code, in words, and until when: on an urgent one at most until a day."""
    until = f"Until when? At most {in_full(urgent_until)}." if urgent_until else "Until when, if it ends?"
    fields = (
        Field("reason", "Why does it not count?", Control.RADIO, tuple(WAIVE_REASONS.items()), required=True),
        Field("words", "In a few words", Control.LINE, longest=150, required=True),
        Field("until", until, Control.DATE, required=urgent_until is not None, future=True),
    )
    return Form("Say why a gap does not count", command, fields, "Keep the reason", says)


def waived_too_long(latest: date) -> str:
    """Beside the day until which an urgent gap is not to count."""
    return f"It is urgent, so at most until {in_full(latest)}, and not before today."


def waived(says: str, reference: str) -> Document:
    """Said once a waiver is kept."""
    line = Paragraph(
        f"“{says}” no longer counts. The reason is kept and can be read by everybody on the case."
    )
    return Document("Reason kept", (line, Buttons((Button("Gaps", f"gaps {reference}"),))))


def asked_to_do(reference: str) -> Document:
    """Said to whoever is offered an action, without what it is."""
    line = Paragraph(f"You are asked to do something for {reference}. Please say whether you will.")
    way = Button("See it", f"actions {reference}", main=True)
    return Document(f"For you: {reference}", (line, Buttons((way,))))
