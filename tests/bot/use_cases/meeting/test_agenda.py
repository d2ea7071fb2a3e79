"""The agenda: who speaks to what, what was promised, who is coming. Posted once, and true as it stands."""

import re
from datetime import date, timedelta

import pytest

from bot.messages.document import Document
from bot.messages.form import Form
from planning_rules.parts import MeetingKind
from tests.bot.core import OAK, Core, titles, words
from tests.bot.render.test_agenda_on_paper import pages_of

NO_MEETING = "No meeting on OAK-417 is planned."


def shown(core: Core, who: str = "Sam") -> str:
    return words(core.says(who, f"agenda {OAK}"))


def in_the_channel(core: Core, who: str = "Sam") -> list[Document]:
    return [post.document for post in core.feed(who) if post.document.title.startswith("Agenda")]


def posted(core: Core) -> Core:
    core.says("Sam", f"post {OAK} agenda")
    return core


def test_it_begins_with_what_was_promised_last_time_and_by_whom(core: Core) -> None:
    agenda = shown(core)
    assert agenda.index("What was promised last time") < agenda.index("1. The child first")
    assert "Send the application to Oakbridge College" in agenda
    assert "Sam · by Friday 20 February 2026" in agenda


def test_the_child_comes_first_and_what_is_private_last(core: Core) -> None:
    agenda = shown(core)
    parts = [
        "1. The child first",
        "The child's words",
        "2. Everybody",
        "Plan B",
        "3. Professionals only",
        "Safety",
    ]
    assert sorted(parts, key=agenda.index) == parts


def test_each_topic_says_who_is_asked_to_speak_and_what_is_missing(core: Core) -> None:
    assert "Ask the youth offending team, then the social worker to speak." in shown(core)
    assert "A place is planned, and no application is recorded." in shown(core)


def test_nothing_private_is_told_but_that_there_is_some(core: Core) -> None:
    posted(core)
    (there,) = in_the_channel(core)
    assert "mental health" not in repr(there).lower()
    assert "Home: 1 private item" in repr(there)


def test_it_is_posted_once_for_a_meeting_by_those_who_may_share(each_core: Core) -> None:
    assert "You cannot" in words(each_core.says("Jo", f"post {OAK} agenda"))
    posted(posted(each_core))
    assert len(in_the_channel(each_core)) == 1
    assert "It stands in the case's channel" in shown(each_core)


def test_whoever_may_post_it_reads_that_it_is_posted_by_itself(core: Core) -> None:
    assert "It is posted to the case's channel by itself" in shown(core)
    assert "by itself" not in shown(core, "Jo")
    assert "by itself" not in shown(posted(core))


def test_one_press_says_that_somebody_is_coming_where_everybody_reads_it(each_core: Core) -> None:
    posted(each_core)
    assert "Alex, secure setting', 'has not said'" in repr(in_the_channel(each_core))
    each_core.says("Alex", f"attend {OAK} coming")
    assert "Alex, secure setting', 'coming'" in repr(in_the_channel(each_core))


@pytest.mark.parametrize(
    ("way", "typed", "says"),
    [
        ("phone", "Sam rings at 10", "by phone: Sam rings at 10"),
        ("report", "Friday", "sends a report: Friday"),
        ("cannot", "On leave. Kit comes", "cannot come: On leave. Kit comes"),
    ],
)
def test_whoever_is_not_simply_there_says_what_has_to_be_known(
    core: Core, way: str, typed: str, says: str
) -> None:
    core.answers("Jo", f"attend {OAK} {way}", {"words": typed})
    assert f"Jo, social worker: {says}" in shown(core)
    core.says("Jo", f"attend {OAK} coming")
    assert "Jo, social worker: coming" in shown(core)


def test_a_worker_says_how_the_child_and_family_take_part_who_have_no_account(each_core: Core) -> None:
    posted(each_core)
    assert "title='Mum, parent', detail='has not said'" in repr(in_the_channel(each_core))
    ways = {"way": "phone", "phone": "Jo rings at 10 on 01632 960130"}
    each_core.answers("Jo", f"attends {OAK} mum", ways)
    each_core.answers("Jo", f"attends {OAK} robin", {"way": "coming"})
    there = repr(in_the_channel(each_core))
    assert "title='Mum, parent', detail='by phone: Jo rings at 10 on 01632 960130'" in there
    assert "title='The child', detail='coming'" in there
    form = each_core.opens("Alex", f"attends {OAK} mum")
    assert {field.name: field.value for field in form.shown} == ways


def test_what_has_to_be_known_of_family_is_asked_for_and_a_safe_number_is_filled_in(core: Core) -> None:
    form = core.opens("Sam", f"attends {OAK} mum")
    assert [field.value for field in form.shown] == [""]
    form = form.filled({"way": "phone"})
    assert {field.name: field.value for field in form.shown}["phone"] == "01632 960101"
    (again,) = core.sends("Sam", form, {"way": "cannot"}).shown
    assert isinstance(again, Form)
    assert [field.name for field in again.shown if field.error] == ["cannot"]
    assert "title='Mum, parent', detail='has not said'" in repr(core.says("Sam", f"agenda {OAK}"))


def test_nobody_is_asked_to_a_meeting_whom_the_child_may_not_meet(core: Core) -> None:
    core.answers("Sam", f"edit {OAK} mum", {"contact": "unsafe"})
    assert "Mum" not in shown(core).partition("Who is coming")[2]
    assert "“mum”" in words(core.says("Sam", f"attends {OAK} mum"))


