"""Days as a calendar file (RFC 5545) that Outlook, Google and others take in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

MIMETYPE = "text/calendar"


def file_name(reference: str, which: str) -> str:
    """`which` is "next" for the next meeting, "" for the whole calendar: neither replaces the other."""
    return f"{reference}-{'next-meeting' if which else 'calendar'}.ics"


@dataclass(frozen=True)
class Entry:
    """A whole day in somebody's calendar. `uid` stays the same when the day changes.

    What is not booked is only due, and may move.
    """

    uid: str
    on: date
    title: str
    is_booked: bool


def calendar_file(entries: Iterable[Entry], stamp: datetime, edition: int) -> str:
    """One file of all-day entries, which take up nobody's day.

    `stamp` is the time of making it, with its zone. `edition` rises with every change, so that an entry
    fetched again takes the place of the one before it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Day One//Planning calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-timezone", "Europe/London")
    for entry in entries:
        calendar.add_component(_event(entry, stamp, edition))
    file: bytes = calendar.to_ical()
    return file.decode()


def _event(entry: Entry, stamp: datetime, edition: int) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("sequence", edition)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("status", "CONFIRMED" if entry.is_booked else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    return event
