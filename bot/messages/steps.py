"""What is said when a step is opened, saved, or has nothing left to ask."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.messages.document import Block, Button, Buttons, Document, Heading, Pairs, Paragraph, Row, Tone
from bot.messages.gap_lines import gap_row
from bot.messages.reading import answer_in_words, whose_word
from planning_rules.checking import Gap
from planning_rules.facts import STEPS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.text import counted


def known(step: type[Step], plan: Plan, answers: Sequence[Answer[Any]], private: int) -> Document:
    """Everything that this step asks now is known: shown, not asked."""
    reference = plan.reference
    blocks: list[Block] = [Paragraph("Nothing is left to ask here. This is what was answered.")]
    blocks.append(Pairs(tuple((_label(a, plan), answer_in_words(a, plan)) for a in answers)))
    change = Button("Change an answer", f"change {reference} {step.key}")
    blocks.append(Buttons((change, *_private(reference, step, private), *_next(reference, step))))
    return Document(step.title, tuple(blocks))


def intro(step: type[Step], known_already: int) -> str:
    """Above the form: who is asked to speak, and how much is known already."""
    speaks = f"Ask {step.speaks} to speak. " if step.speaks else ""
    already = (
        f"{counted(known_already, 'answer')} known already and not asked again. " if known_already else ""
    )
    return f"{speaks}{already}Leave empty what was not talked about."


def private_intro(title: str) -> str:
    """Said before a sensitive form opens."""
    return f"Private: {title}. Check who can hear and who can see this screen before you ask."


def saved(
    step: type[Step],
    plan: Plan,
    answers: Iterable[Answer[Any]],
    gaps: Sequence[Gap],
    hidden: int,
    private: int,
) -> Document:
    """What was saved, said back with dates in full, and what is still missing, one line each."""
    kept = list(answers)
    blocks: list[Block] = [Paragraph(f"Saved: {counted(len(kept), 'answer')}.", Tone.GOOD)]
    blocks.append(Pairs(tuple((_label(a, plan), _said_back(a, plan)) for a in kept)))
    if gaps or hidden:
        blocks.append(Heading("Still missing"))
        blocks += [gap_row(gap, plan, plan.reference) for gap in gaps]
    if hidden:
        blocks.append(Paragraph(f"And {counted(hidden, 'private item')}."))
    reference = plan.reference
    blocks.append(Buttons((*_private(reference, step, private), *_next(reference, step))))
    return Document(f"{step.title}: saved", tuple(blocks))


def nothing_new(step: type[Step], plan: Plan) -> Document:
    """The form came back as it was opened."""
    blocks = (Paragraph("Nothing was changed."), Buttons(_next(plan.reference, step)))
    return Document(step.title, blocks)


def clash(plan: Plan, theirs: Answer[Any], yours: Answer[Any], clash_id: str) -> Row:
    """Two answers to one question, side by side, with the ways to settle it."""
    reference = plan.reference
    label = _label(theirs, plan)
    kept, new = answer_in_words(theirs, plan), answer_in_words(yours, plan)
    return Row(
        f"{label}: two different answers",
        f"Kept: {kept} ({whose_word(theirs, plan)}). The other: {new} ({whose_word(yours, plan)}).",
        Tone.WATCH,
        "to settle",
        (
            Button(f"Keep: {kept}"[:70], f"settle {reference} {clash_id} kept"),
            Button(f"Take: {new}"[:70], f"settle {reference} {clash_id} other"),
            Button("We disagree", f"settle {reference} {clash_id} disagree"),
        ),
    )


def clashes(rows: Sequence[Row]) -> Document:
    """Shown to either of two who answered differently. Nothing typed is lost."""
    intro = Paragraph("Two people answered this differently at the same time. Both are kept. Which holds?")
    return Document("Two answers to one question", (intro, *rows))


def settled(reference: str, how: str) -> Document:
    """Said once a clash is decided."""
    words = {
        "kept": "The first answer stays.",
        "other": "The other answer was taken.",
        "disagree": "You disagree, and that is written down. A manager is asked to settle it.",
    }
    return Document("Settled", (Paragraph(words[how]), Buttons((_back(reference),))))


def _said_back(answer: Answer[Any], plan: Plan) -> str:
    said = whose_word(answer, plan)
    became_action = " – this is an action now" if answer.is_not_known else ""
    return answer_in_words(answer, plan) + became_action + (f" ({said})" if said else "")


def _label(answer: Answer[Any], plan: Plan) -> str:
    fact = fact_of(answer.fact)
    person = answer.fact.partition("/")[2]
    label = fact.label or fact.question
    return f"{plan.called(person)}: {label}" if person else label


def _private(reference: str, step: type[Step], private: int) -> tuple[Button, ...]:
    label = f"Private questions ({private})"
    return (Button(label, f"private {reference} {step.key}"),) if private else ()


def _next(reference: str, step: type[Step]) -> tuple[Button, ...]:
    later = STEPS[STEPS.index(step) + 1 :]
    after = (
        (Button(f"Next: {later[0].title}", f"step {reference} {later[0].key}", main=True),) if later else ()
    )
    return (*after, _back(reference))


def _back(reference: str) -> Button:
    return Button("Back to the meeting", f"meet {reference}")
