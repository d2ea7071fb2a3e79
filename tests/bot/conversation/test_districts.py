"""Postcode districts: whatever is typed, what comes of it is nobody's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.districts import read_district
from bot.messages.miles import not_a_district

DISTRICTS = ["M1", "M60", "W1A", "CR2", "LS10", "EC1A"]
LETTERS, DIGITS = st.sampled_from("ABDEFGHJLNPQRSTUWXYZ"), st.sampled_from("0123456789")


@pytest.mark.parametrize("district", DISTRICTS)
def test_each_form_of_a_district_is_read_in_small_letters_too(district: str) -> None:
    assert read_district(district) == district
    assert read_district(f" {district.lower()}\u200b ") == district


@given(
    st.sampled_from(DISTRICTS), st.tuples(DIGITS, LETTERS, LETTERS), st.sampled_from(["", " ", "  ", "\t"])
)
def test_a_whole_postcode_is_cut_down_to_its_district(
    district: str, inward: tuple[str, ...], gap: str
) -> None:
    assert read_district(district + gap + "".join(inward)) == district


@pytest.mark.parametrize("typed", ["LS10 1", "LS10 1A"])
def test_so_is_one_that_breaks_off(typed: str) -> None:
    assert read_district(typed) == "LS10"


@pytest.mark.parametrize(
    "typed",
    ["", "LS", "Leeds", "10", "LS101", "LS10/../M1", "LS10?x", "M1 1AAA", "12 Elm Road LS10", "ＬＳ１٠"],
)
def test_anything_else_is_refused_with_an_example(typed: str) -> None:
    assert read_district(typed) == not_a_district()


@given(st.text() | st.from_regex(r"\A[A-Z0-9 ]{0,12}\Z"))
def test_nothing_longer_than_a_district_ever_comes_of_it(typed: str) -> None:
    read = read_district(typed)
    assert read == not_a_district() or (isinstance(read, str) and len(read) <= 4 and read.isalnum())
