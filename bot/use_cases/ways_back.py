"""The ways on from whatever somebody is shown about a case: back to its meeting, or to the case."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_names import step_named
from bot.messages import helping, refusals
from bot.messages.commands import COMMANDS
from bot.messages.document import Button, Buttons, Document
from bot.messages.meeting import steps
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn


def way_back(case: TheCase) -> Button:
    """To the meeting that is open, or to the case where none is: to look opens no meeting."""
    way = helping.back_to_the_meeting if case.meeting else helping.to_the_case
    return way(case.reference)


def ways_back(turn: Turn, call: Call) -> tuple[Button, ...]:
    """To the step and the case that a command is about; nothing for whoever is not on it."""
    found = the_case(turn, call.reference) if call.reference else None
    if not isinstance(found, TheCase):
        return ()
    step = step_named(" ".join(call.words[1:])) if "STEP" in COMMANDS[call.name].takes else None
    return (*([steps.go_on(found.reference, step)] if step else []), way_back(found))


def beside_the_meeting(case: TheCase, shown: Document) -> Document:
    """While a meeting is open, with the ways back to it and to what is checked before it closes."""
    if case.meeting is None:
        return shown
    ways = (way_back(case), Button("Check and finish", f"finish {case.reference}"))
    return replace(shown, blocks=(*shown.blocks, Buttons(ways)))


def no_meeting(case: TheCase) -> Outcome:
    """Refused, since it takes a meeting; with the way to open one."""
    ways = (Button("Open a meeting", f"meet {case.reference}", main=True), way_back(case))
    return Outcome((helping.refused(refusals.no_meeting(case.reference), ways),), refused=True)
