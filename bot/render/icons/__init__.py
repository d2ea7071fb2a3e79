"""Small pictures, 24 by 24, drawn in the colour of the words beside them: ours, and Lucide's (lucide.dev)."""

from functools import cache
from pathlib import Path

_FILES = {file.stem: file for file in Path(__file__).parent.rglob("*.svg")}
NAMES = frozenset(_FILES)


@cache
def svg(name: str) -> str:
    """The picture of that name, or "" where there is none."""
    return _FILES[name].read_text("utf8").strip() if name in _FILES else ""
