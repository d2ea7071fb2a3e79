"""The room view: what everybody may hear and see. Before what they may not, who can hear is asked."""

import re
from dataclasses import replace

import pytest

from bot.messages.document import Document
from bot.render.text import document_text
from planning_rules.parts import Contact
from planning_rules.plain_english import CHILD, check
from storage import cases
from tests.bot.core import OAK, Core, titles, words
from tests.bot.messages.sheets.reading import SHORT_FORM, sentences
from tests.bot.messages.sheets.reading import words as words_of
from tests.bot.use_cases.everything import promise

TYPED = frozenset(("oakbridge",))


@pytest.fixture
def met(core: Core) -> Core:
    """A meeting is open, and contact with everybody is said to be safe."""
    core.answers("Sam", f"edit {OAK} nan", {"contact": "safe"})
    core.says("Sam", f"meet {OAK}")
    return core


def room(core: Core, who: str = "Sam") -> Document:
    (shown,) = core.says(who, f"room {OAK}").shown
    assert isinstance(shown, Document)
    return shown


def test_it_is_the_same_for_everybody_and_the_child_comes_first(met: Core) -> None:
    assert room(met, "Jo") == room(met)
    text = document_text(room(met))
    parts = ["You speak first", "What we promised last time", "What I want", "Where I will live"]
    assert sorted(parts, key=text.index) == parts


def test_it_has_no_code_no_address_no_number_and_no_own_words(met: Core) -> None:
    met.answers("Alex", f"step {OAK} child", {"child.says": "Mum and me argue.", "said_by": "robin"})
    text = document_text(room(met))
    for kept_back in ("Mill Lane", "argue", "01632", "OAK-", "12 "):
        assert kept_back not in text
    assert not re.search(r"\b(a\d|[A-Z]{3}\d\d)\b", text)


def test_a_promise_stands_there_only_where_it_may_and_the_others_are_counted(met: Core) -> None:
    text = document_text(room(met))
    assert "Send the application to Oakbridge College" in text
    assert "live with Mum" not in text
    assert "There are 3 more promises to talk about." in text


def test_a_promise_that_was_kept_says_by_whom(met: Core) -> None:
    met.answers("Sam", f"done {OAK} a1", {"words": "It went on Friday"})
    text = document_text(room(met))
    assert "Sam did this." in text
    assert "It went on Friday" not in text


def test_what_the_child_promised_is_said_to_them_without_their_name(met: Core) -> None:
    with met.case() as found:
        cases.change(found.turn.tx, replace(found.case, first_name="Tony"))
    met.answers("Sam", f"make {OAK} ETE02", promise("Write to the college", "robin", "9/3/2026"))
    assert "We have asked you to do this by Monday 9 March 2026." in document_text(room(met))
    met.says("Sam", f"accept {OAK} {met.plan().actions[-1].id}")
    assert "You will do this by Monday 9 March 2026." in document_text(room(met))
    assert "Tony" not in document_text(room(met))


@pytest.mark.parametrize("contact", [one for one in Contact if one is not Contact.SAFE])
def test_where_contact_is_not_said_to_be_safe_it_is_as_in_any_room(met: Core, contact: Contact) -> None:
    assert "You are due to leave on" in document_text(room(met))
    met.answers("Sam", f"edit {OAK} nan", {"contact": str(contact)})
    text = document_text(room(met))
    assert "You are due to leave on" not in text
    assert "Send the application" not in text


def test_it_is_in_words_for_the_child(met: Core) -> None:
    for says in sentences(room(met)):
        assert words_of(says) <= 15, says
        assert not SHORT_FORM.search(says), says
        assert not [mark for mark in check(says, CHILD, TYPED) if not mark.is_advice], says


def test_without_a_meeting_there_is_nothing_to_show(core: Core) -> None:
    outcome = core.says("Sam", f"room {OAK}")
    assert outcome.refused
    assert f"meet {OAK}" in repr(outcome.shown)


def test_whoever_leads_the_meeting_is_asked_who_can_hear_before_what_is_private(met: Core) -> None:
    outcome = met.says("Sam", f"private {OAK} health")
    assert titles(outcome) == ["Who can hear?"]
    assert "Who can hear, and who can see this screen?" in words(outcome)
    assert "mental health" not in words(outcome).lower()
    (on,) = re.findall(rf"private {OAK} health \w+", repr(outcome.shown))
    assert met.opens("Sam", on).private


def test_whoever_does_not_lead_it_or_opens_it_beforehand_is_not_asked(core: Core) -> None:
    assert core.opens("Sam", f"private {OAK} health").private
    core.says("Sam", f"meet {OAK}")
    assert core.opens("Priya", f"private {OAK} health").private
