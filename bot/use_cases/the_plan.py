"""The plan of a case, put together from what is kept of it."""

from dataclasses import replace

from bot.use_cases.turn import Turn
from planning_rules.on_record import Disagreement
from planning_rules.plan import Plan
from storage import actions, answers, clashes, handings, meetings, waivers
from storage.cases import Case
from storage.clashes import Clash
from storage.people import OnCase


def plan_of(turn: Turn, case: Case, named: tuple[OnCase, ...]) -> Plan:
    """With the facts of each meeting as the meeting in hand has them."""
    plan = Plan(
        reference=case.reference,
        first_name=case.first_name,
        people=tuple(one.person for one in named),
        meetings=meetings.of(turn.tx, case.id),
        actions=actions.of(turn.tx, case.id),
        waivers=waivers.of(turn.tx, case.id),
        handings=handings.of(turn.tx, case.id),
    )
    recorded = answers.latest(turn.tx, case.id, plan.meeting.id if plan.meeting else None)
    answered = plan.with_answers({key: one.answer for key, one in recorded.items()})
    return replace(answered, disagreements=_disagreements(turn, case, answered))


def to_settle(turn: Turn, case: Case, plan: Plan) -> list[Clash]:
    """The clashes that can be settled: what belonged to a meeting that is closed stays as it was."""
    meeting = plan.meeting.id if plan.meeting and plan.meeting.is_open else None
    return [one for one in clashes.open_of(turn.tx, case.id) if one.meeting_id in (None, meeting)]


def _disagreements(turn: Turn, case: Case, plan: Plan) -> tuple[Disagreement, ...]:
    """One for each answer about which two have said that they disagree."""
    disagreed = [clash.pending for clash in to_settle(turn, case, plan) if clash.disagreed]
    both = {answer.fact: (plan.answer(answer.fact).typed_by, answer.typed_by) for answer in disagreed}
    return tuple(Disagreement(key, tuple(filter(None, who))) for key, who in both.items())
