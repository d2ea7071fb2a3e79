"""What one person is shown, as cards of which each takes the place of the one before; a form among it."""

from collections.abc import Iterator, Sequence

from bot.messages.document import Document, Tone
from bot.messages.form import GO_ON, GO_ON_READING, NOTHING_TO_CHOOSE, PRIVATE, Field, Form, as_typed
from bot.render.fitting import Json, joined, length, shortened
from bot.render.teams.actions import BUTTON, FORM, PAGES, REDRAWS, action, placed
from bot.render.teams.cards import buttons, together
from bot.render.teams.controls import LABEL, OPTION, PICKED, choices, fits_its_control, input_of, name_of
from bot.render.teams.texts import card, filled, heading, holds, lines
from bot.render.text import MARKS

_FOLLOW = "Show the questions that follow"
_NOT_SAVED = "This is not saved yet. Please look at:"
# Room for the numbers of parts that are not counted yet.
_MANY = 99


def screens(shown: Sequence[Document | Form], place: str = "", command: str = "") -> list[Json]:
    """What is shown, in one card, or in several to be shown one after the other where it is too long for one.

    There is one form among it at most. A form in several parts is shown without what stands beside it.
    `place` is where it was asked for, and `command` what was said to see what is only read.
    """
    form = next((one for one in shown if isinstance(one, Form)), None)
    if form is None:
        return _pages(shown, place, command)
    whole = _placed(_one_below_the_other(shown), place)
    return [whole] if holds(whole) else _parts(form, place)


def asked_in(card: Json) -> dict[str, str]:
    """The fields of a card, each with the kind of input that it is."""
    return {name_of(block["id"]): block["type"] for block in _inputs(card["body"])}


def _pages(shown: Sequence[Document | Form], place: str, command: str) -> list[Json]:
    groups = (group for one in shown if isinstance(one, Document) for group in together(one))
    pages = filled(groups, lambda blocks: _placed([*blocks, _next_page(command, _MANY)], place))
    return [
        _placed([*blocks, *([_next_page(command, page)] if page < len(pages) else [])], place)
        for page, blocks in enumerate(pages, 1)
    ]


def _next_page(command: str, page: int) -> Json:
    return {"type": "ActionSet", "actions": [action(GO_ON_READING, PAGES, command, part=page)]}


def _parts(form: Form, place: str) -> list[Json]:
    parts = filled(_groups(form), lambda blocks: _placed(_part(form, blocks, _MANY, _MANY + 2), place))
    return [_placed(_part(form, blocks, part, len(parts)), place) for part, blocks in enumerate(parts)]


def _one_below_the_other(shown: Sequence[Document | Form]) -> list[Json]:
    drawn = [
        joined(together(one)) if isinstance(one, Document) else _part(one, joined(_groups(one)), 0, 1)
        for one in shown
    ]
    apart = (
        [{**blocks[0], "separator": True, "spacing": "Large"}, *blocks[1:]] for blocks in drawn[1:] if blocks
    )
    return joined([*drawn[:1], *apart])


def _placed(body: list[Json], place: str) -> Json:
    drawn: Json = placed(card(body), place)
    return drawn


def _part(form: Form, blocks: list[Json], part: int, parts: int) -> list[Json]:
    """With what sends it in."""
    asked = [block["id"] for block in _inputs(blocks)]
    brings: Json = {"version": form.version, "part": part, "parts": parts, "asked": asked}
    label = GO_ON if part + 1 < parts else form.submit
    sends = [action(label, FORM, form.command, main=True, **brings)]
    names = {name_of(one) for one in asked}
    if _may_call_for_others(form) & names:
        sends.append(action(_FOLLOW, REDRAWS, form.command, **brings))
    return [*blocks, *_problems(form, names), {"type": "ActionSet", "actions": sends}]


def _may_call_for_others(form: Form) -> set[str]:
    """The fields whose answers call for other questions. No card tells us of a change until a button is
    pressed: all that an input's valueChangedAction can do is reset others (microsoft_teams.cards 2.1.1)."""
    waited_for = {field.only_if[0] for field in form.fields if field.only_if}
    return waited_for | {field.name for field in form.fields if field.redraws}


def _groups(form: Form) -> Iterator[list[Json]]:
    """What belongs together: the blocks of each field that is called for, its section's heading before the
    first."""
    yield [*heading(form.title, "Large"), *_opening(form)]
    section = ""
    for field in form.shown:
        above = heading(field.section) if field.section != section else []
        section = field.section
        yield [*above, *_field(field)]


def _opening(form: Form) -> list[Json]:
    private = lines(PRIVATE, weight="Bolder") if form.private else []
    submit = lines(form.submit) if length(form.submit) > BUTTON else []
    return [*submit, *private, *lines(form.intro), *buttons(form.ways)]


def _field(field: Field) -> list[Json]:
    below = [{**line, "spacing": "Small"} for line in lines(field.help, isSubtle=True, size="Small")]
    if field.control in PICKED and not choices(field):
        return [*_above(field), *lines(f"{field.label}\n{NOTHING_TO_CHOOSE}"), *below]
    return [*_above(field), input_of(field), *below]


def _above(field: Field) -> list[Json]:
    """What is wrong, for which Teams has no place of its own, and in full what the control cannot show."""
    options = choices(field) if field.control in PICKED else []
    long_options = any(length(words) > OPTION for _, words in options)
    return [
        *lines(f"{MARKS[Tone.URGENT]} {field.error}" if field.error else "", color="Attention"),
        *(lines(field.label) if length(field.label) > LABEL else []),
        *(lines("\n".join(words for _, words in options)) if long_options else []),
        *([] if fits_its_control(field) else lines(as_typed(field))),
    ]


def _problems(form: Form, names: set[str]) -> list[Json]:
    """Beside the button that was pressed, which of these fields to look at: "home.council#or" is about
    "home.council"."""
    labels = {field.name: field.label for field in form.shown}
    wrong = [field for field in form.shown if field.error and field.name in names]
    about = [labels.get(field.name.rpartition("#")[0], field.label) for field in wrong]
    said = [_NOT_SAVED, *(f"• {shortened(label, LABEL)}" for label in dict.fromkeys(about))]
    return lines("\n".join(said), color="Attention") if wrong else []


def _inputs(blocks: list[Json]) -> list[Json]:
    return [block for block in blocks if str(block["type"]).startswith("Input.")]
