"""The weekly update to workers of other services: asked for by the lead, planned, and drawn when sent."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import by_somebody
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.reports.updates import update_document, update_page
from bot.use_cases.handlers import Answered, said
from bot.use_cases.meeting.saving import record
from bot.use_cases.reports.update_of import update_of
from bot.use_cases.reports.weekly import Week, week_due
from bot.use_cases.sending.noticing import drawn
from bot.use_cases.the_case import TheCase
from bot.use_cases.turn import Turn, day_of
from planning_rules.counting.concerns import is_over
from planning_rules.facts.agreement import Agreement
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Role
from storage import accounts, answers, cases, notices, people, services
from storage.accounts import Account, ServiceRole
from storage.cases import Case
from storage.outgoing import Delivered
from storage.people import OnCase
from storage.store import Store
from storage.transaction import Transaction

UPDATE = "update"
ON = "on"
KEY = Agreement.weekly_update.key
_A_WEEK = timedelta(weeks=1)


@said(UPDATE)
def show_update(case: TheCase, call: Call) -> Answered:
    """What other services would read today, and whether they do."""
    return _page(case)


@said("weekly", act=Act.UPDATE, changes=True)
def switch(case: TheCase, call: Call) -> Answered:
    """Send it each week from now on, or send it no more."""
    state = State.YES if call.word(1) == ON else State.NO
    record(case, by_somebody(Answer(state, fact=KEY), case.me.id, case.me.id, case.today))
    return Outcome((_page(case.loaded_again()),), reference=case.reference)


@drawn(UPDATE)
def draw_update(turn: Turn, case: TheCase | None, body: Any) -> Document | None:
    """Nothing where nothing happened, it is not wanted any more, or it comes too late."""
    week = Week(body["week"], datetime.fromisoformat(body["due"]))
    if case is None or not _is_wanted(case) or week.is_stale(case.turn.now):
        return None
    if not _hears_of_it(case.turn.tx, case.case, case.turn.account, case.today):
        return None
    found = update_of(case, _last(case))
    return update_document(found) if found.says_something else None


def plan_updates(store: Store, now: datetime) -> None:
    """What is due by now and was not planned yet, the social worker's first."""
    with store.transaction() as tx:
        weeks = [(service.id, week_due(service.settings, now)) for service in services.every(tx)]
        asked = answers.cases_with(tx, KEY)
        due = [
            (case, week)
            for service_id, week in weeks
            if week
            for case in cases.in_service(tx, service_id)
            if case.id in asked
        ]
    for case, week in due:
        with store.transaction() as tx:
            _plan(tx, case, week, now)


def _plan(tx: Transaction, case: Case, week: Week, now: datetime) -> None:
    key = f"{UPDATE} {week.name} {case.reference}"
    if notices.under(tx, key) or not _asks_for_it(tx, case):
        return
    body = {"week": week.name, "due": week.due.isoformat()}
    for one in _outside(tx, case, day_of(now)):
        notices.plan(tx, one.account.id, UPDATE, key, at=now, case_id=case.id, body=body)


@dataclass(frozen=True)
class _Outsider:
    """Somebody on the case who works for another service, or as a partner of the one that leads it."""

    named: OnCase
    account: Account


def _outside(tx: Transaction, case: Case, today: date) -> list[_Outsider]:
    """The social worker first."""
    found = []
    for one in people.of(tx, case.id):
        account = accounts.by_id(tx, one.account_id) if one.account_id and one.confirmed else None
        if account and one.person.is_on(today) and _is_outside(one, account, case):
            found.append(_Outsider(one, account))
    return sorted(found, key=lambda one: one.named.person.role is not Role.SOCIAL_WORKER)


def _is_outside(one: OnCase, account: Account, case: Case) -> bool:
    elsewhere = account.service_id != case.service_id or ServiceRole.PARTNER in account.roles
    return elsewhere and one.person.is_professional and not one.person.lead and not account.barred


def _hears_of_it(tx: Transaction, case: Case, account: Account, today: date) -> bool:
    return any(one.account.id == account.id for one in _outside(tx, case, today))


def _asks_for_it(tx: Transaction, case: Case) -> bool:
    asked = answers.latest(tx, case.id, None).get(KEY)
    return asked is not None and asked.answer.is_yes


def _is_wanted(case: TheCase) -> bool:
    return case.plan.agreement.weekly_update.is_yes and not is_over(case.plan, case.day)


def _last(case: TheCase) -> datetime:
    """When the last update on this case that they were sent was planned; else a week ago."""
    sent = [
        one.planned_at
        for one in notices.of_kind(case.turn.tx, UPDATE, case.turn.account.id)
        if one.case_id == case.case.id and one.state is Delivered.SENT
    ]
    return max(sent, default=case.turn.now - _A_WEEK)


def _page(case: TheCase) -> Document:
    outside = _outside(case.turn.tx, case.case, case.today)
    without = [
        one.person.name
        for one in case.named
        if one.account_id is None and one.person.is_professional and one.person.is_on(case.today)
    ]
    found = update_of(case, case.turn.now - _A_WEEK)
    sent = case.plan.agreement.weekly_update.is_yes
    named = [one.named.person.name for one in outside]
    return update_page(found, sent, case.may(Act.UPDATE), named, without)
