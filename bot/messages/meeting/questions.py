"""The words around every question, whatever it asks."""

from collections.abc import Iterable

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
WHO_FINDS_OUT = "Who will find out?"
BY_WHEN = "By when?"
WHY_NOT = "Why not?"
WHO_AND_WHEN = "Two more things: who will find out, and by when?"
AND_WHY = "One more thing: why does it not apply?"

MISSING = "Please fill this in."
NO_DAY_YET = "No day yet? Choose “Not known yet”."
NOT_A_CHOICE = "Please choose one of these."
NOBODY = "Please choose somebody who is on the case."
SAY_WHO = "Please choose who will find out."
SAY_WHEN = "Please say by when."
SAY_WHY_NOT = "Please say why not."
YES_OR_NO = "Please choose yes or no."
ONLY_A_MANAGER = "This would hide something urgent. Only a manager can say that it does not apply."
ONE_OF_THE_TWO = "You gave an answer too. Choose one of the two: clear the answer, or this."


def what_more(follows: Iterable[str]) -> str:
    """Above the fields that follow from "not known yet" and "does not apply", by their names."""
    ends = {name.rpartition("#")[2] for name in follows}
    return " ".join(([WHO_AND_WHEN] if ends - {"why"} else []) + ([AND_WHY] if "why" in ends else []))
