"""The one door: what changes something does it once, and what is refused leaves nothing behind."""

from uuid import uuid4

import pytest

from bot.conversation.calls import Call, read_call
from bot.conversation.heard import Changed, Filled, Said
from bot.messages.commands import COMMANDS
from bot.messages.document import Document, Pairs
from bot.messages.form import Form
from bot.use_cases.handlers import FILLED, REDRAWN, SAID
from tests.bot.core import Core, titles, words
from tests.bot.use_cases.everything import command, open_form, ready

UNREADABLE = "\x00\u200b\ud800"


@pytest.mark.parametrize("name", [name for name, one in SAID.items() if one.changes])
def test_the_same_words_twice_do_a_thing_once(each_core: Core, name: str) -> None:
    who, text = ready(each_core, name)
    first = each_core.hear(who, Said(text), "the same")
    assert not first.refused, words(first)
    after = each_core.kept()
    assert titles(each_core.hear(who, Said(text), "the same")) == ["Done already"]
    assert each_core.kept() == after


@pytest.mark.parametrize("name", FILLED)
def test_the_same_form_twice_does_a_thing_once(each_core: Core, name: str) -> None:
    who, form, values = open_form(each_core, name)
    first = each_core.sends(who, form, values, "the same")
    assert not first.refused, words(first)
    after = each_core.kept()
    assert titles(each_core.sends(who, form, values, "the same")) == ["Done already"]
    assert each_core.kept() == after


@pytest.mark.parametrize("name", FILLED)
def test_a_refused_form_leaves_nothing_behind_and_may_be_sent_mended(each_core: Core, name: str) -> None:
    who, form, values = open_form(each_core, name)
    before = each_core.kept()
    assert each_core.sends(who, form, {**values, form.fields[0].name: UNREADABLE}, "the same").refused
    assert each_core.kept() == before
    mended = each_core.sends(who, form, values, "the same")
    assert not mended.refused, words(mended)
    assert titles(mended) != ["Done already"]


def test_two_people_may_use_the_same_name_for_a_request(core: Core) -> None:
    assert not core.hear("Sam", Said("meet OAK-417"), "1").refused
    assert titles(core.hear("Alex", Said("meet OAK-417"), "1")) == ["Review meeting for OAK-417"]


def test_looking_claims_no_request(core: Core) -> None:
    first = core.hear("Sam", Said("gaps OAK-417"), "the same")
    assert core.hear("Sam", Said("gaps OAK-417"), "the same") == first


def test_an_account_that_does_not_exist_is_a_fault_of_ours(core: Core) -> None:
    with pytest.raises(LookupError):
        core.day_one.hear(str(uuid4()), Said("list"), "1")


def test_every_command_has_a_handler_and_every_handler_a_command() -> None:
    assert set(SAID) == set(COMMANDS)
    assert set(FILLED) <= set(SAID)
    assert set(REDRAWN) <= set(FILLED)


@pytest.mark.parametrize("name", FILLED)
def test_a_form_that_is_drawn_again_as_it_is_filled_in_can_be(core: Core, name: str) -> None:
    who, form, values = open_form(core, name)
    if any(field.redraws for field in form.fields):
        again = core.hear(who, Changed(form.command, values, form.version))
        assert [type(shown) for shown in again.shown].count(Form) == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_a_form_sent_for_any_command_gets_a_sentence_at_worst(core: Core, name: str) -> None:
    assert core.hear("Sam", Filled(command(name), {})).shown
    half_filled = core.hear("Sam", Changed(command(name), {}))
    assert bool(half_filled.shown) is half_filled.refused or name in REDRAWN


def test_help_names_every_listed_command_with_an_example_that_reads(core: Core) -> None:
    page = words(core.says("Sam", "help"))
    for name, listed in COMMANDS.items():
        call = read_call(listed.example)
        assert isinstance(call, Call)
        assert call.name == name
        assert (listed.example in page) is not listed.behind_buttons


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_without_its_words_says_what_is_missing(core: Core, name: str) -> None:
    for missing in range(1, len(COMMANDS[name].takes) + 1):
        outcome = core.says("Sam", " ".join(command(name).split()[:-missing]))
        assert "“”" not in words(outcome)


def test_help_is_in_groups_that_are_short_enough_to_read(core: Core) -> None:
    (page,) = core.says("Sam", "help").shown
    assert isinstance(page, Document)
    groups = [block.items for block in page.blocks if isinstance(block, Pairs)]
    assert max(map(len, groups)) <= 8
    listed = [example for group in groups for example, _help in group]
    assert len(listed) == len(set(listed))
