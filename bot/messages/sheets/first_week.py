"""The first week after release, day by day: who, where, when and how to get there (rule TIM11)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.messages.document import Block, Heading, Paragraph, Pictured
from bot.messages.sheets.holes import NO_WEEK, is_open, is_to_come
from bot.messages.sheets.leaving import leaving_day
from bot.messages.sheets.lines import ideas, line_by_line
from bot.messages.sheets.pictures import picture_of
from bot.messages.sheets.readers import Reader
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.plan import Plan

MY_FIRST_WEEK = Heading("My first week", "calendar")

_WEEK = timedelta(days=7)
_THE_REST = "We still need to plan the rest of your first week."
_ON_THE_DAY: tuple[Fact[str], ...] = (ReleaseDay.seen_by, ReleaseDay.way_home)
# What is said of a day, and the fact that tells where or with whom.
_DATED: dict[Fact[date], tuple[str, Fact[str]]] = {
    Education.starts_on: ("You are due to start school, college, training or work.", Education.place),
    Health.mental_health_on: ("You have a visit about how you feel.", Health.mental_health_with),
    Health.substance_on: ("You see your health worker.", Health.substance_with),
    Health.physical_on: ("You have a health visit.", Health.physical_with),
}


def first_week(plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """A day, and what happens on it; without days while this reader is not told when the child leaves."""
    leaves = leaving_day(plan, reader)
    if leaves is not None and leaves + _WEEK <= day:
        return
    in_writing = [*_in_writing(plan, reader, day)]
    by_day = [*_by_day(plan, reader, day, leaves)]
    yield from (*in_writing, *by_day)
    if by_day and not in_writing:
        yield from no_week(plan, reader, day)
        yield from unplanned_week(plan, reader, day, _THE_REST)


def no_week(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    """Somebody said that it is not in writing, or not known."""
    if reader.may_read(ReleaseDay.first_week) and plan.release_day.first_week.is_missing:
        yield from ideas(plan, ReleaseDay.first_week, day, reader.language)


def unplanned_week(plan: Plan, reader: Reader, day: date, says: str = NO_WEEK) -> Iterator[Pictured]:
    """Nobody was asked about it. A shared room hears nothing of that."""
    told = reader.may_read(ReleaseDay.seen_by) and is_to_come(plan, reader, day)
    if told and is_open(plan, ReleaseDay.first_week):
        yield Pictured(MY_FIRST_WEEK.icon, reader.says(says))


def unknown_on_the_day(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    """Who meets the child stands among the main things."""
    if reader.may_read(ReleaseDay.way_home) and not plan.release_day.way_home.is_given:
        yield from ideas(plan, ReleaseDay.way_home, day, reader.language)


def _in_writing(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    """The timetable itself, else that there is one."""
    if reader.may_read(ReleaseDay.timetable) and plan.release_day.timetable.is_given:
        yield from line_by_line(plan, ReleaseDay.timetable, day, reader.language)
    elif reader.may_read(ReleaseDay.first_week) and not plan.release_day.first_week.is_missing:
        yield from ideas(plan, ReleaseDay.first_week, day, reader.language)


def _by_day(plan: Plan, reader: Reader, day: date, leaves: date | None) -> Iterator[Block]:
    """What is known of single days. Where the child lives is no first week by itself."""
    found = _found(plan, reader, day, leaves)
    if not any(found.values()):
        return
    if reader.may_read(Home.address) and plan.answer_to(Home.address).is_given:
        found.setdefault(leaves, []).extend(ideas(plan, Home.address, day, reader.language))
    for on, told in sorted(found.items(), key=lambda one: one[0] or date.min):
        if told and (on is None or on >= day):
            yield from [] if on is None else [Paragraph(reader.says("{day}:", day=on))]
            yield from told


def _found(plan: Plan, reader: Reader, day: date, leaves: date | None) -> dict[date | None, list[Pictured]]:
    told: dict[date | None, list[Pictured]] = {leaves: list(_on_the_day(plan, reader, day))}
    if leaves is None:
        return told
    for fact, (says, where) in _DATED.items():
        on = plan.answer_to(fact).value
        if on is not None and leaves <= on < leaves + _WEEK and reader.may_read(fact):
            there = ideas(plan, where, day, reader.language) if reader.may_read(where) else ()
            told.setdefault(on, []).extend((Pictured(picture_of(where), reader.says(says)), *there))
    return told


def _on_the_day(plan: Plan, reader: Reader, day: date) -> Iterator[Pictured]:
    for fact in _ON_THE_DAY:
        if reader.may_read(fact) and plan.answer_to(fact).is_given:
            yield from ideas(plan, fact, day, reader.language)
