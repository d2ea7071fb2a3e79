"""The board's figures, sent to board members and managers once for each stretch of quarters that is told."""

from datetime import datetime
from typing import Any

from bot.messages.document import Document
from bot.messages.reports.board import BOARD
from bot.use_cases.reports.board import board_upto
from bot.use_cases.reports.telling import RELEASE, tell
from bot.use_cases.sending.noticing import drawn
from bot.use_cases.the_case import TheCase
from bot.use_cases.turn import Turn, turn_at
from bot.use_cases.waking import is_awake
from storage import accounts, notices, services
from storage.accounts import ServiceRole
from storage.services import Service
from storage.store import Store
from storage.transaction import Transaction

_READ_IT = frozenset({ServiceRole.BOARD, ServiceRole.MANAGER})


def plan_board_reports(store: Store, now: datetime) -> None:
    """Where a stretch is told that was not before, plan the twelve months that end with it. Else nothing."""
    with store.transaction() as tx:
        every = services.every(tx)
    for service in every:
        if is_awake(service.settings, now):
            with store.transaction() as tx:
                _plan(tx, service, now)


@drawn(BOARD)
def draw_board(turn: Turn, case: TheCase | None, body: Any) -> Document | None:
    """Nothing where they may not read it any more."""
    return board_upto(turn, body) if turn.service_roles & _READ_IT else None


def _plan(tx: Transaction, service: Service, now: datetime) -> None:
    readers = accounts.with_roles(tx, service.id, *_READ_IT)
    if not readers:
        return
    told, _ = tell(turn_at(tx, readers[0], now), RELEASE)
    if not told:
        return
    ends = max(one.stretch.ends for one in told).isoformat()
    for account in readers:
        notices.plan(tx, account.id, BOARD, f"{BOARD} {ends}", at=now, body=ends)
