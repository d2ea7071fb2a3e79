"""Who of the adults gets a copy, and what is left out of it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.document import Document, Heading
from bot.messages.sheets import adult_sheet
from bot.render.text import document_text
from planning_rules.parts import Action, Contact, Person, Progress, Role
from planning_rules.refusal import Refusal
from tests.bot.messages.sheets.kept_from import ACTIONS, PEOPLE
from tests.bot.messages.sheets.made import EMPTY, TODAY, for_adult, plan_with, with_people

FRIDAY = date(2026, 4, 17)
NO_DAD = tuple(person for person in PEOPLE if person.id != "dad")
VISITS = {"family__miles_from_home": 60, "family__visits_plan": "yes", "family__visits_how": "On Saturdays"}


def titles(sheet: Document) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_an_adult_s_sheet_says_whose_plan_it_is_and_from_where_to_where_you_means_the_child() -> None:
    sheet = for_adult(EMPTY)
    text = document_text(sheet)
    assert sheet.title == "Robin's plan: a copy for Mum"
    assert "From here to “Who to call”, we speak to Robin. There “you” means Robin." in text
    assert titles(sheet)[-2:] == ["Who to call", "If something is wrong"]
    assert "Robin's own copy has more in it. That is so for every family." in text
    assert "Sam, Robin's youth justice worker" in text


def test_without_a_first_name_it_is_the_child_s_plan() -> None:
    sheet = for_adult(replace(EMPTY, first_name=""))
    assert sheet.title == "The child's plan: a copy for Mum"
    assert "we speak to the child. There “you” means the child." in document_text(sheet)


@pytest.mark.parametrize(
    ("adult", "says"),
    [
        ("dad", "recorded as barred"),
        ("sam", "Workers have the full plan"),
        ("robin", "no parent"),
        ("mun", "Did you mean “mum”?"),
        ("x", "For example: adult:mum."),
    ],
)
def test_an_adult_s_sheet_is_refused_with_what_to_do(adult: str, says: str) -> None:
    refused = adult_sheet(EMPTY, adult, TODAY)
    assert isinstance(refused, Refusal)
    assert says in refused.sentence


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"contact": Contact.NOT_SAID}, "not recorded that contact between Mum and the child is safe"),
        ({"contact": Contact.LIMITED}, "recorded as limited. Tell them in person"),
        ({"contact": Contact.UNSAFE}, "recorded as unsafe"),
        ({"gets_sheet": " "}, "not recorded how it is safe to give Mum a sheet"),
        ({"ended_on": TODAY}, "no longer on this case"),
    ],
)
def test_no_sheet_for_an_adult_unless_all_that_makes_it_safe_is_recorded(
    change: dict[str, object], says: str
) -> None:
    people = tuple(replace(one, **change) if one.id == "mum" else one for one in PEOPLE)  # type: ignore[arg-type]
    refused = adult_sheet(replace(EMPTY, people=people), "mum", TODAY)
    assert isinstance(refused, Refusal)
    assert says in refused.sentence


def test_the_child_s_own_words_reach_family_only_where_the_child_lets_them() -> None:
    plan = plan_with(child__wants="To live at Nan's")
    shared = plan_with(child__wants="To live at Nan's", child__shown_to=("family",))
    assert "Nan's" not in document_text(for_adult(plan))
    assert "“To live at Nan's”" in document_text(for_adult(shared))


def test_home_address_health_and_what_the_child_wants_are_not_on_an_adult_s_sheet() -> None:
    plan = plan_with(
        home__living_with="care",
        home__child_wants="different",
        home__difference_explained="no",
        home__council="Oakshire",
        home__address_agreed="no",
        home__next_step="Ring Ash House",
        health__needs=("none",),
        plan_b__home="yes",
        plan_b__home_what="Nan's sofa",
        agreement__child_agrees="disagrees",
        temporary_release__decision="refused",
        order__kind="dto",
    )
    text = document_text(for_adult(plan))
    for kept in (
        "carers",
        "asked for",
        "Oakshire",
        "address",
        "Ash House",
        "health",
        "sofa",
        "agree",
        "trips",
    ):
        assert kept not in text


def test_what_was_typed_about_family_reaches_a_parent_where_nobody_has_to_be_kept_from_anybody() -> None:
    text = document_text(for_adult(with_people(plan_with(**VISITS), NO_DAD)))
    assert "How your family can visit:\n  On Saturdays" in text
    assert "about visits and calls" not in text


@pytest.mark.parametrize("contact", [Contact.LIMITED, Contact.UNSAFE, Contact.BARRED])
def test_what_was_typed_about_family_reaches_nobody_while_another_adult_is_not_safe(contact: Contact) -> None:
    people = (*NO_DAD, Person("nan", "Nan", Role.RELATIVE, contact=contact))
    text = document_text(for_adult(with_people(plan_with(**VISITS), people)))
    assert "On Saturdays" not in text
    assert "Ask Sam about visits and calls." in text


def test_what_was_typed_about_family_does_not_reach_a_relative() -> None:
    people = (*NO_DAD, Person("nan", "Nan", Role.RELATIVE, contact=Contact.SAFE, gets_sheet="by hand"))
    assert "On Saturdays" not in document_text(for_adult(with_people(plan_with(**VISITS), people), "nan"))


def test_an_adult_s_own_actions_come_first_and_workers_actions_only_where_all_behind_them_is_open() -> None:
    own = Action("mine", "Get the bus times", "mum", FRIDAY, Progress.ACCEPTED)
    sheet = for_adult(replace(EMPTY, actions=(*ACTIONS, own)))
    text = document_text(sheet)
    own_and_others = ["What you do, Mum", "What others will do"]
    assert [title for title in titles(sheet) if title in own_and_others] == own_and_others
    assert "• Get the bus times\n  You will do this by Friday 17 April 2026." in text
    assert [action.id for action in ACTIONS if action.what in text] == ["a1", "a4"]


def test_what_the_child_does_is_told_to_an_adult_of_the_child() -> None:
    theirs = Action("c", "Visit the college", "robin", FRIDAY, Progress.ACCEPTED, "ETE01", for_child=True)
    text = document_text(for_adult(replace(EMPTY, actions=(theirs,))))
    assert "• Visit the college\n  Robin will do this by Friday 17 April 2026." in text


NAN = Person("nan", "Nan", Role.CARER, contact=Contact.SAFE, gets_sheet="by hand")


def test_only_whom_the_child_is_to_live_with_reads_that_they_do_and_never_an_address() -> None:
    home = {"home__living_with": "family", "home__address_agreed": "yes", "home__address": "12 Mill Lane"}
    plan = with_people(plan_with(**home, family__lives_with="mum"), (*NO_DAD, NAN))
    mum, nan = (document_text(for_adult(plan, adult)) for adult in ("mum", "nan"))
    assert "The plan is for Robin to live with you." in mum
    assert "Ask Sam about where Robin will live." in nan
    assert nan == document_text(for_adult(with_people(plan_with(**home), (*NO_DAD, NAN)), "nan"))
    assert "Mill Lane" not in mum + nan
    assert "live with you." not in document_text(
        for_adult(plan.with_answers(plan_with(home__living_with="care").answers))
    )


def test_the_topics_are_headed_for_an_adult() -> None:
    plan = plan_with(child__good_at="Bikes", family__parents_role="Mum cooks", release_day__first_week="no")
    told = titles(for_adult(plan))
    assert {"What Robin wants", "Robin's family", "The day Robin leaves"} <= set(told)
    assert not [title for title in told if title.startswith(("My ", "What I ", "The day I "))]


def test_what_is_wrong_is_spoken_to_the_adult() -> None:
    text = document_text(for_adult(EMPTY)).partition("If something is wrong\n")[2]
    for says in (
        "Is Robin in danger now? Are you? Call 999.",
        "Are you worried about Robin? Tell Sam.",
        "Is it about Sam? Tell Alex.",
        "There can be someone who speaks up for Robin too (advocate).",
    ):
        assert says in text
    assert "speaks up for you" not in text


def test_others_than_the_child_get_only_the_name_of_a_worker_who_tells_of_care_or_health() -> None:
    social = Person("jo", "Jo", Role.SOCIAL_WORKER, "Children's Services", "01632 960005")
    other = Person("kit", "Kit", Role.OTHER, "Fostering Team", "01632 960006")
    text = document_text(for_adult(with_people(EMPTY, (*PEOPLE, social, other))))
    assert "• Jo, who works on this plan too\n" in text
    assert "• Kit, who works on this plan too\n" in text
    for told in ("Priya", "social worker", "Children's Services", "Fostering"):
        assert told not in text
