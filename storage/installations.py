"""Installations: the Slack workspaces that let the app in, and the sealed token that it speaks with."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage import audit, services
from storage.rows import Row, Sealed
from storage.transaction import Taken, Transaction


class InstallationRow(Row):
    __tablename__ = "installations"
    team: Mapped[str] = mapped_column(unique=True)
    bot_id: Mapped[str]
    bot_user: Mapped[str]
    scopes: Mapped[tuple[str, ...]]
    installed_by: Mapped[str]
    at: Mapped[datetime]
    token = Sealed[str]()


@dataclass(frozen=True)
class Installation:
    """`bot_user` is who the app is in that workspace, and `installed_by` who allowed it: ids in Slack."""

    team: str
    token: str
    bot_id: str
    bot_user: str
    scopes: tuple[str, ...]
    installed_by: str
    at: datetime

    def __repr__(self) -> str:
        return f"Installation(team={self.team!r})"


def keep(tx: Transaction, installation: Installation) -> bool:
    """Keep it in place of an earlier one of its workspace; False where no service has that workspace."""
    service = services.by_workspace(tx, "slack", installation.team)
    if service is None:
        return False
    try:
        tx.add_only(InstallationRow, "The workspace has one already.", **vars(installation))
    except Taken:
        row = tx.one(select(InstallationRow).filter_by(team=installation.team).with_for_update())
        for name, value in vars(installation).items():
            setattr(row, name, value)
    audit.write(tx, service.id, None, "installed", None, installation.team, installation.at)
    return True


def of(tx: Transaction, team: str) -> Installation | None:
    row = tx.first(select(InstallationRow).filter_by(team=team))
    return _installation(row) if row else None


def drop(tx: Transaction, team: str, at: datetime) -> None:
    """The workspace took it back. Nothing happens where there was none."""
    service = services.by_workspace(tx, "slack", team)
    if tx.run(delete(InstallationRow).where(InstallationRow.team == team)).rowcount and service:
        audit.write(tx, service.id, None, "uninstalled", None, team, at)


def _installation(row: InstallationRow) -> Installation:
    return Installation(row.team, row.token, row.bot_id, row.bot_user, row.scopes, row.installed_by, row.at)
