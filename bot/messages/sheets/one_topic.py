"""What a sheet says of one topic: our sentences by idea, the child's words quoted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.messages.document import Block, Paragraph, Pictured, Quote
from bot.messages.sheets.holes import hole
from bot.messages.sheets.leaving import is_over
from bot.messages.sheets.lines import ideas, lines
from bot.messages.sheets.names import helper, whom_to_ask
from bot.messages.sheets.readers import Reader
from bot.messages.sheets.why import is_owed_a_reason, who_tells_why
from planning_rules.facts.child import Child
from planning_rules.facts.education import Education
from planning_rules.facts.fact import Fact
from planning_rules.facts.family import Family
from planning_rules.facts.health import Health
from planning_rules.facts.home import Home
from planning_rules.facts.plan_b import PlanB
from planning_rules.facts.release_day import ReleaseDay
from planning_rules.facts.step import Step
from planning_rules.plan import Plan

# These stand where one looks for numbers, at the top, in the first week, and with the rules.
_ELSEWHERE: tuple[Fact[Any], ...] = (
    PlanB.call,
    Child.went_well,
    Family.lives_with,
    ReleaseDay.way_home,
    ReleaseDay.seen_by,
    ReleaseDay.first_week,
    ReleaseDay.timetable,
    ReleaseDay.rules,
    ReleaseDay.rules_explained,
)
# These are about the time in custody.
_UNTIL_RELEASE: tuple[Fact[Any], ...] = (
    Education.begun_in_custody,
    Health.medicine_arranged,
    Family.contact_plan,
    Family.contact_how,
    Family.visits_plan,
    Family.visits_how,
    Family.release_talked_through,
    Family.kept_informed,
    Family.move_nearer,
)


def topic(plan: Plan, step: type[Step], reader: Reader, day: date, unasked: bool = False) -> Iterator[Block]:
    """What is known about a topic, in the order asked; with `unasked` also what nobody was asked yet."""
    left_out = (*_ELSEWHERE, *(_UNTIL_RELEASE if is_over(plan, reader, day) else ()))
    for fact in reader.facts(step):
        answer = plan.answer_to(fact)
        if unasked:
            yield from hole(plan, fact, reader, day)
        if fact is Child.says and answer.is_given:
            yield Paragraph(reader.says("What else you told us:"))
        if fact.quoted and answer.is_given:
            who = "" if reader.is_child else plan.first_name
            yield Quote(reader.language.typed(str(answer.value)), who)
        elif fact is Home.living_with:
            yield from where(plan, day, reader)
        elif fact is Home.child_wants and is_owed_a_reason(plan):
            said = [*lines(plan, fact, day, reader.language), who_tells_why(plan, reader, day)]
            yield Pictured("message-circle", " ".join(said))
        elif fact not in left_out:
            yield from ideas(plan, fact, day, reader.language)
    if step is Family and reader.is_kept_from(step):
        says = reader.says("Ask {ask} about visits and calls.", ask=whom_to_ask(plan, day))
        yield Pictured(step.icon, says)


def where(plan: Plan, day: date, reader: Reader) -> Iterator[Pictured]:
    """With whom the child is to live: by name where that is known."""
    named = helper(plan, plan.answer_to(Family.lives_with).value or "", day)
    yield from ideas(plan, Family.lives_with if named else Home.living_with, day, reader.language)
