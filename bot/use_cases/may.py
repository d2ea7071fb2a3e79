"""Who may do what: the one question that every use case asks before it does anything."""

from bot.messages.acts import Act
from planning_rules.parts import Person
from storage.accounts import ServiceRole

_CASEWORK = frozenset({ServiceRole.WORKER, ServiceRole.CHAIR, ServiceRole.PARTNER, ServiceRole.MANAGER})
_STARTS = frozenset({ServiceRole.WORKER, ServiceRole.CHAIR, ServiceRole.MANAGER})
_LEADS = frozenset({ServiceRole.CHAIR, ServiceRole.MANAGER})


def may(roles: frozenset[ServiceRole], act: Act, me: Person | None = None, ours: bool = True) -> bool:
    """True where somebody with these roles, who is `me` on the case (None: not named there), may do it.

    `ours`: their own service leads the case. Who takes part, and where, is for that service alone to say.
    """
    if act is Act.START:
        return bool(roles & _STARTS)
    if me is None or not me.is_professional or not roles & _CASEWORK:
        return False
    match act:
        case Act.INVITE | Act.PLACE | Act.UPDATE:
            return me.lead or (ours and bool(roles & _LEADS))
        case Act.CLOSE | Act.SHARE | Act.ACT_FOR_OTHERS:
            return me.lead or bool(roles & _LEADS)
        case Act.ADMIT:
            return me.lead
        case Act.WAIVE_URGENT | Act.SETTLE | Act.OVERSEE:
            return ServiceRole.MANAGER in roles
    return True


def may_see_private(me: Person | None, step: str) -> bool:
    """A private fact opens for the case lead and for workers named for its step."""
    return me is not None and (me.lead or step in me.sees)
