"""A text to paste into a tool that reads aloud: all the words, and no sign that it would read out."""

from hypothesis import given, settings

from bot.messages.document import Blank, Bullets, Document, Heading, Pairs, Paragraph, Quote, Row, Tone
from bot.render.aloud import to_read_aloud
from tests.bot.render.strategies import documents

SHEET = Document(
    "Robin: my plan",
    (
        Heading("Where I will live", "home"),
        Paragraph("Ring now.", Tone.URGENT),
        Quote("I want to go home", "Robin"),
        Bullets(("One thing", "Is it so?")),
        Row("Ring the college", "Sam does this.", mark="late"),
        Pairs((("Phone", "01632 960001"),)),
        Blank("Who is here?", ("Mum", "________ will come"), 2, help="Tick"),
    ),
)


def test_each_idea_ends_with_a_stop_and_stands_apart() -> None:
    assert (
        to_read_aloud(SHEET)
        == """\
Robin: my plan.

Where I will live.

Urgent: Ring now.

“I want to go home”.

Robin.

One thing.

Is it so?

Late · Ring the college.

Sam does this.

Phone: 01632 960001.

Who is here?

(Tick).

Mum.

… will come.
"""
    )


@settings(max_examples=50)
@given(documents)
def test_no_line_is_made_of_signs_alone(document: Document) -> None:
    for line in to_read_aloud(document).splitlines():
        assert not line or line.strip("=_-")
        assert not line.startswith(("• ", "☐ ", "[ ] ", "‼ "))
