"""What the child's sheet says."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.document import Document, Heading, Quote
from bot.messages.sheets import child_sheet
from bot.messages.sheets.lines import lines
from bot.messages.sheets.readers import CHILD
from bot.render.text import document_text
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import yes_no
from planning_rules.facts.step import Step
from planning_rules.parts import Action, Meeting, MeetingKind, Progress
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import ACTIONS
from tests.bot.messages.sheets.made import EMPTY, TODAY, plan_with


def headings(sheet: Document) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_a_child_s_sheet_runs_from_what_they_want_to_whom_to_call() -> None:
    assert headings(child_sheet(EMPTY, TODAY)) == [
        "What I want",
        "Where I will live",
        "School, training or work",
        "My health",
        "Before I leave",
        "My family",
        "If things change",
        "What I think of this plan",
        "Who will do what, by when",
        "Important dates",
        "Whom to call",
    ]


def test_a_child_s_sheet_says_what_is_known_who_finds_out_the_rest_and_by_when() -> None:
    plan = plan_with(
        child__wants="To cook",
        home__living_with="family",
        home__address_agreed=Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17)),
        order__middle_date=date(2026, 6, 30),
        plan_b__home="yes",
        plan_b__home_who="sam",
    )
    text = document_text(child_sheet(replace(plan, actions=ACTIONS[:1]), TODAY))
    assert text.startswith("Robin: my plan\n")
    for line in (
        "“To cook”\n  – Robin",
        "• You will live with your family.",
        "• We do not know your address yet. Sam will find out by Friday 17 April 2026.",
        "There is nothing here yet. Ask Sam about it.",
        "• Ring the college\n  Sam will do this by Friday 17 April 2026.",
        "Tuesday 30 June 2026",
        "• Sam, your youth justice worker\n  Call 01632 960002.",
        "• Alex, from Fernbrook\n  Call 01632 960003. You can call in the evening too.",
    ):
        assert line in text


def test_an_answer_that_is_no_longer_called_for_is_not_printed() -> None:
    plan = plan_with(home__address_agreed="no", home__address="12 Mill Lane")
    assert "Mill Lane" not in document_text(child_sheet(plan, TODAY))


def test_a_sheet_without_a_name_or_a_worker_still_reads() -> None:
    text = document_text(child_sheet(Plan(), TODAY))
    assert text.startswith("My plan\n")
    assert "Ask your worker about it." in text


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (
            Action("a", "X", "robin", date(2026, 4, 17), Progress.ACCEPTED),
            "You will do this by Friday 17 April",
        ),
        (Action("a", "X", "sam", date(2026, 4, 17)), "We have asked Sam to do this by Friday 17 April 2026."),
        (Action("a", "X", "sam", None, Progress.ACCEPTED), "Sam will do this. We still need to agree a day."),
        (Action("a", "X", "", date(2026, 4, 17)), "We still need to find someone to do this by Friday"),
        (
            Action("a", "X", "sam", date(2026, 2, 20)),
            "Sam was going to do this by Friday 20 February 2026. Ask",
        ),
    ],
)
def test_an_action_is_one_thing_one_person_one_date(action: Action, says: str) -> None:
    assert says in document_text(child_sheet(replace(EMPTY, actions=(action,)), TODAY))


def test_what_is_done_or_skipped_is_no_longer_promised() -> None:
    done = Action("a", "Ring the college", "sam", progress=Progress.DONE)
    assert "Ring the college" not in document_text(child_sheet(replace(EMPTY, actions=(done,)), TODAY))


def test_the_next_meeting_is_an_important_date() -> None:
    meetings = (
        Meeting("m1", MeetingKind.FIRST, date(2026, 1, 5), closed_on=date(2026, 1, 5)),
        Meeting("m2", MeetingKind.REVIEW, date(2026, 3, 20)),
    )
    text = document_text(child_sheet(replace(EMPTY, meetings=meetings), TODAY))
    assert "Your next meeting is on Friday 20 March 2026." in text
    assert "5 January" not in text


def test_own_words_stand_in_quotation_marks_wherever_they_are_printed() -> None:
    sheet = child_sheet(plan_with(child__wants="To cook"), TODAY)
    assert Quote("To cook", "Robin") in sheet.blocks


def test_a_fact_may_say_in_its_own_sentence_who_finds_out_and_by_when() -> None:
    class Trip(Step):
        key = "trip"
        taxi = yes_no("Is a taxi booked?", child={"not known": "{who} will tell you by {by}."})

    plan = plan_with(trip__taxi=Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17)))
    assert lines(plan, Trip, CHILD) == ("Sam will tell you by Friday 17 April 2026.",)
