"""What a meeting established is what differs from the plan that the one before it left."""

from dataclasses import replace
from datetime import date

from planning_rules.changes import changes, earlier_actions, new_actions, new_waivers, recorded_by
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Progress, Reason, Waiver
from planning_rules.plan import Plan

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 2)


def plan_with(**answers: State) -> Plan:
    keys = {name.replace("__", "."): state for name, state in answers.items()}
    return Plan(answers={key: Answer(state, on=MARCH, fact=key) for key, state in keys.items()})


def changed(plan: Plan, before: Plan) -> list[tuple[str, str, str]]:
    found = changes(plan, before, MARCH)
    return [(one.question.key, str(one.before.state), str(one.now.state)) for one in found]


def test_an_answer_that_says_the_same_is_no_change_whoever_typed_it() -> None:
    before = plan_with(home__suitable=State.NO)
    again = replace(before.answer("home.suitable"), typed_by="sam", said_by="mum", on=MARCH)
    assert changed(before.with_answers({"home.suitable": again}), before) == []


def test_a_change_says_what_was_answered_before() -> None:
    before, now = plan_with(plan_b__home=State.NO), plan_with(plan_b__home=State.YES)
    assert changed(now, before) == [("plan_b.home", "no", "yes")]
    assert changed(now, Plan()) == [("plan_b.home", "not asked", "yes")]


def test_what_each_meeting_asks_is_new_in_each() -> None:
    plan = plan_with(attendance__prepared=State.YES)
    assert changed(plan, plan) == [("attendance.prepared", "not asked", "yes")]


def test_an_answer_that_was_taken_away_is_no_change() -> None:
    assert changed(Plan(), plan_with(plan_b__home=State.NO)) == []


def test_what_was_owed_is_followed_up_and_what_is_new_is_told_apart() -> None:
    owed, done = Action("a1", "Ring", progress=Progress.OFFERED), Action("a2", "Ask", progress=Progress.DONE)
    before = Plan(actions=(owed, done))
    now = Plan(actions=(replace(owed, progress=Progress.DONE), done, Action("a3", "Write")))
    assert [action.id for action in earlier_actions(now, before)] == ["a1"]
    assert [action.id for action in new_actions(now, before)] == ["a3"]


def test_a_waiver_is_new_where_it_was_not_given_before() -> None:
    given = [Waiver("ACC07", Reason.WRONG_TIME, "Words", "jo", day) for day in (JANUARY, MARCH)]
    assert new_waivers(Plan(waivers=tuple(given)), Plan(waivers=(given[0],))) == [given[1]]


def test_where_no_version_was_kept_the_plan_is_what_was_recorded_by_then() -> None:
    old, new = (
        Answer(State.YES, fact=key, on=day)
        for key, day in (("plan_b.home", JANUARY), ("home.suitable", MARCH))
    )
    done = Action("a1", "Ring", progress=Progress.DONE, since=JANUARY, changed=MARCH)
    plan = Plan(actions=(done, Action("a2", "Ask", since=MARCH))).with_answers(
        {one.fact: one for one in (old, new)}
    )
    then = recorded_by(plan, JANUARY)
    assert list(then.answers) == ["plan_b.home"]
    assert [(action.id, action.is_owed) for action in then.actions] == [("a1", True)]
