"""Writing a plan as JSON that `read_plan` reads back the same."""

from typing import Any

from pydantic import TypeAdapter

from planning_rules.facts import FACTS, fact_of
from planning_rules.plan import Plan
from planning_rules.plan_file.answers import answer_to_json
from planning_rules.plan_file.reading import FORMAT, PARTS, TEXTS


def write_plan(plan: Plan) -> dict[str, Any]:
    """The plan as plain JSON values, in the order in which facts are declared."""
    facts: dict[str, dict[str, Any]] = {}
    order = list(FACTS)
    for key, answer in sorted(plan.answers.items(), key=lambda item: order.index(item[0].partition("/")[0])):
        fact = fact_of(key)
        step = facts.setdefault(fact.step.key, {})
        person = key.partition("/")[2]
        (step.setdefault(fact.name, {}) if person else step)[person or fact.name] = answer_to_json(
            fact, answer
        )
    parts = {
        name: TypeAdapter(tuple[part, ...]).dump_python(  # type: ignore[valid-type]
            getattr(plan, name), mode="json", exclude_defaults=True
        )
        for name, part in PARTS.items()
    }
    return {
        "format": FORMAT,
        **{name: getattr(plan, name) for name in TEXTS},
        **parts,
        "facts": facts,
    }
