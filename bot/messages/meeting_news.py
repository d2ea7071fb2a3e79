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
