"""The glossary: each entry is plain itself, and is met where workers write it."""

import pytest

from planning_rules.plain_english import CHILD, Kind, check
from planning_rules.plain_english.glossary import Entry, glossary, terms_in

ENTRIES = list(glossary().values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_what_to_say_instead_is_plain(entry: Entry) -> None:
    hard = [mark.words for said in (entry.say, entry.plain) for mark in check(said) if not mark.is_advice]
    assert hard == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_of_its_terms_is_met(entry: Entry) -> None:
    for term in entry.terms:
        assert [found.entry for found in terms_in(f"We saw {term} here.")] == [entry], term


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_phrase_that_means_something_else_is_left_alone(entry: Entry) -> None:
    for phrase in entry.unless:
        assert [found.entry for found in terms_in(f"We saw {phrase} here.")] == [None], phrase


def test_an_entry_is_swapped_or_explained_and_whatever_stays_off_says_why() -> None:
    assert {entry.mode for entry in ENTRIES} == {"swap", "explain"}
    assert [entry.id for entry in ENTRIES if entry.keep_off and not entry.check] == []


def test_no_term_belongs_to_two() -> None:
    terms = [term for entry in ENTRIES for term in entry.terms]
    assert sorted(set(terms)) == sorted(terms)


@pytest.mark.parametrize("text", ["a chat", "an asset", "the sms", "neet", "pa"])
def test_what_is_written_in_capitals_is_met_in_capitals_only(text: str) -> None:
    assert list(terms_in(text)) == []


def test_notice_of_supervision_is_no_licence_and_breach_no_recall() -> None:
    by_words = {mark.words: mark.suggestion for mark in check("A notice of supervision. A breach.", CHILD)}
    assert "It is not a licence." in by_words["notice of supervision"]
    assert "It is not recall." in by_words["breach"]
    assert {mark.kind for mark in check("A breach.")} == {Kind.TERM}
