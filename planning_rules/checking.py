"""A plan checked against the whole rulebook on one day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planning_rules import gaps as _every_rule  # noqa: F401  (entering the rules)
from planning_rules.facts import STEPS
from planning_rules.facts.answers import State
from planning_rules.facts.fact import Asked
from planning_rules.facts.step import Step
from planning_rules.parts import MeetingKind, Progress, Role, Waiver
from planning_rules.plan import Plan
from planning_rules.rulebook import RELEASE_STAGE, RULES, Day, Finding, Rule, Severity
from planning_rules.stages import Stage
from planning_rules.text import counted


class GapState(StrEnum):
    OPEN = "open"
    COMING = "coming"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Gap:
    """A rule that the plan does not meet. `on` is the day on which a coming gap opens."""

    rule: Rule
    state: GapState
    severity: Severity
    about: tuple[str, ...]
    person: str = ""
    action: str = ""
    on: date | None = None
    as_urgent_as: str = ""

    @property
    def subject(self) -> str:
        """Whom or what it is about: the id of a person or an action, or "" for the plan itself."""
        return self.person or self.action

    @property
    def is_urgent(self) -> bool:
        """Only an open urgent gap counts as urgent."""
        return self.state is GapState.OPEN and self.severity is Severity.URGENT


@dataclass(frozen=True)
class NotAsked:
    """What one step has not been asked yet; never a fault by itself."""

    step: type[Step]
    facts: tuple[str, ...]

    @property
    def says(self) -> str:
        return f"{self.step.title}: {counted(len(self.facts), 'question')} not asked"


def stages(plan: Plan, day: Day) -> frozenset[Stage]:
    """The stages that the case is in today. After release there is only one."""
    if day.is_past(plan.order.released_on.value):
        return frozenset({Stage.AFTER})
    first_is_closed = any(meeting.is_closed for meeting in plan.meetings)
    now = {Stage.REVIEW if first_is_closed else Stage.FIRST}
    release_meeting = any(
        meeting.is_open and meeting.kind is MeetingKind.RELEASE for meeting in plan.meetings
    )
    if release_meeting or day.is_past(day.before_release(plan, RELEASE_STAGE)):
        now.add(Stage.RELEASE)
    return frozenset(now)


def find_gaps(plan: Plan, day: Day) -> list[Gap]:
    """Every gap that is open, or coming on a known date: urgent first, then open, then by date and rule."""
    found = [gap for rule in RULES.values() for gap in _gaps_of(rule, plan, day)]
    urgent = {gap.rule.code for gap in found if gap.is_urgent and not is_silenced(gap, plan, day)}
    raised = [_raise_with(gap, urgent) for gap in found]
    return sorted((gap for gap in raised if not is_silenced(gap, plan, day)), key=_by_what_matters_now)


def as_said_in_chat(gaps: list[Gap]) -> list[Gap]:
    """Without the gaps that an open one says better."""
    absorbed = {gap.rule.absorbs for gap in gaps if gap.state is GapState.OPEN}
    return [gap for gap in gaps if gap.rule.code not in absorbed]


def not_asked(plan: Plan, day: Day) -> list[NotAsked]:
    """One line for each step that has questions which this stage calls for and nobody asked."""
    now = stages(plan, day)
    lines = [NotAsked(step, tuple(_unasked(step, plan, now))) for step in STEPS]
    return [line for line in lines if line.facts]


def is_silenced(gap: Gap, plan: Plan, day: Day) -> bool:
    """True where it does not apply, somebody waived it, or the action that closes it is confirmed."""
    answers = [plan.answer(key) for key in gap.about]
    return (
        any(answer.state is State.DOES_NOT_APPLY for answer in answers)
        or any(_waives(waiver, gap, plan, day) for waiver in plan.waivers)
        or _is_closed_by_action(gap, plan)
    )


def _gaps_of(rule: Rule, plan: Plan, day: Day) -> Iterator[Gap]:
    runs_from = _runs_from(rule, plan, day)
    if runs_from is None or (rule.where_meeting_held and plan.meeting is None):
        return
    for finding in rule.check(plan, day):
        yield _gap(rule, finding, max(runs_from, finding.from_day or date.min), day)


def _gap(rule: Rule, finding: Finding, opens: date, day: Day) -> Gap:
    urgent = finding.urgent or day.is_past(finding.urgent_from)
    return Gap(
        rule,
        GapState.OPEN if opens <= day.today else GapState.COMING,
        Severity.URGENT if urgent else rule.severity,
        tuple(answer.fact for answer in finding.about),
        finding.person,
        finding.action,
        opens if opens > day.today else None,
        finding.as_urgent_as,
    )


def _runs_from(rule: Rule, plan: Plan, day: Day) -> date | None:
    """The day from which the rule runs: always, where today's stages call for it; else when release nears."""
    now = stages(plan, day)
    if rule.stages & now:
        return date.min
    if Stage.RELEASE in rule.stages and Stage.AFTER not in now:
        return day.before_release(plan, RELEASE_STAGE)
    return None


def _raise_with(gap: Gap, urgent: set[str]) -> Gap:
    return replace(gap, severity=Severity.URGENT) if gap.as_urgent_as in urgent else gap


def _waives(waiver: Waiver, gap: Gap, plan: Plan, day: Day) -> bool:
    """On an urgent gap only a manager's waiver counts, and only with an end."""
    if (waiver.rule, waiver.about) != (gap.rule.code, gap.subject):
        return False
    if waiver.until and waiver.until < day.today:
        return False
    by = plan.person(waiver.by)
    by_manager = by is not None and by.role is Role.MANAGER
    return gap.severity is not Severity.URGENT or (by_manager and waiver.until is not None)


def _is_closed_by_action(gap: Gap, plan: Plan) -> bool:
    """True where a confirmed action closes it and nothing that it rests on was answered later."""
    answered = max((plan.answer(key).on or date.min for key in gap.about), default=date.min)
    return any(
        action.progress is Progress.CONFIRMED
        and (action.closes, action.about) == (gap.rule.code, gap.subject)
        and (action.changed or date.max) >= answered
        for action in plan.actions
    )


def _by_what_matters_now(gap: Gap) -> tuple[object, ...]:
    severities = list(Severity)
    return (gap.state is GapState.COMING, severities.index(gap.severity), gap.on or date.min)


def _unasked(step: type[Step], plan: Plan, now: frozenset[Stage]) -> Iterator[str]:
    for fact in step.facts():
        if fact.asked is Asked.COMPUTED or fact.optional or not fact.at & now:
            continue
        for person in [adult.id for adult in plan.adults] if fact.each_adult else [""]:
            key = fact.key_for(person)
            if fact.is_called_for(plan, person) and not plan.answer(key).is_asked:
                yield key
