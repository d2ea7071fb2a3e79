"""Which agency could close a gap."""

from collections.abc import Mapping
from types import MappingProxyType

from planning_rules.facts.looking_back import AGENCIES
from planning_rules.rulebook import Rule

OTHER = "other"
EVERY: Mapping[str, str] = MappingProxyType({**AGENCIES, OTHER: "Somebody else"})

# How a rule's `closed_by` names each.
_NAMED = {
    "yot": ("youth offending team",),
    "secure": ("secure setting", "case worker", "custody office"),
    "education": ("education", "teachers", "careers"),
    "health": ("health",),
    "social_care": ("social care", "social worker", "personal adviser"),
    "housing": ("housing",),
}


def closes(rule: Rule) -> str:
    """The agency that could close the rule's gap: of several, the one that is named first."""
    says = rule.closed_by
    found = {says.find(name): agency for agency, names in _NAMED.items() for name in names if name in says}
    return found[min(found)] if found else OTHER
