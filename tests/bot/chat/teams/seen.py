"""What somebody sees of a card, and what Teams sends when they fill it in and press something on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.render.teams import FORM, PAGES, REDRAWS
from tests.bot.render.teams_limits import check_card

Json = dict[str, Any]

_READ = ("TextBlock", "RichTextBlock")


class NotInTeams(Exception):
    """Teams' own client would not let somebody do this, and sends nothing."""


@dataclass(frozen=True)
class Button:
    """`beside` is what it stands beside or below; `action` is what Teams was given."""

    label: str
    beside: str
    action: Json

    @property
    def verb(self) -> str:
        return str(self.action["data"].get("verb", ""))


@dataclass(frozen=True)
class Field:
    """One input. `value` is a text as in a Form: a day as 2026-03-02, ticks one a line."""

    name: str
    label: str
    value: str
    drawn: Json

    @property
    def options(self) -> list[tuple[str, str]]:
        return [(one["value"], one["title"]) for one in self.drawn.get("choices", ())]

    @property
    def is_ticks(self) -> bool:
        return bool(self.drawn.get("isMultiSelect"))


@dataclass(frozen=True)
class Card:
    """A card as it stands in a chat or a dialog."""

    drawn: Json

    def __post_init__(self) -> None:
        check_card(self.drawn)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(text_of(block) for block in blocks(self.drawn) if _is_heading(block))

    @property
    def title(self) -> str:
        return next(iter(self.headings), "")

    @property
    def text(self) -> str:
        return "\n".join(line for block in blocks(self.drawn) for line in _lines(block))

    @property
    def fields(self) -> list[Field]:
        return [_field(block) for block in blocks(self.drawn) if block["type"].startswith("Input.")]

    @property
    def values(self) -> dict[str, str]:
        return {each.name: each.value for each in self.fields}

    @property
    def buttons(self) -> list[Button]:
        return [*_buttons(self.drawn["body"]), *_of(self.drawn.get("actions", ()), "")]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def sends(self) -> Button | None:
        """The button that sends in what is filled in, if anything is."""
        return self._with(FORM)

    @property
    def redraws(self) -> Button | None:
        return self._with(REDRAWS)

    @property
    def goes_on(self) -> Button | None:
        """The button to the next page of what is only read."""
        return self._with(PAGES)

    def button(self, label: str, beside: str = "") -> Button:
        """The one button with this label and, where there are several, beside these words."""
        found = [each for each in self.buttons if each.label == label and beside in each.beside]
        assert len(found) == 1, f"{len(found)} buttons {label!r} beside {beside!r} in:\n{self.text}"
        return found[0]

    def pressed(self, button: Button, typed: Mapping[str, str] | None = None) -> Json:
        """The data that comes back. What is typed is by field; where that is empty, nothing is sent."""
        if button.action.get("associatedInputs") == "none":
            return {**button.action["data"]}
        put_in = {**self.values, **(typed or {})}
        strangers = put_in.keys() - self.values.keys()
        assert not strangers, f"the card does not ask {sorted(strangers)}:\n{self.text}"
        filled = {each.drawn["id"]: put_into(each, put_in[each.name]) for each in self.fields}
        return {**button.action["data"], **{id_: value for id_, value in filled.items() if value}}

    def _with(self, verb: str) -> Button | None:
        return next((button for button in self.buttons if button.verb == verb), None)


def blocks(drawn: Json) -> Iterator[Json]:
    """Whatever stands in a card, in order, columns from the left."""
    for block in drawn.get("body", drawn.get("items", ())):
        if block["type"] == "ColumnSet":
            for column in block["columns"]:
                yield from blocks(column)
        else:
            yield block


def text_of(block: Json) -> str:
    if block["type"] == "TextBlock":
        return str(block["text"])
    return "".join(str(run["text"]) for run in block["inlines"])


def put_into(each: Field, value: str) -> str:
    """What Teams sends once somebody has put this in. Raises NotInTeams where they could not."""
    match each.drawn["type"]:
        case "Input.ChoiceSet" if each.options:
            wanted = value.split("\n") if each.is_ticks else [value]
            return ",".join(_chosen(each, one) for one in wanted if one)
        case "Input.Date":
            return _picked(value) if value else ""
        case "Input.Number" if value and not value.isdecimal():
            raise NotInTeams("a number field takes figures only")
        case "Input.Text" if "\n" in value and not each.drawn.get("isMultiline"):
            raise NotInTeams("the field takes one line")
    return value


def _is_heading(block: Json) -> bool:
    """Drawn as one, whether a screen reader finds it or not."""
    if block["type"] == "RichTextBlock":
        return all(run.get("size") in ("Medium", "Large") for run in block["inlines"])
    return block["type"] == "TextBlock" and block.get("style") == "heading"


def _lines(block: Json) -> Iterator[str]:
    if block["type"] in _READ:
        yield text_of(block)
    elif block["type"].startswith("Input."):
        each = _field(block)
        yield each.label
        yield from (
            f"[{'x' if key in each.value.split(chr(10)) else ' '}] {says}" for key, says in each.options
        )
        yield from ([each.value] if each.value and not each.options else [])


def _field(drawn: Json) -> Field:
    value = str(drawn.get("value", ""))
    name = drawn["id"].partition(":")[2]
    return Field(
        name, drawn["label"], value.replace(",", "\n") if drawn.get("isMultiSelect") else value, drawn
    )


def _buttons(body: list[Json]) -> Iterator[Button]:
    beside = ""
    for block in body:
        if block["type"] == "ColumnSet":
            items = [*blocks({"items": [block]})]
            beside = "\n".join(text_of(item) for item in items if item["type"] in _READ)
            yield from (button for item in items for button in _of(item.get("actions", ()), beside))
        elif block["type"] in _READ:
            beside = f"{beside}\n{text_of(block)}" if not block.get("separator") else text_of(block)
        else:
            yield from _of(block.get("actions", ()), beside)


def _of(actions: Any, beside: str) -> Iterator[Button]:
    return (Button(one["title"], beside, one) for one in actions)


def _chosen(each: Field, value: str) -> str:
    found = [key for key, says in each.options if value in (key, says)]
    if not found:
        raise NotInTeams(f"{each.name} does not offer {value!r}, but {[key for key, _ in each.options]}")
    return found[0]


def _picked(value: str) -> str:
    """A day picked from the calendar, whichever way round it is written here."""
    day = [int(part) for part in value.replace("/", "-").split("-")]
    try:
        return (date(*day) if day[0] > 31 else date(*day[::-1])).isoformat()
    except (TypeError, ValueError) as no_day:
        raise NotInTeams(f"a calendar has no {value}") from no_day
