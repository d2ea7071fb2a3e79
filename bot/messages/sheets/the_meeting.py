"""The meeting that somebody gets ready for: what it is, and when."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from bot.messages.document import Blank, Block, Paragraph
from bot.messages.sheets.date_words import next_meeting
from bot.messages.sheets.names import child_called, next_meeting_of, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.checking import stages
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.stages import Stage

# What the meeting is, to the child and to an adult. Of several stages the last one decides.
_WHAT = {
    Stage.AFTER: (
        "We talk about how it goes since you left. We ask what you need now.",
        "We talk about how it goes since {child} left. We ask what is needed now.",
    ),
    Stage.RELEASE: (
        "We look at your plan again. We check that all is ready for the day you leave.",
        "We look at the plan again. We check that all is ready for the day {child} leaves.",
    ),
    Stage.REVIEW: (
        "We look at your plan again. What is done? What has changed?",
        "We look at the plan again. What is done? What has changed?",
    ),
    Stage.FIRST: (
        "We start to make your plan. It is for now, and for when you leave.",
        "We start to make a plan with {child}. It is for now, and for when {child} leaves.",
    ),
}


def saying(plan: Plan, reader: Reader, day: date) -> Callable[..., str]:
    """How this reader is told something: with whom to ask and the child's name, where a sentence has them."""
    return partial(reader.says, ask=whom_to_ask(plan, day), child=child_called(plan))


def the_meeting(plan: Plan, day: Day, reader: Reader) -> Iterator[Block]:
    """What it is, on which day, and whom to ask."""
    says, now = saying(plan, reader, day.today), stages_then(plan, day)
    if Stage.AFTER in now and plan.order.recalled_on.is_given:
        now = frozenset({Stage.REVIEW})
    to_child, to_adult = next(words for stage, words in _WHAT.items() if stage in now)
    yield Paragraph(says(to_child if reader.is_child else to_adult))
    if on := next_meeting_of(plan, day.today):
        when = next_meeting(on, reader, day.today)
        yield Paragraph(f"{when} {says('Ask {ask} at what time and where.')}")
        yield Blank(says("What time, and where"), lines=1)
    else:
        yield Paragraph(says("We do not know the day yet. Ask {ask}."))


def stages_then(plan: Plan, day: Day) -> frozenset[Stage]:
    """As they will be on the day of the meeting, where that is known."""
    return stages(plan, replace(day, today=next_meeting_of(plan, day.today) or day.today))
