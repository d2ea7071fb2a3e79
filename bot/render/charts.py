"""How dark each count of a heat map is drawn, so that it reads in black and white."""

from bot.messages.document import TOO_FEW, HeatMap

SHADES = 4
"""From 1, the palest, to this; what is nothing, or too few to tell, has none."""


def shaded(drawn: HeatMap) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """Each row's label with its cells: the sign in it, its shade, and what a screen reader says instead."""
    most = max((count or 0 for row in drawn.rows for count in row.cells), default=0)
    return [(row.label, [_cell(count, most) for count in row.cells]) for row in drawn.rows]


def _cell(count: int | None, most: int) -> tuple[str, int, str]:
    if count is None:
        return "–", 0, TOO_FEW
    return str(count), -(-SHADES * count // most) if count else 0, ""
