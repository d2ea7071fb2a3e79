"""What somebody hears of a meeting in their own messages: a reference and the ways there, and no content."""

from bot.messages.document import Button, Buttons, Document, Paragraph


def is_open(reference: str) -> Document:
    """Somebody else opened it."""
    ways = (Button("Go to the meeting", f"meet {reference}", main=True),)
    says = "Any invited worker can open any step. Two at once is fine."
    return Document(f"The meeting on {reference} is open", (Paragraph(says), Buttons(ways)))


def is_closed(reference: str) -> Document:
    """Somebody else closed it."""
    ways = (
        Button("Plan sheet", f"sheet {reference} child", main=True),
        Button("Actions", f"actions {reference}"),
    )
    line = Paragraph("The plan is kept as it stood. Look at what you promised.")
    return Document(f"The meeting on {reference} is closed", (line, Buttons(ways)))


def agenda_is_posted(reference: str) -> Document:
    """It stands in the case's channel, which they do not see."""
    ways = (Button("The agenda", f"agenda {reference}", main=True),)
    line = Paragraph("Say if you come, and answer your part beforehand.")
    return Document(f"The agenda for {reference} is there", (line, Buttons(ways)))


def agenda_has_no_channel(reference: str) -> Document:
    """To the case lead, where it could not be posted by itself."""
    ways = (Button("The agenda", f"agenda {reference}", main=True), Button("The case", f"case {reference}"))
    line = Paragraph(
        f"The agenda was not posted, since {reference} has no channel. Print it, or choose a channel first."
    )
    return Document(f"The meeting on {reference} is near", (line, Buttons(ways)))
