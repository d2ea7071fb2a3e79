"""What a manager has to know of a plan, and what became better since the last time."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from planning_rules.calendar import Event
from planning_rules.checking import find_gaps
from planning_rules.counting.concerns import Amiss, Concerns, Kept, agencies, concerns, is_over
from planning_rules.counting.since import closed_since, keys_of, urgent_since
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from tests.planning_rules.checked import plan
from tests.planning_rules.rule_examples import TODAY, examples

DAY = Day(TODAY)
A_DAY = timedelta(days=1)
URGENT = [one for one in examples() if one.gives == "open urgent"]
NO_HOME = {"address_agreed": "no"}


def kept(of: Plan, release: date | None = None, **more: Any) -> Kept:
    given = release or of.earliest_release
    return Kept(**{"gaps": find_gaps(of, DAY), "actions": of.actions, "release": given, "is_led": True,
                   "created": TODAY, **more})  # fmt: skip


def known(of: Plan, **more: Any) -> Concerns:
    return concerns(of, DAY, kept(of, **more))


@pytest.mark.parametrize("weeks", [0, 12])
def test_what_is_missing_counts_where_the_child_leaves_within_12_weeks(weeks: int) -> None:
    near = plan(stage="review", weeks_to_release=weeks, safety={"overseen": "no"})
    assert [gap.rule.code for gap in known(near).missing].count("RSK08") == 1
    assert known(near).leaves == TODAY + timedelta(weeks=weeks)


@pytest.mark.parametrize("more", [{"days_to_release": 85}, {"stage": "after", "weeks_to_release": -1}])
def test_nothing_is_missing_of_who_leaves_later_or_has_left(more: dict[str, Any]) -> None:
    far = plan(**{"stage": "review", "safety": {"overseen": "no"}, **more})
    assert (known(far).leaves, known(far).missing) == (None, ())


@pytest.mark.parametrize("example", URGENT, ids=lambda one: f"{one.code}: {one.when}")
def test_since_when_something_is_urgent_is_the_first_day_on_which_it_was(example: Any) -> None:
    """As the plan now reads: a day earlier it was not, or its answers had not been given."""
    gaps = [gap for gap in find_gaps(example.plan, example.day) if gap.rule.code == example.code]
    (gap,) = [gap for gap in gaps if gap.is_urgent][:1]
    since = urgent_since(gap, example.plan, example.day)
    assert since <= TODAY
    if since > TODAY - timedelta(days=360):
        before = find_gaps(example.plan, replace(example.day, today=since - A_DAY))
        assert not [one for one in before if one.rule.code == gap.rule.code and one.is_urgent]


def test_a_home_is_urgent_since_four_weeks_before_release_or_since_it_was_said() -> None:
    nobody = plan(stage="review", weeks_to_release=3, home=NO_HOME)
    assert [since for gap, since in known(nobody).urgent if gap.rule.code == "ACC01"] == [
        TODAY - timedelta(weeks=1)
    ]
    said = {"address_agreed": {"answer": "no", "on": TODAY - A_DAY}}
    lately = plan(stage="review", weeks_to_release=3, home=said)
    assert [since for gap, since in known(lately).urgent if gap.rule.code == "ACC01"] == [TODAY - A_DAY]


ACTION = {"id": "a1", "what": "Ring", "owner": "sam", "by": TODAY - A_DAY, "progress": "accepted"}


def test_a_late_action_counts_for_the_agency_of_whoever_owes_it() -> None:
    owed = [ACTION, {**ACTION, "id": "a2", "owner": "alex"}, {**ACTION, "id": "a3", "owner": ""},
            {**ACTION, "id": "a4", "by": TODAY}, {**ACTION, "id": "a5", "progress": "done"}]  # fmt: skip
    late = known(plan(actions=owed)).late
    assert agencies(late) == [("youth justice worker", 1), ("secure setting", 1), ("nobody", 1)]


def test_who_is_late_most_often_comes_first() -> None:
    assert agencies(["housing", "health", "housing"]) == [("housing", 2), ("health", 1)]


@pytest.mark.parametrize(("since", "done"), [(TODAY - A_DAY, 1), (TODAY, 0), (None, 0)])
def test_what_was_done_since_the_last_time_counts(since: date | None, done: int) -> None:
    of = plan(actions=[{**ACTION, "progress": "done", "changed": TODAY - A_DAY}])
    assert concerns(of, DAY, kept(of), since=since).done == done


def test_a_plan_is_overseen_from_the_first_review_on_once_a_manager_said_so() -> None:
    assert not known(plan(stage="first")).not_overseen
    assert known(plan(stage="review")).not_overseen
    assert known(plan(stage="review", safety={"overseen": "no"})).not_overseen
    assert not known(plan(stage="review", safety={"overseen": "yes"})).not_overseen
    assert not known(plan(stage="after", weeks_to_release=-1)).not_overseen


def amiss(**more: Any) -> tuple[Amiss, ...]:
    of = plan(**more)
    return concerns(of, DAY, kept(of)).amiss


def test_what_is_wrong_with_the_record_is_said() -> None:
    of = plan(stage="review", meetings=[])
    assert amiss(stage="review", meetings=[]) == ()
    assert concerns(of, DAY, kept(of, is_led=False)).amiss == (Amiss.NOBODY_LEADS,)
    assert concerns(of, DAY, replace(kept(of), release=None)).amiss == (Amiss.NO_RELEASE_DATE,)
    assert concerns(of, DAY, kept(of, release=TODAY - A_DAY)).amiss == (Amiss.RELEASE_NOT_RECORDED,)
    assert concerns(of, DAY, kept(of, created=TODAY - timedelta(days=28))).amiss == ()
    assert concerns(of, DAY, kept(of, created=TODAY - timedelta(days=29))).amiss == (Amiss.QUIET,)


def test_somebody_on_remand_needs_no_release_date() -> None:
    of = plan(order={"kind": "remand"}, meetings=[])
    assert concerns(of, DAY, replace(kept(of), release=None)).amiss == ()


def test_what_is_put_down_in_private_does_not_break_the_quiet() -> None:
    old = TODAY - timedelta(days=40)
    said = {"known": {"answer": ["none"], "on": TODAY}}
    of = plan(safety=said, meetings=[])
    assert concerns(of, DAY, kept(of, created=old)).amiss == (Amiss.QUIET,)
    shown = plan(safety={"overseen": {"answer": "yes", "on": TODAY}}, meetings=[])
    assert concerns(shown, DAY, kept(shown, created=old)).amiss == ()


def due(of: Plan) -> list[Event]:
    return [one.event for one in known(of).due]


def test_a_meeting_is_due_a_week_before_its_last_day_and_while_it_is_overdue() -> None:
    """The last one before release is a month before it."""
    assert Event.LAST not in due(plan(stage="review", release_on=date(2026, 4, 10)))
    assert Event.LAST in due(plan(stage="review", release_on=date(2026, 4, 9)))
    assert Event.LAST in due(plan(stage="review", release_on=date(2026, 3, 9)))


def test_a_meeting_whose_day_passed_unopened_is_due() -> None:
    booked = [{"id": "m1", "kind": "first", "on": TODAY - A_DAY}]
    assert due(plan(meetings=booked)) == [Event.FIRST]
    assert due(plan(meetings=[{**booked[0], "on": TODAY}])) == []


@pytest.mark.parametrize(
    ("left", "answer", "expected"),
    [
        (date(2025, 12, 9), {}, [Event.EARLY_LOOK_BACK]),
        (date(2025, 12, 10), {}, []),
        (date(2025, 12, 9), {"early_look_back": "yes"}, []),
        (date(2025, 9, 2), {"early_look_back": "yes"}, [Event.LATE_LOOK_BACK]),
    ],
)
def test_a_look_back_is_due_until_it_is_written(left: date, answer: dict[str, str], expected: Any) -> None:
    assert due(plan(stage="after", release_on=left, after=answer)) == expected


LOOKED_BACK = {"early_look_back": "yes", "late_look_back": "yes"}


@pytest.mark.parametrize(
    ("left", "ends", "after", "over"),
    [
        (date(2025, 8, 1), date(2026, 3, 1), LOOKED_BACK, True),
        (date(2025, 8, 1), date(2026, 3, 2), LOOKED_BACK, False),
        (date(2025, 8, 1), date(2026, 3, 1), {"early_look_back": "yes"}, False),
        (date(2025, 3, 1), date(2026, 3, 1), {}, True),
        (date(2025, 3, 2), date(2026, 3, 1), {}, False),
        (date(2025, 3, 1), date(2026, 4, 1), {}, False),
    ],
)
def test_a_plan_is_over_once_the_order_has_ended_and_it_was_looked_back_on(
    left: date, ends: date, after: dict[str, str], over: bool
) -> None:
    of = plan(stage="after", release_on=left, order={"end_date": ends}, after=after, actions=[ACTION])
    assert is_over(of, DAY) == over
    assert known(of).needs_something != over


def test_a_plan_of_a_child_in_custody_is_never_over() -> None:
    assert not is_over(plan(stage="review", order={"end_date": date(2020, 1, 1)}), DAY)


WAIVER = {"rule": "ACC01", "reason": "not ours", "words": "The panel", "by": "sam", "on": TODAY}


def closed(then: Plan, now: Plan) -> list[str]:
    return closed_since(keys_of(find_gaps(then, DAY)), now, find_gaps(now, DAY), DAY)


def test_a_gap_that_somebody_closed_got_better() -> None:
    then = plan(stage="review", weeks_to_release=6, home=NO_HOME)
    assert "ACC01" in keys_of(find_gaps(then, DAY))
    assert closed(then, then) == []
    assert closed(then, plan(stage="review", weeks_to_release=6, home={"address_agreed": "yes"})) == ["ACC01"]


def test_what_was_waived_or_belongs_to_a_stage_that_is_over_did_not_get_better() -> None:
    then = plan(stage="review", weeks_to_release=6, home=NO_HOME)
    assert closed(then, plan(stage="review", weeks_to_release=6, home=NO_HOME, waivers=[WAIVER])) == []
    assert "ACC01" not in closed(then, plan(stage="after", weeks_to_release=-1, home=NO_HOME))


def test_what_another_gap_says_better_did_not_get_better() -> None:
    """An open ACC06 takes the place of CON01 in chat."""
    absorbing = next(one for one in examples() if one.code == "ACC06" and one.gives.startswith("open"))
    gaps = find_gaps(absorbing.plan, absorbing.day)
    in_chat = [gap for gap in gaps if gap.rule.code != "CON01"]
    assert closed_since(["CON01"], absorbing.plan, in_chat, absorbing.day) == []
