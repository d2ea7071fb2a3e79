"""The dates of an order with their working: for a person to follow, and as plain values for a program."""

from typing import Any

from bot.messages.document import Block, Document, Heading, Pairs, Paragraph, Row, Tone
from planning_rules.dates import in_full
from planning_rules.sentence import Worked

_LABELS = {
    "ETD": "Early date (ETD)",
    "MTD": "Middle date (MTD)",
    "LTD": "Late date (LTD)",
    "SED": "End of the order (SED)",
    "TUSED": "End of supervision after the order (TUSED)",
}
SHORT_FORMS = (
    "Custody's short forms: MTD is the middle date, SED the end of the order, ETD the early date. LTD is the "
    "late date, TUSED the end of supervision after the order."
)
_A_CHECK_ONLY = "These check the dates that the secure setting gives. They never replace them."


def worked_page(worked: Worked) -> Document:
    """The dates first, then what to check, then every step of the working."""
    dates = worked.dates.by_code
    absent = {"TUSED": "not known"} if worked.dates.top_up_is_unknown else {}
    said = (
        (label, in_full(day) if (day := dates[code]) else absent.get(code, "none"))
        for code, label in _LABELS.items()
    )
    blocks: list[Block] = [
        Pairs(tuple(said)),
        Paragraph(_A_CHECK_ONLY),
    ]
    if worked.warnings:
        blocks += [Heading("Please check"), *(Paragraph(says, Tone.WATCH) for says in worked.warnings)]
    return Document("Dates of the order", (*blocks, Heading("Working"), *working_rows(worked)))


def working_rows(worked: Worked) -> list[Row]:
    """One row a step: what came out, how, and by which rule."""
    return [Row(f"{step.what}: {step.result}", f"{step.how}\nRule: {step.source}") for step in worked.steps]


def worked_values(worked: Worked) -> dict[str, Any]:
    """The dates by their codes, null where there is none; then the warnings and the working."""
    return {
        **{code: day and day.isoformat() for code, day in worked.dates.by_code.items()},
        "warnings": list(worked.warnings),
        "working": [
            {"what": step.what, "result": step.result, "how": step.how, "source": step.source}
            for step in worked.steps
        ],
    }
