"""The board's figures: who sees them, what they count, and what no subtraction gets out of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Bars, Button, Buttons, Document, HeatMap, Print, Row
from planning_rules.counting.stretches import ENOUGH
from planning_rules.parts import Action, Progress
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from storage import actions
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.reports.who_left import LOOKED_BACK, Met, answers_to, find, has_left

NOW = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
HOME, CUSTODY = "looking_back.late_home", "looking_back.late_custody"
MISSING = {"home.living_with": "care", "home.child_wants": "different", "home.difference_explained": False}
SIX = "Six months after release"
SUSPECT = "ZED-9999"


@pytest.fixture
def board(core: Core) -> Core:
    core.now = NOW
    for name, role in (("Bea", "board"), ("Ada", "administrator")):
        core.joins_service(name, role)
    return core


def leave(core: Core, number: int, on: date, start: int = 1000, **found: Any) -> None:
    """So many children who left on a day, with this found of each at six months."""
    facts = {**LOOKED_BACK, **{f"looking_back.late_{name}": value for name, value in found.items()}}
    for one in range(number):
        has_left(core, f"ZED-{start + one}", on, facts)


def report(core: Core, who: str = "Bea", said: str = "board") -> Document:
    (shown,) = core.says(who, said).shown
    assert isinstance(shown, Document)
    return shown


def bars(document: Document) -> Iterator[tuple[str, str, int]]:
    for block in document.blocks:
        if isinstance(block, Bars):
            yield from ((block.title, bar.label, bar.count) for bar in block.bars)


def told(document: Document, label: str) -> list[int]:
    """What is told under this label at three and at six months."""
    return [count for _, one, count in bars(document) if one == label]


@pytest.mark.parametrize("who", ["Bea", "Ada", "Morgan"])
@pytest.mark.parametrize("said", ["board", "learn"])
def test_the_board_managers_and_administrators_see_it_and_that_is_kept(
    board: Core, who: str, said: str
) -> None:
    assert not board.says(who, said).refused
    verb = {"board": "looked-at-board", "learn": "looked-at-learning"}[said]
    assert sum(verb in row for row in board.kept()["audit"]) == 1


@pytest.mark.parametrize("who", ["Sam", "Jo", "Alex"])
@pytest.mark.parametrize("said", ["board", "learn"])
def test_nobody_else_does(board: Core, who: str, said: str) -> None:
    outcome = board.says(who, said)
    assert outcome.refused
    assert "Only the board, managers" in words(outcome)


def test_offers_count_as_accepted_in_time_within_three_working_days(board: Core) -> None:
    """Offered on a Monday: of the first ten the offer was accepted on Thursday, of the others on Friday."""
    board.now = datetime(2025, 11, 3, 9, 30, tzinfo=UTC)
    offered = Action("a1", "Ring the college", "sam")
    cases = [
        has_left(board, f"ZED-{one}", date(2025, 11, 3), promised=(offered,)) for one in range(1000, 1022)
    ]
    sam = UUID(board.people["Sam"])
    for number, case_id in enumerate(cases):
        at = board.now + timedelta(days=3 if number < 10 else 4)
        with board.store.transaction() as tx:
            accepted = replace(offered, progress=Progress.ACCEPTED)
            actions.change(tx, case_id, accepted, account_id=sam, at=at)
    board.now = NOW
    said = "Of some 20 actions, at least 10 were accepted within 3 working days."
    assert said in words(board.says("Bea", "learn"))


def test_until_enough_have_left_nothing_is_told(board: Core) -> None:
    leave(board, ENOUGH - 1, date(2026, 2, 2))
    assert "There is nothing to tell yet." in words(board.says("Bea", "board"))
    assert not list(bars(report(board)))


def test_what_is_told_can_be_counted_by_hand(board: Core) -> None:
    """14 at home, 6 nowhere settled, and of 3 nobody knows; 7 back in custody."""
    leave(board, 7, date(2025, 11, 3), home="planned", custody=True, did=("yot", "health"))
    leave(board, 7, date(2025, 12, 3), 1100, home="elsewhere", custody=False, did=("yot",))
    leave(board, 6, date(2025, 12, 5), 1200, home="unsettled", custody=False)
    leave(board, 3, date(2025, 12, 6), 1300)
    six = [(bar.label, bar.says) for one in report(board).blocks if isinstance(one, Bars) for bar in one.bars]
    assert ("At home, or somewhere that suits", "at least 10; known: at least 15") in six
    assert ("Not gone back to custody", "at least 10; known: at least 15") in six
    assert ("Youth offending team", "at least 10") in six
    assert ("Health", "at least 5") in six
    assert ("Housing", "too few to tell") in six


def test_gaps_at_release_are_told_by_topic_and_by_who_could_close_them(board: Core) -> None:
    for one in range(23):
        facts = MISSING if one < 12 else {**MISSING, "home.difference_explained": True}
        before = Met(date(2025, 10, 1), MISSING)
        has_left(board, f"ZED-{one + 1000}", date(2025, 11, 3), met=(before, Met(date(2025, 11, 1), facts)))
    (drawn,) = [one for one in report(board).blocks if isinstance(one, HeatMap)]
    assert [row.label for row in drawn.rows if row.cells[drawn.columns.index("Youth offending team")]]
    (home,) = [row for row in drawn.rows if row.label == "Home"]
    assert dict(zip(drawn.columns, home.cells, strict=True))["Youth offending team"] == 10
    learned = words(board.says("Bea", "learn"))
    assert (
        "ACC07, The child wants to live elsewhere, and it is not recorded that anybody explained" in learned
    )


def test_twelve_months_are_told_and_those_before_can_be_chosen(board: Core) -> None:
    for quarter in range(6):
        leave(
            board,
            ENOUGH,
            date(2025 + quarter // 4, 1 + quarter % 4 * 3, 9),
            1000 + 100 * quarter,
            home="planned",
        )
    newest = report(board)
    assert newest.title == "Children who left custody, up to 30 June 2026"
    assert "80 children left from 1 July 2025 to 30 June 2026." in repr(newest)
    (ways,) = [
        b.items for b in newest.blocks if isinstance(b, Buttons) and b.items[0].label.startswith("Up to")
    ]
    assert ways[0] == Button("Up to 31 March 2026", "board 2026-03-31")
    assert "80 children left from 1 April 2025 to 31 March 2026." in repr(report(board, said=ways[0].command))
    assert board.says("Bea", "board 2026-03-30").refused
    assert board.says("Bea", "board nonsense").refused


def test_what_was_told_stays_as_it_was_told(board: Core) -> None:
    """Whoever looks before and after something was put down sees no difference."""
    leave(board, 9, date(2025, 11, 3), home="planned")
    leave(board, ENOUGH - 10, date(2025, 11, 3), 1100, home="unsettled")
    suspect = has_left(board, SUSPECT, date(2025, 11, 4), {**LOOKED_BACK, HOME: "unsettled"})
    before = words(board.says("Bea", "board"))
    assert "At home, or somewhere that suits: at least 5; known: at least 15" in before
    with board.store.transaction() as tx:
        find(tx, board, suspect, {HOME: "planned", CUSTODY: False})
    leave(board, 3, date(2025, 11, 5), 1200, home="unsettled")
    board.now += timedelta(days=40)
    assert words(board.says("Bea", "board")) == before


def test_another_services_children_are_not_counted(board: Core) -> None:
    for one in range(ENOUGH):
        has_left(board, f"ZED-{one + 1000}", date(2025, 11, 3), by="Alex")
    assert "There is nothing to tell yet." in words(board.says("Bea", "board"))


def test_two_reports_never_differ_by_fewer_children_than_a_stretch(board: Core) -> None:
    """Every month for two years, in every quarter of which another few children left."""
    board.now = datetime(2025, 1, 15, 9, 30, tzinfo=UTC)
    periods: set[tuple[date, date, int]] = set()
    released: list[date] = []
    for month in range(24):
        board.now += timedelta(days=30)
        for one in range(1 + month % 6):
            on = board.now.date() - timedelta(days=one)
            released.append(on)
            has_left(board, f"ZED-{1000 + 10 * month + one}", on)
        period = re.search(r"(\d+) children left from ([^.]*?) to ([^.]*?)\. Had a", repr(report(board)))
        if period:
            periods.add((_day(period[2]), _day(period[3]), int(period[1])))
    assert len(periods) >= 3
    ends = sorted({starts - timedelta(days=1) for starts, _, _ in periods} | {ends for _, ends, _ in periods})
    for before, after in pairwise(ends):
        assert sum(before < day <= after for day in released) >= ENOUGH


def _day(said: str) -> date:
    return datetime.strptime(said, "%d %B %Y").replace(tzinfo=UTC).date()


CANARIES = ("Robin-canary", "Sam", "Morgan", "Mum-canary", "ZED", OAK, "A word that was typed")


@pytest.fixture
def canaries(board: Core) -> Core:
    """Children whose plans and looks back are full of names and words that nobody may read elsewhere."""
    typed = "A word that was typed"
    words_of = {
        f"looking_back.{at}_{name}": typed for at in ("early", "late") for name in ("well", "badly", "better")
    }
    whole = {"home.address": typed, "child.wants": typed, **MISSING, "health.needs": ("mental",)}
    for one in range(ENOUGH):
        plan = Plan(reference=f"ZED-{one + 1000}", first_name="Robin-canary", answers=answers_to(whole))
        found = {**LOOKED_BACK, **words_of, HOME: "planned", "looking_back.late_health": "unmet"}
        met = (Met(date(2025, 11, 1), plan=plan),)
        action = Action("a1", typed, "sam", date(2025, 11, 2))
        has_left(board, f"ZED-{one + 1000}", date(2025, 11, 3), found, met, (action,), name="Robin-canary")
    return board


@pytest.mark.parametrize(
    ("name", "which"), [("board", "2025-12-31"), ("learn", "2025-12-31"), ("closed", "all")]
)
def test_no_name_no_reference_and_no_words_stand_in_any_of_it(canaries: Core, name: str, which: str) -> None:
    morgan = canaries.people["Morgan"]
    shown = [one for said in ("board", "learn") for one in canaries.says("Morgan", said).shown]
    made = canaries.day_one.printable(morgan, name, which)
    table = canaries.day_one.table(morgan, name, which)
    assert isinstance(made, Document), made
    said = repr([*shown, made, table])
    assert "At least" in said
    for canary in CANARIES:
        assert canary not in said


def test_the_paper_for_a_closed_session_has_a_line_for_each_child_and_nothing_private(canaries: Core) -> None:
    has_left(canaries, "ZED-2000", date(2025, 10, 3), {**LOOKED_BACK, HOME: "unsettled"})
    made = canaries.day_one.printable(canaries.people["Morgan"], "closed", "all")
    assert isinstance(made, Document)
    rows = [block for block in made.blocks if isinstance(block, Row)]
    assert [row.title for row in rows] == [f"Child {number}" for number in range(1, ENOUGH + 2)]
    assert sum("Nowhere settled" in row.detail for row in rows) == 1
    assert sum("Missing at release" in row.detail and "Home" in row.detail for row in rows) >= ENOUGH
    assert not any("Health at" in row.detail or "Substance" in row.detail for row in rows)
    assert sum("printed-closed-paper" in row for row in canaries.kept()["audit"]) == 1


@pytest.mark.parametrize("who", ["Bea", "Ada", "Sam"])
def test_single_children_are_for_managers_alone(canaries: Core, who: str) -> None:
    assert isinstance(canaries.day_one.printable(canaries.people[who], "closed", "all"), Refusal)
    if who == "Bea":
        ways = [block.reference for block in report(canaries).blocks if isinstance(block, Print)]
        assert ways == ["board", "board"]


@pytest.mark.parametrize("who", ["Sam", "Alex"])
@pytest.mark.parametrize("name", ["board", "learn"])
def test_nobody_else_gets_a_file(canaries: Core, who: str, name: str) -> None:
    account = canaries.people[who]
    for made in (canaries.day_one.printable, canaries.day_one.table):
        assert isinstance(made(account, name, "2025-12-31"), Refusal)


@pytest.mark.parametrize("form", ["pdf", "csv", "html"])
def test_it_can_be_fetched(canaries: Core, form: str) -> None:
    file = make_file(canaries.day_one, canaries.people["Bea"], SHEET, f"board 2025-12-31 {form}")
    assert isinstance(file, File)
    assert file.name == f"board.{form}"
    assert file.content
