"""What somebody sees of a modal, a Home or a message: read back from its blocks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.bot.chat.slack.workspace import Json

State = Mapping[tuple[str, str], Json]


class NotInSlack(Exception):
    """Slack's own client would not let somebody do this: it says so itself, and sends nothing."""


@dataclass(frozen=True)
class Button:
    """`beside` is what it stands beside or below; `element` and `block` are what Slack was given."""

    label: str
    beside: str
    element: Json
    block: Json


@dataclass(frozen=True)
class Field:
    """One input. `value` is a text as in a Form: a day as 2026-03-02, ticks one a line."""

    name: str
    label: str
    value: str
    element: Json
    error: str = ""
    hint: str = ""
    required: bool = False
    dispatches: bool = False

    @property
    def tells_at_once(self) -> bool:
        """A text that dispatches does so when Enter is pressed, or with each letter where that is asked."""
        is_text = self.element["type"] in ("plain_text_input", "number_input")
        on = self.element.get("dispatch_action_config", {}).get("trigger_actions_on", ["on_enter_pressed"])
        return self.dispatches and (not is_text or "on_character_entered" in on)

    @property
    def options(self) -> list[tuple[str, str]]:
        groups = self.element.get("option_groups", [{"options": self.element.get("options", [])}])
        return [(one["value"], one["text"]["text"]) for group in groups for one in group["options"]]


@dataclass(frozen=True)
class Screen:
    """`kind` is modal, home, alone (only you can see this), message, or nothing."""

    kind: str = "nothing"
    title: str = ""
    headings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    fields: tuple[Field, ...] = ()
    submit: str = ""
    close: str = ""

    @property
    def text(self) -> str:
        return "\n".join((self.title, *self.lines)).strip()

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def values(self) -> dict[str, str]:
        return {each.name: each.value for each in self.fields}

    @property
    def errors(self) -> dict[str, str]:
        return {each.name: each.error for each in self.fields if each.error}

    def field(self, called: str) -> Field:
        """The field with this name or label."""
        found = [each for each in self.fields if called in (each.name, each.label)]
        assert len(found) == 1, f"{len(found)} fields called {called!r} in:\n{self.text}"
        return found[0]

    def button(self, label: str, beside: str = "") -> Button:
        """The one button with this label and, where there are several, beside these words."""
        found = [each for each in self.buttons if each.label == label and beside in each.beside]
        assert len(found) == 1, f"{len(found)} buttons {label!r} beside {beside!r} in:\n{self.text}"
        return found[0]


def screen_of(kind: str, drawn: Json, state: State | None = None, errors: Json | None = None) -> Screen:
    """What a view or a message shows, with what was typed into it."""
    blocks = drawn["blocks"]
    fields = tuple(_fields(blocks, state or {}, errors or {}))
    return Screen(
        kind,
        _words(drawn.get("title")),
        tuple(_words(block["text"]) for block in blocks if block["type"] == "header"),
        tuple(line for block in blocks for line in _lines(block, fields)),
        tuple(_buttons(blocks)),
        fields,
        _words(drawn.get("submit")),
        _words(drawn.get("close")),
    )


def state_of(element: Json) -> Json:
    """What stands in an element as the app drew it, as Slack sends it."""
    sent: Json = {"type": element["type"]}
    match element["type"]:
        case "radio_buttons" | "static_select":
            return sent | {"selected_option": element.get("initial_option")}
        case "checkboxes" | "multi_static_select":
            return sent | {"selected_options": element.get("initial_options", [])}
        case "datepicker":
            return sent | {"selected_date": element.get("initial_date")}
        case "users_select":
            return sent | {"selected_user": element.get("initial_user")}
        case "multi_users_select":
            return sent | {"selected_users": element.get("initial_users", [])}
        case "conversations_select":
            return sent | {"selected_conversation": element.get("initial_conversation")}
    return sent | {"value": element.get("initial_value")}


