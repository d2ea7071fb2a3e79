"""What people call the topics of a meeting."""

from bot.messages.commands import ALSO_STEPS
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step

_STEPS = {step.key: step for step in STEPS}
# Of what begins a title, so that a slip of the finger is none.
_ENOUGH = 4


def step_named(typed: str) -> type[Step] | None:
    """The step with this key, with this other name, or whose title begins so ("school")."""
    words = typed.lower()
    if found := _STEPS.get(ALSO_STEPS.get(words, words)):
        return found
    titled = [step for step in STEPS if len(words) >= _ENOUGH and step.title.lower().startswith(words)]
    return titled[0] if len(titled) == 1 else None
