"""The words around every question, whatever it asks."""

from planning_rules.facts.answers import State
from planning_rules.facts.fact import Asked

OTHERWISE: dict[str, str] = {
    State.NOT_KNOWN: "Not known yet – somebody will find out",
    State.DECLINED: "They would rather not say",
    State.DOES_NOT_APPLY: "Does not apply",
}
SECTIONS: dict[Asked, str] = {
    Asked.BEFORE: "For workers, beforehand where you can",
    Asked.MANAGER: "For the manager",
}
INSTEAD = "Or, if there is no answer"
WHO_SAID = "Who said so?"
WHO_SAID_HELP = "Whose word is it? You are kept as the one who typed it."
