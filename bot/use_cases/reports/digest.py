"""The weekly digest: shown to a manager who asks, planned for every manager, and drawn when it is sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.conversation.calls import Call
from bot.messages.document import Document
from bot.messages.reports.digest import ALL, digest
from bot.messages.reports.digest_table import digest_table
from bot.messages.reports.service_settings import only_managers
from bot.use_cases.handlers import SAID, Answered, Typed, outside
from bot.use_cases.reports.overview import DIGEST, open_gaps, overview
from bot.use_cases.reports.reports import Report, report
from bot.use_cases.reports.weekly import Week, week_due
from bot.use_cases.sending.noticing import drawn
from bot.use_cases.the_case import TheCase
from bot.use_cases.turn import Turn, turn_at
from planning_rules.refusal import Refusal
from storage import accounts, audit, notices, services
from storage.accounts import Account, ServiceRole
from storage.services import Service
from storage.store import Store
from storage.transaction import Transaction


@outside(SAID, DIGEST)
def show_digest(turn: Turn, call: Call, typed: Typed) -> Answered:
    """As it stands now, in ten lines or with every plan."""
    if ServiceRole.MANAGER not in turn.service_roles:
        return only_managers()
    found = overview(turn)
    _note(turn)
    return digest(found, whole=call.word(0) == ALL)


@report(DIGEST)
def fetch_digest(turn: Turn, which: str) -> Report | Refusal:
    """With every plan, to print or as a table."""
    if ServiceRole.MANAGER not in turn.service_roles:
        return only_managers()
    found = overview(turn)
    _note(turn)
    return Report(digest(found, whole=True), digest_table(found))


@drawn(DIGEST)
def draw_digest(turn: Turn, case: TheCase | None, body: Any) -> Document | None:
    """Nothing where there is nothing to say, they are no manager any more, or it comes too late."""
    week = Week(body["week"], datetime.fromisoformat(body["due"]))
    if ServiceRole.MANAGER not in turn.service_roles or week.is_stale(turn.now):
        return None
    found = overview(turn)
    return digest(found) if found.listed else None


def plan_digests(store: Store, now: datetime) -> None:
    """What is due by now and was not planned yet: one for each manager, or one for the service's channel."""
    with store.transaction() as tx:
        every = services.every(tx)
    for service in every:
        week = week_due(service.settings, now)
        if week:
            with store.transaction() as tx:
                _plan(tx, service, week, now)


def _plan(tx: Transaction, service: Service, week: Week, now: datetime) -> None:
    key = f"{DIGEST} {week.name}"
    to = _to(service, accounts.with_roles(tx, service.id, ServiceRole.MANAGER))
    if not to or notices.under(tx, key) & {one.id for one in accounts.in_service(tx, service.id)}:
        return
    turn = turn_at(tx, to[0][0], now)
    body = {"week": week.name, "due": week.due.isoformat(), "gaps": open_gaps(turn)}
    for account, channel in to:
        notices.plan(tx, account.id, DIGEST, key, at=now, channel=channel, body=body)


def _to(service: Service, managers: Sequence[Account]) -> list[tuple[Account, str]]:
    """Each manager; or where there is a channel, the first of them who is in that chat, for all of them."""
    channel = service.settings.digest_channel
    there = [one for one in managers if channel.startswith(f"{one.chat}:")]
    return [(there[0], channel)] if there else [(one, "") for one in managers]


def _note(turn: Turn) -> None:
    audit.write(turn.tx, turn.account.service_id, turn.account.id, "looked-at-digest", None, "", turn.now)
