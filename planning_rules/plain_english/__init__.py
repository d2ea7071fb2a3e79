"""Whether words can be read by those for whom they are: it marks and suggests, and never rewrites."""

from planning_rules.plain_english.checker import CHILD, WORKERS, Limits, check
from planning_rules.plain_english.marks import Kind, Mark

__all__ = ["CHILD", "WORKERS", "Kind", "Limits", "Mark", "check"]
