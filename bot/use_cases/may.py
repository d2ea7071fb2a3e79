"""Who may do what: the one question that every use case asks before it does anything."""

from enum import StrEnum

from planning_rules.parts import Person

BY_ROLE = {
    "worker": "worker",
    "chair": "chair of meetings",
    "partner": "partner worker",
    "manager": "manager",
    "board": "member of the board",
    "administrator": "administrator",
}
_CASEWORK = frozenset({"worker", "chair", "partner", "manager"})


class Act(StrEnum):
    """What somebody wants to do, in the words that a refusal uses."""

    START = "start a case"
    SEE = "see this case"
    ANSWER = "answer for this case"
    ACT_FOR_OTHERS = "change an action that is not yours"
    INVITE = "add people to this case"
    CLOSE = "close this meeting"
    WAIVE_URGENT = "waive an urgent gap: only a manager on the case can"
    SHARE = "share the plan sheet"


def may(roles: frozenset[str], act: Act, me: Person | None = None) -> bool:
    """True where somebody with these roles, who is `me` on the case (None: not named there), may do it."""
    if act is Act.START:
        return bool(roles & {"worker", "chair", "manager"})
    if me is None or not roles & _CASEWORK:
        return False
    leads = me.lead or bool(roles & {"chair", "manager"})
    match act:
        case Act.INVITE | Act.CLOSE | Act.SHARE | Act.ACT_FOR_OTHERS:
            return leads
        case Act.WAIVE_URGENT:
            return "manager" in roles
    return True


def may_see_private(me: Person | None, step: str) -> bool:
    """A private fact opens for the case lead and for workers named for its step."""
    return me is not None and (me.lead or step in me.sees)
