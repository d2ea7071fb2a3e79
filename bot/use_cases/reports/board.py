"""The board's figures, what can be learned from them, and a manager's paper for a closed session."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.conversation.calls import Call
from bot.messages.document import Document
from bot.messages.reports import board_refusals
from bot.messages.reports.board import ALL, BOARD, CLOSED, LEARN, Period, board_report
from bot.messages.reports.chart_table import chart_table
from bot.messages.reports.closed_session import Single, closed_session_paper
from bot.messages.reports.learning import learning_report
from bot.use_cases.handlers import SAID, Answered, Typed, outside
from bot.use_cases.reports import telling
from bot.use_cases.reports.reports import Report, report
from bot.use_cases.reports.telling import CHILDREN, TheirCases, tell
from bot.use_cases.turn import Turn
from planning_rules.behind import any_private, behind_gap
from planning_rules.counting.across_meetings import Left
from planning_rules.counting.at_the_close import Fate, fates
from planning_rules.counting.outcomes import LOOKS_BACK
from planning_rules.counting.stretches import A_YEAR, a_year_up_to, quarter_of
from planning_rules.dates import months_before
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from storage import audit
from storage.accounts import ServiceRole
from storage.told_counts import ToldCounts

_SEE = {ServiceRole.BOARD, ServiceRole.MANAGER, ServiceRole.ADMINISTRATOR}
# So many earlier periods have a button.
_EARLIER = 4


@outside(SAID, BOARD)
def board(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Twelve months of whole quarters, the newest or those up to a day that is named. Who looked is kept."""
    return _board(turn, call.word(0))


@outside(SAID, LEARN)
def learn(turn: Turn, call: Call, typed: Typed) -> Answered:
    """As `board`, of how gaps, offers and rules fared."""
    return _learning(turn, call.word(0))


@report(BOARD)
def board_file(turn: Turn, which: str) -> Report | Refusal:
    """`which` is the last day of a period that is told."""
    return _file(_board(turn, which))


@report(LEARN)
def learn_file(turn: Turn, which: str) -> Report | Refusal:
    """As `board_file`."""
    return _file(_learning(turn, which))


@report(CLOSED)
def closed_session_file(turn: Turn, which: str) -> Report | Refusal:
    """Of the four whole quarters that are over, however few left in them."""
    return _file(_closed_session(turn) if which == ALL else board_refusals.no_such_period(which))


def board_upto(turn: Turn, upto: str) -> Document | None:
    """As `board`, for whoever it is sent to; None where that period is not told."""
    made = _board(turn, upto)
    return made if isinstance(made, Document) else None


def _file(made: Document | Refusal) -> Report | Refusal:
    return made if isinstance(made, Refusal) else Report(made, chart_table(made))


def _board(turn: Turn, upto: str) -> Document | Refusal:
    told = _looked(turn, "looked-at-board", telling.RELEASE, *(look.key for look in LOOKS_BACK))
    if isinstance(told, Refusal):
        return told
    counts, waiting = told
    released = _period(counts, telling.RELEASE, upto)
    if isinstance(released, Refusal):
        return released
    after = {look.key: _period(counts, look.key, upto) for look in LOOKS_BACK}
    known = {key: period for key, period in after.items() if isinstance(period, Period)}
    earlier = _others(counts, telling.RELEASE, released)
    return board_report(released, known, earlier, waiting, ServiceRole.MANAGER in turn.service_roles)


def _learning(turn: Turn, upto: str) -> Document | Refusal:
    told = _looked(turn, "looked-at-learning", telling.LEARNING)
    if isinstance(told, Refusal):
        return told
    counts, waiting = told
    period = _period(counts, telling.LEARNING, upto)
    if isinstance(period, Refusal):
        return period
    return learning_report(period, _others(counts, telling.LEARNING, period), waiting)


def _looked(turn: Turn, verb: str, *measures: str) -> tuple[list[ToldCounts], int] | Refusal:
    if not turn.service_roles & _SEE:
        return board_refusals.only_the_board()
    audit.write(turn.tx, turn.account.service_id, turn.account.id, verb, None, "", turn.now)
    return tell(turn, *measures)


def _period(told: Iterable[ToldCounts], measure: str, upto: str) -> Period | Refusal | None:
    """Twelve months that end by the day that is named, or the newest; None where there are none yet."""
    counts = {one.stretch: one.counts for one in told if one.measure == measure}
    ends = [stretch.ends for stretch in counts]
    last = next((one for one in ends if one.isoformat() == upto), None)
    if upto and last is None:
        return board_refusals.no_such_period(upto)
    some = a_year_up_to(list(counts), last or date.max)
    if not some:
        return None
    whole = Counter[str]()
    for stretch in some:
        whole.update(counts[stretch])
    return Period(some[0].starts, some[-1].ends, whole.pop(CHILDREN, 0), whole)


def _others(told: Iterable[ToldCounts], measure: str, shown: Period | None) -> Sequence[date]:
    ends = {one.stretch.ends for one in told if one.measure == measure} - {shown.ends if shown else None}
    return sorted(ends, reverse=True)[:_EARLIER]


def _closed_session(turn: Turn) -> Document | Refusal:
    if ServiceRole.MANAGER not in turn.service_roles:
        return board_refusals.only_managers_see_single_children()
    audit.write(turn.tx, turn.account.service_id, turn.account.id, "printed-closed-paper", None, "", turn.now)
    ends = quarter_of(turn.today).starts - timedelta(days=1)
    starts = months_before(ends + timedelta(days=1), A_YEAR)
    theirs = TheirCases(turn)
    children = [case_id for case_id, day in theirs.released.items() if starts <= day <= ends]
    singles = [
        Single(theirs.looked_back.get(case_id, Plan()), _missing(theirs.left(case_id, newest=1)))
        for case_id in children
    ]
    return closed_session_paper(starts, ends, singles)


def _missing(left: Sequence[Left]) -> list[str]:
    """The topics of the gaps that the last meeting left open, of which none is private."""
    return [
        gap.rule.topic
        for one in left
        for gap, fate in fates(one.plan, one.meeting_id, Day(one.day))
        if fate is not Fate.WAIVED and not any_private(behind_gap(gap, one.plan))
    ]
