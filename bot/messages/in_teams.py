"""What is said in Teams alone: where an answer is, and how a file is had."""

from bot.messages.document import Button, Buttons, Document, Paragraph, Tone
from bot.messages.helping import FAULT
from planning_rules.refusal import Refusal

IN_YOUR_CHAT = "The answer is in your own chat with Day One."
WORDS_ALONE = "In your own chat with Day One you can leave @Day One out. Elsewhere it hears nothing without."
NOT_IN_YOUR_CHAT = (
    "Day One cannot write to you yet. Open Apps, look for Day One and add it for yourself. "
    "Then write this again here."
)
A_FILE = "A plan sheet or a calendar that you asked for."
GET_THE_FILE = "Get the file"
SEND_AGAIN = "Send it again"
LOOK_AGAIN = "Look again"


def old_card() -> Refusal:
    """Somebody pressed what a later edition of us does not know."""
    return Refusal(
        "This card is from an older edition of Day One, so nothing was done. Write list to see your cases, "
        "and begin again from there."
    )


def no_files() -> Refusal:
    return Refusal(
        "The file cannot be sent to you here. Ask whoever runs Day One to say in its settings where it is."
    )


def with_way_back(refused: Document, command: str) -> Document:
    """What was refused, with a way back to what was typed."""
    back = Buttons((Button("Back to what you typed", command, main=True),))
    return Document(refused.title, (*refused.blocks, back), refused.language)


def not_taken_in() -> Document:
    """Something went wrong with us while a dialog was sent in."""
    return Document("Not done yet", (Paragraph(FAULT, Tone.WATCH),))


def get_the_file() -> Document:
    """With the link. It opens a page of ours, since whoever checks links for harm opens them too."""
    line = "The link works once, for ten minutes. Whoever has it can open the file: send it to nobody."
    return Document("Your file", (Paragraph(line),))


def open_the_file() -> Document:
    """The page behind the link."""
    button = Buttons((Button(GET_THE_FILE, "get", main=True),))
    line = Paragraph("It opens once. Press the button to have it.")
    return Document("Your file from Day One", (line, button))


def link_is_used() -> Document:
    line = "This link was used already, or is too old. Go back to Teams and ask for the file again."
    return Document("This link does not work", (Paragraph(line, Tone.WATCH),))
