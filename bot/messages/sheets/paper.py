"""One topic to fill in by hand, where computers keep guests and phones out; it is typed in afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.messages.document import GAP, Blank, Block, Document, Heading, Paragraph, Tone
from bot.messages.form import PRIVATE, Control
from bot.messages.meeting import questions as ask
from planning_rules.facts.answers import State
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.text import listed

OTHERWISE = (
    f"Not known yet. {GAP} will find out by {GAP}",
    ask.OTHERWISE[State.DECLINED],
    f"{ask.OTHERWISE[State.DOES_NOT_APPLY]}. {ask.WHY_NOT} {GAP}",
)
KEPT = "An answer is kept already. Write only if it is another one now."
KEEP_IT_SAFE = (
    "Keep this sheet with you or locked away, and shred it once it is typed in. "
    "Check who can hear before you ask. "
    "Some of it may be known already: write only what is new or is not so any more."
)
_HOW = {
    Control.RADIO: "Tick one.",
    Control.SELECT: "Tick one.",
    Control.TICKS: "Tick all that are so.",
    Control.DATE: "Write the day, the month and the year.",
}
_SOME, _MANY, _LONG_WORDS = 3, 8, 500


@dataclass(frozen=True)
class OnPaper:
    """One question, asked by a `control` with these words to choose from.

    `after` are those on the same sheet from whose answers it follows. Where it follows from one, and from
    some of its choices only, `answers` are their words.
    """

    question: Question
    control: Control
    options: tuple[str, ...] = ()
    after: tuple[Question, ...] = ()
    answers: tuple[str, ...] = ()


def paper(plan: Plan, step: type[Step], asked: Sequence[OnPaper], intro: str, private: bool) -> Document:
    """The topic's open questions, or its `private` ones, in the order of its form. No answer stands on it.

    A private one is the same whatever is answered: it does not even say what is known.
    """
    name = "private" if private else "step"
    command = f"/dto {name} {plan.reference} {step.key}"
    title = f"{step.title}{', private questions' if private else ''}: {plan.reference} on paper"
    if not asked:
        return Document(title, (Paragraph("There is nothing to ask here now."),))
    blocks: list[Block] = []
    if private:
        blocks += [Paragraph(PRIVATE, Tone.WATCH), Paragraph(KEEP_IT_SAFE)]
    blocks.append(Paragraph(f"{intro} Write no names that are not needed."))
    blocks.append(Paragraph(f"Type it in afterwards: {command}. It asks in the same order."))
    if step.has_private() and not private:
        blocks.append(Paragraph("Private questions are not on this sheet. They have one of their own."))
    blocks.append(Blank("Who fills this in, and on which day?", lines=1))
    blocks += _questions(plan, asked)
    blocks.append(Blank(ask.WHO_SAID, lines=1))
    return Document(title, tuple(blocks))


def _questions(plan: Plan, asked: Sequence[OnPaper]) -> Iterator[Block]:
    numbers = {one.question.key: number for number, one in enumerate(asked, 1)}
    section = ""
    for one in asked:
        if (own := ask.SECTIONS.get(one.question.fact.asked, "")) != section:
            section = own
            yield Heading(section)
        yield _blank(plan, one, numbers)


def _blank(plan: Plan, one: OnPaper, numbers: dict[str, int]) -> Blank:
    key, fact = one.question.key, one.question.fact
    how = _HOW.get(one.control, "") if one.options or one.control is Control.DATE else ""
    kept = KEPT if plan.answer(key).is_asked and not fact.is_private else ""
    return Blank(
        f"{numbers[key]}. {one.question.words(plan)}",
        (*one.options, *OTHERWISE),
        0 if one.options else _lines(one),
        help=" ".join(filter(None, (_only_if(one, numbers), fact.help, how, kept))),
    )


def _lines(one: OnPaper) -> int:
    if one.control is not Control.WORDS:
        return 1
    return _MANY if one.question.fact.kind.longest > _LONG_WORDS else _SOME


def _only_if(one: OnPaper, numbers: dict[str, int]) -> str:
    if not one.after:
        return ""
    said = [str(numbers[question.key]) for question in one.after]
    if not one.answers:
        return f"Only if it follows from what is written at {listed(said)}."
    return f"Only if {said[0]} is {listed((f'“{answer}”' for answer in one.answers), 'or')}."
