"""Reminders of actions: planned each day for whoever is to be told, and drawn anew when they are sent."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.promises.action_news import reminder
from bot.use_cases.may import may
from bot.use_cases.promises.offering import ways_on
from bot.use_cases.sending.noticing import drawn
from bot.use_cases.the_case import TheCase, loaded
from bot.use_cases.turn import Turn, day_of, turn_at
from bot.use_cases.waking import is_awake, waking_hours
from planning_rules.parts import Action, Person
from planning_rules.reminders import Reminder, reminders
from planning_rules.thresholds import DUE_SOON
from planning_rules.working_days import working_days_after
from storage import accounts, actions, cases, notices, people, services
from storage.accounts import Account
from storage.people import OnCase
from storage.services import ServiceSettings
from storage.store import Store
from storage.transaction import Transaction

REMINDER = "reminder"
Heard = dict[str, Account]


def plan_reminders(store: Store, now: datetime) -> int:
    """Plan what people are to be reminded of today, from the hour on at which their service may tell them.

    However often this is called, nobody is told twice. Each case has a transaction of its own. How many
    notices were planned.
    """
    with store.transaction() as tx:
        some = actions.cases_to_remind_of(tx, _horizon(day_of(now)))
    return sum(_plan(store, case_id, now) for case_id in some)


@drawn(REMINDER)
def draw(turn: Turn, case: TheCase | None, body: Any) -> Document | None:
    """As the case stands now; nothing where the action is not owed any more, or it is another's to hear.

    Nor where it comes so late that they are not to be told today: then it is planned on another day.
    """
    if not is_awake(_settings(turn.tx, turn.account), turn.now):
        return None
    due = reminders_in(case, _who_hears(turn.tx, case.named, case.today)) if case else ()
    one = next((one for one in due if one.key == body), None)
    if case is None or one is None:
        return None
    action = next(action for action in case.plan.actions if action.id == one.action)
    return reminder(case.reference, one, action.owner == one.to, "snooze" in ways_on(case, action))


def reminders_in(case: TheCase, heard: Heard) -> tuple[Reminder, ...]:
    """What is to be given today to those who can be told, and of what each of them may see."""
    seen = {one.person.id: _seen_by(case, one.person) for one in case.named if one.person.id in heard}

    def hears(person: Person, action: Action) -> bool:
        return action.id in seen.get(person.id, ())

    return reminders(case.plan, case.day, hears)


def _seen_by(case: TheCase, person: Person) -> frozenset[str]:
    return frozenset(action.id for action in replace(case, me=person).seen_actions)


def _plan(store: Store, case_id: UUID, now: datetime) -> int:
    with store.transaction() as tx:
        named = people.of(tx, case_id)
        heard = _who_hears(tx, named, day_of(now))
        case = _loaded(tx, case_id, named, heard, now)
        found = reminders_in(case, heard) if case else ()
        return sum(_planned(case, heard[one.to], one) for one in found if case)


def _who_hears(tx: Transaction, named: tuple[OnCase, ...], today: date) -> Heard:
    """The account of everybody on the case who may see it today, by the person's id."""
    heard = {}
    for one in named:
        account = accounts.by_id(tx, one.account_id) if one.account_id else None
        if account and one.confirmed and one.person.is_on(today) and _may_see(one.person, account):
            heard[one.person.id] = account
    return heard


def _may_see(person: Person, account: Account) -> bool:
    return may(frozenset(account.roles), Act.SEE, person) and bool(person.organisation or not account.guest)


def _loaded(
    tx: Transaction, case_id: UUID, named: tuple[OnCase, ...], heard: Heard, now: datetime
) -> TheCase | None:
    """As somebody sees it who can be told; None where nobody can."""
    case = cases.by_id(tx, case_id)
    me = next((one.person for one in named if one.person.id in heard), None)
    if case is None or me is None:
        return None
    return loaded(turn_at(tx, heard[me.id], now), case, me)


def _planned(case: TheCase, account: Account, one: Reminder) -> bool:
    """False where it was given or is to be. What was planned and then not sent is planned on another day."""
    tx, now = case.turn.tx, case.turn.now
    awake_from, awake_until = waking_hours(_settings(tx, account), case.today)
    key = f"{REMINDER} {case.case.id} {one.key} "
    if now >= awake_until or notices.was_told(tx, account.id, key):
        return False
    planned = notices.plan(
        tx,
        account.id,
        REMINDER,
        f"{key}{case.today}",
        at=now,
        not_before=max(now, awake_from),
        case_id=case.case.id,
        body=one.key,
    )
    return planned is not None


def _settings(tx: Transaction, account: Account) -> ServiceSettings:
    service = services.by_id(tx, account.service_id)
    assert service, "Every account is of a service."
    return service.settings


def _horizon(today: date) -> date:
    """Nobody is reminded today of what is due later than this."""
    return working_days_after(today, DUE_SOON.amount + 1)
