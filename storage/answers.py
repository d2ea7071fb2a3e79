"""Answers, each with the version of the case that it made. None is ever changed: a new one follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Select, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.answers import Answer
from planning_rules.plan_file.answers import answer_from_json, answer_to_json
from planning_rules.wording import is_compared
from storage import wording
from storage.cases import CaseRow
from storage.rows import Row, Sealed
from storage.transaction import Transaction


class AnswerRow(Row):
    __tablename__ = "answers"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "meeting_id"], ["meetings.case_id", "meetings.id"]),
        Index(None, "case_id", "version"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.uid"))
    meeting_id: Mapped[str | None]
    key: Mapped[str]
    version: Mapped[int]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.uid"))
    at: Mapped[datetime]
    answer = Sealed[Any]()


@dataclass(frozen=True)
class Recorded:
    """An answer, the version of the case that it made, when, and the account that typed it."""

    answer: Answer[Any]
    version: int
    at: datetime
    typed_by: UUID


def record(
    tx: Transaction,
    case_id: UUID,
    meeting_id: str | None,
    answer: Answer[Any],
    *,
    account_id: UUID,
    at: datetime,
    version: int,
) -> None:
    """Keep an answer under its fact's key. `meeting_id` only where the fact is one of each meeting."""
    row = tx.add(
        AnswerRow,
        case_id=case_id,
        meeting_id=meeting_id,
        key=answer.fact,
        version=version,
        typed_by=account_id,
        at=at,
        answer=answer_to_json(fact_of(answer.fact), answer),
    )
    if is_compared(fact_of(answer.fact)):
        _mark(tx, row, answer.value or "")


def latest(tx: Transaction, case_id: UUID, meeting_id: str | None) -> dict[str, Recorded]:
    """The last answer under each key: those of no meeting, and those of this one."""
    return _read(tx, _of(case_id, meeting_id))


def as_of(tx: Transaction, case_id: UUID, meeting_id: str | None, version: int) -> dict[str, Recorded]:
    """As `latest` was when the case was at `version`."""
    return _read(tx, _of(case_id, meeting_id).where(AnswerRow.version <= version))


def in_service(tx: Transaction, service_id: UUID, keys: Iterable[str]) -> dict[UUID, dict[str, Answer[Any]]]:
    """The last answer under each of these keys, of every case that the service leads and that has one."""
    led = select(AnswerRow).join(CaseRow, CaseRow.uid == AnswerRow.case_id)
    ours = led.where(CaseRow.service_id == service_id, AnswerRow.key.in_(list(keys)))
    last = {(row.case_id, row.key): row for row in tx.each(ours.order_by(AnswerRow.version, AnswerRow.uid))}
    found: dict[UUID, dict[str, Answer[Any]]] = {}
    for (case_id, key), row in last.items():
        if answer := answer_of(key, row.answer):
            found.setdefault(case_id, {})[key] = answer
    return found


def cases_with(tx: Transaction, key: str) -> frozenset[UUID]:
    """The cases in which something was ever answered under this key."""
    return frozenset(row.case_id for row in tx.all(select(AnswerRow).where(AnswerRow.key == key)))


def _mark(tx: Transaction, row: AnswerRow, text: str) -> None:
    case = tx.one(select(CaseRow).filter_by(uid=row.case_id))
    under_it = select(AnswerRow.uid).where(AnswerRow.case_id == case.uid, AnswerRow.key == row.key)
    wording.keep(tx, case.service_id, row.uid, text, instead_of=under_it)


def _of(case_id: UUID, meeting_id: str | None) -> Select[AnswerRow]:
    ours = or_(AnswerRow.meeting_id.is_(None), AnswerRow.meeting_id == meeting_id)
    found = select(AnswerRow).where(AnswerRow.case_id == case_id, ours)
    return found.order_by(AnswerRow.version, AnswerRow.uid)


def _read(tx: Transaction, query: Select[AnswerRow]) -> dict[str, Recorded]:
    last = {row.key: row for row in tx.all(query)}
    read = {key: answer_of(key, row.answer) for key, row in last.items()}
    return {
        key: Recorded(answer, last[key].version, last[key].at, last[key].typed_by)
        for key, answer in read.items()
        if answer is not None
    }


def answer_of(key: str, kept: Any) -> Answer[Any] | None:
    """None where the question is gone or no longer allows this answer: it stays kept, and is asked again."""
    if key.partition("/")[0] not in FACTS:
        return None
    read = answer_from_json(fact_of(key), key, kept)
    return read if isinstance(read, Answer) else None
