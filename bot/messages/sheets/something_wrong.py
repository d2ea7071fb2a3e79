"""How to say that something is wrong, what happens next, and who speaks up for a child."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Pictured
from bot.messages.sheets.names import whom_to_ask, workers
from bot.messages.sheets.readers import Reader
from planning_rules.parts import Role
from planning_rules.plan import Plan

_WHAT_TO_DO = {
    "urgent": "Are you in danger now? Tell an adult at once, or call 999.",
    "message-circle": "Is something wrong or not clear? Ask {ask}, or someone you trust.",
    "file-text": "Is something not fair? You can tell us. Say it, or write it down.",
    "hand-helping": "Someone can help you to write it.",
    "mail": "Then someone looks at what you said. They tell you what they decide, and why.",
    "users": "Is the answer not right? You can ask for somebody else to look at it.",
}
_SPEAKS_UP = "{name} is someone who speaks up for you (advocate)."
_CAN_SPEAK_UP = "You can have someone who speaks up for you (advocate). Ask {ask} for one."


def something_wrong(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """On every sheet: a child may complain, and is answered. Rule CHI08 has the sources."""
    ask = whom_to_ask(plan, day)
    yield Heading(reader.says("If something is wrong"), "megaphone")
    for icon, says in _WHAT_TO_DO.items():
        yield Pictured(icon, reader.says(says, ask=ask))
    advocate = next((one.name for one in workers(plan, day) if one.role is Role.ADVOCATE), "")
    yield Pictured(
        "handshake", reader.says(_SPEAKS_UP if advocate else _CAN_SPEAK_UP, name=advocate, ask=ask)
    )
