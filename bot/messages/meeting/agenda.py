"""The agenda of a meeting: last time's promises, the child first, who speaks to what, and who is coming."""

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
    Row,
    Tone,
)
from bot.messages.form import Control, Field, Form
from bot.messages.meeting.attending import Replied, ask_for, called, in_words, ways_to_say
from bot.messages.meeting.meeting import PRIVATE_PART, TITLES, ahead
from bot.messages.meeting.steps import IN_PRIVATE, asked_to_speak
from bot.messages.promises.action_lines import action_row
from bot.messages.rulebook.gap_lines import gap_says
from planning_rules.checking import Gap
from planning_rules.dates import in_full
from planning_rules.facts.fact import Asked
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Meeting, Person, Role
from planning_rules.plan import Plan
from planning_rules.text import counted

AGENDA = "agenda"
_GAPS_OF_A_STEP = 3
PROMPTS = (
    "Let the child speak first.",
    "Ask what was promised last time, and hear it from whoever promised it.",
    "Ask for plan B: what happens if this falls through?",
    "Before anything private: who can hear?",
)


@dataclass(frozen=True)
class Topic:
    """One step with its open gaps, nothing private among them."""

    step: type[Step]
    gaps: Sequence[Gap]


@dataclass(frozen=True)
class Agenda:
    """What everybody in the channel may read of the meeting to come.

    `replies` are what people said of their coming, in words, by their id; `coming` the days to go to gaps.
    `ticks` are the actions that whoever looks may tick off; None where everybody looks.
    """

    plan: Plan
    meeting: Meeting
    today: date
    promised: Sequence[Action]
    topics: Sequence[Topic]
    replies: Mapping[str, Replied]
    coming: Sequence[int] = ()
    ticks: frozenset[str] | None = None

    @property
    def invited(self) -> list[Person]:
        """The child and their parents and carers, then the workers who are on the case today."""
        workers = (one for one in self.plan.people if one.is_professional and one.is_on(self.today))
        return [*invited_from_home(self.plan, self.today), *workers]

    @property
    def parts(self) -> tuple[tuple[Heading, list[Topic]], ...]:
        """The child first, then everybody, then professionals."""
        first = [topic for topic in self.topics if topic.step.the_child_speaks]
        alone = [topic for topic in self.topics if IN_PRIVATE in topic.step.speaks]
        others = [topic for topic in self.topics if topic not in (*first, *alone)]
        return (
            (Heading("1. The child first, alone or with whom they choose", "child"), first),
            (Heading("2. Everybody", "users"), others),
            (Heading("3. Professionals only", "lock"), alone),
        )

    @property
    def private_parts(self) -> tuple[str, ...]:
        """ "Home: 1 private item", for the topics that everybody talks about."""
        _, (_, others), _ = self.parts
        return tuple(f"{one.step.title}: {PRIVATE_PART}" for one in others if one.step.has_private())


def agenda(of: Agenda) -> Document:
    """The same for everybody there."""
    title = title_of(of)
    if of.meeting.is_closed:
        return Document(title, (Paragraph(f"Held on {in_full(of.meeting.on)}."),))
    head = [Paragraph(f"{in_full(of.meeting.on)}.")]
    head += [Paragraph(ahead(of.coming), Tone.WATCH)] if of.coming else []
    return Document(title, (*head, *_promised(of), *_parts(of), *_who_comes(of), *_for_the_chair()))


def invited_from_home(plan: Plan, today: date) -> list[Person]:
    """The child first, then each parent or carer whom they may meet."""
    on = [one for one in plan.people if one.is_on(today) and one.may_meet_the_child]
    asked = [one for one in on if one.role is Role.CHILD or one.is_family]
    return sorted(asked, key=lambda one: one.role is not Role.CHILD)


def title_of(of: Agenda) -> str:
    return f"Agenda: {TITLES[of.meeting.kind].lower()} for {of.plan.reference}"