def test_paper_does_not_hold_the_number_on_which_family_is_rung(core: Core) -> None:
    core.answers("Jo", f"attends {OAK} mum", {"way": "phone", "phone": "Jo rings on 01632 960130"})
    printed = core.day_one.printable(core.people["Sam"], OAK, "agenda")
    assert isinstance(printed, Document)
    (page,) = pages_of(printed)
    assert "Mum, parent – by phone" in page
    assert "01632 960130" not in page


def test_by_phone_ones_own_number_is_filled_in(core: Core) -> None:
    (form,) = core.says("Alex", f"attend {OAK} phone").shown
    assert isinstance(form, Form)
    assert form.fields[0].value == "01632 960120"


def test_a_way_that_there_is_not_is_refused_with_those_that_there_are(core: Core) -> None:
    assert "“fone”" in words(core.says("Jo", f"attend {OAK} fone"))


def test_where_no_meeting_is_planned_the_lead_is_asked_when_and_others_whom_to_ask(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    core.now += timedelta(days=1)
    assert NO_MEETING in shown(core, "Jo")
    assert NO_MEETING in words(core.says("Jo", f"attend {OAK} coming"))
    assert titles(core.answers("Sam", f"agenda {OAK}", {"on": "9/4/2026"})) == [
        "Agenda: review meeting for OAK-417"
    ]
    (planned,) = [one for one in core.plan().meetings if not one.is_held]
    assert (planned.kind, planned.on) == (MeetingKind.REVIEW, date(2026, 4, 9))
    assert "Thursday 9 April 2026" in shown(core, "Jo")


def test_a_meeting_that_nobody_opened_is_given_another_day_and_is_the_one_to_open(core: Core) -> None:
    core.now += timedelta(days=1)
    (form,) = core.says("Sam", f"agenda {OAK}").shown
    assert isinstance(form, Form)
    assert form.intro == "Nobody opened the meeting of Monday 2 March 2026. Give it another day."
    before = core.plan().meetings
    core.sends("Sam", form, {"on": "9/3/2026"})
    assert [one.id for one in core.plan().meetings] == [one.id for one in before]
    core.says("Sam", f"post {OAK} agenda")
    core.now += timedelta(days=6)
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    (there,) = in_the_channel(core)
    assert "Held on Monday 9 March 2026." in repr(there)


def test_a_meeting_is_not_planned_for_a_day_that_has_passed(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    (form,) = core.says("Sam", f"agenda {OAK}").shown
    assert isinstance(form, Form)
    assert "This day has passed" in repr(core.sends("Sam", form, {"on": "1/3/2026"}))


def test_once_the_meeting_is_closed_it_says_when_it_was_held(core: Core) -> None:
    posted(core).says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})
    (there,) = in_the_channel(core)
    assert "Held on Monday 2 March 2026." in repr(there)
    assert "Answer my part" not in repr(there)


def test_it_is_printed_on_one_side(core: Core) -> None:
    printed = core.day_one.printable(core.people["Priya"], OAK, "agenda")
    assert isinstance(printed, Document)
    (page,) = pages_of(printed)
    assert "Ask the health worker to speak in private." in page


def test_what_is_owed_comes_before_what_was_done(core: Core) -> None:
    agenda = shown(core)
    assert agenda.index("a1 ·") < agenda.index("a3 ·") < agenda.index("a2 ·")


def test_whoever_is_asked_beforehand_can_answer_before_the_meeting_is_open(core: Core) -> None:
    ways = re.findall(rf"step {OAK} (\w+)", repr(core.says("Jo", f"agenda {OAK}").shown))
    assert "home" in ways
    for step in ways:
        assert not core.says("Jo", f"step {OAK} {step}").refused
    core.answers("Jo", f"step {OAK} home", {"home.difference_explained": "yes", "said_by": "jo"})
    assert "that anybody explained the plan" not in shown(core)


def test_what_only_a_meeting_asks_is_not_asked_beforehand(core: Core) -> None:
    assert f"step {OAK} agreement" not in repr(core.says("Jo", f"agenda {OAK}").shown)
    core.says("Sam", f"meet {OAK}")
    assert f"step {OAK} agreement" in repr(core.says("Jo", f"agenda {OAK}").shown)


def test_the_number_on_which_somebody_is_rung_is_for_those_on_the_case_alone(core: Core) -> None:
    number = "01632 960120"
    core.answers("Alex", f"attend {OAK} phone", {"words": f"Sam rings at 10 on {number}"})
    assert number in shown(core, "Jo")
    core.joins_service("Kim", "worker")
    assert number not in shown(core, "Kim")
    told = core.says("Sam", f"meet {OAK}").told
    assert told
    assert number not in repr(told)


def test_only_what_one_may_tick_off_has_a_button_for_it_where_one_looks_alone(core: Core) -> None:
    core.says("Sam", f"post {OAK} agenda")
    ticks = {
        who: re.findall(rf"done {OAK} (a\d)", repr(core.says(who, f"agenda {OAK}"))) for who in ("Jo", "Sam")
    }
    assert ticks == {"Jo": ["a3"], "Sam": ["a1", "a3", "a4"]}
    for action in ticks["Jo"]:
        assert not core.says("Jo", f"done {OAK} {action}").refused
    (posted,) = core.feed("Jo")
    assert re.findall(rf"done {OAK} (a\d)", repr(posted.document)) == ticks["Sam"]
