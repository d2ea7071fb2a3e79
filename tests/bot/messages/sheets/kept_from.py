"""Which answers are nobody's business but a worker's, said apart from the code that keeps them back."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from planning_rules.facts.fact import Asked, Fact
from planning_rules.parts import Action, Contact, Person, Progress, Role
from planning_rules.plan import Plan
from tests.planning_rules.any_plan import answers

PEOPLE = (
    Person("robin", "Robin", Role.CHILD),
    Person("mum", "Mum", Role.PARENT, phone="01632 960001", gets_sheet="by hand at a visit"),
    Person("dad", "Dad", Role.PARENT, contact=Contact.BARRED, gets_sheet="by post"),
    Person("sam", "Sam", Role.YOT, phone="01632 960002", lead=True),
    Person("alex", "Alex", Role.SECURE, "Fernbrook", "01632 960003", evenings=True),
    Person("priya", "Priya", Role.HEALTH, "Fernbrook", "01632 960004"),
)
ACTIONS = (
    Action("a1", "Ring the college", "sam", date(2026, 4, 17), Progress.ACCEPTED, "ETE01"),
    Action("a2", "Book the clinic", "priya", date(2026, 4, 17), Progress.ACCEPTED, "HLT02"),
    Action("a3", "Look for another home", "sam", date(2026, 4, 17), Progress.OFFERED, "ACC01"),
    Action("a4", "Bring the photos", "mum", date(2026, 4, 17), Progress.ACCEPTED),
    Action("a5", "Ask about what was said on the phone", "sam", None, Progress.ACCEPTED),
)


MANY = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
OWN_WORDS = ["child.wants", "child.says", "agreement.child_disagrees_because"]


def all_keys(plan: Plan) -> list[str]:
    return sorted(plan.keys())


def kept_from_adults(fact: Fact[Any]) -> bool:
    return fact.asked not in (Asked.ROOM, Asked.BEFORE) or not fact.room_edition or fact.each_adult


@st.composite
def full_plans(draw: st.DrawFn) -> Plan:
    """A plan of ordinary people with many answers."""
    plan = Plan("OAK-417", "Robin", PEOPLE, actions=ACTIONS)
    asked = draw(st.sets(st.sampled_from(all_keys(plan)), min_size=len(all_keys(plan)) // 3))
    return plan.with_answers({key: draw(answers(key)) for key in sorted(asked)})


@st.composite
def answered_otherwise(draw: st.DrawFn, plan: Plan, keys: list[str]) -> Plan:
    """The same plan with other answers, or none, under `keys`."""
    kept = {key: answer for key, answer in plan.answers.items() if key not in keys}
    asked = draw(st.sets(st.sampled_from(keys)))
    return replace(plan, answers=kept | {key: draw(answers(key)) for key in sorted(asked)})
