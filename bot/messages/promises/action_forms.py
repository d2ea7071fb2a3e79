"""What is asked about an action: what will be done, by whom and when, how it ended, and what waits."""

from datetime import date

from bot.messages.document import Button
from bot.messages.form import Control, Field, Form
from planning_rules.dates import in_full
from planning_rules.parts import Action
from planning_rules.plan import Plan

FOR_THE_CHILD = "Write it so that the child could read it. Leave out health, family, other people and why."
_OUTSIDE = "One person. A contact outside needs no account: the case lead adds them under People."
_ASKS = {
    "decline": ("Decline an action", "Why is it declined?", "Decline"),
    "done": ("Tick off an action", "What shows that it is done?", "Done"),
    "skip": ("Skip an action", "Why is it skipped?", "Skip"),
}


def words_form(plan: Plan, action: Action, command: str) -> Form:
    """Why it is declined or skipped, or what shows that it is done."""
    title, question, submit = _ASKS[command]
    asks = Field("words", question, Control.LINE, longest=150, required=True)
    return Form(title, f"{command} {plan.reference} {action.id}", (asks,), submit, intro=action.what)


def action_form(
    plan: Plan, command: str, today: date, may_invite: bool, closes_when: str = "", intro: str = ""
) -> Form:
    """One thing, one person, one date. `closes_when` says what would close the gap that it is made from.

    Whoever `may_invite` is led to where a contact outside is named, who needs no account.
    """
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
    fields = (what, *_who_and_when(plan, today), for_child)
    return Form("New action", command, fields, "Offer it", intro, ways=_somebody_else(plan, may_invite))


def move_form(plan: Plan, action: Action, today: date, may_invite: bool) -> Form:
    """Another day, or another person, for an action that stands."""
    fields = _who_and_when(plan, today, action.owner, action.by)
    command, ways = f"move {plan.reference} {action.id}", _somebody_else(plan, may_invite)
    return Form("Change an action", command, fields, "Change it", action.what, ways=ways)


def snooze_form(plan: Plan, action: Action, first: date, latest: date) -> Form:
    """Until when nobody is to be reminded of it."""
    until = Field(
        "until",
        "Until when?",
        Control.DATE,
        value=first.isoformat(),
        required=True,
        future=True,
        help=f"At most until {in_full(latest)}. Its own day stays {in_full(action.by or latest)}.",
    )
    command = f"snooze {plan.reference} {action.id}"
    return Form("Snooze an action", command, (until,), "Snooze it", action.what)


def snoozed_too_long(latest: date) -> str:
    """Beside the day until which an action is not to be snoozed."""
    return f"Choose a day after today, and at most {in_full(latest)}."


def _somebody_else(plan: Plan, may_invite: bool) -> tuple[Button, ...]:
    return (Button("Somebody else: add them first", f"person {plan.reference}"),) if may_invite else ()


def _who_and_when(plan: Plan, today: date, owner: str = "", by: date | None = None) -> tuple[Field, Field]:
    here = [one for one in plan.people if one.is_on(today) and one.may_meet_the_child]
    people = tuple((one.id, f"{one.name}, {one.role}") for one in here)
    # A day that has passed would be refused.
    day = by.isoformat() if by and by >= today else ""
    was = f"It was due on {in_full(by)}." if by and by < today else ""
    return (
        Field("owner", "Who will do it?", Control.SELECT, people, owner, required=True, help=_OUTSIDE),
        Field("by", "By when?", Control.DATE, value=day, required=True, future=True, help=was),
    )
