"""What was typed and not sent is kept for whoever typed it, and filled in when they come back."""

import pytest
from sqlalchemy import select

from bot.conversation.heard import Changed, Filled
from bot.messages.form import Form
from bot.messages.helping import KEPT
from storage.drafts import DraftRow
from tests.bot.core import OAK, Core, titles, words

HOME = f"step {OAK} home"
OPEN = "home.difference_explained"
RECORDED = "no"


def value(form: Form, name: str) -> str:
    return next(field.value for field in form.fields if field.name == name)


def half_fills(core: Core, who: str, command: str, in_parts: bool = False, **values: str) -> None:
    form = core.opens(who, command)
    typed = {field.name: field.value for field in form.shown} | values
    assert not core.hear(who, Changed(form.command, typed, form.version, in_parts)).refused


def test_a_form_left_half_way_is_offered_again_as_it_was_typed(core: Core) -> None:
    half_fills(core, "Sam", HOME, **{OPEN: "yes"})
    again = core.opens("Sam", HOME)
    assert value(again, OPEN) == "yes"
    assert KEPT in again.intro
    assert [way.label for way in again.ways] == ["Start afresh"]


def test_a_form_of_one_piece_is_kept_too(core: Core) -> None:
    half_fills(core, "Sam", f"add {OAK}", what="Ring the council")
    assert value(core.opens("Sam", f"add {OAK}"), "what") == "Ring the council"


def test_where_nothing_was_typed_nobody_is_told_that_it_was(core: Core) -> None:
    core.fills("Sam", f"add {OAK}")
    assert KEPT not in core.opens("Sam", f"add {OAK}").intro


def test_what_was_typed_and_wiped_out_again_does_not_come_back(core: Core) -> None:
    half_fills(core, "Sam", f"add {OAK}", what="Ring the council")
    half_fills(core, "Sam", f"add {OAK}", what="", by="", owner="", for_child="")
    assert KEPT not in core.opens("Sam", f"add {OAK}").intro


def test_what_somebody_typed_is_offered_to_nobody_else(core: Core) -> None:
    half_fills(core, "Sam", HOME, **{OPEN: "yes"})
    theirs = core.opens("Alex", HOME)
    assert value(theirs, OPEN) == RECORDED
    assert KEPT not in theirs.intro


def test_starting_afresh_drops_what_was_typed(core: Core) -> None:
    half_fills(core, "Sam", HOME, **{OPEN: "yes"})
    (way,) = core.opens("Sam", HOME).ways
    assert value(core.opens("Sam", way.command), OPEN) == RECORDED
    assert value(core.opens("Sam", HOME), OPEN) == RECORDED


def test_what_is_sent_is_not_offered_again(core: Core) -> None:
    half_fills(core, "Sam", f"add {OAK}", what="Ring the council")
    values = {"what": "Ring the council", "owner": "sam", "by": "2026-03-09", "for_child": "no"}
    core.answers("Sam", f"add {OAK}", values)
    assert value(core.opens("Sam", f"add {OAK}"), "what") == ""


def test_what_is_refused_is_offered_again(core: Core) -> None:
    form = core.opens("Sam", f"add {OAK}")
    assert core.sends("Sam", form, {"what": "Ring the council", "by": "asap"}).refused
    assert value(core.opens("Sam", f"add {OAK}"), "what") == "Ring the council"


def test_what_was_typed_while_the_meeting_was_closed_is_kept(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    form = core.opens("Sam", f"step {OAK} attendance")
    name = next(field.name for field in form.shown if field.options and field.name != "said_by")
    typed = {name: next(key for each in form.shown if each.name == name for key, _ in each.options)}
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    assert core.sends("Sam", form, typed).refused
    core.says("Sam", f"another {OAK}")
    assert value(core.opens("Sam", f"step {OAK} attendance"), name) == typed[name]


def test_the_parts_of_a_form_that_is_too_long_are_sent_as_one(core: Core) -> None:
    form = core.opens("Sam", f"add {OAK}")
    first = {"what": "Ring the council"}
    rest = {"owner": "sam", "by": "2026-03-09", "for_child": "no"}
    core.hear("Sam", Changed(form.command, first, form.version, in_parts=True))
    core.hear("Sam", Changed(form.command, {"owner": "jo"}, form.version, in_parts=True))
    sent = core.day_one.hear(core.people["Sam"], in_parts(form, rest), "one")
    assert not sent.refused, words(sent)
    action = core.plan().actions[-1]
    assert (action.what, action.owner) == ("Ring the council", "sam")


def test_the_parts_of_another_opening_do_not_count(core: Core) -> None:
    form = core.opens("Sam", f"add {OAK}")
    core.hear("Sam", Changed(form.command, {"what": "Old"}, form.version + 1, in_parts=True))
    rest = {"owner": "sam", "by": "2026-03-09", "for_child": "no"}
    assert core.day_one.hear(core.people["Sam"], in_parts(form, rest), "one").refused


def test_whoever_has_left_the_case_is_offered_nothing(core: Core) -> None:
    half_fills(core, "Jo", HOME, **{OPEN: "yes"})
    core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert core.says("Jo", HOME).refused


def kept_forms(core: Core) -> list[object]:
    with core.store.transaction() as tx:
        return [row.form for row in tx.all(select(DraftRow))]


def test_what_no_form_of_ours_asks_is_not_kept(core: Core) -> None:
    core.joins_service("Kim")
    for number in range(5):
        core.hear("Kim", Changed(f"join x{number}", {f"made up {number}": "a" * 1000, "code": "K7QX"}))
    assert len(kept_forms(core)) == 1
    assert "made up" not in repr(kept_forms(core))
    assert value(core.opens("Kim", "join"), "code") == "K7QX"
    core.hear("Kim", Changed("roles", {"anything": "a"}))
    assert len(kept_forms(core)) == 1


def test_more_than_any_form_of_ours_holds_is_not_kept(core: Core) -> None:
    core.hear("Sam", Changed(HOME, {OPEN: "a" * 100_001}))
    assert kept_forms(core) == []


@pytest.mark.parametrize("form", ["meet", "nonsense", "step OAK-417 garden", ""])
def test_starting_something_afresh_that_is_no_form_gets_a_sentence(core: Core, form: str) -> None:
    assert titles(core.says("Sam", f"afresh {form}"))


def in_parts(form: Form, values: dict[str, str]) -> Filled:
    return Filled(form.command, values, form.version, in_parts=True)
