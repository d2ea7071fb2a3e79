"""A document or form as plain text reads as it stands, and can do nothing to a terminal."""

import re

from hypothesis import given, settings

from bot.messages.document import (
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Meter,
    Pairs,
    Paragraph,
    Quote,
    Row,
    Tone,
)
from bot.messages.form import Control, Field, Form
from bot.render.text import document_text, form_text
from tests.bot.render.strategies import documents, forms

DOCUMENT = Document(
    "Plan for OAK-417",
    (
        Paragraph("2 gaps left.", Tone.WATCH),
        Heading("Home", "home"),
        Row("No address", "Closes when:\nagreed.", Tone.URGENT, "urgent", (Button("Why?", "why x"),)),
        Row("Child not told", tone=Tone.URGENT),
        Meter("Health", 1, 3, "1 of 3 answered"),
        Bullets(("one", "two\nlines")),
        Pairs((("Address agreed", "no"),)),
        Quote("I want to cook", "Robin"),
        Buttons((Button("Close", "finish x"),)),
    ),
)

FORM = Form(
    "Home",
    "step OAK-417 home",
    (
        Field("a", "Is an address agreed?", Control.RADIO, (("yes", "Yes"), ("no", "No")), "no"),
        Field("b", "By when?", Control.DATE, help="A day", error="Please say by when."),
        Field("c", "Why?", Control.LINE, only_if=("a", ("yes",))),
        Field("d", "Which council?", Control.LINE, value="Leeds", section="Area"),
    ),
    intro="Ask the social worker to speak.",
)


def test_a_document_reads_from_top_to_bottom() -> None:
    assert (
        document_text(DOCUMENT)
        == """\
Plan for OAK-417
================

! 2 gaps left.

Home
----

• Urgent · No address
  Closes when:
  agreed.
• ‼ Child not told
• Health: 1 of 3 answered

• one
• two
  lines

Address agreed: no

  “I want to cook”
  – Robin
"""
    )


def test_a_form_can_be_filled_in_by_hand() -> None:
    assert (
        form_text(FORM)
        == """\
Home
====

Ask the social worker to speak.

Is an address agreed?
  [ ] Yes
  [x] No

By when?
  (A day)
  ! Please say by when.
  ________________________________________

Area
----

Which council?
  Leeds
"""
    )


def test_nothing_in_a_text_is_a_command_to_a_terminal() -> None:
    text = document_text(Document("Plan\x1b[2J", (Paragraph("a\x07b\x9b31m\u202ec\ud800"),)))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)
    text.encode()


@settings(max_examples=50)
@given(documents)
def test_every_text_ends_with_one_line_end(document: Document) -> None:
    text = document_text(document)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@settings(max_examples=50)
@given(forms)
def test_every_question_that_is_called_for_stands_in_the_text(form: Form) -> None:
    text = "".join(form_text(form).split())
    assert all("".join(field.label.split()) in text for field in form.shown if field.label.isascii())
