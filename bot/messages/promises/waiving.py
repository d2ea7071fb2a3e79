"""Why a gap does not count: asked, and said back."""

from datetime import date

from bot.messages.document import Button, Buttons, Document, Paragraph
from bot.messages.form import Control, Field, Form
from planning_rules.dates import in_full
from planning_rules.parts import Reason

WAIVE_REASONS = {
    Reason.DOES_NOT_APPLY: "It does not apply",
    Reason.WRONG_TIME: "It is the wrong time",
    Reason.NOT_OURS: "It is not ours (say whose)",
    Reason.EVIDENCE_DIFFERS: "The evidence says otherwise",
    Reason.AGAINST_WISHES: "The child or family does not want it (say why)",
    Reason.CANNOT_BE_DONE: "It cannot be done (say what was tried)",
}


def waive_form(command: str, says: str, urgent_until: date | None) -> Form:
    """Why a gap does not count, in a code, in words, and until when: on an urgent one at most until a day."""
    until = f"Until when? At most {in_full(urgent_until)}." if urgent_until else "Until when, if it ends?"
    fields = (
        Field("reason", "Why does it not count?", Control.RADIO, tuple(WAIVE_REASONS.items()), required=True),
        Field("words", "In a few words", Control.LINE, longest=150, required=True),
        Field("until", until, Control.DATE, required=urgent_until is not None, future=True),
    )
    return Form("Say why a gap does not count", command, fields, "Keep the reason", says)


def waived_too_long(latest: date) -> str:
    """Beside the day until which an urgent gap is not to count."""
    return f"It is urgent, so at most until {in_full(latest)}, and not before today."


def waived(says: str, reference: str) -> Document:
    """Said once a waiver is kept."""
    line = Paragraph(
        f"“{says}” no longer counts. The reason is kept and can be read by everybody on the case."
    )
    return Document("Reason kept", (line, Buttons((Button("Gaps", f"gaps {reference}"),))))
