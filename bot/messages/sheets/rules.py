"""The rules after release, in plain words, on the child's own sheet."""

from collections.abc import Iterator
from datetime import date

from bot.messages.document import Block, Heading, Pictured
from bot.messages.sheets.holes import NO_RULES, NO_RULES_NOW, is_open
from bot.messages.sheets.leaving import is_over, is_supervised_after
from bot.messages.sheets.lines import ideas, line_by_line
from bot.messages.sheets.readers import Reader
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan

_ICON, _TITLE, _TITLE_NOW = "list", "The rules after I leave", "The rules now"


def rules_after_release(
    plan: Plan, reader: Reader, day: date
) -> Iterator[tuple[Heading, tuple[Block, ...], tuple[Block, ...]]]:
    """The rules, or that they still have to be told; nothing where there is no supervision."""
    if not reader.may_read(ReleaseDay.rules) or not ReleaseDay.rules.is_called_for(plan):
        return
    if not is_supervised_after(plan, reader, day):
        return
    written = tuple(line_by_line(plan, ReleaseDay.rules, day, reader.language))
    known = (*written, *ideas(plan, ReleaseDay.rules_explained, day, reader.language))
    unasked = not written and is_open(plan, ReleaseDay.rules_explained)
    title, nothing = (_TITLE_NOW, NO_RULES_NOW) if is_over(plan, reader, day) else (_TITLE, NO_RULES)
    hole = (Pictured(_ICON, reader.says(nothing)),) if unasked else ()
    yield Heading(reader.says(title), _ICON), known, (*known, *hole)
