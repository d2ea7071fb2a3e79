"""The published JSON Schema of a plan file, made from the declarations of the facts."""

from typing import Any

from pydantic import TypeAdapter

from planning_rules.facts import STEPS
from planning_rules.facts.fact import Fact
from planning_rules.plan_file.answers import NOT_ASKED
from planning_rules.plan_file.reading import FORMAT, PARTS, TEXTS

_DAY = {"type": "string", "format": "date"}
_WHO_AND_WHEN = {**{name: {"type": "string"} for name in ("said_by", "typed_by", "typed")}, "on": _DAY}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a plan file: every fact, with its question as description."""
    texts: dict[str, Any] = {name: {"type": "string"} for name in TEXTS}
    definitions: dict[str, Any] = {}
    for part in PARTS.values():
        made = TypeAdapter(part).json_schema(ref_template="#/$defs/{model}")
        definitions.update(made.pop("$defs", {}))
        definitions[part.__name__] = made
    parts = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{part.__name__}"}} for name, part in PARTS.items()
    }
    facts = {step.key: _object({fact.name: _fact(fact) for fact in step.facts()}) for step in STEPS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Day One plan",
        **_object({"format": {"const": FORMAT}, **texts, **parts, "facts": _object(facts)}),
        "$defs": definitions,
    }


def _object(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _fact(fact: Fact[Any]) -> dict[str, Any]:
    answer = {"anyOf": [fact.kind.schema(), {"const": NOT_ASKED}, *_outcomes(fact)]}
    described = {"title": fact.label or fact.question, "description": fact.question}
    if fact.each_adult:
        return {**described, "type": "object", "additionalProperties": answer}
    return {**described, **answer}


def _outcomes(fact: Fact[Any]) -> list[dict[str, Any]]:
    outcomes: dict[str, Any] = {
        "answer": fact.kind.schema(),
        "not_known": _object({"who": {"type": "string"}, "by": _DAY}),
        "declined": {"const": True},
        "does_not_apply": {"type": "string", "minLength": 1},
    }
    return [_object({name: made, **_WHO_AND_WHEN}, required=[name]) for name, made in outcomes.items()]
