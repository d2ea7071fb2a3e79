"""A form as Slack modals, and a modal that was sent in read back."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.messages.document import Tone
from bot.messages.form import PRIVATE, Control, Field, Form
from bot.render.slack.controls import OPTION, choices, element, fits_its_control
from bot.render.slack.texts import Json, heading, length, packed, plain, sections, shortened, size
from bot.render.text import MARKS

BLOCKS_OF_A_VIEW = 100
SIZE_OF_A_VIEW = 200_000
TITLE = 24
CALLBACK = "form"
"""The callback_id of every modal that is a form."""

_LABEL = 2000
_CHOICES = (Control.RADIO, Control.SELECT, Control.TICKS)


@dataclass(frozen=True)
class Opened:
    """What a modal was opened with, as it comes back in `private_metadata`. `part` counts from 0."""

    command: str
    version: int = 0
    channel: str = ""
    part: int = 0
    parts: int = 1


def modals(form: Form, channel: str = "") -> list[Json]:
    """The form as one view, or as several to be shown one after the other where it is too long for one."""
    private = sections(PRIVATE) if form.private else []
    opening = [*_too_long_for_the_frame(form), *private, *sections(form.intro)]
    parts = packed([opening, *_fields(form)], _fits)
    drawn = [_joined(part) for part in parts]
    return [_view(form, blocks, channel, part, len(drawn)) for part, blocks in enumerate(drawn)]


def opened(view: Mapping[str, Any]) -> Opened:
    """What the view was opened with."""
    return Opened(**json.loads(view["private_metadata"]))


def _view(form: Form, blocks: list[Json], channel: str, part: int, parts: int) -> Json:
    count = f" {part + 1}/{parts}" if parts > 1 else ""
    kept = Opened(form.command, form.version, channel, part, parts)
    view = {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(shortened(form.title, TITLE - len(count)) + count),
        "close": plain("Cancel"),
        "private_metadata": json.dumps(kept.__dict__, ensure_ascii=False),
        "blocks": blocks,
    }
    asks = any(block["type"] == "input" for block in blocks)
    return {**view, "submit": plain(shortened(form.submit, TITLE))} if asks else view


def _too_long_for_the_frame(form: Form) -> list[Json]:
    """A title or a button's words that the frame may cut short, in full."""
    title = heading(form.title) if length(form.title) > TITLE - len(" 1/2") else []
    return [*title, *(sections(form.submit) if length(form.submit) > TITLE else [])]


def _fields(form: Form) -> Iterator[list[Json]]:
    """The blocks of each field that is called for, its section's heading before the first."""
    leads_on = {field.only_if[0] for field in form.fields if field.only_if}
    section = ""
    for field in form.shown:
        above = heading(field.section) if field.section != section else []
        section = field.section
        yield [*above, *_field(field, form.version, field.redraws or field.name in leads_on)]


def _field(field: Field, version: int, redraws: bool) -> list[Json]:
    if field.control in _CHOICES and not choices(field):
        return [*_above(field), *sections(f"{field.label}\nThere is nothing to choose from yet.")]
    asked = {
        "type": "input",
        "block_id": field.name,
        "label": plain(shortened(field.label, _LABEL)),
        "element": element(field, version),
        "optional": not field.required,
    }
    hint = {"hint": plain(field.help)} if field.help.strip() and length(field.help) <= _LABEL else {}
    return [*_above(field), {**asked, **hint, **({"dispatch_action": True} if redraws else {})}]


def _above(field: Field) -> list[Json]:
    """What is wrong, and in full what the control itself cuts short or cannot show."""
    options = choices(field) if field.control in _CHOICES else []
    long_options = any(length(words) > OPTION for _, words in options)
    return [
        *(sections(f"{MARKS[Tone.URGENT]} {field.error}") if field.error else []),
        *(sections(field.label) if length(field.label) > _LABEL else []),
        *(sections(field.help) if length(field.help) > _LABEL else []),
        *(sections("\n".join(words for _, words in options)) if long_options else []),
        *([] if fits_its_control(field) else sections(f"You typed: “{field.value}”")),
    ]


def _fits(groups: list[list[Json]]) -> bool:
    blocks = _joined(groups)
    return len(blocks) <= BLOCKS_OF_A_VIEW and size(blocks) <= SIZE_OF_A_VIEW


def _joined(groups: list[list[Json]]) -> list[Json]:
    return [block for group in groups for block in group]
