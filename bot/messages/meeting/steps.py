"""What is said when a step is opened, saved, or has nothing left to ask."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from bot.messages.document import Block, Button, Buttons, Document, Heading, Pairs, Paragraph, Row, Tone
from bot.messages.helping import back_to_the_meeting
from bot.messages.reading import answer_in_words, whose_word
from bot.messages.rulebook.gap_lines import AT_FIRST_GLANCE, gap_row
from planning_rules.checking import Gap
from planning_rules.facts import question_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.text import counted


def known(step: type[Step], plan: Plan, keys: Sequence[str], ways_on: Sequence[Button]) -> Document:
    """What is known already: shown, not asked."""
    reference = plan.reference
    blocks: list[Block] = [Pairs(tuple((_label(plan, key), _words(plan.answer(key), plan)) for key in keys))]
    ways = list(ways_on)
    if keys:
        ways.insert(0, Button("Change an answer", f"change {reference} {step.key}"))
    elif step.has_private():
        blocks = [Paragraph("This topic is private. It opens for named workers only.")]
    else:
        blocks = [Paragraph("There is nothing to ask here now.")]
    title = f"{step.title}: known already" if keys else step.title
    return Document(title, (*blocks, Buttons(tuple(ways))))


def left_for_now(ways_on: Sequence[Button]) -> Document:
    """Beneath a form beside which nothing is known."""
    return Document("Or leave it for now", (Buttons(tuple(ways_on)),))


def intro(step: type[Step], known_already: int) -> str:
    """Above the form: who is asked to speak, and how much is known already."""
    speaks = f"{asked} " if (asked := asked_to_speak(step)) else ""
    already = (
        f"{counted(known_already, 'answer')} known already and not asked again. " if known_already else ""
    )
    return f"{speaks}{already}Leave empty what was not talked about."


def asked_to_speak(step: type[Step]) -> str:
    """Whom the chair asks first."""
    who, in_private, _ = step.speaks.partition(IN_PRIVATE)
    return f"Ask {who} to speak{' in private' if in_private else ''}." if who else ""


IN_PRIVATE = ", in private"
PRIVATE_INTRO = "Check who can hear and who can see this screen before you ask."


def saved(
    step: type[Step],
    plan: Plan,
    today: date,
    answers: Iterable[Answer[Any]],
    gaps: Sequence[Gap],
    may_waive: Callable[[Gap], bool],
    ways_on: Sequence[Button],
) -> Document:
    """What was saved, said back with dates in full, and what is still missing, one line each."""
    kept = list(answers)
    reference = plan.reference
    blocks: list[Block] = [Paragraph(f"Saved: {counted(len(kept), 'answer')}.", Tone.GOOD)]
    held = [meeting for meeting in plan.meetings if meeting.is_open or meeting.is_closed]
    if held and not any(meeting.is_open for meeting in held):
        blocks.append(Paragraph("No meeting is open. This goes into the plan that the next one keeps."))
    blocks.append(Pairs(tuple((_label(plan, a.fact), _words(a, plan)) for a in kept)))
    if gaps:
        blocks.append(Heading("Still missing"))
        blocks += [gap_row(gap, plan, today, may_waive(gap)) for gap in gaps[:AT_FIRST_GLANCE]]
    if (more := len(gaps) - AT_FIRST_GLANCE) > 0:
        blocks.append(Buttons((Button(f"{more} more", f"all {reference}"),)))
    change = Button("Change an answer", f"change {reference} {step.key}")
    blocks.append(Buttons((change, *ways_on)))
    return Document(f"{step.title}: saved", tuple(blocks))


def nothing_new(step: type[Step], ways_on: Sequence[Button]) -> Document:
    """The form came back as it was opened."""
    blocks = (Paragraph("Nothing was changed."), Buttons(tuple(ways_on)))
    return Document(step.title, blocks)


def clash(plan: Plan, theirs: Answer[Any], yours: Answer[Any], version: int, disagreed: bool) -> Row:
    """Two answers to one question, side by side, with the ways to settle it as it stands at `version`."""
    ask = f"settle {plan.reference} {yours.fact}"
    kept, new = answer_in_words(theirs, plan), answer_in_words(yours, plan)
    ways = (
        Button(f"Keep: {kept}"[:70], f"{ask} kept {version}"),
        Button(f"Take: {new}"[:70], f"{ask} other {version}"),
    )
    return Row(
        question_of(yours.fact).words(plan),
        f"Kept: {kept} ({whose_word(theirs, plan)}). The other: {new} ({whose_word(yours, plan)}).",
        Tone.WATCH,
        "a manager settles this" if disagreed else "to settle",
        ways if disagreed else (*ways, Button("We disagree", f"disagree {plan.reference} {yours.fact}")),
    )


def clashes(rows: Sequence[Row]) -> Document:
    """Shown to either of two who answered differently. Nothing typed is lost."""
    intro = Paragraph("Two people answered this differently at the same time. Both are kept. Which holds?")
    return Document("Two answers to one question", (intro, *rows))


def settled(reference: str, step: type[Step], how: str) -> Document:
    """Said once a clash is decided."""
    words = {
        "kept": "The first answer stays.",
        "other": "The other answer was taken.",
    }
    ways = Buttons((go_on(reference, step), back_to_the_meeting(reference)))
    return Document("Settled", (Paragraph(words[how]), ways))


def go_on(reference: str, step: type[Step]) -> Button:
    return Button(f"Go on with {step.title}", f"step {reference} {step.key}", main=True)


def _words(answer: Answer[Any], plan: Plan) -> str:
    said = whose_word(answer, plan)
    became_action = " – this is an action now" if answer.is_not_known else ""
    return answer_in_words(answer, plan) + became_action + (f" ({said})" if said else "")


def _label(plan: Plan, key: str) -> str:
    return question_of(key).label(plan)


def _private(reference: str, step: type[Step], private: int) -> tuple[Button, ...]:
    label = f"Private questions ({private})"
    return (Button(label, f"private {reference} {step.key}"),) if private else ()


def ways_on(
    reference: str, step: type[Step], private: int, following: type[Step] | None, back: Button
) -> tuple[Button, ...]:
    """To the step's own private questions, to the topic that follows, and `back`."""
    if following:
        after = Button(f"Next: {following.title}", f"step {reference} {following.key}", main=True)
    else:
        after = Button("Next: check and finish", f"finish {reference}", main=True)
    return (*_private(reference, step, private), after, back)
