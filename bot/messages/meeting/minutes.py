"""The minutes of a meeting, made of nothing but what was recorded in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import (
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Print,
    Quote,
    Tone,
)
from bot.messages.meeting.attending import Replied, said_beforehand
from bot.messages.meeting.meeting import TITLES
from bot.messages.meeting.minutes_lines import (
    change_says,
    differ_says,
    is_of_the_day,
    waiver_says,
    whose_and_when,
)
from bot.messages.promises.action_lines import action_row
from bot.messages.reading import answer_in_words
from bot.messages.rulebook.gap_lines import gap_says
from planning_rules.changes import Change
from planning_rules.checking import Gap
from planning_rules.dates import in_full
from planning_rules.facts import STEPS
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.question import Question
from planning_rules.on_record import Disagreement
from planning_rules.parts import Action, Meeting, Waiver
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.text import counted

MINUTES = "minutes"
_MOST_GAPS = 12


@dataclass(frozen=True)
class Minutes:
    """What one reader may see of it. `plan` is as the meeting left it, or as it stands while it is open.

    `promised` is new, `earlier` was owed when it began. `version` is the number under which the plan was
    kept, 0 while the meeting is open; `hidden` how many topics have a part that is closed to the reader.
    """

    plan: Plan
    meeting: Meeting
    today: date
    replies: Mapping[str, Replied]
    changes: Sequence[Change]
    earlier: Sequence[Action]
    promised: Sequence[Action]
    unknown: Sequence[Question]
    gaps: Sequence[Gap]
    disagreements: Sequence[Disagreement]
    waivers: Sequence[Waiver]
    version: int
    hidden: int


def minutes(of: Minutes) -> Document:
    """What each reader has a right to, in the order of the meeting."""
    blocks = (
        *_head(of),
        *_who_was_there(of),
        *_promises("What became of earlier promises", of, of.earlier),
        *_the_child(of),
        *_answers(of),
        *_promises("What was promised", of, of.promised),
        *_missing(of),
        *_disagreements(of),
        *_waivers(of),
    )
    return Document(f"Minutes: {TITLES[of.meeting.kind].lower()} for {of.plan.reference}", blocks)


def preview(of: Minutes) -> Document:
    """With the ways to print it and to go on."""
    reference, drawn = of.plan.reference, minutes(of)
    meet = [Button("Back to the meeting", f"meet {reference}")] if of.meeting.is_open else []
    ways = Buttons(
        (*meet, Button("Actions", f"actions {reference}"), Button("The case", f"case {reference}"))
    )
    return Document(drawn.title, (Print("PDF to print", reference, MINUTES, "pdf"), *drawn.blocks, ways))


def nothing_kept(reference: str) -> Refusal:
    return Refusal(
        f"Nothing was kept of the last meeting on {reference}. The next one leaves minutes by itself."
    )


def _head(of: Minutes) -> Iterator[Block]:
    stands = (
        f"Closed. The plan is kept as version {of.version}." if of.version else "Open: what stands so far."
    )
    yield Paragraph(f"{in_full(of.meeting.on)}. {stands} Not recorded does not mean not said.")
    if of.hidden:
        yield Paragraph(f"The private parts of {counted(of.hidden, 'topic')} are not shown here.")
    else:
        yield Paragraph("Private answers are shown. They are for named workers only.", Tone.WATCH)


def _who_was_there(of: Minutes) -> Iterator[Block]:
    yield Heading("Who was there", "users")
    recorded = [change_says(one, of.plan, of.meeting) for one in of.changes if _is_here(one)]
    workers = [one for one in of.plan.people if one.is_professional and one.is_on(of.meeting.on)]
    said = [(f"{one.name}, {one.role}", _took_part(of, one.id)) for one in workers]
    yield Pairs((*recorded, *said))


def _is_here(change: Change) -> bool:
    return change.question.fact.step is Attendance


def _took_part(of: Minutes, person: str) -> str:
    """What they said of their coming, and that a word of theirs was recorded on the day."""
    on_the_day = [one.now for one in of.changes if is_of_the_day(one, of.meeting)]
    answered = any(person in (answer.said_by, answer.typed_by) for answer in on_the_day)
    return said_beforehand(of.replies, person) + ("; answered on the day" if answered else "")


def _the_child(of: Minutes) -> Iterator[Block]:
    said = [one for one in of.changes if _is_own_words(one)]
    if said:
        yield Heading("What the child said", "quote")
        yield from (_quoted(one, of) for one in said)


def _quoted(change: Change, of: Minutes) -> Quote:
    label, around = change.question.label(of.plan), whose_and_when(change, of.plan, of.meeting)
    return Quote(str(change.now.value), f"{label} ({around})" if around else label)


def _is_own_words(change: Change) -> bool:
    fact = change.question.fact
    return fact.quoted and fact.step.the_child_speaks and not fact.each_adult and change.now.is_given


def _answers(of: Minutes) -> Iterator[Block]:
    others = [one for one in of.changes if not (_is_here(one) or _is_own_words(one))]
    for step in STEPS:
        if here := [one for one in others if one.question.fact.step is step]:
            yield Heading(step.title, step.icon)
            yield Pairs(tuple(change_says(one, of.plan, of.meeting) for one in here))


def _promises(title: str, of: Minutes, actions: Sequence[Action]) -> Iterator[Block]:
    if actions:
        yield Heading(title, "list")
        yield from (action_row(of.plan, action, (), of.today) for action in actions)


def _missing(of: Minutes) -> Iterator[Block]:
    if of.unknown or of.gaps:
        yield Heading("What is still missing", "watch")
    if of.unknown:
        unknown = ((one.label(of.plan), answer_in_words(one.answer(of.plan), of.plan)) for one in of.unknown)
        yield Pairs(tuple(unknown))
    if of.gaps:
        shown = (f"{gap_says(gap, of.plan)} Who can: {gap.rule.closed_by}." for gap in of.gaps[:_MOST_GAPS])
        yield Bullets(tuple(shown))
    if (more := len(of.gaps) - _MOST_GAPS) > 0:
        yield Paragraph(f"{more} more in /dto gaps {of.plan.reference}.")


def _disagreements(of: Minutes) -> Iterator[Block]:
    if of.disagreements:
        yield Heading("Where workers disagree", "users")
        yield Bullets(tuple(differ_says(one, of.plan) for one in of.disagreements))


def _waivers(of: Minutes) -> Iterator[Block]:
    if of.waivers:
        yield Heading("What does not count, and why", "check")
        yield from (waiver_says(one, of.plan) for one in of.waivers)
