"""What was missing at release, and how long gaps stayed open, read from the plan as each meeting left it."""

from collections.abc import Sequence
from datetime import date, timedelta

from planning_rules.counting.across_meetings import Left, learned, missing_at_release
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Meeting, MeetingKind, Reason, Waiver
from planning_rules.plan import Plan

FIRST = date(2025, 3, 3)
WISH = {"home.living_with": "care", "home.child_wants": "different"}
UNEXPLAINED = {**WISH, "home.difference_explained": False}
EXPLAINED = {**WISH, "home.difference_explained": True}
WAIVED = Waiver("ACC07", Reason.NOT_OURS, "The council decides", "sam", FIRST)


def left(
    weeks: int, facts: dict[str, object], *waivers: Waiver, kind: MeetingKind = MeetingKind.REVIEW
) -> Left:
    """The plan that a meeting left so many weeks after the first."""
    on = FIRST + timedelta(weeks=weeks)
    answers = {
        key: Answer(State.YES if value else State.NO, fact=key)
        if isinstance(value, bool)
        else Answer(State.GIVEN, value, fact=key)
        for key, value in facts.items()
    }
    meeting = Meeting("m1", kind, on, opened=True, closed_on=on)
    return Left(Plan(answers=answers, meetings=(meeting,), waivers=waivers), "m1", on)


def of_acc07(closed: Sequence[Left]) -> set[str]:
    return {name.removeprefix("rule.ACC07.") for name in learned(closed) if "ACC07" in name}


def test_a_gap_left_open_is_counted_by_its_topic_and_by_who_could_close_it() -> None:
    found = set(missing_at_release(left(0, UNEXPLAINED)))
    assert {"planned", "ACC.yot", "ACC.any", "any.yot"} <= found


def test_a_gap_that_was_waived_is_not_missing() -> None:
    assert "ACC.any" not in set(missing_at_release(left(0, UNEXPLAINED, WAIVED)))


def test_without_a_meeting_nothing_is_known() -> None:
    assert list(missing_at_release(None)) == []


def test_it_counts_how_soon_a_later_meeting_found_it_gone() -> None:
    open_, gone = left(0, UNEXPLAINED), EXPLAINED
    assert of_acc07([open_, left(4, gone)]) == {"raised", "ignored", "in_4", "in_12"}
    assert of_acc07([open_, left(5, gone)]) == {"raised", "ignored", "in_12"}
    assert of_acc07([open_, left(13, gone)]) == {"raised", "ignored"}
    assert of_acc07([open_, left(4, UNEXPLAINED)]) == {"raised", "ignored"}


def test_what_never_stood_is_not_counted() -> None:
    assert of_acc07([left(0, EXPLAINED)]) == set()


def test_a_waived_gap_is_not_gone() -> None:
    assert of_acc07([left(0, UNEXPLAINED), left(4, UNEXPLAINED, WAIVED)]) == {"raised", "ignored", "waived"}


def test_a_meeting_at_which_the_rule_does_not_run_shows_nothing_of_it() -> None:
    after = left(4, UNEXPLAINED, kind=MeetingKind.AFTER)
    assert of_acc07([left(0, UNEXPLAINED), after]) == {"raised", "ignored"}


def test_of_an_agencys_gaps_the_slowest_counts() -> None:
    soon = set(learned([left(0, UNEXPLAINED), left(4, EXPLAINED)]))
    assert {"agency.yot.raised", "agency.yot.in_4"} <= soon
    no_contact = {"family.contact_plan": False}
    met = [left(0, {**UNEXPLAINED, **no_contact}), left(4, {**EXPLAINED, **no_contact})]
    assert "agency.yot.raised" in set(learned(met))
    assert "agency.yot.in_12" not in set(learned(met))
