"""The agenda of a meeting: last time's promises, the child first, who speaks to what, and who is coming."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.action_lines import action_row
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
from bot.messages.gap_lines import gap_says
from bot.messages.meeting import PRIVATE_PART, TITLES, ahead
from bot.messages.steps import IN_PRIVATE, asked_to_speak
from planning_rules.checking import Gap
from planning_rules.dates import in_full
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Meeting, Person
from planning_rules.plan import Plan
from planning_rules.text import counted

AGENDA = "agenda"
_GAPS_OF_A_STEP = 3
_PROMPTS = (
    "Let the child speak first.",
    "Ask what was promised last time, and hear it from whoever promised it.",
    "Ask for plan B: what happens if this falls through?",
    "Before anything private: who can hear?",
)


@dataclass(frozen=True)
class _Way:
    """To take part: what the button says, what the agenda says then, and what has to be known about it."""

    button: str
    says: str
    asks: str = ""
    help: str = ""


_PHONE = "phone"
_WAYS = {
    "coming": _Way("I am coming", "coming"),
    _PHONE: _Way(
        "By phone",
        "by phone",
        "Who rings you, when, and on which number?",
        "Somebody named rings a number that is safe.",
    ),
    "report": _Way("I send a report", "sends a report", "By which day does your report reach the chair?"),
    "cannot": _Way("I cannot come", "cannot come", "Why, and who comes instead?"),
}


@dataclass(frozen=True)
class Topic:
    """One step with its open gaps, nothing private among them."""

    step: type[Step]
    gaps: Sequence[Gap]


@dataclass(frozen=True)
class Agenda:
    """What everybody in the channel may read of the meeting to come.

    `replies` are what people said of their coming, in words, by their id; `coming` the days to go to gaps.
    """

    plan: Plan
    meeting: Meeting
    today: date
    promised: Sequence[Action]
    topics: Sequence[Topic]
    replies: Mapping[str, tuple[str, str]]
    coming: Sequence[int] = ()


def agenda(of: Agenda) -> Document:
    """The same for everybody there."""
    title = f"Agenda: {TITLES[of.meeting.kind].lower()} for {of.plan.reference}"
    if of.meeting.is_closed:
        return Document(title, (Paragraph(f"Held on {in_full(of.meeting.on)}."),))
    head = [Paragraph(f"{in_full(of.meeting.on)}.")]
    head += [Paragraph(ahead(of.coming), Tone.WATCH)] if of.coming else []
    return Document(title, (*head, *_promised(of), *_parts(of), *_who_comes(of), *_for_the_chair()))


def preview(of: Agenda, may_post: bool, is_posted: bool) -> Document:
    """For whoever asks: with the ways to print it and to post it."""
    reference, drawn = of.plan.reference, agenda(of)
    stands = "It stands in the case's channel, and changes there as people answer."
    note = [Paragraph(stands, Tone.GOOD)] if is_posted else []
    post = [Button("Post it to the channel", f"post {reference} {AGENDA}", main=True)]
    ways = [Button("Go to the meeting", f"meet {reference}"), Button("The case", f"case {reference}")]
    shown = Buttons(tuple([*post, *ways] if may_post and not is_posted else ways))
    return Document(
        drawn.title, (*note, Print("PDF to print", reference, AGENDA, "pdf"), *drawn.blocks, shown)
    )


def _promised(of: Agenda) -> Iterator[Block]:
    yield Heading("What was promised last time", "list")
    for action in of.promised:
        yield action_row(of.plan, action, ["done"] if action.is_owed else [], of.today)
    if not of.promised:
        yield Paragraph("Nothing that can be told here.")


def _parts(of: Agenda) -> Iterator[Block]:
    first = [topic for topic in of.topics if topic.step.the_child_speaks]
    others = [topic for topic in of.topics if topic not in first and IN_PRIVATE not in topic.step.speaks]
    alone = [topic for topic in of.topics if IN_PRIVATE in topic.step.speaks]
    yield Heading("1. The child first, alone or with whom they choose", "child")
    yield from (_topic(of, topic) for topic in first)
    yield Heading("2. Everybody", "users")
    yield from (_topic(of, topic) for topic in others)
    yield Heading("3. Professionals only", "lock")
    yield from (_topic(of, topic) for topic in alone)
    private = [topic.step.title for topic in others if topic.step.has_private()]
    yield Bullets(tuple(f"{title}: {PRIVATE_PART}" for title in private))


def _topic(of: Agenda, topic: Topic) -> Row:
    shown, more = topic.gaps[:_GAPS_OF_A_STEP], len(topic.gaps) - _GAPS_OF_A_STEP
    lines = [asked_to_speak(topic.step), *(gap_says(gap, of.plan) for gap in shown)]
    lines += [f"{counted(more, 'more gap')}."] if more > 0 else []
    urgent = any(gap.is_urgent for gap in topic.gaps)
    answer = Button("Answer my part", f"step {of.plan.reference} {topic.step.key}")
    tone = Tone.URGENT if urgent else Tone.PLAIN
    return Row(topic.step.title, "\n".join(filter(None, lines)), tone, buttons=(answer,))


def _who_comes(of: Agenda) -> Iterator[Block]:
    yield Heading("Who is coming", "calendar")
    here = [one for one in of.plan.people if one.is_professional and one.is_on(of.today)]
    yield Pairs(tuple((f"{one.name}, {one.role}", _reply(of, one)) for one in here))
    reference = of.plan.reference
    yield Buttons(tuple(Button(one.button, f"attend {reference} {way}") for way, one in _WAYS.items()))


def _reply(of: Agenda, person: Person) -> str:
    comes, words = of.replies.get(person.id, ("", ""))
    return ": ".join(filter(None, (_WAYS[comes].says if comes else "has not said", words)))


def _for_the_chair() -> Iterator[Block]:
    yield Heading("For the chair", "watch")
    yield Bullets(_PROMPTS)


def reply_form(reference: str, way: str, phone: str) -> Form:
    """What has to be known where somebody is not simply there. Their own number is filled in."""
    one, words = _WAYS[way], phone if way == _PHONE else ""
    asks = Field("words", one.asks, Control.LINE, value=words, longest=150, required=True, help=one.help)
    return Form(one.button, f"attend {reference} {way}", (asks,), "Say so")


def replied(reference: str, way: str) -> Document:
    """Said to whoever said so."""
    done = Paragraph(f"The agenda says of you: {_WAYS[way].says}.", Tone.GOOD)
    back = Buttons((Button("The agenda", f"agenda {reference}"), Button("The case", f"case {reference}")))
    return Document("Thank you", (done, back))


def posted(reference: str) -> Document:
    """Said once it goes to the channel."""
    done = Paragraph("It goes to the case's channel now, if everybody there is on the case.", Tone.GOOD)
    return Document("Agenda posted", (done, Buttons((Button("The agenda", f"agenda {reference}"),))))


def day_form(reference: str, due: date | None, lapsed: date | None) -> Form:
    """Asked where no meeting is planned, or its day has `lapsed`. Where one is due is filled in."""
    intro = f"Nobody opened the meeting of {in_full(lapsed)}. Give it another day." if lapsed else ""
    on = Field("on", "When do you meet?", Control.DATE, value=due.isoformat() if due else "", required=True)
    return Form("Plan the meeting", f"agenda {reference}", (on,), "Plan it", intro=intro)
