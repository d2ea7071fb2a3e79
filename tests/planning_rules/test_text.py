"""Text that people type is cleaned of what cannot be seen or kept, and of nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.facts.kinds import Count, Line, Words
from planning_rules.refusal import Refusal
from planning_rules.text import clean, counted, listed, nearest

ANY = st.text(st.characters(codec=None) | st.sampled_from("\u200d\u200b\u202e\r\n\x0b\ud800 "))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ro\x00bin", "Robin"),
        ("Ro\ud83dbin", "Robin"),
        ("Ro\u200bb\ufeffi\xadn", "Robin"),
        ("\u202eniboR\u202c", "niboR"),
        ("\u2066Robin\u2069\u200e\u061c", "Robin"),
        ("Ro\x1b[31mbin", "Ro[31mbin"),
        ("one\r\ntwo\rthree\u2028four\x0bfive\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("cafe\u0301", "café"),
        ("  Robin \u00a0\n", "Robin"),
        (" \u200d \u200c\u3000", ""),
    ],
)
def test_what_cannot_be_seen_or_kept_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "👩‍👧‍👦 and 👍🏽 and ❤️",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "می‌خواهم",
        "שלום, Robin",
        "Llŷr\tand\nSiân",
        "<!channel> *bold* {value} & <b>",
        "Don’t – “quote” …",
    ],
)
def test_what_people_mean_stays_as_they_typed_it(typed: str) -> None:
    assert clean(typed) == typed


@given(ANY)
def test_clean_text_can_be_stored_anywhere_and_is_not_cleaned_further(typed: str) -> None:
    kept = clean(typed)
    assert clean(kept) == kept == unicodedata.normalize("NFC", kept)
    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept


def test_twenty_thousand_characters_are_refused_with_a_sentence_that_says_how_many_fit() -> None:
    refused = Words(longest=300).parse("x" * 20_000)
    assert isinstance(refused, Refusal)
    assert refused.sentence.startswith(
        "This is 20,000 characters long; there is room for 300. Please shorten"
    )


def test_words_fit_up_to_their_last_character_after_cleaning() -> None:
    assert Words(longest=300).parse(" " + "x" * 300 + "\u200b\n") == "x" * 300
    assert isinstance(Words(longest=300).parse("x" * 301), Refusal)


@pytest.mark.parametrize("typed", ["", " \n", "\x00", "\u200b", "\u200d"])
def test_words_that_nobody_could_read_are_refused(typed: str) -> None:
    assert isinstance(Words().parse(typed), Refusal)


def test_a_line_stays_on_one_line() -> None:
    assert Line().parse("12 Elm Road\nLeeds") == "12 Elm Road Leeds"
    assert Words().parse("one\ntwo") == "one\ntwo"


@pytest.mark.parametrize("typed", ["-1", "1.5", "1e3", "１２", "ten", "", "1000", "9" * 5_000])
def test_a_count_is_a_whole_number_within_its_bounds(typed: str) -> None:
    read = Count(unit="miles", most=999).parse(typed)
    assert read == Refusal("Please type a whole number of miles from 0 to 999.")
    assert Count(unit="miles", most=999).parse(" 999 ") == 999


def test_the_nearest_word_is_named_or_none_is() -> None:
    assert nearest("adress", ["address", "council"]) == "address"
    assert nearest("qqqq", ["address", "council"]) == ""


def test_words_are_listed_and_counted_as_one_says_them() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listed(["a", "b"], "or") == "a or b"
    assert [counted(number, "gap") for number in (0, 1, 2)] == ["0 gaps", "1 gap", "2 gaps"]
    assert counted(2, "child", "children") == "2 children"
