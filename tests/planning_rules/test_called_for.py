"""An answer counts while the plan calls for it, and nobody is asked about who has left the case."""

from datetime import timedelta

from planning_rules.facts import fact_of, person_of, question_of
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.home import Home
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from tests.planning_rules.checked import gaps, plan
from tests.planning_rules.rule_examples import TODAY


def test_an_answer_that_is_no_longer_called_for_reads_not_asked_and_stays_on_record() -> None:
    changed = plan(home={"address_agreed": "no", "address": "12 Elm Road"})
    assert not changed.home.address.is_asked
    assert not question_of("home.address").answer(changed).is_asked
    assert changed.answer("home.address").value == "12 Elm Road"


def test_what_called_for_an_answer_must_itself_be_called_for() -> None:
    steps = {"next_step": "Ring the housing panel", "next_step_by": "sam"}
    assert plan(home={"living_with": "own", "address_agreed": "no", **steps}).home.next_step_by.is_given
    assert not plan(home={"living_with": "own", "address_agreed": "yes", **steps}).home.next_step_by.is_asked


def test_does_not_apply_silences_nothing_once_it_is_no_longer_called_for() -> None:
    idle = {"planned": {"not_known": {}}, "done_so_far": {"does_not_apply": "the family's own firm"}}
    assert "ETE01" in gaps(plan(stage="review", weeks_to_release=7, education=idle))


def test_on_remand_no_release_date_counts() -> None:
    assert plan(order={"kind": "dto"}).earliest_release
    assert plan(order={"kind": "remand"}).earliest_release is None


def test_a_question_knows_its_key_and_whom_it_is_about() -> None:
    asked = question_of("attendance.took_part/mum")
    assert (asked.fact, asked.person) == (Attendance.took_part, "mum")
    assert asked.key == "attendance.took_part/mum"
    assert asked.words(plan()) == "Mum: How does this parent or carer take part?"
    assert asked.label(plan()) == "Mum: How they took part"
    assert (fact_of("home.council"), person_of("home.council")) == (Home.council, "")


def test_nothing_is_asked_from_the_day_on_which_an_adult_leaves_the_case() -> None:
    mum = Person("mum", "Mum", Role.PARENT, ended_on=TODAY)
    left = Plan(people=(mum,))
    assert left.adults(TODAY) == []
    assert left.adults(TODAY - timedelta(days=1)) == [mum]
    assert {question.person for question in left.questions(TODAY, Attendance)} == {""}
    assert left.called("mum") == "Mum"


def test_every_question_stands_once_in_the_order_in_which_it_is_asked() -> None:
    keys = [question.key for question in plan().questions(TODAY)]
    assert len(set(keys)) == len(keys)
    assert keys[0] == "order.nation"
    assert [question.key for question in plan().questions(TODAY, Attendance)] == [
        "attendance.child_here",
        "attendance.prepared",
        "attendance.agencies",
        "attendance.seen_between",
        "attendance.took_part/mum",
    ]