def preview(of: Agenda, may_post: bool, is_posted: bool) -> Document:
    """For whoever asks: with the ways to print it and to post it."""
    reference, drawn = of.plan.reference, agenda(of)
    stands = "It stands in the case's channel, and changes there as people answer."
    by_itself = "It is posted to the case's channel by itself some days before. You can post it now."
    note = [Paragraph(stands, Tone.GOOD)] if is_posted else [Paragraph(by_itself)] if may_post else []
    post = [Button("Post it to the channel", f"post {reference} {AGENDA}", main=True)]
    ways = [Button("Go to the meeting", f"meet {reference}"), Button("The case", f"case {reference}")]
    shown = Buttons(tuple([*post, *ways] if may_post and not is_posted else ways))
    return Document(
        drawn.title, (*note, Print("PDF to print", reference, AGENDA, "pdf"), *drawn.blocks, shown)
    )


def _promised(of: Agenda) -> Iterator[Block]:
    yield Heading("What was promised last time", "list")
    for action in of.promised:
        theirs = of.ticks is None or action.id in of.ticks
        yield action_row(of.plan, action, ["done"] if action.is_owed and theirs else [], of.today)
    if not of.promised:
        yield Paragraph("Nothing that can be told here.")


def _parts(of: Agenda) -> Iterator[Block]:
    for heading, topics in of.parts:
        yield heading
        yield from (_topic(of, topic) for topic in topics)
    if of.private_parts:
        yield Bullets(of.private_parts)


def _topic(of: Agenda, topic: Topic) -> Row:
    shown, more = topic.gaps[:_GAPS_OF_A_STEP], len(topic.gaps) - _GAPS_OF_A_STEP
    lines = [asked_to_speak(topic.step), *(gap_says(gap, of.plan) for gap in shown)]
    lines += [f"{counted(more, 'more gap')}."] if more > 0 else []
    urgent = any(gap.is_urgent for gap in topic.gaps)
    answer = Button("Answer my part", f"step {of.plan.reference} {topic.step.key}")
    tone = Tone.URGENT if urgent else Tone.PLAIN
    answers = () if _waits(of, topic.step) else (answer,)
    return Row(topic.step.title, "\n".join(filter(None, lines)), tone, buttons=answers)


def _waits(of: Agenda, step: type[Step]) -> bool:
    """True where nothing of it can be answered before the meeting is open."""
    called_for = (one for one in of.plan.questions(of.today, step) if one.is_called_for(of.plan))
    asked = (one.fact for one in called_for if one.fact.asked is not Asked.COMPUTED)
    return not of.meeting.opened and all(fact.each_meeting for fact in asked)


def _who_comes(of: Agenda) -> Iterator[Block]:
    yield Heading("Who is coming", "calendar")
    said = [(one, called(one), in_words(of.replies, one.id)) for one in of.invited]
    for one, name, comes in said:
        if not one.is_professional:
            yield Row(name, comes, buttons=(ask_for(of.plan.reference, one),))
    yield Pairs(tuple((name, comes) for one, name, comes in said if one.is_professional))
    yield ways_to_say(of.plan.reference)


def _for_the_chair() -> Iterator[Block]:
    yield Heading("For the chair", "watch")
    yield Bullets(PROMPTS)


def posted(reference: str) -> Document:
    """Said once it goes to the channel."""
    done = Paragraph("It goes to the case's channel now, if everybody there is on the case.", Tone.GOOD)
    return Document("Agenda posted", (done, Buttons((Button("The agenda", f"agenda {reference}"),))))


def day_form(reference: str, due: date | None, lapsed: date | None) -> Form:
    """Asked where no meeting is planned, or its day has `lapsed`. Where one is due is filled in."""
    intro = f"Nobody opened the meeting of {in_full(lapsed)}. Give it another day." if lapsed else ""
    on = Field("on", "When do you meet?", Control.DATE, value=due.isoformat() if due else "", required=True)
    return Form("Plan the meeting", f"agenda {reference}", (on,), "Plan it", intro=intro)
