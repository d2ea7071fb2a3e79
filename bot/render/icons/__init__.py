"""Our own small pictures, 24 by 24, drawn in the colour of the words beside them."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
NAMES = frozenset(file.stem for file in _FOLDER.glob("*.svg"))


@cache
def svg(name: str) -> str:
    """The picture of that name, or "" where there is none."""
    return (_FOLDER / f"{name}.svg").read_text("utf8").strip() if name in NAMES else ""
