"""What is not sent yet, for whoever runs the server: listed, sent again, or cancelled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.messages.channels import MAY_HAVE_IT
from storage import deliveries, notices
from storage.outgoing import Box
from storage.store import Store
from storage.transaction import Transaction
from storage.waiting import Kind, Letter
from storage.waiting import letters as every_letter

BOXES: Mapping[Kind, Box[Any]] = {Kind.POST: deliveries.BOX, Kind.NOTICE: notices.BOX}


def letters(store: Store) -> tuple[Letter, ...]:
    """The oldest first."""
    with store.transaction() as tx:
        return every_letter(tx)


def send_again(store: Store, letter_id: UUID, now: datetime) -> bool:
    """As soon as may be, also where it was cancelled, or may stand there. False where none has this id."""
    with store.transaction() as tx:
        box = _box(tx, letter_id)
        return box is not None and box.again(tx, letter_id, now, MAY_HAVE_IT.code)


def cancel(store: Store, letter_id: UUID) -> bool:
    """It is not sent, until somebody has it sent again. False where none has this id."""
    with store.transaction() as tx:
        box = _box(tx, letter_id)
        return box is not None and box.cancel(tx, letter_id)


def _box(tx: Transaction, letter_id: UUID) -> Box[Any] | None:
    found = next((letter for letter in every_letter(tx) if letter.id == letter_id), None)
    return BOXES[found.kind] if found else None
