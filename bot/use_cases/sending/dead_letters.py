"""Once a day: what could not be sent is told to those who administer the service."""

from datetime import datetime
from uuid import UUID

from bot.messages.document_json import document_to_json
from bot.messages.reports.dead_letters import dead_letter, dead_letters
from bot.use_cases.sending.noticing import WORD
from bot.use_cases.turn import day_of
from storage import accounts, notices, services
from storage.accounts import ServiceRole
from storage.store import Store
from storage.transaction import Transaction
from storage.waiting import Letter, letters

NOT_SENT = "not-sent"


def tell_of_dead_letters(store: Store, now: datetime) -> int:
    """Whoever is told today is not told again today. How many were told."""
    with store.transaction() as tx:
        dead = [one for one in letters(tx) if one.is_dead]
        return sum(
            _tell(tx, service.id, [one for one in dead if one.service_id == service.id], now)
            for service in services.every(tx)
        )


def _tell(tx: Transaction, service_id: UUID, dead: list[Letter], now: datetime) -> int:
    if not dead:
        return 0
    body = document_to_json(dead_letters([_line(one) for one in dead]))
    key = f"{NOT_SENT} {day_of(now)}"
    told = [
        notices.plan(tx, one.id, WORD, key, at=now, body=body)
        for one in accounts.with_roles(tx, service_id, ServiceRole.ADMINISTRATOR)
    ]
    return len([one for one in told if one])


def _line(letter: Letter) -> str:
    return dead_letter(letter.what, letter.reference, day_of(letter.planned_at), letter.why)
