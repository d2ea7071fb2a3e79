"""How somebody whom a chat knows comes to be known here: an account in the service of their workspace."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from bot.messages import refusals
from planning_rules.refusal import Refusal
from storage import accounts, services
from storage.accounts import Account, ServiceRole
from storage.store import Store
from storage.transaction import Taken, Transaction

_CASEWORK = {ServiceRole.WORKER, ServiceRole.CHAIR, ServiceRole.PARTNER, ServiceRole.MANAGER}


@dataclass(frozen=True)
class Member:
    """Somebody as their chat describes them. A `guest` is no full member of the workspace."""

    name: str
    guest: bool = False


def account_of(
    store: Store, chat: str, workspace: str, chat_id: str, look: Callable[[], Member]
) -> Account | Refusal:
    """Their account, made without any role where there is none; a refusal where the workspace has no service.

    `look` asks the chat, which takes a while: it is called outside any transaction.
    """
    with store.transaction() as tx:
        service = services.by_workspace(tx, chat, workspace)
    if service is None:
        return refusals.no_service()
    member = look()
    with store.transaction() as tx:
        account = met(tx, service.id, chat, chat_id)
        seen = replace(account, name=member.name or account.name, guest=member.guest)
        if seen != account:
            accounts.change(tx, seen)
    return seen


def met(tx: Transaction, service_id: UUID, chat: str, chat_id: str) -> Account:
    """The account with this id in the chat, made without any role or name where there is none."""
    known = accounts.by_chat(tx, service_id, chat, chat_id)
    if known:
        return known
    try:
        return accounts.add(tx, service_id, chat=chat, chat_id=chat_id, roles=(), name=chat_id)
    except Taken:
        return met(tx, service_id, chat, chat_id)


def takes_part(tx: Transaction, account_id: UUID) -> Refusal | None:
    """Whoever is let in to a case does casework: as a partner, where their service gave them nothing more.

    Not so where their service took everything away from them.
    """
    account = accounts.by_id(tx, account_id)
    if account is None or account.barred:
        return refusals.barred()
    if not _CASEWORK & set(account.roles):
        accounts.change(tx, replace(account, roles=(*account.roles, ServiceRole.PARTNER)))
    return None
