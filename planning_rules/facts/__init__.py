"""What a meeting establishes, one file per step, in the order in which a meeting goes."""

from typing import Any

from planning_rules.facts.after import After
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.attendance import Attendance
from planning_rules.facts.child import Child
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.family import Family
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.looking_back import LookingBack
from planning_rules.facts.order import Order
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.question import Question
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.safety import Safety
from planning_rules.facts.step import Step
from planning_rules.facts.support import Support
from planning_rules.facts.temporary_release import TemporaryRelease

STEPS: tuple[type[Step], ...] = (
    Order,
    Attendance,
    Child,
    Support,
    Home,
    Education,
    Health,
    Safety,
    TemporaryRelease,
    Family,
    ReleaseDay,
    PlanB,
    Agreement,
    After,
    LookingBack,
)

FACTS: dict[str, Fact[Any]] = {fact.key: fact for step in STEPS for fact in step.facts()}


def fact_of(key: str) -> Fact[Any]:
    """The fact to which an answer's key belongs ("attendance.took_part/mum")."""
    return FACTS[key.partition("/")[0]]


def keyed(key: str) -> list[Fact[Any]]:
    """The fact to which an answer's key belongs, or none where it is no key."""
    return [FACTS[name] for name in (key.partition("/")[0],) if name in FACTS]


def person_of(key: str) -> str:
    """The id of the adult whom an answer is about ("mum"), or ""."""
    return key.partition("/")[2]


def question_of(key: str) -> Question:
    """The question to which the answer under `key` belongs."""
    return Question(fact_of(key), person_of(key))
