"""When and where a service has its weekly digest."""

import re
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


def digest_form(day: int, at: time, in_channel: bool, in_private_channel: bool) -> Form:
    """`in_channel`: it goes to one now; `in_private_channel`: this is said in one."""
    to = [(EACH, "To each manager, in their own messages")]
    to += [(THERE, "To the channel that it goes to now")] if in_channel else []
    to += [(HERE, "To this private channel")] if in_private_channel else []
    elsewhere = f"For {A_CHANNEL}: type /dto service there. Only managers and "
    fields = (
        Field("day", "On which day?", Control.SELECT, _CHOICES, str(day), required=True),
        Field("at", "At what time?", Control.LINE, value=f"{at:%H:%M}", required=True, help="Like 08:30."),
        Field(
            "to",
            "To whom?",
            Control.RADIO,
            tuple(to),
            THERE if in_channel else EACH,
            required=True,
            help=f"{elsewhere}Day One may be in it.",
        ),
    )
    intro = "A bank holiday puts it off to the next working day. Cases send their weekly updates then too."
    return Form("When the weekly digest comes", "service", fields, intro=intro)


def kept_digest(day: int, at: time, in_channel: bool) -> Document:
    ways = (Button("See it now", "digest"), Button("Change it", "service"))
    return Document("Weekly digest", (Paragraph(digest_said(day, at, in_channel)), Buttons(ways)))


def digest_said(day: int, at: time, in_channel: bool) -> str:
    """When and where it comes."""
    where = "to the private channel" if in_channel else "to each manager"
    return f"The weekly digest comes on {DAYS[day]} at {at:%H:%M}, {where}."


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
