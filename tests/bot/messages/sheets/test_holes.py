"""What a sheet says where something is open: a hole is named, and the wall of them is short."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.document import Document, Heading
from bot.messages.sheets import Edition, child_sheet
from bot.render.text import document_text
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Meeting, MeetingKind, Progress
from planning_rules.plan import Plan
from tests.bot.messages.sheets.made import EMPTY, TODAY, for_adult, plan_with

LEAVES = date(2026, 6, 30)
DAY_AFTER = LEAVES + timedelta(days=1)
ORDER = {"order__kind": "dto", "order__middle_date": LEAVES, "order__end_date": date(2026, 12, 29)}


def said(plan: Plan, day: date = TODAY, edition: Edition = Edition.FULL) -> str:
    return document_text(child_sheet(plan, day, edition))


def headings(sheet: Document) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"home__living_with": "care"}, "We still need to write down your address."),
        (
            {"home__living_with": "care", "home__address_agreed": "yes"},
            "We still need to write down your address.",
        ),
        ({"education__planned": "work"}, "We still need to write down where this is."),
        (
            {"education__planned": "work", "education__place": "Ash"},
            "We still need to write down the day you start.",
        ),
        (ORDER, "We still need to tell you the rules after you leave."),
        ({"release_day__seen_by": "sam"}, "We still need to plan how you get home."),
        ({"release_day__way_home": "By train"}, "We still need to plan who meets you on the day."),
    ],
)
def test_what_one_would_look_for_and_nobody_was_asked_is_named(facts: dict[str, object], says: str) -> None:
    assert says in said(plan_with(**facts))


@pytest.mark.parametrize(
    "facts", [{"home__address_agreed": "no"}, {"home__living_with": "care", "home__council": "A"}]
)
def test_what_was_asked_is_said_by_its_own_words_and_a_topic_with_nothing_in_it_is_only_named(
    facts: dict[str, object],
) -> None:
    assert ("write down your address" in said(plan_with(**facts))) is ("home__council" in facts)
    assert "write down your address" not in said(EMPTY)


def test_an_address_alone_is_no_first_week_and_the_day_one_leaves_is_named_until_it_is_over() -> None:
    plan = plan_with(**ORDER, home__address_agreed="yes", home__address="12 Mill Lane")
    for day, stands in ((TODAY, True), (LEAVES, True), (DAY_AFTER, False)):
        sheet = child_sheet(plan, day)
        assert ("The day I leave" in headings(sheet)) is stands
        assert ("plan your first week." in document_text(sheet)) is stands
        assert "The day I leave" not in document_text(sheet).partition("Not written here yet")[2]
        assert "My first week" not in headings(sheet)


def test_a_week_of_which_a_part_is_known_says_that_the_rest_is_open() -> None:
    known = plan_with(**ORDER, release_day__seen_by="sam")
    assert "• We still need to plan the rest of your first week." in said(known)
    asked = known.with_answers(plan_with(release_day__first_week="yes").answers)
    assert "rest of your first week" not in said(asked)


def test_after_the_leaving_day_nothing_of_the_time_in_custody_is_left() -> None:
    plan = plan_with(
        **ORDER,
        temporary_release__decision="undecided",
        family__miles_from_home=60,
        family__visits_plan="yes",
        family__visits_how="On Saturdays",
        family__parents_role="Mum cooks",
        family__release_talked_through="no",
        release_day__papers=("none",),
    )
    before, on_it, after = (said(plan, day) for day in (TODAY, LEAVES, DAY_AFTER))
    assert "trips out" in before
    assert "trips out" not in on_it
    assert "On Saturdays" in on_it
    for stale in ("trips out", "On Saturdays", "how it will feel to leave", "who meets you"):
        assert stale not in after
    assert "Mum cooks" in after
    assert "After I leave\n-------------\n\n• We still need to get you proof of who you are" in after


def test_where_much_of_a_topic_is_open_it_stands_in_one_list_and_what_has_a_day_stays_as_it_is() -> None:
    finds_out = Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17))
    plan = plan_with(plan_b__home="no", plan_b__education="no", plan_b__health="no")
    text = said(plan.with_answers(plan_with(plan_b__home_who=finds_out).answers))
    assert (
        "• This is not done yet. It is our job to do it. Ask Sam about it:\n"
        "  – A second plan for where you live.\n"
        "  – A second plan for school, training or work.\n"
        "  – A second plan for your health care.\n"
    ) in text
    assert "We still need a second plan" not in text
    two = said(plan_with(plan_b__home="no", plan_b__education="no"))
    assert "• We still need a second plan for where you live." in two


def test_a_hole_is_no_news() -> None:
    met = Meeting("m1", MeetingKind.FIRST, date(2026, 1, 5), True, date(2026, 1, 5))
    before = replace(EMPTY, meetings=(met,))
    now = plan_with(education__planned="work")
    news = document_text(child_sheet(now, TODAY, before=before)).partition("What has changed")[2]
    assert "where this is" not in news.partition("School, training or work\n---")[0]


WANTS_ELSEWHERE = {"home__living_with": "family", "home__child_wants": "different"}


@pytest.mark.parametrize(
    ("by", "progress", "says"),
    [
        (date(2026, 3, 13), Progress.ACCEPTED, "Alex will tell you why by Friday 13 March 2026."),
        (None, Progress.ACCEPTED, "Alex will tell you why. We still need to agree a day."),
        (None, Progress.OFFERED, "We have asked Alex to tell you why. Ask Sam when."),
        (
            date(2026, 2, 20),
            Progress.ACCEPTED,
            "Alex was going to tell you why by Friday 20 February 2026. Ask Sam.",
        ),
        (None, Progress.DONE, "You have a right to know why. Ask Sam."),
    ],
)
def test_who_asked_for_something_else_reads_at_once_who_tells_them_why(
    by: date | None, progress: Progress, says: str
) -> None:
    action = Action("w", "Say why", "alex", by, progress, "ACC07", for_child=True)
    text = said(replace(plan_with(**WANTS_ELSEWHERE), actions=(action,)))
    assert f"• You asked for something else. {says}" in text
    told = plan_with(**WANTS_ELSEWHERE, home__difference_explained="yes")
    assert "• You asked for something else.\n• We told you why." in said(replace(told, actions=(action,)))


def test_a_no_is_written_down_and_has_a_next_step() -> None:
    plan = plan_with(agreement__child_agrees="disagrees")
    meeting = Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20))
    assert "We wrote that down. Ask Sam what happens next." in said(plan)
    assert "You can say it again at the next meeting." in said(replace(plan, meetings=(meeting,)))
    answered = plan.with_answers(plan_with(agreement__child_answered="changed").answers)
    assert "We wrote that down" not in said(answered)


def test_what_is_left_out_of_a_copy_is_not_said_to_be_unwritten() -> None:
    plan = plan_with(home__living_with="family")
    for copy in (
        for_adult(plan),
        child_sheet(plan, TODAY, Edition.OPEN),
        child_sheet(plan, TODAY, Edition.ROOM),
    ):
        assert "Not written here yet" not in headings(copy)
    assert "Not on this copy" in headings(for_adult(plan))
    assert "The day I leave" not in said(plan, edition=Edition.ROOM)


def test_on_remand_nobody_plans_a_leaving_day_or_rules_yet() -> None:
    text = said(plan_with(order__kind="remand"))
    for planned in ("who meets you", "your first week", "rules after you leave"):
        assert planned not in text


def test_there_are_no_rules_where_the_order_is_over_by_then() -> None:
    plan = plan_with(order__kind="dto", order__middle_date=LEAVES, order__end_date=LEAVES)
    assert "rules" not in said(plan)
    assert "rules" not in said(plan_with(**ORDER), date(2026, 12, 30))
