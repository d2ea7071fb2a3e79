"""When and where a service has its weekly digest, and in which hours its people are reminded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from bot.messages.channels import A_CHANNEL
from bot.messages.document import Button, Buttons, Document, Paragraph
from bot.messages.form import Control, Field, Form
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
EACH, HERE, THERE = "each", "here", "there"
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
_CHOICES = tuple((str(number), day) for number, day in enumerate(DAYS))


@dataclass(frozen=True)
class Hours:
    """In London: the digest comes `at` a time, and nobody is reminded before `awake_from` or from

    `awake_until` on.
    """

    at: time
    awake_from: time
    awake_until: time

    @property
    def fault(self) -> Mapping[str, str]:
        """What is wrong, by the name of the field."""
        if self.awake_from >= self.awake_until:
            return {"awake_until": f"Give a time after {self.awake_from:%H:%M}."}
        if not self.awake_from <= self.at < self.awake_until:
            return {"at": f"Nobody is told anything then. Give a time {_between(self)}."}
        return {}


def settings_form(day: int, hours: Hours, in_channel: bool, in_private_channel: bool) -> Form:
    """`in_channel`: the digest goes to one now; `in_private_channel`: this is said in one."""
    to = [(EACH, "To each manager, in their own messages")]
    to += [(THERE, "To the channel that it goes to now")] if in_channel else []
    to += [(HERE, "To this private channel")] if in_private_channel else []
    elsewhere = f"For {A_CHANNEL}: type /dto service there. Only managers and "
    fields = (
        Field("day", "On which day does the digest come?", Control.SELECT, _CHOICES, str(day), required=True),
        _time("at", "At what time?", hours.at),
        Field(
            "to",
            "To whom?",
            Control.RADIO,
            tuple(to),
            THERE if in_channel else EACH,
            required=True,
            help=f"{elsewhere}Day One may be in it.",
        ),
        _time("awake_from", "From what time may people be reminded?", hours.awake_from),
        _time("awake_until", "And until what time?", hours.awake_until),
    )
    intro = "A bank holiday puts the digest off to a working day. Cases send their weekly updates then too."
    return Form("Weekly digest and reminders", "service", fields, intro=intro)


def settings_kept(day: int, hours: Hours, in_channel: bool) -> Document:
    ways = (Button("See the digest now", "digest"), Button("Change this", "service"))
    return Document(
        "Weekly digest and reminders", (Paragraph(settings_said(day, hours, in_channel)), Buttons(ways))
    )


def settings_said(day: int, hours: Hours, in_channel: bool) -> str:
    """When and where the digest comes, and when people are reminded."""
    where = "to the private channel" if in_channel else "to each manager"
    digest = f"The weekly digest comes on {DAYS[day]} at {hours.at:%H:%M}, {where}."
    return f"{digest} People are reminded {_between(hours)} on working days."


def read_hours(typed: Mapping[str, str]) -> Hours | Mapping[str, str]:
    """What was typed into the form; or what is wrong, by the name of the field."""
    read = {name: read_time(typed[name]) for name in Hours.__dataclass_fields__}
    wrong = {name: at.sentence for name, at in read.items() if isinstance(at, Refusal)}
    if wrong:
        return wrong
    hours = Hours(**{name: at for name, at in read.items() if isinstance(at, time)})
    return hours.fault or hours


def _time(name: str, asks: str, at: time) -> Field:
    return Field(name, asks, Control.LINE, value=f"{at:%H:%M}", required=True, help="Like 08:30.")


def _between(hours: Hours) -> str:
    return f"between {hours.awake_from:%H:%M} and {hours.awake_until:%H:%M}"


def read_day_and_time(text: str) -> tuple[int, time] | Refusal:
    """ "monday 08:30"."""
    day, _, at = clean(text).partition(" ")
    meant = nearest(day.capitalize(), DAYS, 0.9)
    read = read_time(at)
    if not meant:
        return Refusal(f"“{day[:30]}” is no working day. Type it like monday 08:30.")
    return read if isinstance(read, Refusal) else (DAYS.index(meant), read)


def read_time(text: str) -> time | Refusal:
    """ "08:30" or "8.30"."""
    found = _TIME.fullmatch(clean(text))
    if not found:
        return Refusal(f"“{clean(text)[:30]}” is no time. Type it like 08:30.")
    return time(int(found[1]), int(found[2]))


def only_managers() -> Refusal:
    return Refusal("Only a manager of your service can see its digest. Type /dto list for your own cases.")


def only_those_who_run_it() -> Refusal:
    return Refusal("Only a manager, or whoever administers Day One for your service, can change this.")
