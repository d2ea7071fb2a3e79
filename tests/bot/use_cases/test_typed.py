"""What people type, however odd: kept as they meant it, or a sentence beside it, and never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.heard import Changed, Filled, Said
from bot.messages.commands import COMMANDS
from bot.messages.form import Form
from bot.use_cases.handlers import FILLED
from planning_rules.text import clean
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import command, completed

ODD = [
    "👩‍👧‍👦 and 👍🏽",
    "أريد أن أعود",
    "<b>*_~`<!channel> @here &amp;</b>",
    "{value} %s {{7*7}}",
    "'; DROP TABLE cases; --",
]
TO_BE_CLEANED = [
    "a\x00b",
    "\ud83d half",
    "\u202ereversed\u202c",
    "zero\u200bwidth",
    "e\u0301t\u00e9",
    "a\r\nb",
]
ANY = st.text(st.characters(codec=None), max_size=60) | st.sampled_from([*ODD, *TO_BE_CLEANED, "a" * 20_000])
FUZZ = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("typed", ODD)
def test_unusual_words_are_kept_as_they_are(each_core: Core, typed: str) -> None:
    each_core.says("Sam", f"meet {OAK}")
    outcome = each_core.answers("Sam", f"change {OAK} child", {"child.says": typed, "said_by": "robin"})
    assert each_core.plan().child.says.value == typed
    assert typed in words(outcome)


@pytest.mark.parametrize("typed", TO_BE_CLEANED, ids=ascii)
def test_what_cannot_be_seen_is_cleaned_out_of_words(each_core: Core, typed: str) -> None:
    each_core.answers("Sam", f"change {OAK} home", {"home.address": typed})
    assert each_core.plan().home.address.value == clean(typed).replace("\n", " ")


def test_twenty_thousand_characters_are_too_many_and_all_still_there(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    outcome = core.sends("Sam", core.opens("Sam", f"change {OAK} child"), {"child.says": "a" * 20_000})
    form = outcome.shown[0]
    assert isinstance(form, Form)
    says = next(field for field in form.fields if field.name == "child.says")
    assert (len(says.value), "20,000 characters long" in says.error) == (20_000, True)
    assert "too long for a command" in words(core.says("Sam", "a" * 20_000))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/4/2026", "April 2026 has no day 31"),
        ("29/2/2027", "February 2027 has no day 29"),
        ("4/5/26", "Monday 4 May 2026 – is that right?"),
        ("05-04-26", "Sunday 5 April 2026 – is that right?"),
        ("4/17/2026", "There is no month 17"),
        ("next Friday", "It could be two days."),
        ("asap", "is not a date that we can read"),
        ("١٧/٤/٢٠٢٦", "is not a date that we can read"),
        ("1/1/0001", "looks wrong"),
    ],
)
def test_a_day_that_does_not_exist_or_could_be_two_is_asked_again(core: Core, typed: str, says: str) -> None:
    outcome = core.sends("Sam", core.opens("Sam", f"change {OAK} education"), {"education.starts_on": typed})
    assert says in words(outcome)
    assert outcome.refused
    assert core.opens("Sam", f"add {OAK}").command == f"add {OAK}"


@pytest.mark.parametrize("typed", ["2026-04-17", "17/4/2026", "17.04.2026", " 17/04/2026\u200b "])
def test_one_day_may_be_typed_in_several_ways(core: Core, typed: str) -> None:
    outcome = core.answers("Sam", f"change {OAK} education", {"education.starts_on": typed})
    assert "Friday 17 April 2026" in words(outcome)


@pytest.mark.parametrize("word", ["not known", "declined", "does not apply"])
def test_words_that_name_an_outcome_are_words_where_words_are_asked(core: Core, word: str) -> None:
    core.answers("Sam", f"change {OAK} home", {"home.address": word})
    assert core.plan().home.address.value == word


@FUZZ
@given(st.lists(ANY, max_size=4), st.sampled_from(list(COMMANDS)))
def test_whatever_is_typed_after_a_command_is_answered(core: Core, after: list[str], name: str) -> None:
    for text in (" ".join([command(name), *after]), " ".join([name, *after])):
        assert core.hear("Sam", Said(text)).shown


@FUZZ
@given(
    st.dictionaries(st.integers(0, 40), ANY, max_size=4),
    st.sampled_from([name for name in FILLED if name != "finish"]),
)
def test_whatever_is_typed_into_a_form_is_answered(core: Core, typed: dict[int, str], name: str) -> None:
    text = f"private {OAK} health" if name == "private" else command(name)
    for form in [shown for shown in core.says("Sam", text).shown if isinstance(shown, Form)]:
        named = {form.fields[at % len(form.fields)].name: odd for at, odd in typed.items()}
        values = {**completed(form), **named}
        core.hear("Sam", Changed(form.command, values, form.version))
        assert core.hear("Sam", Filled(form.command, values, form.version)).shown
