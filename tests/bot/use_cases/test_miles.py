"""The miles from home, worked out from postcode districts: shown first, and kept once they are saved."""

from datetime import UTC, datetime

import pytest

from bot.conversation.districts import District
from bot.conversation.heard import Changed
from bot.messages.form import Form
from bot.messages.miles import is_off, not_a_district, not_asked_now, not_found, not_reached
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, words

WAY = ("Work it out from postcode districts", f"miles {OAK}")
MILES = "family.miles_from_home"


def ways(form: Form) -> list[tuple[str, str]]:
    return [(way.label, way.command) for way in form.ways]


def worked_out(core: Core, home: str = "LS10", held: str = "M1") -> Form:
    """The form in which they are shown."""
    outcome = core.answers("Sam", f"miles {OAK}", {"home": home, "held": held})
    (form,) = outcome.shown
    assert isinstance(form, Form)
    return form


def test_while_it_is_off_there_is_no_way_to_it_and_it_says_who_can_turn_it_on(core: Core) -> None:
    assert ways(core.opens("Sam", f"change {OAK} family")) == []
    for outcome in (
        core.says("Sam", f"miles {OAK}"),
        core.fills("Sam", f"miles {OAK}", home="LS10", held="M1"),
    ):
        assert outcome.refused
        assert is_off().sentence in words(outcome)
    assert "Whoever runs Day One can turn that on" in is_off().sentence


def test_where_it_is_on_the_way_stands_where_the_miles_are_asked_and_nowhere_else(core: Core) -> None:
    off = core.opens("Sam", f"change {OAK} family")
    core.looks_up(lambda home, held: 36)
    on = core.opens("Sam", f"change {OAK} family")
    assert ways(on) == [WAY]
    assert on.fields == off.fields
    assert ways(core.opens("Sam", f"change {OAK} home")) == []


def test_what_is_found_is_kept_only_once_it_is_saved(core: Core) -> None:
    core.looks_up(lambda home, held: 36)
    before = core.plan().family.miles_from_home
    form = worked_out(core)
    assert form.intro.startswith("LS10 to M1: about 36 miles in a straight line; by road it is further.")
    assert [field.name for field in form.shown] == [MILES, f"{MILES}#or", "said_by"]
    assert not any(field.redraws for field in form.fields), "which would ask the whole topic"
    assert core.plan().family.miles_from_home == before
    saved = core.sends("Sam", form, {})
    assert not saved.refused
    assert core.plan().family.miles_from_home.value == 36
    assert "36" in words(saved)


def test_somebody_who_knows_better_types_over_it(core: Core) -> None:
    core.looks_up(lambda home, held: 36)
    core.sends("Sam", worked_out(core), {MILES: "44"})
    assert core.plan().family.miles_from_home.value == 44


@pytest.mark.parametrize(("miles", "says"), [(0, "M1: less than a mile in"), (1, "M1: about 1 mile in")])
def test_a_short_way_is_said_as_people_say_it(core: Core, miles: int, says: str) -> None:
    core.looks_up(lambda home, held: miles)
    assert says in worked_out(core).intro


def test_a_long_way_asks_next_how_the_family_will_visit(core: Core) -> None:
    core.answers("Sam", f"change {OAK} family", {MILES: "20"})
    core.looks_up(lambda home, held: 120)
    outcome = core.sends("Sam", worked_out(core), {})
    (form,) = (one for one in outcome.shown if isinstance(one, Form))
    assert "family.visits_plan" in [field.name for field in form.fields]


def test_what_was_half_typed_into_the_topic_is_still_there(core: Core) -> None:
    core.looks_up(lambda home, held: 36)
    family = core.opens("Sam", f"change {OAK} family")
    typed = {"family.parents_role": "Mum will be in at night"}
    core.hear("Sam", Changed(family.command, typed, family.version))
    core.sends("Sam", worked_out(core), {})
    again = core.opens("Sam", f"change {OAK} family")
    assert "Mum will be in at night" in [field.value for field in again.fields]


def test_a_whole_postcode_leaves_as_its_district_alone(core: Core) -> None:
    asked: list[tuple[District, District]] = []

    def ask(home: District, held: District) -> int:
        asked.append((home, held))
        return 36

    core.looks_up(ask)
    assert "1AB" not in worked_out(core, "ls10 1ab", "M11AA").intro
    assert asked == [("LS10", "M1")]


def test_nobody_is_asked_while_a_transaction_is_open(core: Core) -> None:
    opened: list[int] = []

    def ask(home: District, held: District) -> int:
        # A thread has one at most: within another this would be a fault.
        with core.store.transaction():
            opened.append(1)
        return 36

    core.looks_up(ask)
    worked_out(core)
    assert opened == [1]


def test_what_is_no_district_is_said_beside_its_field_and_nobody_is_asked(core: Core) -> None:
    core.looks_up(lambda home, held: pytest.fail("asked"))
    form = core.opens("Sam", f"miles {OAK}")
    outcome = core.sends("Sam", form, {"home": "Leeds", "held": "M1"})
    (again,) = outcome.shown
    assert isinstance(again, Form)
    assert outcome.refused
    assert [field.error for field in again.fields] == [not_a_district().sentence, ""]


@pytest.mark.parametrize("refusal", [not_found("LS10"), not_reached()])
def test_where_nothing_is_found_a_sentence_says_what_to_do(core: Core, refusal: Refusal) -> None:
    core.looks_up(lambda home, held: refusal)
    before = core.kept()
    outcome = core.sends("Sam", core.opens("Sam", f"miles {OAK}"), {"home": "LS10", "held": "M1"})
    assert outcome.refused
    assert refusal.sentence in words(outcome)
    assert core.kept() == before


def test_somebody_who_is_not_on_the_case_has_nobody_asked(core: Core) -> None:
    core.looks_up(lambda home, held: pytest.fail("asked"))
    core.joins_service("Kim", "worker")
    outcome = core.fills("Kim", f"miles {OAK}", home="LS10", held="M1")
    assert outcome.refused


def test_once_the_child_is_released_it_is_not_asked_any_more(core: Core) -> None:
    core.looks_up(lambda home, held: pytest.fail("asked"))
    core.now = datetime(2026, 5, 30, 9, 30, tzinfo=UTC)
    core.answers("Sam", f"change {OAK} order", {"order.released_on": "30/5/2026"})
    typed = {"home": "LS10", "held": "M1"}
    for outcome in (core.says("Sam", f"miles {OAK}"), core.fills("Sam", f"miles {OAK}", **typed)):
        assert outcome.refused
        assert not_asked_now().sentence in words(outcome)
