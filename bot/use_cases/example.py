"""The fictional case that a new local store opens with."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib.resources import files

from bot.use_cases.turn import day_of
from planning_rules.facts import fact_of
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan
from planning_rules.release_dates import compared, worked_out
from planning_rules.sentence import Worked
from storage import accounts, actions, answers, cases, handings, meetings, people, services, waivers
from storage.accounts import Account, ServiceRole
from storage.cases import Case
from storage.people import OnCase
from storage.transaction import Transaction

# The Monday on which the example case, as its file has it, is at its liveliest.
WRITTEN_FOR = date(2026, 3, 2)
SERVICES: dict[str, dict[str, tuple[ServiceRole, ...]]] = {
    "Oakshire Youth Justice Service": {
        "sam": (ServiceRole.WORKER, ServiceRole.CHAIR),
        "jo": (ServiceRole.PARTNER,),
        "morgan": (ServiceRole.MANAGER,),
    },
    "Fernbrook Secure Training Centre": {"alex": (ServiceRole.WORKER,), "priya": (ServiceRole.PARTNER,)},
}
LEAD = "sam"
_DAY = re.compile(r'"(\d{4}-\d{2}-\d{2})"')


def open_example(tx: Transaction, now: datetime) -> None:
    """Put two services, their people and one case into an empty store."""
    today = day_of(now)
    plan = example_plan(today)
    members = _members(tx, plan)
    lead = members[LEAD]
    case = cases.add(tx, lead.service_id, plan.reference, created=today, first_name=plan.first_name)
    for person in plan.people:
        account = members.get(person.id)
        people.add(tx, OnCase(case.id, person, account.id if account else None))
    _parts(tx, case, plan, lead, now)


def example_plan(today: date) -> Plan:
    """The case moved by whole weeks, so that it is as lively today as on the day it was written for.

    Months are not all as long, so the dates that custody gave are those of the order as it was moved.
    """
    text = (files("planning_rules") / "examples" / "oak_417.json").read_text(encoding="utf-8")
    weeks = timedelta(weeks=(today - WRITTEN_FOR).days // 7)
    moved = read_plan(_DAY.sub(lambda day: f'"{date.fromisoformat(day[1]) + weeks}"', text))
    worked = worked_out(moved)
    assert isinstance(worked, Worked)
    right = {one.given.fact: replace(one.given, value=one.ours) for one in compared(moved, worked)}
    return moved.with_answers(right)


def _members(tx: Transaction, plan: Plan) -> dict[str, Account]:
    members = {}
    for name, workers in SERVICES.items():
        service = services.add(tx, name)
        for person, roles in workers.items():
            called = plan.called(person)
            members[person] = accounts.add(
                tx, service.id, chat="local", chat_id=person, roles=roles, name=called
            )
    return members


def _parts(tx: Transaction, case: Case, plan: Plan, lead: Account, now: datetime) -> None:
    for meeting in plan.meetings:
        meetings.add(tx, case.id, meeting)
    for action in plan.actions:
        actions.add(tx, case.id, action, account_id=lead.id, at=now)
    for waiver in plan.waivers:
        waivers.add(tx, case.id, waiver)
    for handing in plan.handings:
        handings.add(tx, case.id, handing)
    version = cases.advance(tx, case.id) or 1
    for answer in plan.answers.values():
        of = plan.meeting.id if plan.meeting and fact_of(answer.fact).each_meeting else None
        answers.record(tx, case.id, of, answer, account_id=lead.id, at=now, version=version)
