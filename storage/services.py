"""Services: a youth offending team or a secure setting, with its people."""

from dataclasses import dataclass, field
from datetime import time
from typing import ClassVar
from uuid import UUID

from pydantic import ConfigDict, TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage import audit
from storage.rows import Row
from storage.transaction import Transaction


class ServiceRow(Row):
    __tablename__ = "services"
    name: Mapped[str] = mapped_column(unique=True)
    slack_team: Mapped[str | None] = mapped_column(unique=True)
    teams_tenant: Mapped[str | None] = mapped_column(unique=True)
    settings: Mapped[str]


@dataclass(frozen=True)
class ServiceSettings:
    """How a service wants it, in London time. Nobody is reminded outside the hours `awake_from` to

    `awake_until`, nor on a day off. `digest_day` counts from Monday, 0. The digest goes to each manager, or
    to a private `digest_channel` ("slack:T0123:C0456").
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    awake_from: time = time(8)
    awake_until: time = time(18)
    digest_day: int = 0
    digest_at: time = time(8, 30)
    digest_channel: str = ""


_SETTINGS = TypeAdapter(ServiceSettings)


@dataclass(frozen=True)
class Service:
    id: UUID
    name: str
    slack_team: str | None = None
    teams_tenant: str | None = None
    settings: ServiceSettings = field(default=ServiceSettings())

    def workspace(self, chat: str) -> str | None:
        """Its id in "slack" or "teams"; "local" has none."""
        return {"slack": self.slack_team, "teams": self.teams_tenant}.get(chat)


def add(
    tx: Transaction, name: str, *, slack_team: str | None = None, teams_tenant: str | None = None
) -> Service:
    """A new service, with an audit chain of its own. Raises Taken where name or workspace are another's."""
    row = tx.add_only(
        ServiceRow,
        "There is a service with this name or workspace already.",
        name=name,
        slack_team=slack_team,
        teams_tenant=teams_tenant,
        settings="{}",
    )
    audit.begin(tx, row.uid)
    return _service(row)


def by_workspace(tx: Transaction, chat: str, workspace: str) -> Service | None:
    """The service whose Slack team ("slack") or Teams tenant ("teams") this is."""
    column = {"slack": ServiceRow.slack_team, "teams": ServiceRow.teams_tenant}[chat]
    row = tx.first(select(ServiceRow).where(column == workspace))
    return _service(row) if row else None


def named(tx: Transaction, name: str) -> Service | None:
    row = tx.first(select(ServiceRow).where(ServiceRow.name == name))
    return _service(row) if row else None


def by_id(tx: Transaction, service_id: UUID) -> Service | None:
    row = tx.first(select(ServiceRow).where(ServiceRow.uid == service_id))
    return _service(row) if row else None


def every(tx: Transaction) -> tuple[Service, ...]:
    """In the order in which they were added."""
    return tuple(_service(row) for row in tx.all(select(ServiceRow).order_by(ServiceRow.uid)))


def set_up(tx: Transaction, service_id: UUID, settings: ServiceSettings) -> None:
    """Keep how a service wants it from now on."""
    row = tx.one(select(ServiceRow).filter_by(uid=service_id))
    row.settings = _SETTINGS.dump_json(settings, exclude_defaults=True).decode()


def _service(row: ServiceRow) -> Service:
    settings = _SETTINGS.validate_json(row.settings)
    return Service(row.uid, row.name, row.slack_team, row.teams_tenant, settings)