def typed_into(each: Field, value: str) -> Json:
    """What stands in it once somebody has put this in. Raises NotInSlack where they could not."""
    sent: Json = {"type": each.element["type"]}
    match each.element["type"]:
        case "radio_buttons" | "static_select":
            return sent | {"selected_option": _chosen(each, value) if value else None}
        case "checkboxes" | "multi_static_select":
            return sent | {"selected_options": [_chosen(each, one) for one in value.split("\n") if one]}
        case "datepicker":
            return sent | {"selected_date": _picked(value) if value else None}
        case "users_select":
            return sent | {"selected_user": value or None}
        case "multi_users_select":
            return sent | {"selected_users": value.split()}
        case "conversations_select":
            return sent | {"selected_conversation": value or None}
        case "number_input" if value and not value.isdecimal():
            raise NotInSlack("a number field takes figures only")
    if len(value) > each.element.get("max_length", 3000):
        raise NotInSlack(f"the field takes no more than {each.element.get('max_length')} characters")
    if "\n" in value and not each.element.get("multiline"):
        raise NotInSlack("the field takes one line")
    return sent | {"value": value or None}


def text_of(state: Json) -> str:
    """What stands in an element, as a text."""
    if "selected_options" in state:
        return "\n".join(one["value"] for one in state["selected_options"])
    if "selected_option" in state:
        return str((state["selected_option"] or {}).get("value", ""))
    if "selected_users" in state:
        return " ".join(state["selected_users"])
    value = next((state[key] for key in state if key != "type"), None)
    return str(value or "")


def _chosen(each: Field, value: str) -> Json:
    groups = each.element.get("option_groups", [{"options": each.element.get("options", [])}])
    options: list[Json] = [one for group in groups for one in group["options"]]
    found = [one for one in options if value in (one["value"], one["text"]["text"])]
    if not found:
        raise NotInSlack(f"{each.name} does not offer {value!r}, but {[one['value'] for one in options]}")
    return found[0]


def _picked(value: str) -> str:
    """A day picked from the calendar, whichever way round it is written here."""
    day = [int(part) for part in value.replace("/", "-").split("-")]
    try:
        return (date(*day) if day[0] > 31 else date(*day[::-1])).isoformat()
    except (TypeError, ValueError) as no_day:
        raise NotInSlack(f"a calendar has no {value}") from no_day


def _fields(blocks: list[Json], state: State, errors: Json) -> Iterator[Field]:
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            stands = state.get((block["block_id"], element["action_id"])) or state_of(element)
            yield Field(
                block["block_id"],
                block["label"]["text"],
                text_of(stands),
                element,
                errors.get(block["block_id"], ""),
                _words(block.get("hint")),
                not block.get("optional", False),
                block.get("dispatch_action", False),
            )


def _buttons(blocks: list[Json]) -> Iterator[Button]:
    beside = ""
    for block in blocks:
        if block["type"] != "actions":
            beside = "\n".join(_lines(block, ()))
        elements = [*block.get("elements", []), *([block["accessory"]] if "accessory" in block else [])]
        for element in elements:
            if element["type"] == "button":
                yield Button(element["text"]["text"], beside, element, block)


def _lines(block: Json, fields: tuple[Field, ...]) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield _words(block["text"])
        case "section":
            yield from ([_words(block["text"])] if "text" in block else [])
            yield from map(_words, block.get("fields", []))
        case "context":
            yield from (_words(element) for element in block["elements"])
        case "input":
            yield from (line for each in fields if each.name == block["block_id"] for line in _asked(each))


def _asked(each: Field) -> Iterator[str]:
    yield each.label
    yield from (line for line in (each.hint, each.error) if line)
    if each.options:
        chosen = each.value.split("\n")
        yield from (f"[{'x' if key in chosen else ' '}] {words}" for key, words in each.options)
    elif each.value:
        yield each.value


def _words(text: Any) -> str:
    """The words of a text object, without the stars of bold."""
    if not text:
        return ""
    return str(text["text"]).replace("*", "") if text["type"] == "mrkdwn" else str(text["text"])


NOTHING = Screen()
