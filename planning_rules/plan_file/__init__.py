"""The plan as a JSON file: `{"reference": …, "people": […], "facts": {"home": {"council": "Leeds"}}, …}`."""

from planning_rules.plan_file.reading import read_plan
from planning_rules.plan_file.schema import schema
from planning_rules.plan_file.writing import write_plan

__all__ = ["read_plan", "schema", "write_plan"]
