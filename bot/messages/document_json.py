"""A document as plain JSON values and back: so that what was posted stays as it was posted."""

from dataclasses import fields, is_dataclass
from typing import Any

from bot.messages import document
from bot.messages.document import Document, Tone

_KIND = "is"


def document_to_json(value: Any) -> Any:
    """JSON values that `document_from_json` reads back the same."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: document_to_json(getattr(value, field.name)) for field in fields(value)}
        return {_KIND: type(value).__name__, **parts}
    return [document_to_json(item) for item in value] if isinstance(value, tuple) else value


def document_from_json(kept: Any) -> Document:
    """Read what `document_to_json` made."""
    read: Document = _read(kept)
    return read


def _read(kept: Any) -> Any:
    if isinstance(kept, list):
        return tuple(_read(item) for item in kept)
    if not isinstance(kept, dict):
        return kept
    parts = {name: _read(value) for name, value in kept.items() if name != _KIND}
    if "tone" in parts:
        parts["tone"] = Tone(parts["tone"])
    return getattr(document, kept[_KIND])(**parts)
