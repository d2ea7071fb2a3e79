"""A copy is found under any name, and what nobody copied is not."""

import string
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planning_rules.facts import FACTS
from planning_rules.gaps import RULES, THRESHOLDS
from planning_rules.rulebook import Day
from planning_rules.wording import RUN, is_compared, runs, shared_words
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY

letters = st.text(string.ascii_lowercase, min_size=1, max_size=9)
plain_words = letters.map(lambda word: f"x{word}")
texts = st.lists(plain_words, min_size=RUN, max_size=40)
names = st.builds(lambda first, rest: first + rest, st.sampled_from(string.ascii_uppercase + "ÉŁÅ"), letters)
numbers = st.from_regex(r"[0-9]{1,4}(st|th|[a-d])?", fullmatch=True)
pronouns = st.sampled_from(["he", "she", "they", "him", "her", "their", "he’s", "she'll", "themselves"])
called = st.lists(names | numbers | pronouns, max_size=3).map(" ".join)
STANDARD = 3


def shared(ours: str, theirs: str, workers: int = 1) -> int:
    there = set(runs(theirs))
    return shared_words([workers * (run in there) for run in runs(ours)], STANDARD)


@given(st.lists(st.tuples(plain_words, called, called), min_size=RUN, max_size=40))
def test_the_same_text_with_other_names_numbers_and_pronouns_is_shared_to_the_last_word(
    words: list[tuple[str, str, str]],
) -> None:
    ours = " ".join(f"{word} {one}" for word, one, _ in words)
    theirs = " ".join(f"{other} {word}" for word, _, other in words)
    assert shared(ours, theirs) == len(words)


@given(texts, texts)
def test_texts_without_a_word_in_common_share_nothing(ours: list[str], theirs: list[str]) -> None:
    assume(not {*ours} & {*theirs})
    assert shared(" ".join(ours), " ".join(theirs)) == 0


@given(texts, texts, texts)
def test_what_was_copied_is_found_in_the_middle_of_other_words(
    copied: list[str], before: list[str], after: list[str]
) -> None:
    assert shared(" ".join([*before, *copied, *after]), " ".join(copied)) >= len(copied)
    assert shared(" ".join(copied), " ".join([*before, *copied, *after])) == len(copied)


@given(st.lists(plain_words, max_size=RUN - 1), texts)
def test_a_short_text_matches_nothing_even_where_it_is_the_same(short: list[str], text: list[str]) -> None:
    assert runs(" ".join(short)) == ()
    assert shared(" ".join(short), " ".join([*short, *text])) == 0


@given(st.lists(plain_words, min_size=1, max_size=RUN - 1))
def test_fewer_than_eight_words_in_a_row_are_not_shared(few: list[str]) -> None:
    ours, theirs = "a" * 12, "b" * 12
    assert shared(" ".join([*ours, *few, *ours]), " ".join([*theirs, *few, *theirs])) == 0


@given(st.lists(st.integers(0, 5), max_size=40))
def test_a_word_is_counted_once_however_many_runs_it_stands_in(workers: list[int]) -> None:
    starts = [at for at, number in enumerate(workers) if number in (1, 2)]
    assert shared_words(workers, STANDARD) == len({*chain(*(range(at, at + RUN) for at in starts))})


def test_marks_capitals_and_line_ends_make_no_other_wording() -> None:
    ours = "we’ll ring each evening; and, at weekends, we all eat together"
    assert runs(ours) == runs("we'll ring each evening and\nat weekends – we all eat TOGETHER together.")
    assert len(runs(ours)) == 11 - RUN + 1


@pytest.mark.parametrize(
    "key",
    ["child.wants", "child.says", "home.address", "education.place", "agreement.child_not_asked_because"],
)
def test_own_words_places_and_what_is_said_of_one_meeting_are_not_compared(key: str) -> None:
    assert not is_compared(FACTS[key])


def test_what_is_compared_is_open_to_every_worker_so_that_the_gap_may_be() -> None:
    compared = RULES["PLN01"].asks
    assert FACTS["home.next_step"] in compared
    assert not RULES["PLN01"].is_private
    assert not [fact.key for fact in compared if fact.is_private]


def test_the_gap_is_about_the_answers_that_share_words_and_no_others() -> None:
    family = {"contact_plan": "yes", "contact_how": "By telephone.", "parents_role": "Meals."}
    day = Day(TODAY, shared_wording={"family.contact_how": (0,) * 9, "family.parents_role": (1,) * 9})
    (found,) = RULES["PLN01"].check(plan(family=family), day)
    assert [answer.fact for answer in found.about] == ["family.parents_role"]


def test_a_service_may_say_after_how_many_workers_a_phrase_is_its_own() -> None:
    shared = {"family.parents_role": (2,) * 9}
    two = {"standard-phrase": replace(THRESHOLDS["standard-phrase"], amount=2)}
    written = plan(family={"parents_role": "Meals."})
    assert list(RULES["PLN01"].check(written, Day(TODAY, shared_wording=shared)))
    assert not list(RULES["PLN01"].check(written, Day(TODAY, two, shared)))
