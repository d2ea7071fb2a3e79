"""What somebody is shown as Slack modals, and a modal that was sent in read back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.messages.document import Document, Tone
from bot.messages.form import GO_ON, GO_ON_READING, NOTHING_TO_CHOOSE, PRIVATE, Control, Field, Form, as_typed
from bot.render.fitting import Json, joined, length, packed, shortened, size
from bot.render.slack.controls import OPTION, choices, element, fits_its_control
from bot.render.slack.messages import buttons, together
from bot.render.slack.texts import heading, plain, sections
from bot.render.text import MARKS

BLOCKS_OF_A_VIEW = 100
SIZE_OF_A_VIEW = 200_000
TITLE = 24
FORM = "form"
"""The callback_id of a modal that can be sent in."""
READ = "read"
"""The callback_id of a modal that is only read."""
PAGES = "pages"
"""The action_id of the button to the next page; its value is the number of that page, from 0."""

_LABEL = 2000
_CHOICES = (Control.RADIO, Control.SELECT, Control.TICKS)


@dataclass(frozen=True)
class Opened:
    """What a modal was opened with, as it comes back in `private_metadata`. `part` counts from 0.

    `command` is what submitting it says, or for one that is only read what was said to see it; `place` where
    it was opened.
    """

    command: str
    version: int = 0
    place: str = ""
    part: int = 0
    parts: int = 1


def modals(shown: Sequence[Document | Form], place: str = "", command: str = "") -> list[Json]:
    """What is shown, in one view, or in several to be shown one after the other where it is too long for one.

    There is one form among it at most. A form in several parts is shown without what stands beside it.
    """
    form = next((one for one in shown if isinstance(one, Form)), None)
    opened_with = Opened(form.command if form else command, form.version if form else 0, place)
    title = (form or shown[0]).title
    parts = packed(_groups(shown, title), _fits)
    if len(parts) > 1:
        parts = packed(_groups([form] if form else shown, title, room_for=" 1/2"), _fits)
    drawn = [blocks for part in parts for blocks in packed(joined(part), _holds)]
    return [
        _view(title, blocks, replace(opened_with, part=part, parts=len(drawn)), form)
        for part, blocks in enumerate(drawn)
    ]


def home(shown: Sequence[Document]) -> Json:
    """The Home of one person: as much as it holds. Everything on it opens by button as well."""
    blocks = packed([block for one in shown for block in joined(together(one))], _holds)[0]
    return {"type": "home", "blocks": blocks}


def opened(view: Mapping[str, Any]) -> Opened:
    """What the view was opened with."""
    return Opened(**json.loads(view["private_metadata"]))


def _groups(shown: Sequence[Document | Form], title: str, room_for: str = "") -> Iterator[list[Json]]:
    """What belongs together, in order. What stands in the frame already is not said again."""
    for one in shown:
        in_the_frame = one.title == title and length(title) <= TITLE - len(room_for)
        if isinstance(one, Document):
            yield from together(one, titled=not in_the_frame)
        else:
            yield [*([] if in_the_frame else heading(one.title)), *_opening(one)]
            yield from _fields(one)


def _opening(form: Form) -> list[Json]:
    """A form's intro, and a button's words that the frame may cut short in full."""
    private = sections(PRIVATE) if form.private else []
    submit = sections(form.submit) if length(form.submit) > TITLE else []
    return [*submit, *private, *sections(form.intro), *buttons(form.ways)]


def _view(title: str, blocks: list[Json], opened_with: Opened, form: Form | None) -> Json:
    part, parts = opened_with.part + 1, opened_with.parts
    count = f" {part}/{parts}" if parts > 1 else ""
    view = {
        "type": "modal",
        "callback_id": FORM if form else READ,
        "title": plain(shortened(title, TITLE - len(count)) + count),
        "close": plain("Cancel" if form else "Close"),
        "private_metadata": json.dumps(opened_with.__dict__, ensure_ascii=False),
        "blocks": blocks,
    }
    if form is None:
        return {**view, "blocks": [*blocks, *_next_page(part)]} if part < parts else view
    asks = any(block["type"] == "input" for block in blocks)
    submit = plain(shortened(GO_ON if part < parts else form.submit, TITLE))
    return {**view, "notify_on_close": True, **({"submit": submit} if asks else {})}


def _next_page(page: int) -> list[Json]:
    button = {"type": "button", "text": plain(GO_ON_READING), "action_id": PAGES, "value": str(page)}
    return [{"type": "actions", "elements": [button]}]


def _fields(form: Form) -> Iterator[list[Json]]:
    """The blocks of each field that is called for, its section's heading before the first."""
    section = ""
    for field in form.shown:
        above = heading(field.section) if field.section != section else []
        section = field.section
        yield [*above, *_field(field, form.version)]


def _field(field: Field, version: int) -> list[Json]:
    """What is picked or typed is sent at once: other questions may follow from it, and nothing is lost where
    the form is left half-way, of which Slack tells nothing."""
    if field.control in _CHOICES and not choices(field):
        return [*_above(field), *sections(f"{field.label}\n{NOTHING_TO_CHOOSE}")]
    asked = {
        "type": "input",
        "block_id": field.name,
        "label": plain(shortened(field.label, _LABEL)),
        "element": element(field, version),
        "optional": not field.required,
        "dispatch_action": True,
    }
    hint = {"hint": plain(field.help)} if field.help.strip() and length(field.help) <= _LABEL else {}
    return [*_above(field), {**asked, **hint}]


def _above(field: Field) -> list[Json]:
    """What is wrong, and in full what the control itself cuts short or cannot show."""
    options = choices(field) if field.control in _CHOICES else []
    long_options = any(length(words) > OPTION for _, words in options)
    return [
        *(sections(f"{MARKS[Tone.URGENT]} {field.error}") if field.error else []),
        *(sections(field.label) if length(field.label) > _LABEL else []),
        *(sections(field.help) if length(field.help) > _LABEL else []),
        *(sections("\n".join(words for _, words in options)) if long_options else []),
        *([] if fits_its_control(field) else sections(as_typed(field))),
    ]


def _fits(groups: list[list[Json]]) -> bool:
    return _holds(joined(groups))


def _holds(blocks: list[Json]) -> bool:
    """With room for the button to the next page."""
    return len(blocks) < BLOCKS_OF_A_VIEW and size(blocks) <= SIZE_OF_A_VIEW
