"""Snoozing: the reminders of an action wait until a day that is not too far, and its own day stays."""

from datetime import timedelta

import pytest

from storage import actions
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise
from tests.bot.use_cases.promises.test_actions import the


def test_a_snoozed_action_says_so_and_keeps_its_day(each_core: Core) -> None:
    before = the(each_core, "a3")
    shown = words(each_core.answers("Jo", f"snooze {OAK} a3", {"until": "5/3/2026"}))
    assert "by Friday 13 March 2026 · accepted · snoozed until Thursday 5 March 2026" in shown
    after = the(each_core, "a3")
    assert (after.by, after.progress, after.changed) == (before.by, before.progress, before.changed)
    each_core.now += timedelta(days=3)
    assert "snoozed" not in words(each_core.says("Jo", f"actions {OAK}"))


@pytest.mark.parametrize(("day", "kept"), [("2", False), ("3", True), ("9", True), ("10", False)])
def test_it_waits_from_tomorrow_to_five_working_days_ahead(core: Core, day: str, kept: bool) -> None:
    form = core.opens("Jo", f"snooze {OAK} a3")
    outcome = core.sends("Jo", form, {"until": f"{day}/3/2026"})
    assert outcome.refused is not kept
    assert (the(core, "a3").snoozed_until is not None) is kept
    if not kept:
        assert "Choose a day after today, and at most Monday 9 March 2026." in words(outcome)


def test_what_is_long_late_waits_no_longer(core: Core) -> None:
    outcome = core.says("Sam", f"snooze {OAK} a1")
    assert outcome.refused
    assert "The reminders of a1 cannot wait" in words(outcome)
    assert f"snooze {OAK} a1" not in repr(core.says("Sam", f"actions {OAK}"))


def test_an_offer_is_answered_and_not_snoozed(core: Core) -> None:
    assert "Action a4 is offered" in words(core.says("Sam", f"snooze {OAK} a4"))


@pytest.mark.parametrize("who", ["Sam", "Morgan", "Alex"])
def test_nobody_snoozes_for_somebody_who_can(core: Core, who: str) -> None:
    assert "This action is somebody else's" in words(core.says(who, f"snooze {OAK} a3"))
    assert f"snooze {OAK} a3" not in repr(core.says(who, f"actions {OAK}"))


def test_the_lead_snoozes_for_whoever_cannot(core: Core) -> None:
    core.answers("Sam", f"add {OAK}", promise("Ring", "mum", "13/3/2026"))
    core.says("Sam", f"accept {OAK} a5")
    core.answers("Sam", f"snooze {OAK} a5", {"until": "4/3/2026"})
    assert the(core, "a5").snoozed_until


def test_whatever_else_is_done_with_it_ends_the_snooze_and_both_are_in_the_audit_and_the_history(
    core: Core,
) -> None:
    core.answers("Jo", f"snooze {OAK} a3", {"until": "5/3/2026"})
    core.answers("Jo", f"move {OAK} a3", {"owner": "jo", "by": "20/3/2026"})
    assert the(core, "a3").snoozed_until is None
    with core.case() as found:
        assert len(actions.events_of(found.turn.tx, found.case.id, "a3")) == 3
    assert "snoozed-action" in repr(core.kept()["audit"])
