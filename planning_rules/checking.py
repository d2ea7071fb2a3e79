"""A plan checked against the whole rulebook on one day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planning_rules.facts import STEPS, keyed, question_of
from planning_rules.facts.answers import State
from planning_rules.facts.fact import Asked
from planning_rules.facts.step import Step
from planning_rules.gaps import RULES
from planning_rules.parts import MeetingKind, Progress, Waiver
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Finding, Rule, Severity
from planning_rules.stages import Stage
from planning_rules.text import counted
from planning_rules.thresholds import RELEASE_STAGE, REVIEW_INTERVAL
from planning_rules.what_matters_now import in_order


class GapState(StrEnum):
    OPEN = "open"
    COMING = "coming"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Gap:
    """A rule that the plan does not meet. `on` is the day on which a coming gap opens.

    `action` is the id of the action that it is about, or the key of the answer that workers differ about.
    `urgent_on` is the day from which an open one will be urgent, where it is not yet.
    """

    rule: Rule
    state: GapState
    severity: Severity
    about: tuple[str, ...]
    person: str = ""
    action: str = ""
    on: date | None = None
    working: tuple[str, ...] = ()
    urgent_on: date | None = None
    before_next_meeting: bool = False

    @property
    def subject(self) -> str:
        """Whom or what it is about: an id, the key of an answer, or "" for the plan itself."""
        return self.person or self.action

    @property
    def is_urgent(self) -> bool:
        """Only an open urgent gap counts as urgent."""
        return self.state is GapState.OPEN and self.severity is Severity.URGENT

    @property
    def is_private(self) -> bool:
        """True where it tells of an answer that only named workers may see."""
        return self.rule.is_private or any(fact.is_private for fact in keyed(self.action))


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
    first_is_closed = any(day.is_past(meeting.closed_on) for meeting in plan.meetings)
    now = {Stage.REVIEW if first_is_closed else Stage.FIRST}
    release_meeting = any(
        meeting.is_open and meeting.kind is MeetingKind.RELEASE for meeting in plan.meetings
    )
    if release_meeting or day.is_past(day.before_release(plan, RELEASE_STAGE)):
        now.add(Stage.RELEASE)
    return frozenset(now)


def find_gaps(plan: Plan, day: Day) -> list[Gap]:
    """Every gap that is open, or coming on a known date: what matters now first."""
    now = stages(plan, day)
    found = [each for rule in RULES.values() for each in _found_by(rule, plan, day, now)]
    alone = [gap for gap, other in found if other is None and not is_silenced(gap, plan, day)]
    urgent = {(gap.rule.code, gap.subject) for gap in alone if gap.is_urgent}
    others = [
        replace(gap, severity=Severity.URGENT) if other in urgent else gap
        for gap, other in found
        if other is not None
    ]
    standing = [*alone, *(gap for gap in others if not is_silenced(gap, plan, day))]
    return in_order(standing, plan, day)


def as_said_in_chat(gaps: list[Gap]) -> list[Gap]:
    """Without the gaps that an open one says better."""
    absorbed = {gap.rule.absorbs for gap in gaps if gap.state is GapState.OPEN}
    return [gap for gap in gaps if gap.rule.code not in absorbed]


def not_asked(plan: Plan, day: Day) -> list[NotAsked]:
    """One line for each step that has questions which this stage calls for and nobody asked."""
    now = stages(plan, day)
    lines = [NotAsked(step, tuple(_unasked(step, plan, day, now))) for step in STEPS]
    return [line for line in lines if line.facts]


def is_silenced(gap: Gap, plan: Plan, day: Day) -> bool:
    """True where it does not apply, somebody waived it, or the action that closes it is confirmed."""
    return (
        any(question_of(key).answer(plan).state is State.DOES_NOT_APPLY for key in gap.about)
        or any(_waives(waiver, gap, plan, day) for waiver in plan.waivers)
        or _is_closed_by_action(gap, plan)
    )


def _found_by(
    rule: Rule, plan: Plan, day: Day, now: frozenset[Stage]
) -> Iterator[tuple[Gap, tuple[str, str] | None]]:
    """The gaps that a rule finds, each with the gap that it is as urgent as."""
    runs_from = _runs_from(rule, plan, day, now)
    if runs_from is None or (rule.where_meeting_held and plan.meeting is None):
        return
    for finding in rule.check(plan, day):
        opens = max(runs_from, finding.from_day or date.min)
        yield _gap(rule, finding, opens, day), finding.as_urgent_as


def _gap(rule: Rule, finding: Finding, opens: date, day: Day) -> Gap:
    urgent = finding.urgent or day.is_past(finding.urgent_from)
    is_open = opens <= day.today
    return Gap(
        rule,
        GapState.OPEN if is_open else GapState.COMING,
        Severity.URGENT if urgent else rule.severity,
        tuple(answer.fact for answer in finding.about),
        finding.person,
        finding.action,
        None if is_open else opens,
        finding.working,
        None if urgent or not is_open else finding.urgent_from,
    )


def _runs_from(rule: Rule, plan: Plan, day: Day, now: frozenset[Stage]) -> date | None:
    """The day from which the rule runs: always, where today's stages call for it; else when release nears."""
    if rule.stages & now:
        return date.min
    if Stage.RELEASE in rule.stages and Stage.AFTER not in now:
        return day.before_release(plan, RELEASE_STAGE)
    return None


def _waives(waiver: Waiver, gap: Gap, plan: Plan, day: Day) -> bool:
    """True where the waiver is about this gap and has not ended; on an urgent gap there is more to it."""
    if (waiver.rule, waiver.about) != (gap.rule.code, gap.subject):
        return False
    if waiver.until and waiver.until < day.today:
        return False
    return gap.severity is not Severity.URGENT or _counts_where_urgent(waiver, plan, day)


def _counts_where_urgent(waiver: Waiver, plan: Plan, day: Day) -> bool:
    """A manager's decision with an end, until the next meeting is opened or should long have been held."""
    met_since = any(meeting.is_held and meeting.on > waiver.on for meeting in plan.meetings)
    overdue = day.ours(REVIEW_INTERVAL).after(waiver.on) < day.today
    return waiver.by_manager and waiver.until is not None and not met_since and not overdue


def _is_closed_by_action(gap: Gap, plan: Plan) -> bool:
    """True where a confirmed action closes it and nothing that it rests on was answered later."""
    answered = max((plan.answer(key).on or date.min for key in gap.about), default=date.min)
    return any(
        action.progress is Progress.CONFIRMED
        and (action.closes, action.about) == (gap.rule.code, gap.subject)
        and (action.changed or date.max) >= answered
        for action in plan.actions
    )


def _unasked(step: type[Step], plan: Plan, day: Day, now: frozenset[Stage]) -> Iterator[str]:
    for question in plan.questions(day.today, step):
        fact = question.fact
        counts = fact.at & now and not fact.optional and fact.asked is not Asked.COMPUTED
        if counts and not plan.answer(question.key).is_asked and question.is_called_for(plan):
            yield question.key
