"""What can be pressed on a card, and what comes back when it is.

https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model: what was filled in
comes beside what is ours, under the ids of the inputs. A client leaves out those that are empty.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.messages.form import Control
from bot.render.fitting import Json, shortened
from bot.render.teams.controls import name_of, value_of
from bot.render.teams.texts import inert

SAYS = "says"
"""The verb of a button; its command is what it says."""
FORM = "form"
"""The verb that sends in a form, or a part of one."""
REDRAWS = "redraws"
"""The verb that asks for the questions which follow from what is filled in so far."""
PAGES = "pages"
"""The verb of the button to another page; its part is the number of that page, from 0."""
PRINTS = "prints"
"""The verb of a button that opens a sheet to print; its command is the case, the reader and the form."""
FETCHES = "fetches"
"""The verb of a button that fetches a calendar file; its command is the case and which one."""

BUTTON = 38


class Sent(BaseModel):
    """What somebody pressed, and what stood in the fields when they did, by name.

    `command` is what the button says, or what submitting the form says; `place` where it was opened. `part`
    counts from 0.
    """

    model_config = ConfigDict(frozen=True)

    verb: str
    command: str
    version: int = 0
    place: str = ""
    part: Annotated[int, Field(ge=0)] = 0
    parts: int = 1
    asked: list[str] = []
    values: Mapping[str, str] = {}

    @property
    def picked(self) -> list[str]:
        """Whom somebody chose from the directory."""
        asked = (name_of(id_) for id_ in self.asked if id_.startswith(f"{Control.MEMBER}:"))
        return [self.values[name] for name in asked if self.values[name]]


def sent(data: Any) -> Sent | None:
    """Read the `data` that comes with an action. None where no card of ours, as they are now, sent it."""
    try:
        was = Sent.model_validate(data)
    except ValidationError:
        return None
    return was.model_copy(update={"values": values_of(data)})


def values_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by field: empty where nothing was."""
    return {name_of(id_): value_of(id_, data.get(id_)) for id_ in data.get("asked", ())}


def action(label: str, verb: str, command: str, main: bool = False, **more: Any) -> Json:
    """A button. Where the fields of the card go with it, their ids are `asked`."""
    drawn = {
        "type": "Action.Execute",
        "title": shortened(inert(label), BUTTON),
        "verb": verb,
        "data": {"verb": verb, "command": command, **more},
    }
    return {
        **drawn,
        **({} if "asked" in more else {"associatedInputs": "none"}),
        **({"style": "positive"} if main else {}),
    }


def placed(drawn: Any, place: str) -> Any:
    """The same, and whatever is pressed on it brings back where it was opened."""
    if not place:
        return drawn
    return _each_action(drawn, lambda one: {**one, "data": {**one["data"], "place": place}})


def in_a_dialog(card: Json) -> Json:
    """The card as a dialog's body: there only Action.Submit is heard, as task/submit."""
    drawn: Json = _each_action(card, lambda one: _submit(one, one["data"]))
    return drawn


def opening_dialogs(card: Json) -> Json:
    """The card with buttons of which each opens a dialog: each is heard as task/fetch."""
    fetch = {"msteams": {"type": "task/fetch"}}
    drawn: Json = _each_action(card, lambda one: _submit(one, {**one["data"], **fetch}))
    return drawn


def _submit(one: Json, data: Json) -> Json:
    kept = {name: value for name, value in one.items() if name != "verb"}
    return {**kept, "type": "Action.Submit", "data": data}


def _each_action(drawn: Any, change: Callable[[Json], Json]) -> Any:
    if isinstance(drawn, list):
        return [_each_action(item, change) for item in drawn]
    if not isinstance(drawn, dict):
        return drawn
    if drawn.get("type") == "Action.Execute":
        return change(drawn)
    return {name: _each_action(item, change) for name, item in drawn.items()}
