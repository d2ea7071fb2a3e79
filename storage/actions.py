"""Actions, and what happened to each: who changed it, when, to what, and whose it was then."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.parts import Action, Progress
from storage.parts import part_of, put, values_of
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class ActionRow(Row):
    __tablename__ = "actions"
    __table_args__ = (UniqueConstraint("case_id", "id"), Index(None, "progress", "due"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    id: Mapped[str]
    owner: Mapped[str]
    by: Mapped[date | None] = mapped_column("due")
    progress: Mapped[Progress]
    closes: Mapped[str]
    about: Mapped[str]
    finds_out: Mapped[str]
    for_child: Mapped[bool]
    since: Mapped[date | None]
    changed: Mapped[date | None]
    snoozed_until: Mapped[date | None]
    what = Sealed[str]()
    words = Sealed[str]()


class ActionEventRow(Row):
    __tablename__ = "action_events"
    action_uid: Mapped[UUID] = mapped_column(ForeignKey("actions.uid"), index=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.uid"))
    at: Mapped[datetime]
    progress: Mapped[Progress]
    owner: Mapped[str]
    by: Mapped[date | None] = mapped_column("due")
    words = Sealed[str]()


@dataclass(frozen=True)
class ActionEvent:
    """What an action became, whose and by when, and what was said with it."""

    account_id: UUID
    at: datetime
    progress: Progress
    words: str
    owner: str
    by: date | None


def add(tx: Transaction, case_id: UUID, action: Action, *, account_id: UUID, at: datetime) -> None:
    row = tx.add(ActionRow, case_id=case_id, **values_of(action))
    _happened(tx, row, account_id, at)


def of(tx: Transaction, case_id: UUID) -> tuple[Action, ...]:
    """In the order in which they were added."""
    rows = tx.all(select(ActionRow).filter_by(case_id=case_id).order_by(ActionRow.uid))
    return tuple(part_of(row, Action) for row in rows)


def change(tx: Transaction, case_id: UUID, action: Action, *, account_id: UUID, at: datetime) -> None:
    """Keep the action with this id as it is in `action`, and that it came to be so."""
    row = tx.one(select(ActionRow).filter_by(case_id=case_id, id=action.id))
    put(row, action)
    _happened(tx, row, account_id, at)


def events_of(tx: Transaction, case_id: UUID, action_id: str) -> tuple[ActionEvent, ...]:
    """Everything that happened to one action, the first first."""
    query = select(ActionEventRow).join(ActionRow, ActionRow.uid == ActionEventRow.action_uid)
    ours = query.where(ActionRow.case_id == case_id, ActionRow.id == action_id)
    rows = tx.all(ours.order_by(ActionEventRow.uid))
    return tuple(
        ActionEvent(row.account_id, row.at, row.progress, row.words, row.owner, row.by) for row in rows
    )


def offered_and_accepted(tx: Transaction, case_id: UUID) -> list[tuple[datetime, datetime | None]]:
    """When each action of a case was first offered, and when somebody first accepted it, if they did."""
    ours = select(ActionEventRow).join(ActionRow, ActionRow.uid == ActionEventRow.action_uid)
    events = tx.all(ours.where(ActionRow.case_id == case_id).order_by(ActionEventRow.uid))
    offered: dict[UUID, datetime] = {}
    accepted: dict[UUID, datetime] = {}
    for event in events:
        first = {Progress.OFFERED: offered, Progress.ACCEPTED: accepted}.get(event.progress)
        if first is not None:
            first.setdefault(event.action_uid, event.at)
    return [(at, accepted.get(action)) for action, at in offered.items()]


def cases_to_remind_of(tx: Transaction, by: date) -> tuple[UUID, ...]:
    """The cases with something owed by that day at the latest, or with an offer that nobody has answered."""
    owed = ActionRow.progress.in_((Progress.OFFERED, Progress.ACCEPTED))
    query = select(ActionRow).where(owed, or_(ActionRow.by <= by, ActionRow.progress == Progress.OFFERED))
    return tuple(dict.fromkeys(row.case_id for row in tx.all(query.order_by(ActionRow.uid))))


def _happened(tx: Transaction, row: ActionRow, account_id: UUID, at: datetime) -> None:
    tx.add(
        ActionEventRow,
        action_uid=row.uid,
        account_id=account_id,
        at=at,
        progress=row.progress,
        owner=row.owner,
        by=row.by,
        words=row.words,
    )
