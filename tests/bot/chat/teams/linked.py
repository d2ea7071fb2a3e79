"""The example case moved to Teams: each service has a tenant, and everybody is somebody there."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Update, update

from storage import Store, accounts, services
from storage.accounts import AccountRow
from storage.services import ServiceRow


def link(store: Store, tenants: Mapping[str, str], users: Mapping[str, str]) -> None:
    """Give services their tenants, by name, and accounts their ids there, by people's first names."""
    with store.transaction() as tx:
        for service in services.every(tx):
            if service.name in tenants:
                tx.run(_row(ServiceRow, service.id).values(teams_tenant=tenants[service.name]))
            for account in accounts.in_service(tx, service.id):
                if account.name in users:
                    tx.run(_row(AccountRow, account.id).values(chat="teams", chat_id=users[account.name]))


def _row(kind: type[ServiceRow] | type[AccountRow], uid: UUID) -> Update:
    return update(kind).where(kind.uid == uid)
