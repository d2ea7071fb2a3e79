"""Two who disagree: the question which manager settles it, and what is said once that is known."""

from datetime import date
from typing import Any

from bot.messages.document import Button, Buttons, Document, Paragraph
from bot.messages.form import Control, Field, Form
from bot.messages.reading import answer_in_words, whose_word
from planning_rules.facts import fact_of, question_of
from planning_rules.facts.answers import Answer
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan

_NO_MANAGER = (
    "No manager is on the case yet, so it stays a gap. Add one under People, then say that they settle it."
)


def disagree_form(
    plan: Plan, theirs: Answer[Any], yours: Answer[Any], version: int, by: date, today: date
) -> Form:
    """Which manager settles it, and by when: `by` where nobody says otherwise.

    `version` is that of the answer that stands.
    """
    managers = [one for one in plan.people if one.role is Role.MANAGER and one.is_on(today)]
    when = Field("by", "By when?", Control.DATE, value=by.isoformat(), required=True, future=True)
    both = " ".join(f"{answer_in_words(one, plan)} ({whose_word(one, plan)})." for one in (theirs, yours))
    return Form(
        "We disagree",
        f"disagree {plan.reference} {yours.fact} {version}",
        (_which(managers), when) if managers else (),
        "Write it down",
        f"{question_of(yours.fact).words(plan)} {both} {'' if managers else _NO_MANAGER}".strip(),
        private=fact_of(yours.fact).is_private,
    )


def _which(managers: list[Person]) -> Field:
    options = tuple((one.id, ", ".join(filter(None, (one.name, one.organisation)))) for one in managers)
    chosen = managers[0].id if len(managers) == 1 else ""
    return Field("owner", "Which manager will settle it?", Control.SELECT, options, chosen, required=True)


def written_down(plan: Plan, key: str, owner: str) -> Document:
    """Said once it is kept that two disagree."""
    until = f"{plan.called(owner)} settles it" if owner else "a manager settles it. Nobody is asked to yet"
    line = Paragraph(f"You disagree, and that is written down. Both answers stay until {until}.")
    step = fact_of(key).step
    ways = (
        Button(f"Go on with {step.title}", f"step {plan.reference} {step.key}", main=True),
        Button("Back to the meeting", f"meet {plan.reference}"),
    )
    return Document("Written down", (line, Buttons(ways)))
