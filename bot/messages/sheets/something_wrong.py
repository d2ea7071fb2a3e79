"""How to say that something is wrong, what happens next, and who speaks up for a child."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Pictured
from bot.messages.sheets.leaving import is_over
from bot.messages.sheets.names import another_to_tell, child_called, whom_to_ask, workers
from bot.messages.sheets.readers import Reader
from planning_rules.parts import Role
from planning_rules.plan import Plan

Said = tuple[tuple[str, str], ...]

_DANGER = (("urgent", "Are you in danger now? Tell an adult at once, or call 999."),)
_WRONG = (("message-circle", "Is something wrong, not fair or not clear? Tell {ask}, or someone you trust."),)
_ABOUT_THEM = "Is it about {ask}? Tell {other}."
_ABOUT_THEM_NOBODY = "Is it about {ask}? Tell another worker, or someone you trust."
_NEXT = (
    ("hand-helping", "You can say it or write it. Someone can help you to write it."),
    (
        "mail",
        "Then someone looks at what you said. They tell you what they decide, and why. Ask on which day.",
    ),
    ("users", "Is the answer not right? You can ask for somebody else to look at it."),
)
_SPEAKS_UP = "{name} is someone who speaks up for you (advocate)."
_CAN_SPEAK_UP = "You can have someone who speaks up for you (advocate). Ask {ask} for one."
_DANGER_TO_FAMILY = (
    ("urgent", "Is {child} in danger now? Are you? Call 999."),
    ("message-circle", "Are you worried about {child}? Tell {ask}."),
)
_WRONG_TO_FAMILY = (("file-text", "Is something wrong for you, or not true here? You can tell {ask} too."),)
_NEXT_TO_FAMILY = (("calendar", "Say it or write it. Ask on which day you will get an answer."),)
_FAMILY_SPEAKS_UP = "{name} is someone who speaks up for {child} (advocate)."
_FAMILY_CAN_SPEAK_UP = "There can be someone who speaks up for {child} too (advocate)."


def something_wrong(plan: Plan, reader: Reader, day: date, briefly: bool = False) -> Iterator[Block]:
    """On every sheet: a child may complain, and is answered. Rule CHI08 has the sources.

    It is spoken to whoever reads the sheet. `briefly`, it stops at whom to tell.
    """
    yield Heading(reader.says("If something is wrong"), "megaphone", together=True)
    danger, wrong, following = (
        (_DANGER_TO_FAMILY, _WRONG_TO_FAMILY, _NEXT_TO_FAMILY) if reader.adult else (_DANGER, _WRONG, _NEXT)
    )
    other, advocate = another_to_tell(plan, day, is_over(plan, reader, day)), _advocate(plan, day)
    about_them = ("user", _ABOUT_THEM if other else _ABOUT_THEM_NOBODY)
    speaks_up = _speaks_up(reader, bool(advocate))
    said: Said = (*danger, *wrong, about_them, *(() if briefly else (*following, ("handshake", speaks_up))))
    values = {"ask": whom_to_ask(plan, day), "child": child_called(plan), "other": other, "name": advocate}
    for icon, says in said:
        yield Pictured(icon, reader.says(says, **values))


def _advocate(plan: Plan, day: date) -> str:
    return next((one.name for one in workers(plan, day) if one.role is Role.ADVOCATE), "")


def _speaks_up(reader: Reader, named: bool) -> str:
    if reader.adult:
        return _FAMILY_SPEAKS_UP if named else _FAMILY_CAN_SPEAK_UP
    return _SPEAKS_UP if named else _CAN_SPEAK_UP
