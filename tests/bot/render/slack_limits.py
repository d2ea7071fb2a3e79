"""What Slack refuses. No emulator that we know checks any of it, and slack_sdk's models check only some."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from slack_sdk.models.blocks import Block

Json = dict[str, Any]

KNOWN = {"header", "section", "actions", "context", "input", "divider"}
ELEMENTS = {
    "button",
    "checkboxes",
    "conversations_select",
    "datepicker",
    "multi_static_select",
    "multi_users_select",
    "number_input",
    "plain_text_input",
    "radio_buttons",
    "static_select",
    "users_select",
}
OF_A_VIEW = {
    "modal": {"title", "close", "submit", "notify_on_close", "clear_on_close"},
    "home": set[str](),
}
TEXTS = {
    "header": 150,
    "section": 3000,
    "label": 2000,
    "hint": 2000,
    "button": 75,
    "option": 75,
    "field": 2000,
}
CHOICES = {
    "radio_buttons": 10,
    "checkboxes": 10,
    "static_select": 100,
    "multi_static_select": 100,
}


def check_message(blocks: list[Json]) -> None:
    """Fail where Slack would refuse these blocks as one message."""
    assert 1 <= len(blocks) <= 50
    assert len(json.dumps(blocks, ensure_ascii=False)) <= 13_000
    check_blocks(blocks)


def check_post(post: Json) -> None:
    """Fail where Slack would refuse this message, or cut short the words that a notification shows."""
    assert 1 <= len16(post["text"]) <= 4000, "a message needs words for the notification"
    if "blocks" in post:
        check_message(post["blocks"])
    if "metadata" in post:
        assert set(post["metadata"]) == {"event_type", "event_payload"}
        assert re.fullmatch(r"[a-z0-9_]{1,255}", post["metadata"]["event_type"])
        assert size(post["metadata"]["event_payload"]) <= 8000


def check_view(view: Json, kind: str = "modal") -> None:
    """Fail where Slack would refuse this modal or Home."""
    assert view["type"] == kind
    whole = {"type", "blocks", "private_metadata", "callback_id", "external_id", *OF_A_VIEW[kind]}
    assert set(view) <= whole, f"no {kind} has {set(view) - whole}"
    assert kind == "home" or "title" in view
    assert 1 <= len(view["blocks"]) <= 100
    assert size(view) <= 250_000
    assert len16(view.get("private_metadata", "")) <= 3000
    assert all(len16(view.get(name, "")) <= 255 for name in ("callback_id", "external_id"))
    for part in ("title", "submit", "close"):
        assert part not in view or 1 <= len16(view[part]["text"]) <= 24
        assert part not in view or view[part]["type"] == "plain_text"
    asks = any(block["type"] == "input" for block in view["blocks"])
    assert "submit" in view or kind == "home" or not asks
    check_blocks(view["blocks"])


def check_errors(view: Json, errors: Json) -> None:
    """Fail where Slack could not show these errors beside the inputs of the view."""
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    assert errors, "no error, and the view stays open"
    assert set(errors) <= inputs, f"no input is called {set(errors) - inputs}"
    assert all(isinstance(words, str) and 0 < len16(words) <= 3000 for words in errors.values())


def check_blocks(blocks: list[Json]) -> None:
    assert repeated(block.get("block_id") for block in blocks) == []
    for block in blocks:
        assert block["type"] in KNOWN
        assert 0 < len(block.get("block_id", "given by Slack")) <= 255
        for text in texts_in(block):
            assert text["text"].strip(), f"empty text in {block}"
            assert text["type"] == "plain_text" or is_inert(text), text
        check_block(block)
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()


def check_block(block: Json) -> None:
    match block["type"]:
        case "header":
            at_most(block["text"], "header")
        case "section":
            assert ("text" in block) != ("fields" in block)
            at_most(block.get("text"), "section")
            assert len(block.get("fields", [])) <= 10
            for field in block.get("fields", []):
                at_most(field, "field")
            check_elements([block["accessory"]] if "accessory" in block else [])
        case "actions":
            assert 1 <= len(block["elements"]) <= 25
            check_elements(block["elements"])
        case "context":
            assert 1 <= len(block["elements"]) <= 10
        case "input":
            at_most(block["label"], "label")
            at_most(block.get("hint"), "hint")
            check_elements([block["element"]])


def check_elements(elements: list[Json]) -> None:
    assert repeated(element["action_id"] for element in elements) == []
    for element in elements:
        assert element["type"] in ELEMENTS
        assert 0 < len(element["action_id"]) <= 255
        if element["type"] == "button":
            at_most(element["text"], "button")
            assert len16(element.get("value", "")) <= 2000
            assert len16(element.get("url", "")) <= 3000
        if element["type"] in CHOICES:
            check_options(element)
        if element["type"] == "plain_text_input":
            assert 0 < element["max_length"] <= 3000
            assert len(element.get("initial_value", "")) <= element["max_length"]


def check_options(element: Json) -> None:
    groups = element.get("option_groups", [{"options": element.get("options")}])
    options = [option for group in groups for option in group["options"]]
    assert ("options" in element) != ("option_groups" in element)
    assert len(groups) <= 100
    assert all(1 <= len(group["options"]) <= CHOICES[element["type"]] for group in groups)
    assert repeated(option["value"] for option in options) == []
    for option in options:
        at_most(option["text"], "option")
        assert 0 < len16(option["value"]) <= 150
    chosen = element.get(
        "initial_options", [element["initial_option"]] if "initial_option" in element else []
    )
    assert "initial_options" not in element or chosen
    assert all(option in options for option in chosen)


def at_most(text: Json | None, kind: str) -> None:
    assert text is None or 0 < len16(text["text"]) <= TEXTS[kind]


def texts_in(drawn: Any) -> Iterator[Json]:
    """Every text object, wherever it stands."""
    if isinstance(drawn, list):
        for item in drawn:
            yield from texts_in(item)
    elif isinstance(drawn, dict):
        if drawn.get("type") in ("plain_text", "mrkdwn"):
            yield drawn
        for item in drawn.values():
            yield from texts_in(item)


def shown(drawn: object) -> str:
    """All that can be read, without spaces and line ends, where long texts are cut."""
    return squeezed("".join(text["text"] for text in texts_in(drawn)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def is_inert(text: Json) -> bool:
    """True where the only formatting is the bold of the first line, which is ours."""
    first, _, rest = text["text"].partition("\n")
    words = f"{first.removeprefix('*').removesuffix('*')}\n{rest}"
    return text["verbatim"] is True and not set("*_~`<>&") & set(words)


def size(drawn: Any) -> int:
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def len16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def repeated(ids: Any) -> list[str]:
    return [name for name, count in Counter(ids).items() if name is not None and count > 1]
