"""What the child's sheet says."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.document import Bullets, Document, Heading, Quote
from bot.messages.handing_out.looks import PLAIN
from bot.messages.handing_out.sharing import Offered, preview
from bot.messages.sheets import child_sheet, held_back
from bot.render.text import document_text
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import ACTIONS
from tests.bot.messages.sheets.made import EMPTY, TODAY, plan_with, with_people

NOTHING_MORE = Offered(may_share=False, adults=(), welsh=False)


def headings(sheet: Document) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_a_child_s_sheet_runs_from_what_they_want_to_who_to_call() -> None:
    plan = plan_with(
        child__good_at="Bikes",
        support__status=("looked_after",),
        support__entitlements_explained="no",
        home__living_with="family",
        education__planned="college",
        health__needs=("none",),
        order__kind="dto",
        temporary_release__decision="undecided",
        family__contact_plan="no",
        release_day__first_week="yes",
        release_day__rules_explained=("rules",),
        plan_b__home="no",
        agreement__child_agrees="agrees",
    )
    assert headings(child_sheet(replace(plan, actions=ACTIONS), TODAY)) == [
        "Who can read this",
        "The main things",
        "What I want",
        "Help for me",
        "Where I will live",
        "School, training or work",
        "My health",
        "Before I leave",
        "My family",
        "The day I leave",
        "My first week",
        "The rules after I leave",
        "If things go wrong",
        "What I think of this plan",
        "What I will do",
        "What others will do",
        "Important dates",
        "Who to call",
        "If something is wrong",
    ]


def test_topics_with_nothing_in_them_are_named_once_near_the_end() -> None:
    sheet = child_sheet(plan_with(home__living_with="family"), TODAY)
    assert headings(sheet) == [
        "Who can read this",
        "The main things",
        "Where I will live",
        "The day I leave",
        "The rules after I leave",
        "What I will do",
        "Important dates",
        "Not written here yet",
        "Who to call",
        "If something is wrong",
    ]
    (missing,) = [
        block for block in sheet.blocks if isinstance(block, Bullets) and "My health" in block.items
    ]
    assert "Where I will live" not in missing.items
    assert "Nothing is written here about these things. Ask Sam." in document_text(sheet)


def test_a_child_s_sheet_says_what_is_known_who_finds_out_the_rest_and_by_when() -> None:
    plan = plan_with(
        child__wants="To cook",
        home__living_with="family",
        home__child_wants="different",
        home__difference_explained="no",
        home__address_agreed=Answer(State.NOT_KNOWN, finds_out="sam", by=date(2026, 4, 17)),
        plan_b__home="yes",
        plan_b__home_who="sam",
        health__needs=("none",),
    )
    text = document_text(child_sheet(plan, TODAY))
    assert text.startswith("Robin: my plan\n")
    for line in (
        "This copy is for you. It has private things in it. Keep it safe.",
        "We made this copy on Monday 2 March 2026.",
        "“To cook”",
        "• The plan is for you to live with your family.\n"
        "• You asked for something else. You have a right to know why. Ask Sam.",
        "We do not know yet what your address will be. Sam will find out by Friday 17 April 2026.",
        "• You do not need extra health help now.",
        "• If this happens, ask Sam.",
        "• Sam, your youth justice worker\n  Call 01632 960002.",
        "• Alex, from Fernbrook\n  Call 01632 960003. You can call in the evening too.",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("finds_out", "by", "says"),
    [
        ("sam", date(2026, 2, 20), "Sam was going to find out by Friday 20 February 2026. Ask Sam."),
        ("robin", date(2026, 4, 17), "You will find out by Friday 17 April 2026."),
        ("sam", None, "Sam will find out."),
        ("", None, "Ask Sam about this."),
        ("dad", date(2026, 4, 17), "Ask Sam about this."),
    ],
)
def test_what_is_not_known_says_who_finds_out_or_whom_to_ask(
    finds_out: str, by: date | None, says: str
) -> None:
    plan = plan_with(home__council=Answer(State.NOT_KNOWN, finds_out=finds_out, by=by))
    line = f"We do not know yet which area you will live in. {says}"
    assert line in document_text(child_sheet(plan, TODAY))


def test_who_does_something_is_you_where_it_is_the_child_and_never_somebody_barred() -> None:
    asked = {who: plan_with(plan_b__home="yes", plan_b__home_who=who) for who in ("robin", "dad", "sam")}
    text = {who: document_text(child_sheet(plan, TODAY)) for who, plan in asked.items()}
    assert "If this happens, you start this plan." in text["robin"]
    assert "If this happens, ask Sam." in text["sam"]
    assert "Ask Sam about this." in text["dad"]
    assert "Dad" not in text["dad"]


def test_the_next_step_to_a_home_says_who_does_it_and_by_when() -> None:
    step = {"home__living_with": "care", "home__address_agreed": "no", "home__next_step": "Ring Ash House"}
    plan = plan_with(**step, home__next_step_by="sam", home__next_step_on=date(2026, 2, 20))
    text = document_text(child_sheet(plan, TODAY))
    assert "• The next step to find your home:\n  Ring Ash House\n• Sam will do this next step." in text
    assert "• It was due by Friday 20 February 2026. Ask Sam if it is done." in text


@pytest.mark.parametrize("why", [{"home__child_told": "no"}, {"home__suitable": ("suitable", "not_safe")}])
def test_the_address_is_held_back_where_it_is_not_safe_or_the_child_was_not_told(
    why: dict[str, object],
) -> None:
    plan = plan_with(home__address_agreed="yes", home__address="12 Mill Lane", **why)
    text = document_text(child_sheet(plan, TODAY))
    assert "Mill Lane" not in text
    assert "Ask Sam about your address." in text
    assert "address does not stand on the child's sheet" in held_back(plan)[0]
    shown = preview(child_sheet(plan, TODAY), "OAK-417", "child", PLAIN, NOTHING_MORE, held_back(plan))
    assert held_back(plan)[0] in document_text(shown[0])


def test_nothing_is_held_back_that_is_not_there() -> None:
    assert held_back(plan_with(home__address_agreed="no", home__suitable=("not_safe",))) == []
    assert held_back(plan_with(home__address_agreed="yes", home__address="12 Mill Lane")) == []


def test_of_what_was_done_about_a_place_only_the_last_is_told_and_each_purpose_has_its_line() -> None:
    plan = plan_with(
        education__planned="work",
        education__done_so_far=("applied", "confirmed"),
        order__kind="dto",
        temporary_release__decision="agreed",
        temporary_release__purpose=("home", "family"),
    )
    text = document_text(child_sheet(plan, TODAY))
    assert "• It is agreed that you can go there." in text
    assert "We wait for an answer" not in text
    assert "• You will go to see where you will live.\n• You will go out to see your family." in text


def test_what_the_child_thinks_comes_before_why() -> None:
    plan = plan_with(agreement__child_agrees="disagrees", agreement__child_disagrees_because="No.")
    blocks = list(child_sheet(plan, TODAY).blocks)
    at = blocks.index(Quote("No."))
    assert blocks[at - 1] == Bullets(("You do not agree with this plan.",))


def test_who_did_not_want_to_say_is_told_that_it_is_fine() -> None:
    plan = plan_with(health__needs=Answer(State.DECLINED), child__wants=Answer(State.DECLINED))
    text = document_text(child_sheet(plan, TODAY))
    assert "You did not want to talk about your health. That is fine." in text
    assert "You did not want to say what you want most. That is fine." in text


def test_an_answer_that_is_no_longer_called_for_is_not_printed() -> None:
    plan = plan_with(home__address_agreed="no", home__address="12 Mill Lane")
    assert "Mill Lane" not in document_text(child_sheet(plan, TODAY))


def test_a_sheet_without_a_name_or_a_worker_still_reads() -> None:
    text = document_text(child_sheet(Plan(), TODAY))
    assert text.startswith("My plan\n")
    assert "Is something wrong, not fair or not clear? Tell your worker, or someone you trust." in text


def test_a_child_is_told_of_their_advocate_and_asks_the_youth_justice_worker_first() -> None:
    people = (
        Person("alex", "Alex", Role.SECURE, lead=True),
        Person("ali", "Ali", Role.ADVOCATE, phone="01632 960007"),
        Person("old", "Old", Role.YOT, ended_on=TODAY),
        Person("sam", "Sam", Role.YOT),
    )
    text = document_text(child_sheet(with_people(EMPTY, people), TODAY))
    assert "Is something wrong, not fair or not clear? Tell Sam, or someone you trust." in text
    assert "Is it about Sam? Tell Alex." in text
    assert "Ali is someone who speaks up for you (advocate)." in text
    later = document_text(child_sheet(with_people(EMPTY, people[:3]), TODAY))
    assert "not clear? Tell Alex, or someone you trust." in later


def test_whom_to_call_at_any_time_comes_first_among_the_numbers() -> None:
    text = document_text(child_sheet(plan_with(plan_b__call="Duty team, 01632 960009"), TODAY))
    assert "• At any time, day or night:\n  Duty team, 01632 960009\n• Sam" in text
    assert text.partition("Who to call\n")[2].count("01632 960009") == 1


def test_own_words_stand_in_quotation_marks_wherever_they_are_printed() -> None:
    sheet = child_sheet(plan_with(child__wants="To cook"), TODAY)
    assert Quote("To cook") in sheet.blocks
