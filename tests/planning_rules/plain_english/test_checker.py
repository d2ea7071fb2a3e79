"""The checker: what it marks, what it suggests, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.plain_english import CHILD, WORKERS, Kind, check

JARGON = """You are on a DTO. Your YOT has done your CHAT. You may get ROTL for ETE.
A referral to CAMHS will commence asap. 80% of appointments are compulsory.
You mustn't breach the conditions of your licence."""
PLAIN = """You have a sentence. Sam from your youth justice team has done your health check.
You may go on a trip to look at a college. Staff must agree first.
The team that helps with feelings will see you on Friday 17 April 2026.
You must go to most of your meetings. You must not break the rules."""
texts = st.text(max_size=80) | st.lists(
    st.sampled_from(f"{JARGON} {PLAIN} (CHAT) e.g. • “ ” ’ @ \n".split(" "))
).map(" ".join)


def kinds(text: str, **more: object) -> dict[str, Kind]:
    return {mark.words: mark.kind for mark in check(text, **more) if not mark.is_advice}  # type: ignore[arg-type]


@given(texts)
def test_any_text_is_read_and_each_mark_points_at_words_of_it(text: str) -> None:
    for mark in check(text):
        assert mark.words
        assert text[mark.start : mark.end] == mark.words


@given(texts)
def test_marks_come_in_the_order_in_which_they_stand_and_the_same_each_time(text: str) -> None:
    found = check(text)
    assert [mark.start for mark in found] == sorted(mark.start for mark in found)
    assert check(text) == found


@given(texts)
def test_a_word_that_is_wanted_is_not_marked_again(text: str) -> None:
    wanted = frozenset(mark.words.lower() for mark in check(text) if mark.is_about_words)
    assert not [
        mark for mark in check(text, CHILD, wanted) if mark.words.lower() in wanted and mark.is_about_words
    ]


def test_jargon_is_marked_and_its_plain_rewrite_is_not() -> None:
    assert len(kinds(JARGON)) >= 12
    assert kinds(PLAIN) == {}


@pytest.mark.parametrize("words", [15, 16])
def test_a_sentence_has_at_most_fifteen_words(words: int) -> None:
    found = kinds("We will " * (words // 2) + "go" * (words % 2) + ".")
    assert (Kind.LONG_SENTENCE in found.values()) is (words > 15)


def test_a_workers_sentence_may_have_twenty_five() -> None:
    assert kinds("go " * 25 + ".", limits=WORKERS) == {}
    assert Kind.LONG_SENTENCE in kinds("go " * 26 + ".", limits=WORKERS).values()


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    plan = "\n".join(f"• we will see you at the club on day {number}" for number in range(6))
    assert kinds(plan) == {}


def test_a_line_that_goes_on_is_one_sentence() -> None:
    assert Kind.LONG_SENTENCE in kinds("We will go to the shop\n" + "and to the shop " * 3).values()


def test_sentences_of_over_ten_words_on_average_are_marked_once() -> None:
    found = check("We will go to the shop with you and with your mum. " * 3)
    assert [mark.kind for mark in found] == [Kind.LONG_ON_AVERAGE]
    assert check("We will go to the shop with you and with your mum.") == ()


@pytest.mark.parametrize(("last", "marked"), [("We go.", False), ("We go too.", True)])
def test_a_mean_of_ten_words_passes_and_one_word_more_does_not(last: str, marked: bool) -> None:
    found = kinds(f"{'go ' * 14}.\n{'go ' * 14}.\n{last}")
    assert (Kind.LONG_ON_AVERAGE in found.values()) is marked


def test_a_paragraph_has_at_most_three_sentences() -> None:
    assert Kind.LONG_PARAGRAPH not in kinds("We go. " * 3).values()
    assert Kind.LONG_PARAGRAPH in kinds("We go. " * 4).values()
    assert Kind.LONG_PARAGRAPH not in kinds("We go.\n" * 4).values()


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        ("You may get ETE.", "ETE", "Say “school, college or work”."),
        ("You have a DTO.", "DTO", "Say first “your sentence”, then “DTO” in brackets."),
        ("There is a Referral.", "Referral", "Say “asking another team to help”."),
        ("We will commence.", "commence", "Say “start”."),
        ("You can't go.", "can't", "Write “cannot”."),
        ("You WON’T go.", "WON’T", "Write “will not”."),
        ("Sam’ll ring.", "Sam’ll", "Write “Sam will”."),
        ("Ring asap.", "asap", "Write “a day by which it is done”."),
        ("About 50% of it.", "50%", "Say it in numbers: “1 in 4”."),
        ("On 17/4/26 we go.", "17/4/26", "Write the day in full, like Friday 17 April 2026."),
        ("You MUST go.", "MUST", "Write it in small letters: “must”."),
        ("Ask the JCP.", "JCP", "Write it out in full, or say what it means."),
        ("It is appropriate.", "appropriate", "It has two senses. Say right for you, or not right, and why."),
        ("Mediation with Nan.", "Mediation", "Say what it means, or use an easier word."),
    ],
)
def test_what_is_hard_is_marked_with_what_could_stand_instead(text: str, words: str, says: str) -> None:
    assert [(mark.words, mark.suggestion) for mark in check(text)] == [(words, says)]


@pytest.mark.parametrize(
    "text",
    [
        "We chat on the phone.",
        "You need a driving licence.",
        "You have a work placement.",
        "Your health check (CHAT) is on Monday.",
        "You can go on trips out (called temporary release).",
        "Mum and Nan will do maths with you at home.",
        "Give us your address. Put things in order.",
        "We meet at Fernbrook, and Priyanka will ring you.",
        "Your GP has a TV.",
        "Your sentence ends on Friday 17 April 2026.",
        "Ring 01632 960101, or write to help@example.org.",
        "The Job Bus Club (JBC) is near. Ask the JBC.",
        "Zbigniewka rings you. We like Zbigniewka.",
        "Zbigniewka will ring you.",
        "Write to zbigniewka@example.org.",
        "We saw a gnu and a yak.",
        "The bus leaves at 7.30am from St. Marks.",
    ],
)
def test_what_is_plain_is_left_alone(text: str) -> None:
    assert check(text) == ()


def test_what_never_stands_on_a_sheet_is_said_so_even_in_brackets() -> None:
    (found,) = check("You get extra help (ACCT).")
    assert found.suggestion.startswith("Leave this off the sheet.")


def test_a_passive_is_advice_only() -> None:
    (found,) = check("You will be met.")
    assert (found.words, found.is_advice) == ("be met", True)


def test_workers_may_use_their_own_words_but_no_short_form_of_not() -> None:
    assert kinds("The YOT sends the ETE referral.", limits=WORKERS) == {}
    assert kinds("The YOT can't.", limits=WORKERS) == {"can't": Kind.SHORT_FORM}


def test_in_a_name_of_a_place_capital_letters_pass_and_workers_words_do_not() -> None:
    assert check("Agricultural College, RAC", named=True) == ()
    assert [mark.words for mark in check("ETE facilitator", named=True)] == ["ETE", "facilitator"]
