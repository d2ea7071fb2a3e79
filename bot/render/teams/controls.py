"""A form's fields as inputs of a card, and what was filled in read back."""

from typing import Any

from bot.messages.form import Control, Field
from bot.render import fitting
from bot.render.fitting import Json, shortened, size
from bot.render.teams.texts import inert

OPTION = 150
FEW_OPTIONS = 10
LABEL = 500
PICKED = (Control.RADIO, Control.SELECT, Control.TICKS)

# An option of every list that opens, by which a choice is taken back: Teams sends no empty value.
_NONE = ("-", "Please choose")
# What is longer stands above its control, where it can be cut into several cards.
_VALUE = 12_000
_PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}


def input_of(field: Field) -> Json:
    """The control. Its id tells how to read what it brings back."""
    label = shortened(inert(field.label), LABEL)
    return {**_input(field), "id": f"{field.control}:{field.name}", "label": label}


def name_of(id_: str) -> str:
    """The field that an input stands for."""
    return id_.partition(":")[2]


def value_of(id_: str, sent: Any) -> str:
    """What was filled in, as it came under the id of its input: "" where nothing did."""
    if isinstance(sent, float) and sent.is_integer():
        sent = int(sent)
    text = str(sent) if isinstance(sent, str | int | float) else ""
    match id_.partition(":")[0]:
        case Control.TICKS:
            return text.replace(",", "\n")
        case Control.RADIO | Control.SELECT | Control.MEMBER if text == _NONE[0]:
            return ""
    return text


def choices(field: Field) -> list[tuple[str, str]]:
    return [(key, inert(words)) for key, words in fitting.choices(field, OPTION, "({number}) {words}")]


def fits_its_control(field: Field) -> bool:
    return fitting.fits_its_control(field, lambda text: size(text) <= _VALUE)


def _input(field: Field) -> Json:
    match field.control:
        case Control.RADIO | Control.SELECT:
            return _one_of(field)
        case Control.TICKS:
            return _any_of(field)
        case Control.MEMBER:
            return _one_of(field) if field.options else _anybody(field)
        case Control.DATE:
            return {"type": "Input.Date", **_initial(field)}
        case Control.NUMBER:
            number = {"value": int(field.value)} if _initial(field) else {}
            return {"type": "Input.Number", "min": 0, **number}
        case Control.LINE:
            return {"type": "Input.Text", **_initial(field)}
        case Control.WORDS:
            return {"type": "Input.Text", "isMultiline": True, **_initial(field)}


def _initial(field: Field) -> Json:
    return {"value": field.value} if field.value and fits_its_control(field) else {}


def _one_of(field: Field) -> Json:
    options = choices(field)
    chosen = field.value if field.value in dict(options) else ""
    if field.control is Control.RADIO and len(options) <= FEW_OPTIONS:
        return _choice_set("expanded", options, chosen)
    return _choice_set("compact", [_NONE, *options], chosen or _NONE[0])


def _any_of(field: Field) -> Json:
    options = choices(field)
    ticked = field.value.split("\n")
    chosen = ",".join(key for key, _ in options if key in ticked)
    style = "expanded" if len(options) <= FEW_OPTIONS else "compact"
    return {**_choice_set(style, options, chosen), "isMultiSelect": True}


def _choice_set(style: str, options: list[tuple[str, str]], chosen: str) -> Json:
    return {
        "type": "Input.ChoiceSet",
        "style": style,
        "choices": [{"title": shortened(words, OPTION), "value": key} for key, words in options],
        "wrap": True,
        **({"value": chosen} if chosen else {}),
    }


def _anybody(field: Field) -> Json:
    """https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker"""
    return {"type": "Input.ChoiceSet", "choices": [], "choices.data": _PEOPLE, **_initial(field)}
