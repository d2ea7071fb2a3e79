"""A form's fields as Slack's input elements, and what was typed into them read back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.messages.form import Control, Field
from bot.render import fitting
from bot.render.fitting import Json, length, shortened
from bot.render.slack.texts import SECTION, plain

OPTION = 75
OPTIONS = 100
FEW_OPTIONS = 10
TYPED = ("plain_text_input", "number_input")

Options = Sequence[tuple[str, str]]


def values_of(state: Mapping[str, Any]) -> dict[str, str]:
    """What stands in a view, by field: `state` is the `state` that Slack sends with it."""
    return {
        name: _value(element)
        for name, elements in state.get("values", {}).items()
        for element in elements.values()
    }


def element(field: Field, version: int) -> Json:
    """The control. Its id carries the version: Slack keeps what was typed under an id that stays the same."""
    drawn = _element(field)
    if drawn["type"] in TYPED:
        drawn["dispatch_action_config"] = {"trigger_actions_on": ["on_character_entered"]}
    return {**drawn, "action_id": f"{drawn['type']}-{version}"}


def element_type(field: Field) -> str:
    """Which of Slack's elements the control is."""
    return str(_element(field)["type"])


def choices(field: Field) -> list[tuple[str, str]]:
    return fitting.choices(field, OPTION, "{number}. {words}")


def fits_its_control(field: Field) -> bool:
    return fitting.fits_its_control(field, lambda text: length(text) <= SECTION)


def _value(sent: Mapping[str, Any]) -> str:
    if "selected_options" in sent:
        return "\n".join(option["value"] for option in sent["selected_options"] or ())
    if "selected_option" in sent:
        return str((sent["selected_option"] or {}).get("value", ""))
    return str(sent.get("selected_date") or sent.get("selected_user") or sent.get("value") or "")


def _element(field: Field) -> Json:
    match field.control:
        case Control.RADIO | Control.SELECT:
            return _one_of(field)
        case Control.TICKS:
            return _any_of(field)
        case Control.DATE:
            return {"type": "datepicker", **_initial(field, "initial_date")}
        case Control.MEMBER:
            return {"type": "users_select", **_initial(field, "initial_user")}
        case Control.NUMBER:
            whole = {"type": "number_input", "is_decimal_allowed": False, "min_value": "0"}
            return {**whole, **_initial(field, "initial_value")}
    return _typed(field)


def _typed(field: Field) -> Json:
    drawn = {"type": "plain_text_input", "multiline": field.control is Control.WORDS}
    # Room for what stands there, so that it is refused with our own sentence and not by Slack.
    longest = max(field.longest or SECTION, length(field.value))
    return {**drawn, "max_length": min(longest, SECTION), **_initial(field, "initial_value")}


def _initial(field: Field, name: str) -> Json:
    return {name: field.value} if field.value and fits_its_control(field) else {}


def _one_of(field: Field) -> Json:
    options = choices(field)
    radio = field.control is Control.RADIO and len(options) <= FEW_OPTIONS
    chosen = [_option(key, words) for key, words in options if key == field.value]
    initial = {"initial_option": chosen[0]} if chosen else {}
    return {"type": "radio_buttons" if radio else "static_select", **_options(options), **initial}


def _any_of(field: Field) -> Json:
    options = choices(field)
    ticked = field.value.split("\n")
    chosen = [_option(key, words) for key, words in options if key in ticked]
    initial = {"initial_options": chosen} if chosen else {}
    kind = "checkboxes" if len(options) <= FEW_OPTIONS else "multi_static_select"
    return {"type": kind, **_options(options), **initial}


def _options(options: Options) -> Json:
    """A list, or groups of a hundred where there are more."""
    if len(options) <= OPTIONS:
        return {"options": [_option(key, words) for key, words in options]}
    return {"option_groups": list(_groups(options))}


def _groups(options: Options) -> Iterator[Json]:
    for start in range(0, len(options), OPTIONS):
        some = options[start : start + OPTIONS]
        label = f"{start + 1} to {start + len(some)}"
        yield {"label": plain(label), "options": [_option(key, words) for key, words in some]}


def _option(key: str, words: str) -> Json:
    return {"text": plain(shortened(words, OPTION)), "value": key}
