"""The examples of the report, held as meetings: what their plan files say is typed in, form by form."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bot.messages.form import Form
from bot.messages.meeting.room import HEARD
from planning_rules.checking import find_gaps
from planning_rules.facts import STEPS, fact_of, person_of, question_of
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.kinds import Choice, OnePerson, YesNo
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan
from planning_rules.rulebook import Day
from tests.bot.core import Core, open_core

# The last day in custody, and for the plan in which everything goes wrong the day that it is about.
ON = {
    "tony": date(2014, 6, 5),
    "afzal": date(2014, 6, 16),
    "christa": date(2014, 6, 9),
    "everything_goes_wrong": date(2026, 3, 2),
}
LEAD, CHILD = "p1", "p2"


def example(name: str) -> Plan:
    return read_plan((files("planning_rules") / "examples" / f"{name}.json").read_text("utf8"))


@dataclass
class Walk:
    """One case, started by Sam. `called` says under which id the case has a person of the plan file."""

    core: Core
    plan: Plan
    reference: str = ""
    called: dict[str, str] = field(default_factory=dict)

    def says(self, command: str, *words: str) -> tuple[Any, ...]:
        return self.core.says("Sam", " ".join((command, self.reference, *words))).shown

    def starts(self) -> None:
        order = {key: self.typed(key)[key] for key in self.plan.answers if key.startswith("order.")}
        form = self.core.opens("Sam", "new")
        asked = {each.name for each in form.fields}
        values = {key: text for key, text in order.items() if key in asked}
        self.reference = self.core.sends("Sam", form, {"my_role": Role.YOT, **values}).reference

    def names_everybody(self) -> None:
        others = [one for one in self.plan.people if not one.lead and one.role is not Role.CHILD]
        for one in self.plan.people:
            place = f"p{others.index(one) + 3}" if one in others else LEAD if one.lead else CHILD
            self.called[one.id] = place
        for one in others:
            values = {
                "role": one.role,
                "name": one.name,
                "contact": one.contact,
                "gets_sheet": one.gets_sheet,
            }
            self.core.answers("Sam", f"person {self.reference}", values)

    def meets(self) -> None:
        """All but the last meeting are closed at once; in the last, everything is answered."""
        for number, held in enumerate(self.plan.meetings):
            self.says("another" if number else "meet")
            last = held is self.plan.meetings[-1]
            if last:
                self.answers_everything()
            if not last or held.is_closed:
                self.core.answers("Sam", f"finish {self.reference}", {"sure": "yes"})
        if not self.plan.meetings:
            self.answers_everything()

    def answers_everything(self) -> None:
        for step in STEPS:
            for command in ("change", "private"):
                while self.answers(command, step.key):
                    pass

    def answers(self, command: str, step: str) -> bool:
        """Fill in what the file knows and the case does not yet; False where that is nothing."""
        looked_round = f"{step} {HEARD}" if command == "private" else step
        forms = [shown for shown in self.says(command, looked_round) if isinstance(shown, Form)]
        if not forms:
            return False
        known = self.core.plan(self.reference).answers
        asked = {each.name.partition("#")[0] for each in forms[0].fields}
        new = [key for key in self.plan.answers if self.key(key) in asked and self.key(key) not in known]
        values = {name: text for key in new for name, text in self.typed(key).items()}
        if new:
            outcome = self.core.sends("Sam", forms[0], values)
            assert not outcome.refused, outcome
        return bool(new)

    def key(self, key: str) -> str:
        """The key under which the case keeps what the file has under `key`."""
        return fact_of(key).key_for(self.called.get(person_of(key), ""))

    def typed(self, key: str) -> dict[str, str]:
        """What is typed into the form for one answer of the file."""
        answer, kind, here = self.plan.answers[key], fact_of(key).kind, self.key(key)
        picked = isinstance(kind, YesNo | Choice | OnePerson)
        if answer.state is State.GIVEN:
            kept = kind.to_json(answer.value)
            return {
                here: "\n".join(kept) if isinstance(kept, list) else self.called.get(str(kept), str(kept))
            }
        by = answer.by.isoformat() if answer.by else ON["everything_goes_wrong"].isoformat()
        finder = self.called.get(answer.finds_out, LEAD)
        more = {f"{here}#who": finder, f"{here}#by": by, f"{here}#why": answer.reason}
        return {here if picked or answer.is_yes or answer.is_no else f"{here}#or": str(answer.state), **more}


def established(answer: Answer[Any], called: dict[str, str]) -> tuple[object, ...]:
    """What an answer says, whoever finds out what nobody knows."""
    value = called.get(answer.value, answer.value) if isinstance(answer.value, str) else answer.value
    return answer.state, value, answer.reason


@pytest.mark.parametrize("name", ON)
def test_an_example_can_be_typed_in_form_by_form_and_lacks_the_same(name: str, tmp_path: Path) -> None:
    now = datetime.combine(ON[name], time(9, 30), UTC)
    with open_core(f"sqlite:///{tmp_path}/dayone.sqlite3", now) as core:
        walk = Walk(core, example(name))
        walk.starts()
        walk.names_everybody()
        walk.meets()
        held = core.plan(walk.reference)
    called_for = {key: a for key, a in walk.plan.answers.items() if question_of(key).is_called_for(walk.plan)}
    for key, answer in called_for.items():
        assert established(held.answer(walk.key(key)), walk.called) == established(answer, walk.called), key
    assert lacks(held, ON[name]) == lacks(walk.plan, ON[name])


def lacks(plan: Plan, on: date) -> list[tuple[str, str, str]]:
    """Its gaps, apart from those about actions, which are promised in words of the meeting.

    Nor is a plan sheet looked for: the meetings that are walked through close on one and the same day.
    """
    found = [gap for gap in find_gaps(plan, Day(on)) if gap.rule.topic != "AGY" and gap.rule.code != "CHI07"]
    return sorted((gap.rule.code, gap.state, gap.severity) for gap in found)
