"""A plan file reads back as it was written, and the published schema accepts it."""

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planning_rules.facts.answers import Answer, State
from planning_rules.json_object import Unreadable
from planning_rules.parts import Person, Role
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan, schema, write_plan
from tests.planning_rules.any_plan import plans

SCHEMA = Draft202012Validator(schema())
MUM = {"id": "mum", "name": "Mum", "role": "parent"}


@settings(max_examples=40)
@given(plans())
def test_a_plan_reads_back_as_it_was_written(plan: Plan) -> None:
    assert read_plan(json.dumps(write_plan(plan))) == plan


@settings(max_examples=40)
@given(plans())
def test_the_schema_accepts_what_is_written(plan: Plan) -> None:
    assert [error.message for error in SCHEMA.iter_errors(write_plan(plan))] == []


@settings(max_examples=40)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_a_plan_or_is_refused(kept: Any) -> None:
    for shape in (kept, {"people": kept}, {"facts": kept}, {"facts": {"home": {"suitable": kept}}}):
        with suppress(Unreadable):
            read_plan(json.dumps(shape))


def test_the_schema_is_itself_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_what_people_typed_is_cleaned_wherever_it_stands() -> None:
    plan = read_plan(
        json.dumps({"people": [{**MUM, "name": "M\u202eu\x00m\ud800 "}], "first_name": "T\u200bony"})
    )
    assert (plan.people[0].name, plan.first_name) == ("Mum", "Tony")


def test_not_asked_in_a_file_is_the_same_as_nothing() -> None:
    assert read_plan('{"facts": {"home": {"council": "not asked"}}}') == Plan()


def test_the_words_not_asked_said_by_somebody_are_kept() -> None:
    said = Answer(State.GIVEN, "not asked", fact="child.says")
    plan = replace(Plan(), answers={"child.says": said})
    assert read_plan(json.dumps(write_plan(plan))) == plan


def test_an_answer_about_a_person_stands_under_their_id() -> None:
    key = "attendance.took_part/mum"
    plan = Plan(people=(Person("mum", "Mum", Role.PARENT),)).with_answers(
        {key: Answer(State.GIVEN, "came", fact=key)}
    )
    assert write_plan(plan)["facts"] == {"attendance": {"took_part": {"mum": "came"}}}
