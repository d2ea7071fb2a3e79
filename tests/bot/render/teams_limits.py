"""What Teams refuses or cuts. The typed cards of its SDK check types and values, but take any other key.

Neither that SDK nor npm's adaptivecards 3.0.6 carries the JSON schema of cards; the latter refuses a `lang`
with a country in it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import microsoft_teams.cards as typed

from bot.render.teams import sent

Json = dict[str, Any]

KB = 1024
MODELS = {
    "AdaptiveCard": typed.AdaptiveCard,
    "TextBlock": typed.TextBlock,
    "RichTextBlock": typed.RichTextBlock,
    "TextRun": typed.TextRun,
    "ColumnSet": typed.ColumnSet,
    "Column": typed.Column,
    "ActionSet": typed.ActionSet,
    "Input.Text": typed.TextInput,
    "Input.Number": typed.NumberInput,
    "Input.Date": typed.DateInput,
    "Input.ChoiceSet": typed.ChoiceSetInput,
    "Data.Query": typed.QueryData,
    "Action.OpenUrl": typed.OpenUrlAction,
    "Action.Execute": typed.ExecuteAction,
    "Action.Submit": typed.SubmitAction,
}
IN_A_ROW = 6
# What is longer Teams cuts short in the window beside a call.
BUTTON = 38
MARKDOWN = re.compile(r"[*_`~\\<>&\[\]{}]|^[-+#]|^\d+[.)]|://")


def check_card(card: Json, with_attachments: int = 0) -> None:
    """Fail where Teams would refuse this card, or would not show all of it as it is meant."""
    assert card["type"] == "AdaptiveCard"
    assert card["version"] in {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5"}
    assert re.fullmatch(r"[a-z]{2,3}", card["lang"])
    assert card["body"], "nothing to see"
    assert size(card) <= 28 * KB
    assert size(card) + with_attachments <= 100 * KB
    objects = list(objects_in(card))
    assert repeated(one.get("id") for one in objects) == []
    for one in objects:
        check_object(one)
    inputs = {one["id"] for one in objects if one["type"].startswith("Input.")}
    for one in objects:
        if one["type"].startswith("Action."):
            check_action(one, inputs)


def check_object(one: Json) -> None:
    """Fail where it is not as its type says."""
    parsed = MODELS[one["type"]].model_validate(one)
    # The SDK calls the key choicesData, and Teams choices.data.
    assert set(parsed.model_extra or ()) <= {"choices.data"}, f"no {one['type']} has {parsed.model_extra}"
    match one["type"]:
        case "TextBlock":
            assert one["text"].strip()
            assert one["wrap"] is True
            assert not MARKDOWN.search(one["text"]), "would be read as Markdown"
        case "RichTextBlock":
            assert one["inlines"]
            assert any(run["text"].strip() for run in one["inlines"])
        case "TextRun":
            assert "\n" not in one["text"], "clients differ in what they make of it"
            assert "{{" not in one["text"], "would be read as a date"
        case "ColumnSet" | "Column":
            assert one.get("columns") or one.get("items")
        case "ActionSet":
            assert 1 <= len(one["actions"]) <= IN_A_ROW
        case kind if kind.startswith("Input."):
            check_input(one)


def check_input(one: Json) -> None:
    assert one["label"].strip(), "an input without a label says nothing to a screen reader"
    assert 0 < len(one["id"]) <= 255
    value = one.get("value", "")
    match one["type"]:
        case "Input.Date":
            assert not value or date.fromisoformat(value).isoformat() == value
        case "Input.Number":
            assert value == "" or type(value) is int
        case "Input.Text":
            assert one.get("isMultiline") or "\n" not in value
        case "Input.ChoiceSet":
            check_choices(one)


def check_choices(one: Json) -> None:
    if "choices.data" in one:
        return
    keys = [choice["value"] for choice in one["choices"]]
    many = one.get("isMultiSelect", False)
    assert keys
    assert all(keys), "what has no value is not sent"
    assert repeated(keys) == []
    assert not many or not any("," in key for key in keys), "Teams joins what is ticked with commas"
    assert all(choice["title"].strip() and len16(choice["title"]) <= 150 for choice in one["choices"])
    chosen = one.get("value", "").split(",") if many else [one["value"]] if "value" in one else []
    assert set(chosen) <= {*keys, ""} if many else set(chosen) <= set(keys)


def check_action(one: Json, inputs: set[str]) -> None:
    assert one["title"].strip()
    assert len16(one["title"]) <= BUTTON
    if one["type"] == "Action.OpenUrl":
        assert one["url"].startswith(("https://", "http://127.0.0.1:"))
        return
    read = sent(one["data"])
    assert read, "it comes back, and nobody can read it"
    assert one["type"] == "Action.Submit" or one["verb"] == read.verb, "the playground wants a verb"
    assert not inputs & set(one["data"]), "an input would overwrite what is ours"
    brings_fields = one.get("associatedInputs") != "none"
    assert not brings_fields or set(read.asked) == inputs


def objects_in(drawn: Any) -> Iterator[Json]:
    """Whatever is drawn, wherever it stands; not what an action brings back."""
    if isinstance(drawn, list):
        for item in drawn:
            yield from objects_in(item)
    elif isinstance(drawn, dict):
        if "type" in drawn:
            yield drawn
        for name, item in drawn.items():
            if name not in ("data", "msteams"):
                yield from objects_in(item)


def shown(drawn: Any) -> str:
    """All that can be read, without spaces and line ends, where long texts are cut."""
    return squeezed("".join(_texts(drawn)))


def _texts(drawn: Any) -> Iterator[str]:
    if isinstance(drawn, list):
        for item in drawn:
            yield from _texts(item)
    elif isinstance(drawn, dict):
        yield str(drawn.get("title", ""))
        yield str(drawn.get("label", ""))
        yield str(drawn.get("text", ""))
        if drawn.get("type") in ("Input.Text", "Input.Date", "Input.Number"):
            yield str(drawn.get("value", ""))
        for name, item in drawn.items():
            if name != "data":
                yield from _texts(item)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def size(drawn: Any) -> int:
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def len16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def repeated(ids: Any) -> list[str]:
    return [name for name, count in Counter(ids).items() if name is not None and count > 1]
