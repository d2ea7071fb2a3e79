"""What is typed is read as a command, or answered with a sentence that says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.calls import LONGEST, Call, listed_commands, read_call
from bot.messages.commands import COMMANDS
from planning_rules.refusal import Refusal

ANY = st.text(st.characters(codec=None))


@given(ANY | st.lists(st.sampled_from([*COMMANDS, "/dto", "OAK-417", "\x00", "🙂", "\ud800"])).map(" ".join))
def test_whatever_is_typed_is_a_call_or_a_sentence(text: str) -> None:
    read = read_call(text)
    assert isinstance(read, Call) or read.sentence.encode()


@given(st.sampled_from(list(COMMANDS)), ANY)
def test_whatever_follows_a_command_is_a_call_of_it_or_a_sentence(name: str, text: str) -> None:
    read = read_call(f"/dto {name} {text}")
    # Without which action, or with which case, it is another thing that is asked for.
    assert isinstance(read, Refusal) or read.name in (name, "home", "actions", "step")
    assert isinstance(read, Refusal) or isinstance(read_call(read.text), Call)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", "list"),
        ("/dto", "list"),
        (" /DTO ", "list"),
        ("/dto gaps oak-417", "gaps OAK-417"),
        ("gaps OAK-417", "gaps OAK-417"),
        ("dto GAPS Oak-417", "gaps OAK-417"),
        ("gaps oak417", "gaps OAK-417"),
        ("gaps\u00a0OAK-\u200b417\n", "gaps OAK-417"),
        ("step OAK-417 home", "step OAK-417 home"),
        ("join k7qx 3mpd 9rta", "join k7qx 3mpd 9rta"),
        ("K7QX-3MPD-9RTA", "join k7qx-3mpd-9rta"),
        ("“KTQX–HMPD–RRTA”", "join “ktqx–hmpd–rrta”"),
        ("k7qx3mpd9rta.", "join k7qx3mpd9rta."),
        ("k7qx 3mpd 9rta", "join k7qx 3mpd 9rta"),
        ("@Day One help", "help"),
        ("Day One help", "help"),
        ("@Day One, gaps OAK-417", "gaps OAK-417"),
        ("@dayone", "list"),
        ("/help", "help"),
        ("/ help", "help"),
        ("/dto /help", "help"),
        ("/dto@Day One help", "help"),
        ("home", "home"),
        ("home oak-417", "step OAK-417 home"),
        ("health OAK-417", "step OAK-417 health"),
        ("School OAK-417", "step OAK-417 education"),
        ("the child's words OAK-417", "step OAK-417 child"),
        ("dates OAK-417", "dates OAK-417"),
        ("step OAK-417", "step OAK-417"),
        ("done", "home"),
        ("done OAK-417", "actions OAK-417"),
        ("accept OAK-417", "actions OAK-417"),
    ],
)
def test_one_command_may_be_typed_in_several_ways(typed: str, text: str) -> None:
    read = read_call(typed)
    assert isinstance(read, Call)
    assert read.text == text


@pytest.mark.parametrize("reference", ["OAK", "417", "OAK-4", "OAK-٤١٧", "O-417", "OAK-417-1", "ÖAK-417"])
def test_what_is_no_reference_is_shown_one(reference: str) -> None:
    read = read_call(f"gaps {reference}")
    assert isinstance(read, Refusal)
    assert "A reference looks like OAK-417. For example: /dto gaps OAK-417" in read.sentence


def test_an_unknown_command_gets_the_nearest_one_that_help_names() -> None:
    for typed, like in (("gap", "gaps"), ("finsh", "finish"), ("shet", "sheet")):
        read = read_call(typed)
        assert isinstance(read, Refusal)
        assert f"Did you mean “{like}”? For example: {COMMANDS[like].example}" in read.sentence
    assert "settle" not in listed_commands()


@pytest.mark.parametrize("typed", ["thanks", "open", "hello", "headquarters", "that is fine then"])
def test_a_word_that_is_like_no_command_is_taken_for_none(typed: str) -> None:
    read = read_call(typed)
    assert isinstance(read, Refusal)
    assert "Did you mean" not in read.sentence


@pytest.mark.parametrize("typed", ["gaps", "/dto gaps", "gaps oak-417"])
def test_in_the_channel_of_a_case_its_reference_may_be_left_out(typed: str) -> None:
    read = read_call(typed, "OAK-417")
    assert isinstance(read, Call)
    assert read.text == "gaps OAK-417"


def test_in_the_channel_of_one_case_another_may_be_named() -> None:
    step = read_call("step home", "OAK-417")
    assert isinstance(step, Call)
    assert step.text == "step OAK-417 home"
    other = read_call("gaps ASH-100", "OAK-417")
    assert isinstance(other, Call)
    assert other.reference == "ASH-100"


def test_the_longest_command_is_read_and_a_longer_one_is_not() -> None:
    assert isinstance(read_call("list " + "a" * (LONGEST - 5)), Call)
    assert isinstance(read_call("list " + "a" * (LONGEST - 4)), Refusal)


def test_a_word_that_is_not_there_is_empty() -> None:
    call = Call("step", ("OAK-417",))
    assert (call.reference, call.word(1), Call("new").reference) == ("OAK-417", "", "")
