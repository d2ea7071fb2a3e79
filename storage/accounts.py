"""Accounts: workers who sign in, each in one service and known by their id in one chat."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.rows import Row, Sealed
from storage.transaction import Transaction


class AccountRow(Row):
    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("service_id", "chat", "chat_id"),)
    service_id: Mapped[UUID] = mapped_column(ForeignKey("services.uid"))
    chat: Mapped[str]
    chat_id: Mapped[str]
    roles: Mapped[tuple[str, ...]]
    guest: Mapped[bool]
    barred: Mapped[bool]
    name = Sealed[str]()


class ServiceRole(StrEnum):
    """What somebody may do in their service, whatever case it is about."""

    WORKER = "worker"
    CHAIR = "chair"
    PARTNER = "partner"
    MANAGER = "manager"
    BOARD = "board"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Account:
    """`chat` is "local", "slack" or "teams", and `chat_id` who they are there.

    A `guest` is no full member of the service's workspace. Somebody `barred` had roles, and the service took
    them all away.
    """

    id: UUID
    service_id: UUID
    chat: str
    chat_id: str
    roles: tuple[ServiceRole, ...]
    name: str
    guest: bool = False
    barred: bool = False


def add(
    tx: Transaction,
    service_id: UUID,
    *,
    chat: str,
    chat_id: str,
    roles: tuple[ServiceRole, ...],
    name: str,
    guest: bool = False,
) -> Account:
    """A new account. Raises Taken where the service has one with this id."""
    row = tx.add_only(
        AccountRow,
        "The service has this account already.",
        service_id=service_id,
        chat=chat,
        chat_id=chat_id,
        roles=roles,
        name=name,
        guest=guest,
        barred=False,
    )
    return _account(row)


def by_chat(tx: Transaction, service_id: UUID, chat: str, chat_id: str) -> Account | None:
    row = tx.first(select(AccountRow).filter_by(service_id=service_id, chat=chat, chat_id=chat_id))
    return _account(row) if row else None


def by_id(tx: Transaction, account_id: UUID) -> Account | None:
    row = tx.first(select(AccountRow).filter_by(uid=account_id))
    return _account(row) if row else None


def in_service(tx: Transaction, service_id: UUID) -> tuple[Account, ...]:
    """In the order in which they were added."""
    rows = tx.all(select(AccountRow).filter_by(service_id=service_id).order_by(AccountRow.uid))
    return tuple(_account(row) for row in rows)


def with_roles(tx: Transaction, service_id: UUID, *roles: ServiceRole) -> tuple[Account, ...]:
    """Those who have any of these roles about the whole service: nobody barred, and no guest."""
    ours = in_service(tx, service_id)
    return tuple(one for one in ours if {*roles} & {*one.roles} and not (one.barred or one.guest))


def change(tx: Transaction, account: Account) -> None:
    """Keep the account's roles and name, and whether it is a guest or barred, as in `account`."""
    row = tx.one(select(AccountRow).filter_by(uid=account.id))
    row.roles, row.name = account.roles, account.name
    row.guest, row.barred = account.guest, account.barred


def _account(row: AccountRow) -> Account:
    return Account(
        row.uid,
        row.service_id,
        row.chat,
        row.chat_id,
        tuple(map(ServiceRole, row.roles)),
        row.name,
        row.guest,
        row.barred,
    )
