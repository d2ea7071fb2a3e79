"""Whatever goes wrong in Slack: nothing typed is lost, and a sentence says what to do."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.messages.helping import FAULT, KEPT
from planning_rules import parts
from storage import cases, people
from storage.people import OnCase
from tests.bot.chat.slack.driver import Person
from tests.bot.chat.slack.in_slack import InSlack, open_in_slack
from tests.bot.core import OAK, Core

OPEN = "home.difference_explained"
PLAN_B = "Urgent · There are signs that the home may not last, and no plan B is recorded."


@pytest.fixture
def here(core: Core) -> Iterator[InSlack]:
    with open_in_slack(core) as opened:
        yield opened


@pytest.fixture
def sam(here: InSlack) -> Person:
    return here.people["Sam"]


# Slack's three seconds


def test_a_trigger_that_is_over_leaves_a_button_to_open_it_with(sam: Person) -> None:
    seen = sam.types(f"/dto step {OAK} home", trigger_age=4)
    assert (seen.kind, seen.labels) == ("alone", ["Open it"])
    assert sam.presses("Open it").title == "Home"


def test_so_does_slack_out_of_order(here: InSlack, sam: Person) -> None:
    here.slack.breaks("views.open")
    assert sam.types(f"/dto case {OAK}").labels == ["Open it"]


def test_what_slack_opened_although_the_line_was_cut_is_open(here: InSlack, sam: Person) -> None:
    here.slack.cuts("views.open")
    assert sam.types(f"/dto case {OAK}").title == f"Case {OAK}"


def test_what_cannot_be_opened_on_top_takes_the_place_of_what_is_open(here: InSlack, sam: Person) -> None:
    sam.types(f"/dto case {OAK}")
    here.slack.fails("views.push", "expired_trigger_id")
    assert sam.presses("Gaps").title == f"Gaps in {OAK}"


# Modals on top of modals


def test_going_back_shows_where_one_came_from(sam: Person) -> None:
    sam.types(f"/dto case {OAK}")
    sam.presses("Gaps")
    sam.presses("Why?", beside=PLAN_B)
    assert sam.closes().title == f"Gaps in {OAK}"
    assert sam.closes().title == f"Case {OAK}"


def test_a_fourth_modal_takes_the_place_of_the_third(sam: Person) -> None:
    sam.types(f"/dto case {OAK}")
    sam.presses("Gaps")
    sam.presses("Why?", beside=PLAN_B)
    sam.presses("Make this an action")
    assert sam.closes().title == f"Gaps in {OAK}"


# Forms


def test_what_was_picked_in_a_form_that_is_left_is_offered_again(sam: Person) -> None:
    sam.types(f"/dto step {OAK} home")
    sam.fills({OPEN: "yes"})
    sam.closes()
    seen = sam.types(f"/dto step {OAK} home")
    assert KEPT in seen.text
    assert seen.values[OPEN] == "yes"
    assert sam.presses("Start afresh").values[OPEN] == "no"


def test_a_form_that_is_left_as_it_was_is_not_offered_again(sam: Person) -> None:
    sam.types(f"/dto step {OAK} home")
    sam.closes()
    assert KEPT not in sam.types(f"/dto step {OAK} home").text


def test_what_is_wrong_stands_beside_its_field(sam: Person) -> None:
    sam.types(f"/dto add {OAK}")
    sam.fills({"what": "Ring the council", "owner": "sam", "by": "2026-02-01", "for_child": "no"})
    seen = sam.submits()
    assert list(seen.errors) == ["by"]
    assert seen.values["what"] == "Ring the council"
    sam.fills({"by": "2026-03-09"})
    assert not sam.submits().errors


def test_the_same_form_sent_twice_does_it_once(here: InSlack, sam: Person) -> None:
    sam.types(f"/dto add {OAK}")
    sam.fills({"what": "Ring the council", "owner": "sam", "by": "2026-03-09", "for_child": "no"})
    before = len(here.core.plan().actions)
    sam.submits()
    sent = here.door.sent
    here.core.now = here.core.now.replace(second=1)
    assert here.door.post(*sent).status_code == 200
    assert len(here.core.plan().actions) == before + 1


def test_two_workers_in_one_step_see_each_others_answers_and_settle_what_differs(here: InSlack) -> None:
    sam, alex = here.people["Sam"], here.people["Alex"]
    for person in (sam, alex):
        person.types(f"/dto change {OAK} home")
    sam.fills({"home.council": "Ashfield"})
    alex.fills({"home.council": "Birchley"})
    sam.submits()
    seen = alex.submits()
    assert "Two people answered this differently" in seen.text
    assert {"Ashfield", "Birchley"} <= {word.strip(".,") for word in seen.text.split()}


def a_big_family(here: InSlack) -> None:
    """So many that Slack cannot ask about all of them at once."""
    with here.core.store.transaction() as tx:
        case = cases.by_reference(tx, OAK)
        assert case
        for number in range(100):
            aunt = parts.Person(f"aunt{number}", f"Aunt {number}", parts.Role.CARER)
            people.add(tx, OnCase(case.id, aunt))


def test_a_form_that_is_too_long_for_one_modal_goes_in_parts_and_is_sent_as_one(
    here: InSlack, sam: Person
) -> None:
    a_big_family(here)
    here.core.says("Sam", f"meet {OAK}")
    assert sam.types(f"/dto step {OAK} attendance").submit == "Go on"
    sam.fills({"attendance.child_here": "here"})
    second = sam.submits()
    last = next(name for name in second.values if name.startswith("attendance.took_part/"))
    sam.fills({last: "came"})
    assert "saved" in sam.submits().text
    recorded = here.core.plan().answers
    assert recorded["attendance.child_here"].is_asked
    assert recorded[last].is_asked


def test_what_is_wrong_in_an_earlier_part_brings_that_part_back(here: InSlack, sam: Person) -> None:
    a_big_family(here)
    here.core.says("Sam", f"meet {OAK}")
    sam.types(f"/dto step {OAK} attendance")
    sam.fills({"attendance.took_part/mum": "not known"})
    sam.fills({"attendance.took_part/mum#by": "2026-02-01"})
    sam.submits()
    seen = sam.submits()
    assert "attendance.took_part/mum#by" in seen.values
    assert "has passed" in seen.text


# Faults


def test_a_fault_of_ours_leaves_the_form_open_with_what_was_typed(
    here: InSlack, sam: Person, caplog: pytest.LogCaptureFixture
) -> None:
    sam.types(f"/dto add {OAK}")
    sam.fills({"what": "Ring Mrs Secret", "owner": "sam", "by": "2026-03-09", "for_child": "no"})
    with here.core.store.transaction() as tx:
        tx.connection.exec_driver_sql("DROP TABLE action_events")
    seen = sam.submits()
    assert list(seen.errors.values()) == [FAULT]
    assert seen.values["what"] == "Ring Mrs Secret"
    assert "Secret" not in caplog.text
    here.slack.problems.clear()


def test_a_fault_of_ours_is_told_to_whoever_typed_a_command(here: InSlack, sam: Person) -> None:
    with here.core.store.transaction() as tx:
        tx.connection.exec_driver_sql("DROP TABLE posts")
    assert FAULT in sam.types(f"/dto meet {OAK}").text
    here.slack.problems.clear()


def test_a_fault_behind_a_button_is_told_in_ones_own_messages(here: InSlack, sam: Person) -> None:
    sam.types(f"/dto case {OAK}")
    with here.core.store.transaction() as tx:
        tx.connection.exec_driver_sql("DROP TABLE posts")
    sam.presses("Open a meeting")
    assert FAULT in here.slack.held.direct(sam.user).messages[-1].text
    here.slack.problems.clear()


# Workspaces


def test_a_workspace_that_no_service_has_gets_a_sentence(here: InSlack) -> None:
    elsewhere = here.slack.workspace("Elsewhere")
    kim = Person(here.slack, here.door, here.slack.user(elsewhere.id, "Kim"))
    assert "This workspace is not set up for Day One yet" in kim.types("/dto").text


def test_a_workspace_that_removed_the_app_is_not_spoken_to_any_more(here: InSlack, sam: Person) -> None:
    channel = here.slack.channel("oak", sam.user)
    here.core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    sam.types(f"/dto channel {OAK}", channel)
    here.door.event(sam.user.team, {"type": "app_uninstalled"})
    here.core.says("Sam", f"meet {OAK}")
    sent = len(here.slack.calls)
    here.door.event(sam.user.team, {"type": "app_home_opened", "user": sam.user.id, "tab": "home"})
    assert len(here.slack.calls) == sent


# The Home


def test_the_home_shows_ones_cases_and_promises_and_no_word_of_a_plan(here: InSlack, sam: Person) -> None:
    seen = sam.opens_home()
    assert OAK in seen.text
    assert "actions of yours" in seen.text or "action of yours" in seen.text
    assert not any(action.what in seen.text for action in here.core.plan().actions)
    assert sam.presses("Open", beside=OAK).title == f"Case {OAK}"


def test_the_home_of_somebody_new_says_what_to_do(here: InSlack) -> None:
    kim = Person(here.slack, here.door, here.slack.user(here.people["Sam"].user.team, "Kim"))
    seen = kim.opens_home()
    assert "You are on no case yet" in seen.text
    assert "Join with a code" in seen.labels


def test_the_home_follows_what_one_does(sam: Person) -> None:
    before = sam.opens_home().text
    sam.types(f"/dto add {OAK}")
    sam.fills({"what": "Ring", "owner": "sam", "by": "2026-03-09", "for_child": "no"})
    sam.submits()
    sam.closes(everything=True)
    sam.at_home = True
    assert sam.sees().text != before


# People


def test_somebody_of_ones_own_workspace_is_picked_and_needs_no_code(here: InSlack, sam: Person) -> None:
    kim = Person(here.slack, here.door, here.slack.user(sam.user.team, "Kim"))
    sam.types(f"/dto person {OAK}")
    sam.fills({"role": "education", "name": "Kim", "member": kim.user.id})
    sam.submits()
    assert kim.types(f"/dto case {OAK}").title == f"Case {OAK}"


def test_nobody_is_on_a_case_twice(here: InSlack, sam: Person) -> None:
    sam.types(f"/dto person {OAK}")
    sam.fills({"role": "education", "name": "Jo again", "member": here.people["Jo"].user.id})
    assert sam.submits().errors == {"member": "This person is on the case already."}


def test_the_lead_is_told_who_waits_and_lets_them_in(here: InSlack, sam: Person) -> None:
    sam.types(f"/dto person {OAK}")
    sam.fills({"role": "education", "name": "Kim"})
    sam.submits()
    shown = re.search(r"\w{4}-\w{4}-\w{4}", sam.presses("Make a code", beside="Kim").text)
    assert shown
    sam.closes(everything=True)
    kim = Person(here.slack, here.door, here.slack.user(here.people["Alex"].user.team, "Kim"))
    kim.types(f"/dto join {shown[0]}")
    assert "waits to be let in" in sam.reads(here.slack.held.direct(sam.user))[-1].text
    assert sam.presses("People", where=here.slack.held.direct(sam.user)).title == f"People on {OAK}"
    sam.presses("Let them in", beside="Kim")
    assert "let you in" in kim.reads(here.slack.held.direct(kim.user))[-1].text


def test_a_file_that_is_asked_for_is_said_to_be_on_its_way(sam: Person) -> None:
    sam.types(f"/dto dates {OAK}")
    label = next(label for label in sam.sees().labels if "calendar" in label.lower())
    assert "your own messages with Day One" in sam.presses(label).text


@pytest.mark.parametrize("kind", ["bot", "gone", "elsewhere"])
def test_nobody_but_people_of_ones_own_workspace_can_be_picked(here: InSlack, sam: Person, kind: str) -> None:
    team = here.people["Alex"].user.team if kind == "elsewhere" else sam.user.team
    user = here.slack.user(team, "Kim", is_bot=kind == "bot", deleted=kind == "gone")
    sam.types(f"/dto person {OAK}")
    sam.fills({"role": "education", "name": "Kim", "member": user.id})
    assert "Choose a person of your own workspace" in sam.submits().errors["member"]


def test_an_event_that_nobody_listens_to_is_taken(here: InSlack, sam: Person) -> None:
    assert here.door.event(sam.user.team, {"type": "team_join", "user": sam.user.id}).status_code == 200


def test_an_old_farewell_does_not_end_what_was_installed_since(here: InSlack, sam: Person) -> None:
    before = here.core.now
    here.core.now -= timedelta(minutes=4)
    farewell = {"type": "app_uninstalled"}
    here.door.event(sam.user.team, farewell)
    here.core.now = before
    assert sam.types(f"/dto case {OAK}").title == f"Case {OAK}"


def test_the_same_answer_to_one_question_after_the_other_is_taken_each_time(
    here: InSlack, sam: Person
) -> None:
    """Its third modal keeps its id while one form follows the other in it."""
    sam.types(f"/dto case {OAK}")
    sam.presses("People")
    for who in ("Jo", "Priya"):
        sam.presses("Has left", beside=who)
        sam.fills({"sure": "yes"})
        sam.submits()
    on_case = [one.name for one in here.core.plan().people if one.is_on(here.core.now.date())]
    assert not {"Jo", "Priya"} & set(on_case)
