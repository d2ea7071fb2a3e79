"""Parts of a plan as rows: a column or a sealed field for each field of the part, under its name."""

from dataclasses import fields
from typing import Any, TypeVar

from planning_rules.on_record import Handing
from planning_rules.parts import Action, Meeting, Person, Waiver
from storage.rows import Row

P = TypeVar("P", Person, Meeting, Action, Waiver, Handing)


def values_of(part: P) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in fields(part)}


def part_of(row: Row, kind: type[P]) -> P:
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def put(row: Row, part: P) -> None:
    """Change the row to what the part says."""
    for name, value in values_of(part).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
