"""Calendar files, read back by a parser that is not the one that wrote them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st

from bot.render.ics import Entry, calendar_file

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ENTRY = Entry("b2f0", date(2026, 4, 30), "OAK-417: review, due", is_booked=False)
titles = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200)
entries = st.builds(
    Entry, st.uuids().map(str), st.dates(date(1950, 1, 1), date(2200, 1, 1)), titles, st.booleans()
)


def read(*of: Entry, edition: int = 1) -> list[Any]:
    """The entries as another program has them."""
    calendar = vobject.readOne(calendar_file(of, NOW, edition), validate=True)
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    return list(calendar.contents.get("vevent", []))


def test_an_entry_is_a_whole_day_that_leaves_it_free() -> None:
    (event,) = read(ENTRY)
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 4, 30), date(2026, 5, 1))
    assert event.summary.value == "OAK-417: review, due"
    assert event.transp.value == "TRANSPARENT"
    assert event.getChildValue("class") == "CONFIDENTIAL"


def test_the_time_of_making_it_is_the_one_passed_in() -> None:
    (event,) = read(ENTRY)
    assert event.dtstamp.value == NOW
    assert "DTSTAMP:20260302T093000Z" in calendar_file([ENTRY], NOW, 1)


def test_what_is_booked_is_certain_and_what_is_only_due_is_not() -> None:
    settled = Entry("a", ENTRY.on, "OAK-417: review, booked", is_booked=True)
    assert [event.status.value for event in read(ENTRY, settled)] == ["TENTATIVE", "CONFIRMED"]


def test_a_later_edition_takes_the_place_of_an_earlier_one() -> None:
    moved = Entry(ENTRY.uid, ENTRY.on + timedelta(days=7), ENTRY.title, is_booked=True)
    (before,), (after,) = read(ENTRY, edition=3), read(moved, edition=4)
    assert before.uid.value == after.uid.value
    assert int(before.sequence.value) < int(after.sequence.value)


@given(st.lists(entries, max_size=5), st.integers(0, 10**6))
def test_any_entries_read_back_as_they_were(of: list[Entry], edition: int) -> None:
    events = read(*of, edition=edition)
    assert [event.uid.value for event in events] == [entry.uid for entry in of]
    assert [event.dtstart.value for event in events] == [entry.on for entry in of]
    assert [event.summary.value for event in events] == [entry.title for entry in of]
    assert {event.sequence.value for event in events} <= {str(edition)}


@given(st.lists(entries, max_size=5))
def test_no_line_is_longer_than_the_standard_allows(of: list[Entry]) -> None:
    file = calendar_file(of, NOW, 1).encode()
    assert file.endswith(b"\r\n")
    assert max(map(len, file.split(b"\r\n"))) <= 75
