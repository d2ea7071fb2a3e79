"""Which keys have sealed records here, so that a missing or wrong key is found before anything is sealed."""

import hmac
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.keys import BadKeys
from storage.rows import Base
from storage.transaction import Transaction


class KnownKeyRow(Base):
    __tablename__ = "known_keys"
    name: Mapped[str] = mapped_column(primary_key=True)
    proof: Mapped[bytes]


def key_faults(tx: Transaction) -> list[str]:
    """A sentence for each key that sealed records here and is missing or another one now."""
    return list(_faults(tx))


def enrol(tx: Transaction) -> None:
    """Put down the key that seals from now on. Raises BadKeys where the keys do not fit the records."""
    if faults := key_faults(tx):
        raise BadKeys(faults)
    tx.add_once(KnownKeyRow, name=tx.keys.first, proof=_proof(tx, tx.keys.first))


def _faults(tx: Transaction) -> Iterator[str]:
    for known in tx.all(select(KnownKeyRow).order_by(KnownKeyRow.name)):
        if known.name not in tx.keys.names:
            yield f"The key “{known.name}” sealed records here and is not in DAYONE_KEYS."
        elif not hmac.compare_digest(known.proof, _proof(tx, known.name)):
            yield f"The key “{known.name}” in DAYONE_KEYS is not the one that sealed records here."


def _proof(tx: Transaction, name: str) -> bytes:
    return tx.keys.mac("proof", name.encode(), name)
