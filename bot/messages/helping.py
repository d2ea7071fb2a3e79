"""The help: every command with an example."""

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.commands import COMMANDS, HELP
from bot.messages.document import Button, Buttons, Document, Heading, Pairs, Paragraph
from bot.messages.form import Form
from planning_rules.refusal import Refusal

FAULT = "Something went wrong here. Please send it again: what you typed stays."
KEPT = "What you typed before and did not send is filled in."


def help_page(of_itself: str = "") -> Document:
    """What can be typed, by when one needs it. `of_itself`: what is so in this chat."""
    return Document(
        "What you can type",
        (
            Paragraph("Everything in a case has buttons too. Type /dto alone to see your cases."),
            *([Paragraph(of_itself)] if of_itself else []),
            *(block for title, names in HELP.items() for block in (Heading(title), _listed(names))),
            Buttons((Button("Your cases", "list", main=True), Button("Start a case", "new"))),
        ),
    )


def _listed(names: Sequence[str]) -> Pairs:
    return Pairs(tuple((COMMANDS[name].example, COMMANDS[name].help) for name in names))


def kept_from_before(form: Form) -> Form:
    """The form with what somebody typed into it before, and the way to be rid of that."""
    intro = " ".join(part for part in (KEPT, form.intro) if part)
    return replace(form, intro=intro, ways=(*form.ways, Button("Start afresh", f"afresh {form.command}")))


def sent_as_a_file() -> Document:
    """A file can be opened and kept where it stands in one's own messages."""
    line = Paragraph("The file comes into your own messages with Day One.")
    return Document("Sent to you", (line, Buttons((Button("Your cases", "list"),))))


def already_done(ways: Sequence[Button] = ()) -> Document:
    """The same request came twice; it may take the place of what the first one was answered with."""
    line = Paragraph("That was done already, so nothing was done twice.")
    return Document("Done already", (line, Buttons((*ways, Button("Your cases", "list")))))


def refused(refusal: Refusal, ways: Sequence[Button] = ()) -> Document:
    """What happened and what to do, with the ways on."""
    anywhere = (Button("Your cases", "list"), Button("Help", "help"))
    return Document("That did not work", (Paragraph(refusal.sentence), Buttons((*ways, *anywhere))))


def back_to_the_meeting(reference: str) -> Button:
    return Button("Back to the meeting", f"meet {reference}")


def to_the_case(reference: str) -> Button:
    return Button("The case", f"case {reference}")


def too_slow(command: str) -> Document:
    """Said where the three seconds were over in which Slack opens a modal."""
    line = Paragraph("It took too long, and Slack did not open it. Nothing is lost: press to open it.")
    return Document("Not opened yet", (line, Buttons((Button("Open it", command or "list", main=True),))))
