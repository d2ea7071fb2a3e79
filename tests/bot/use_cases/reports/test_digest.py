"""The weekly digest of a manager: counts that its lines bear out, what got better, and nothing else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.document import Document, HeatMap, Pairs, Paragraph, Row
from bot.messages.reports.digest import MOST_LINES, Digest, digest
from bot.messages.reports.digest_table import digest_table
from planning_rules.calendar import Due, Event
from planning_rules.checking import Gap, GapState
from planning_rules.counting.concerns import Amiss, Concerns
from planning_rules.gaps import RULES
from planning_rules.parts import Role
from planning_rules.rulebook import Severity
from planning_rules.sources import L
from storage import accounts, services
from tests.bot.core import OAK, Core, words
from tests.bot.every_medium import drawn_everywhere

TODAY = date(2026, 3, 2)
DAYS = st.integers(0, 84).map(lambda number: TODAY + timedelta(days=number))
GAPS = st.builds(
    lambda code: Gap(RULES[code], GapState.OPEN, Severity.URGENT, ()), st.sampled_from(sorted(RULES))
)
DUE = st.builds(lambda event, on: Due(event, on, "", L), st.sampled_from(Event), DAYS)


def tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


@st.composite
def concerns(draw: st.DrawFn) -> Concerns:
    leaves = draw(st.none() | DAYS)
    return Concerns(
        f"OAK-{draw(st.integers(100, 999))}",
        leaves,
        draw(tuples(GAPS)) if leaves else (),
        draw(tuples(st.tuples(GAPS, st.just(TODAY)))),
        tuple(sorted(draw(tuples(st.sampled_from([*map(str, Role), "nobody"]))))),
        draw(tuples(DUE)),
        draw(st.booleans()),
        tuple(dict.fromkeys(draw(tuples(st.sampled_from(Amiss))))),
        draw(st.integers(0, 3)),
        draw(st.integers(0, 3)),
    )


CASES = st.lists(concerns(), max_size=14, unique_by=lambda one: one.reference)
# Each count at the top, and what stands in the line of a plan for it.
COUNTS = {
    "Urgent gaps": (r"^(\d+),", r"^(\d+) urgent: "),
    "Leave within 12 weeks, not ready": (r", (\d+) gap", r"^(\d+) missing: "),
    "Actions late": (r"^(\d+) ", r"^(\d+) actions? late: "),
    "Meetings and looks back due": (r"^(\d+)$", r"^(\d+) due: "),
    "Records to put right": (r"^(\d+) ", r"^(\d+) records? to put right: "),
    "Better": (r"(\d+) gaps? closed", r"^Better: (\d+) gaps? closed"),
}


def stated(document: Document) -> dict[str, str]:
    (pairs,) = (block for block in document.blocks if isinstance(block, Pairs))
    return {label.partition(" since ")[0]: says for label, says in pairs.items}


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


@given(CASES)
def test_the_lines_bear_out_every_count(cases: list[Concerns]) -> None:
    found = digest(Digest(TODAY, cases, TODAY), whole=True)
    rows = [block for block in found.blocks if isinstance(block, Row)]
    assert [row.title.partition(":")[0] for row in rows] == [
        one.reference for one in Digest(TODAY, cases).listed
    ]
    if not rows:
        return
    lines = [line for row in rows for line in row.detail.split("\n")]
    for label, (count, listed) in COUNTS.items():
        assert number(count, stated(found).get(label, "")) == sum(number(listed, line) for line in lines), (
            label
        )
    unseen = sum(line == "No manager’s oversight." for line in lines)
    assert number(r"^(\d+)", stated(found).get("No manager’s oversight", "")) == unseen


@given(CASES)
def test_what_is_listed_and_what_is_not_is_together_what_is_counted(cases: list[Concerns]) -> None:
    of = Digest(TODAY, cases, TODAY)
    found = digest(of)
    rows = [block for block in found.blocks if isinstance(block, Row)]
    assert len(rows) == min(len(of.listed), MOST_LINES)
    rest = next(
        (b.text for b in found.blocks if isinstance(b, Paragraph) and "not listed here" in b.text), ""
    )
    assert number(r"^(\d+) more plan", rest) == len(of.listed) - len(rows)
    lines = [line for row in rows for line in row.detail.split("\n")]
    for label in ("Urgent gaps", "Actions late", "Meetings and looks back due", "Records to put right"):
        count, listed = COUNTS[label]
        unlisted = number(rf"{label}: (\d+)", rest)
        assert number(count, stated(found).get(label, "") if rows else "") == unlisted + sum(
            number(listed, line) for line in lines
        )


@given(CASES)
def test_the_picture_shows_as_much_as_the_counts_say(cases: list[Concerns]) -> None:
    found = digest(Digest(TODAY, cases), whole=True)
    drawn = sum(
        count or 0
        for block in found.blocks
        if isinstance(block, HeatMap)
        for row in block.rows
        for count in row.cells
    )
    assert drawn == sum(len(one.missing) for one in cases)


@given(CASES)
def test_the_table_has_a_line_for_each_plan_and_reads_like_the_list(cases: list[Concerns]) -> None:
    columns, *lines = digest_table(Digest(TODAY, cases))
    assert [line[0] for line in lines] == [one.reference for one in Digest(TODAY, cases).listed]
    assert {len(line) for line in lines} <= {len(columns)}
    assert sum(int(line[2]) for line in lines) == sum(len(one.urgent) for one in cases)


@given(CASES)
def test_it_can_be_drawn_everywhere(cases: list[Concerns]) -> None:
    drawn_everywhere(digest(Digest(TODAY, cases, TODAY)))


def read(core: Core, who: str = "Morgan", what: str = "digest") -> str:
    return words(core.says(who, what))


def test_a_manager_sees_what_needs_them_first(core: Core) -> None:
    text = read(core)
    assert text.split("\n")[3] == "‼ This needs you: 1 urgent gap and 1 plan to look at."
    assert f"{OAK}" in text
    assert "since Monday 23 February 2026" in text


@pytest.mark.parametrize("who", ["Sam", "Jo", "Alex", "Priya"])
def test_nobody_else_sees_it(core: Core, who: str) -> None:
    outcome = core.says(who, "digest")
    assert outcome.refused
    assert OAK not in words(outcome)
    for made in (
        core.day_one.table(core.people[who], "digest", "all"),
        core.day_one.printable(core.people[who], "digest", "all"),
    ):
        assert "Only a manager" in repr(made)


def test_a_manager_sees_the_cases_that_their_service_leads_and_no_others(core: Core) -> None:
    core.joins_service("Max", "manager")
    with core.store.transaction() as tx:
        other = accounts.add(
            tx, services.every(tx)[1].id, chat="local", chat_id="fern", roles=("manager",), name="Fern"
        )
    core.people["Fern"] = str(other.id)
    assert OAK in read(core, "Max")
    assert "Your service leads 0 plans" in read(core, "Fern")


def test_who_is_on_no_case_is_offered_no_oversight_and_opens_nothing(core: Core) -> None:
    core.joins_service("Max", "manager")
    assert f"oversee {OAK}" not in repr(core.says("Max", "digest"))
    assert f"oversee {OAK}" in repr(core.says("Morgan", "digest"))
    for what in (f"case {OAK}", f"oversee {OAK}"):
        assert core.says("Max", what).refused


def test_it_names_nobody_and_quotes_nobody(core: Core) -> None:
    text = read(core, what="digest all")
    plan = core.plan()
    for secret in (plan.first_name, *(one.name for one in plan.people), *(one.what for one in plan.actions)):
        assert secret not in text


def test_whoever_looks_is_in_the_audit(core: Core) -> None:
    read(core)
    core.day_one.table(core.people["Morgan"], "digest", "all")
    assert sum("looked-at-digest" in row for row in core.kept()["audit"]) == 2


def test_there_is_no_table_of_a_case(core: Core) -> None:
    assert "no report" in repr(core.day_one.table(core.people["Morgan"], OAK, "child"))
