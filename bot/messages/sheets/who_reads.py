"""Who can read a sheet: said on it before anything else, and only what is so."""

from collections.abc import Iterator

from bot.messages.document import Block, Heading, Paragraph, Quote
from bot.messages.sheets.names import child_called
from bot.messages.sheets.readers import Reader
from planning_rules.facts.fact import Audience
from planning_rules.parts import Person
from planning_rules.plan import Plan

_TO_ADULT = (
    "This copy is for you. It has private things in it. Keep it safe.",
    "The workers on the plan can read it too.",
    "{child}'s own copy has more in it. That is so for every family.",
)
_TO_ROOM = (
    "Other people may see this copy. So some things are left out.",
    "Your own copy has more in it.",
)
_QUOTES = {
    frozenset[str](): "Your own words in “ ” marks are for the workers only.",
    frozenset({"family"}): "You said that your family can read your own words too.",
    frozenset({"setting"}): "You said that other staff where you live can read your own words too.",
    frozenset(
        {"family", "setting"}
    ): "You said that your family and other staff can read your own words too.",
}


def who_can_read(
    plan: Plan, reader: Reader, copies: list[Person], below: tuple[Block, ...]
) -> Iterator[Block]:
    """`copies` are the adults who can get one; `below` is the sheet itself, which may hold own words."""
    yield Heading(reader.says("Who can read this"), "lock")
    if reader.audience is Audience.ROOM:
        yield from _said(plan, reader, _TO_ROOM)
    elif reader.audience is Audience.FAMILY:
        yield from _said(plan, reader, _TO_ADULT)
    else:
        yield from _to_the_child(plan, reader, copies, any(isinstance(block, Quote) for block in below))


def _to_the_child(plan: Plan, reader: Reader, copies: list[Person], quotes: bool) -> Iterator[Paragraph]:
    yield Paragraph(reader.says("This copy is for you. It has private things in it. Keep it safe."))
    yield Paragraph(
        reader.says("The workers on your plan can read it. Only some can read about your health.")
    )
    if quotes:
        chosen = plan.child.shown_to.chosen
        yield Paragraph(reader.says(_QUOTES[frozenset(chosen & {"family", "setting"})]))
    for person in copies:
        yield Paragraph(reader.says("{name} can get a copy with less in it.", name=person.name))
    if not copies:
        yield Paragraph(reader.says("No copy goes to your family now."))


def _said(plan: Plan, reader: Reader, sentences: tuple[str, ...]) -> Iterator[Paragraph]:
    yield from (Paragraph(reader.says(one, child=child_called(plan))) for one in sentences)
