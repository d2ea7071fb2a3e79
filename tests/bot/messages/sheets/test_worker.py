"""What the workers' plan says, with private answers and without."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.sheets import worker_plan
from bot.render.text import document_text
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Meeting, MeetingKind, Progress, Reason, Waiver
from tests.bot.messages.sheets.kept_from import ACTIONS, MANY, all_keys, answered_otherwise, full_plans
from tests.bot.messages.sheets.made import DAY, EMPTY, TODAY, plan_with


def test_the_workers_plan_says_every_state_in_words_and_whose_word_it_is() -> None:
    plan = plan_with(
        home__living_with=Answer(State.GIVEN, "family", said_by="mum", typed_by="sam"),
        home__council=Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17)),
        home__address_agreed="no",
        home__child_wants=Answer(State.DECLINED),
        child__wants="To cook",
        family__visits_plan="yes",
        education__planned=Answer(State.DOES_NOT_APPLY, reason="Over 18 and working"),
    )
    text = document_text(worker_plan(plan, DAY))
    for line in (
        "Going to live with: Parents or carers, where they lived before (said by Mum, typed by Sam)",
        "Council area: not known yet: Sam finds out by Friday 17 April 2026",
        "Address agreed: no",
        "What the child wants: would rather not say",
        "Main plan: does not apply: Over 18 and working",
        "Wants most: “To cook”",
        "Child at meeting: not asked",
        "Mum: parent · 01632 960001 · contact: safe · plan sheet: by hand at a visit",
    ):
        assert line in text


def test_the_workers_plan_holds_private_answers_only_where_they_are_asked_for() -> None:
    plan = plan_with(health__needs=("mental",), health__mental_health_booked="no")
    waiver = Waiver("HLT02", Reason.WRONG_TIME, "Later", "sam", TODAY)
    held = replace(
        plan,
        waivers=(waiver,),
        meetings=(Meeting("m", MeetingKind.FIRST, TODAY, closed_on=TODAY),),
    )
    without, whole = (document_text(worker_plan(held, DAY, private)) for private in (False, True))
    assert "Mental health" not in without
    assert "HLT02" not in without
    assert "Private answers, and what rests on them, are not shown here." in without
    assert "Health needs: Mental health" in whole
    assert "HLT02, no-mental-health-handover: wrong time: Later" in whole


@MANY
@given(st.data())
def test_no_private_answer_changes_the_workers_plan_without_them(data: st.DataObject) -> None:
    keys = [key for key in all_keys(EMPTY) if fact_of(key).is_private]
    plan = replace(data.draw(full_plans()), actions=ACTIONS)
    other = data.draw(answered_otherwise(plan, keys))
    assert worker_plan(other, DAY) == worker_plan(plan, DAY)


def test_an_action_that_gives_a_private_answer_away_is_left_out_with_the_gaps_about_it() -> None:
    late = date(2026, 2, 20)
    actions = (
        Action("closes", "Ring the clinic", "priya", late, Progress.ACCEPTED, "HLT02"),
        Action("finds", "Ask about the needs", "priya", late, Progress.ACCEPTED, finds_out="health.needs"),
        Action("open", "Ring the college", "sam", late, Progress.ACCEPTED, "ETE01"),
    )
    plan = replace(EMPTY, actions=actions)
    without, whole = (document_text(worker_plan(plan, DAY, private)) for private in (False, True))
    assert [action.id for action in actions if action.what in without] == ["open"]
    assert [action.id for action in actions if action.what in whole] == ["closes", "finds", "open"]
    assert "HLT" not in without


def test_what_nobody_was_named_to_find_out_several_options_and_adults_read_well() -> None:
    plan = plan_with(
        home__council=Answer(State.NOT_KNOWN),
        home__address_agreed="yes",
        home__warning_signs=("fear", "new"),
    )
    agrees = {"agreement.adult_agrees/mum": Answer(State.GIVEN, "agrees", fact="agreement.adult_agrees/mum")}
    text = document_text(worker_plan(plan.with_answers(agrees), DAY))
    assert "Council area: not known yet: nobody named to find out" in text
    assert "The child, or an adult there, fears that it will; it is new to the child" in text
    assert "Mum: Agrees with the plan: Agrees" in text
