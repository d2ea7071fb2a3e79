"""What somebody hears of an action in their own messages: a reference and the ways there, and no content."""

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from planning_rules.dates import in_full
from planning_rules.reminders import Kind, Reminder

# Each of its day, which is filled in.
_TO_THE_OWNER = {
    Kind.SOON: "Something that you were asked to do is due on {day}.",
    Kind.AGAIN: "Reminders of something that you were asked to do have waited until {day}.",
    Kind.DUE: "Something that you were asked to do is due on {day}.",
    Kind.LATE: "Something that you were asked to do was due on {day}, and is not recorded as done.",
    Kind.STILL_LATE: "Something that you were asked to do was due on {day}, and is not recorded as done.",
}
_NOT_HEARD = "Day One cannot remind whoever does it, so please remind them."
_TO_OTHERS = {
    Kind.SOON: f"Something is due on {{day}}. {_NOT_HEARD}",
    Kind.AGAIN: f"Reminders of something have waited until {{day}}. {_NOT_HEARD}",
    Kind.DUE: f"Something is due on {{day}}. {_NOT_HEARD}",
    Kind.UNANSWERED: "Somebody was asked on {day} to do something, and has not said whether they will.",
    Kind.LATE: "Something was due on {day}, and is not recorded as done. Please ask what stands in its way.",
    Kind.STILL_LATE: "Something was due on {day}, and is still not recorded as done. Please ask about it.",
}


def asked_to_do(reference: str) -> Document:
    """Said to whoever is offered an action, without what it is."""
    line = Paragraph(f"You are asked to do something for {reference}. Please say whether you will.")
    way = Button("See it", f"actions {reference}", main=True)
    return Document(f"For you: {reference}", (line, Buttons((way,))))


def handed_on(reference: str) -> Document:
    """Said to whoever had an action that is somebody else's now."""
    line = Paragraph(f"Something that you had promised for {reference} is with somebody else now.")
    return Document(f"For you: {reference}", (line, Buttons((Button("See it", f"actions {reference}"),))))


def declined(reference: str) -> Document:
    """Said to the case lead once somebody declined an action, which nobody does any more."""
    says = f"Somebody declined what they were asked to do for {reference}. Ask somebody else, or skip it."
    way = Button("See it", f"actions {reference}", main=True)
    return Document(f"For you: {reference}", (Paragraph(says, Tone.WATCH), Buttons((way,))))


def came_back(reference: str) -> Document:
    """Said to the case lead once somebody left who had promised something."""
    says = "Somebody has left, and what they had promised is with you now. Take it on, or hand it over."
    way = Button("See it", f"actions {reference}", main=True)
    return Document(f"For you: {reference}", (Paragraph(says), Buttons((way,))))


def reminder(reference: str, one: Reminder, is_owner: bool, may_snooze: bool) -> Document:
    """To whoever has promised it, or to whoever hears of it in their place or because it is late."""
    theirs = is_owner and one.kind in _TO_THE_OWNER
    says = (_TO_THE_OWNER if theirs else _TO_OTHERS)[one.kind].format(day=in_full(one.on))
    tone = Tone.WATCH if one.kind in (Kind.LATE, Kind.STILL_LATE) else Tone.PLAIN
    ways = [Button("See it", f"actions {reference}", main=True)]
    ways += [Button("Snooze", f"snooze {reference} {one.action}")] if may_snooze else []
    return Document(f"For you: {reference}", (Paragraph(says, tone), Buttons(tuple(ways))))
