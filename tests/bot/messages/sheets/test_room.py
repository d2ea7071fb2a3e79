"""What may lie about in a shared room."""

from dataclasses import replace
from datetime import date

from bot.messages.sheets import Edition, child_sheet
from bot.render.text import document_text
from planning_rules.parts import Meeting, MeetingKind, Person, Role
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import ACTIONS, PEOPLE
from tests.bot.messages.sheets.made import EMPTY, TODAY, plan_with, with_people


def room(plan: Plan) -> str:
    return document_text(child_sheet(plan, TODAY, Edition.ROOM))


def test_the_room_edition_holds_strengths_learning_the_next_meeting_and_numbers() -> None:
    plan = plan_with(
        child__good_at="Bikes",
        education__planned="college",
        education__place="Oakbridge College",
        education__free_time="yes",
        education__activity="Bike club",
        child__wants="To go home",
        child__shown_to=("family", "setting"),
        home__living_with="care",
        home__address_agreed="no",
        order__kind="dto",
        order__middle_date=date(2026, 6, 30),
        temporary_release__decision="agreed",
        temporary_release__first_on=date(2026, 5, 1),
        agreement__child_agrees="disagrees",
        plan_b__call="Nan, 01632 960009",
    )
    meeting = Meeting("m", MeetingKind.REVIEW, date(2026, 3, 20))
    text = room(replace(plan, meetings=(meeting,)))
    for shown in (
        "Bikes",
        "The plan is to go to college.",
        "Friday 20 March 2026",
        "01632 960002",
    ):
        assert shown in text
    for kept in (
        "Oakbridge",
        "Bike club",
        "To go home",
        "carers",
        "address",
        "June",
        "trips",
        "May",
        "agree",
        "Nan",
        "private",
    ):
        assert kept not in text


def test_a_shared_room_gets_no_action_at_all() -> None:
    text = room(replace(EMPTY, actions=ACTIONS))
    assert [action.id for action in ACTIONS if action.what in text] == []
    assert "will do" not in text


def test_the_room_edition_does_not_tell_that_a_child_is_in_care_or_ill() -> None:
    people = (
        *PEOPLE,
        Person("jo", "Jo", Role.SOCIAL_WORKER, "Children's Services", "01632 960005"),
        Person("iro", "Noor", Role.REVIEWING_OFFICER, "Children's Services", "01632 960006"),
        Person("ali", "Ali", Role.ADVOCATE, "Voices", "01632 960007"),
    )
    text = room(with_people(EMPTY, people))
    assert "• Jo, who works on this plan too\n" in text
    assert "• Noor, who works on this plan too\n" in text
    assert "Ali, who speaks up for you" in text
    assert "Alex, from Fernbrook" in text
    for told in ("social", "Children's", "cared", "Priya", "health"):
        assert told not in text
