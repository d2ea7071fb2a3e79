"""Children who left custody, put straight into storage: what meetings left of their plans, what came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Meeting, MeetingKind, Waiver
from planning_rules.plan import Plan
from planning_rules.plan_file import write_plan
from storage import Transaction, accounts, actions, answers, cases, meetings, versions
from tests.bot.core import Core

Found = Mapping[str, object]
LOOKED_BACK: dict[str, object] = {"after.early_look_back": True, "after.late_look_back": True}


@dataclass(frozen=True)
class Met:
    """A meeting that closed on a day, with what stood in the plan then."""

    on: date
    facts: Found = field(default_factory=dict)
    kind: MeetingKind = MeetingKind.REVIEW
    waivers: tuple[Waiver, ...] = ()
    plan: Plan | None = None


def answered(key: str, value: object) -> Answer[Any]:
    """Yes, no, or this value."""
    if isinstance(value, bool):
        return Answer(State.YES if value else State.NO, fact=key)
    return Answer(State.GIVEN, value, fact=key)


def answers_to(facts: Found) -> dict[str, Answer[Any]]:
    return {key: answered(key, value) for key, value in facts.items()}


def has_left(
    core: Core,
    reference: str,
    on: date,
    found: Found = LOOKED_BACK,
    met: Sequence[Met] = (),
    promised: Sequence[Action] = (),
    name: str = "",
    by: str = "Sam",
) -> UUID:
    """A case of the service of whoever put it down; the case's id."""
    with core.store.transaction() as tx:
        account = accounts.by_id(tx, UUID(core.people[by]))
        assert account
        case = cases.add(tx, account.service_id, reference, created=on, first_name=name)
        held: tuple[Meeting, ...] = ()
        for number, one in enumerate(met, 1):
            meeting = Meeting(f"m{number}", one.kind, one.on, opened=True, closed_on=one.on)
            meetings.add(tx, case.id, meeting)
            held = (*held, meeting)
            plan = one.plan or Plan(answers=answers_to(one.facts))
            plan = replace(plan, meetings=held, waivers=one.waivers)
            kept = {"version": 1, "day": one.on, "closed_at": core.now}
            versions.keep(tx, case.id, meeting.id, write_plan(plan), **kept)  # type: ignore[arg-type]
        for action in promised:
            actions.add(tx, case.id, action, account_id=account.id, at=core.now)
        find(tx, core, case.id, {"order.released_on": on, **found}, by)
    return case.id


def find(tx: Transaction, core: Core, case_id: UUID, found: Found, by: str = "Sam") -> None:
    """Put this down about a case."""
    version = cases.advance(tx, case_id) or 1
    for key, value in found.items():
        assert fact_of(key)
        account = UUID(core.people[by])
        answers.record(
            tx, case_id, None, answered(key, value), account_id=account, at=core.now, version=version
        )
