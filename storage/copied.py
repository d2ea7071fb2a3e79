"""Looking up which wording of a case stands in other cases of its service, and never in whose."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import aliased

from storage.answers import AnswerRow
from storage.transaction import Transaction
from storage.wording import MarkRow

# Of wording that many plans share only the newest are looked at, so that the thousandth costs no more.
LOOKED_AT = 20


def in_other_plans(tx: Transaction, case_id: UUID) -> dict[str, tuple[int, ...]]:
    """By key of answer, how many workers typed each run of its words into other cases of the service.

    No plan is read and no two are compared: each mark of this case is looked up in an index. It tells a
    worker who types guesses no more than that eight words in a row stand somewhere in the service, and a
    rule says so only of longer ones.
    """
    theirs, typed = aliased(MarkRow), aliased(AnswerRow)
    found = (
        select(typed.typed_by)
        .join(theirs, theirs.answer_id == typed.uid)
        .where(theirs.mark == MarkRow.mark, typed.case_id != case_id)
        .order_by(theirs.answer_id.desc())
        .limit(LOOKED_AT)
        .correlate(MarkRow)
        .subquery()
    )
    workers = select(func.count(distinct(found.c.typed_by))).scalar_subquery()
    marked = (
        select(AnswerRow.key, workers)
        .join(MarkRow, MarkRow.answer_id == AnswerRow.uid)
        .where(AnswerRow.case_id == case_id)
        .order_by(AnswerRow.key, MarkRow.place)
    )
    counted = defaultdict[str, list[int]](list)
    for key, number in tx.connection.execute(marked):
        counted[key].append(number)
    return {key: tuple(numbers) for key, numbers in counted.items()}
