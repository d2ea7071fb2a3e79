"""Few questions: how many answers a straightforward meeting takes. One control filled in is one answer."""

from datetime import timedelta

from bot.messages.form import Control, Form
from planning_rules.facts import FACTS, STEPS
from planning_rules.facts.fact import Asked
from tests.bot.core import Core
from tests.bot.use_cases.test_cases import started

STRAIGHTFORWARD = {
    "order.nation": "england",
    "order.setting": "Fernbrook Secure Training Centre",
    "order.born": "5/5/2010",
    "order.credit_days": "0",
    "order.early_release_sought": "no",
    "order.other_sentences": "no",
    "order.early_date": "24/7/2026",
    "order.end_date": "22/2/2027",
    "attendance.child_here": "here",
    "attendance.took_part": "came",
    "attendance.agencies": "yot\nsecure\neducation\nhealth",
    "support.assessments_used": "yot\nno_social_care",
    "child.shown_to": "family",
    "support.status": "none",
    "support.explained": "advocate\ncomplain\nworried",
    "support.in_private": "identity\nreaders\nhealth",
    "support.offending_work": "custody\nafter",
    "support.needs_met": "all",
    "support.other_plans": "joined",
    "support.goals": "strength\ninterest\nfuture",
    "home.living_with": "family",
    "home.child_wants": "same",
    "home.warning_signs": "none",
    "home.suitable": "suitable\nsustainable\nsafe",
    "home.near_support": "near",
    "home.danger_considered": "from_child\nto_child",
    "education.planned": "school",
    "education.done_so_far": "applied\nconfirmed",
    "education.starts_on": "25/8/2026",
    "education.learning_known": "records\nused",
    "education.exam": "no",
    "health.assessed": "mental\nsubstance\nphysical",
    "health.needs": "physical",
    "health.shared": "both",
    "health.communication": "nothing_needed",
    "safety.known": "none",
    "safety.assessed_anew": "risk\nvulnerability",
    "safety.intensive": "no",
    "temporary_release.decision": "agreed",
    "temporary_release.purpose": "family",
    "temporary_release.first_on": "1/7/2026",
    "temporary_release.partners": "yot",
    "family.miles_from_home": "20",
    "family.move_nearer": "not_asked_for",
    "family.support": "not_needed",
    "agreement.child_agrees": "agrees",
    "agreement.adult_agrees": "agrees",
}
LATER = (
    "order.late_date",
    "order.granted_date",
    "order.released_on",
    "order.at_large_days",
    "order.moved_on",
)


def answer_to(name: str, control: Control) -> str:
    fact = name.partition("/")[0]
    if fact in STRAIGHTFORWARD:
        return STRAIGHTFORWARD[fact]
    return {Control.RADIO: "yes", Control.SELECT: "p1", Control.DATE: "1/7/2026"}.get(control, "Words")


def walked(core: Core, reference: str) -> list[str]:
    """Open every step, fill in what is asked and what that calls for; the facts that were filled in."""
    filled: list[str] = []
    for step in STEPS:
        for name in ("step", "private"):
            shown = core.says("Sam", f"{name} {reference} {step.key}").shown
            while forms := [one for one in shown if isinstance(one, Form)]:
                asked = [
                    field
                    for field in forms[0].fields
                    if field.name.partition("/")[0] in FACTS
                    and "#" not in field.name
                    and not field.value
                    and not field.name.startswith(LATER)
                ]
                typed = {field.name: answer_to(field.name, field.control) for field in asked}
                if not typed:
                    break
                filled += typed
                outcome = core.sends("Sam", forms[0], typed)
                assert not outcome.refused, (typed, outcome)
                shown = outcome.shown
    return filled


def in_the_room(names: list[str]) -> list[str]:
    return [name for name in names if FACTS[name.partition("/")[0]].asked is Asked.ROOM]


def a_case_with_mum(core: Core) -> str:
    reference = started(core)
    mum = {"role": "parent", "name": "Mum", "contact": "safe"}
    core.answers("Sam", f"person {reference}", mum)
    return reference


def test_a_first_meeting_takes_at_most_15_answers_in_the_room_and_45_in_all(core: Core) -> None:
    reference = a_case_with_mum(core)
    core.says("Sam", f"meet {reference}")
    at_the_start = ["order.kind", "order.sentenced_on", "order.term_months", "order.middle_date"]
    filled = walked(core, reference)
    assert len(filled) == len(set(filled))
    assert len(in_the_room(filled)) <= 15, in_the_room(filled)
    assert len(filled) + len(at_the_start) <= 45


def test_a_quiet_review_takes_at_most_fifteen_answers(core: Core) -> None:
    reference = a_case_with_mum(core)
    for weeks in (0, 4, 4):
        core.now += timedelta(weeks=weeks)
        core.says("Sam", f"meet {reference}")
        filled = walked(core, reference)
        core.answers("Sam", f"finish {reference}", {"sure": "yes"})
    assert len(filled) <= 15, filled


def test_a_review_asks_nothing_again_that_is_settled(core: Core) -> None:
    reference = a_case_with_mum(core)
    core.says("Sam", f"meet {reference}")
    first = walked(core, reference)
    core.answers("Sam", f"finish {reference}", {"sure": "yes"})
    core.now += timedelta(weeks=4)
    core.says("Sam", f"meet {reference}")
    again = set(first) & set(walked(core, reference))
    assert all(FACTS[name.partition("/")[0]].each_meeting for name in again), again
