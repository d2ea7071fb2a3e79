"""Actions: who does what by when, and what can be done about each."""

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
_NEXT = {
    Progress.OFFERED: (("Accept", "accept"), ("Decline", "decline"), ("Done", "done")),
    Progress.ACCEPTED: (("Done", "done"), ("Skip", "skip")),
    Progress.DECLINED: (("Accept after all", "accept"), ("Skip", "skip")),
    Progress.DONE: (("Confirm", "confirm"), ("Not done after all", "accept")),
    Progress.CONFIRMED: (("Not done after all", "accept"),),
    Progress.SKIPPED: (("Take up again", "accept"),),
}
_ASKS = {
    "decline": ("Decline an action", "Why is it declined?", "Decline"),
    "done": ("Tick off an action", "What shows that it is done?", "Done"),
    "skip": ("Skip an action", "Why is it skipped?", "Skip"),
}


def action_list(plan: Plan, today: date) -> Document:
    """All actions: what is owed first, the late ones at the top."""
    reference = plan.reference
    owed = sorted((a for a in plan.actions if a.is_owed), key=lambda action: action.by or date.max)
    other = [action for action in plan.actions if not action.is_owed]
    late = sum(1 for action in owed if action.by and action.by < today)
    blocks: list[Block] = [Paragraph(f"{counted(len(owed), 'action')} to do, {late} of them late.")]
    blocks += [action_row(plan, action, today) for action in owed]
    if other:
        blocks.append(Heading("No longer owed"))
        blocks += [action_row(plan, action, today) for action in other]
    if not plan.actions:
        blocks.append(Paragraph("Nobody has promised anything yet. Make a gap an action, or add one."))
    add = Button("Add an action", f"add {reference}", main=True)
    blocks.append(Buttons((add, Button("Gaps", f"gaps {reference}"))))
    return Document(f"Actions for {reference}", tuple(blocks))


def action_row(plan: Plan, action: Action, today: date) -> Row:
    """One action with what may be done about it."""
    late = action.is_owed and action.by is not None and action.by < today
    owner = plan.called(action.owner) or "nobody yet"
    by = in_full(action.by) if action.by else "no date yet"
    words = f" · {action.words}" if action.words else ""
    tone = Tone.URGENT if late else Tone.PLAIN if action.is_owed else Tone.GOOD
    return Row(
        f"{action.id} · {action.what}",
        f"{owner} · by {by} · {_STATES[action.progress]}{words}",
        tone,
        "late" if late else "",
        tuple(
            Button(label, f"{command} {plan.reference} {action.id}")
            for label, command in _NEXT[action.progress]
        ),
    )


def changed(plan: Plan, action: Action, today: date) -> Document:
    """Said to whoever changed an action."""
    back = Buttons((Button("All actions", f"actions {plan.reference}"),))
    return Document("Action kept", (action_row(plan, action, today), back))


def words_form(plan: Plan, action: Action, command: str) -> Form:
    """Why it is declined or skipped, or what shows that it is done."""
    title, question, submit = _ASKS[command]
    asks = Field("words", question, Control.LINE, longest=150, required=True)
    return Form(title, f"{command} {plan.reference} {action.id}", (asks,), submit, intro=action.what)


def action_form(plan: Plan, command: str, what: str = "", intro: str = "") -> Form:
    """One thing, one person, one date."""
    people = tuple((p.id, f"{p.name}, {p.role}") for p in plan.people)
    fields = (
        Field("what", "What will be done? One thing.", Control.LINE, value=what, longest=150, required=True),
        Field("owner", "Who will do it?", Control.SELECT, people, required=True),
        Field("by", "By when?", Control.DATE, required=True),
    )
    return Form("New action", command, fields, "Offer it", intro)


def find_out(fact: Fact[Any]) -> str:
    """What somebody took on who said "not known yet". A private question is not named."""
    return f"Find out the answer to {_asked(fact)}"


def settle_disagreement(fact: Fact[Any]) -> str:
    """What a manager is asked to do where two workers disagree."""
    return f"Settle a disagreement about {_asked(fact)}"


def _asked(fact: Fact[Any]) -> str:
    return f"a private question of {fact.step.title}" if fact.is_private else f"“{fact.question}”"


WAIVE_REASONS = {
    Reason.DOES_NOT_APPLY: "It does not apply",
    Reason.WRONG_TIME: "It is the wrong time",
    Reason.NOT_OURS: "It is not ours (say whose)",
    Reason.EVIDENCE_DIFFERS: "The evidence says otherwise",
    Reason.AGAINST_WISHES: "The child or family does not want it (say why)",
    Reason.CANNOT_BE_DONE: "It cannot be done (say what was tried)",
}


def waive_form(command: str, says: str, urgent: bool) -> Form:
    """Why a gap does not count, in a code, in words, and until when."""
    until = (
        "Until when? On an urgent gap at most until the next meeting."
        if urgent
        else "Until when, if it ends?"
    )
    fields = (
        Field("reason", "Why does it not count?", Control.RADIO, tuple(WAIVE_REASONS.items()), required=True),
        Field("words", "In a few words", Control.LINE, longest=150, required=True),
        Field("until", until, Control.DATE, required=urgent),
    )
    return Form("Say why a gap does not count", command, fields, "Keep the reason", says)


def waived(says: str, reference: str) -> Document:
    """Said once a waiver is kept."""
    line = Paragraph(
        f"“{says}” no longer counts. The reason is kept and can be read by everybody on the case."
    )
    return Document("Reason kept", (line, Buttons((Button("Gaps", f"gaps {reference}"),))))
