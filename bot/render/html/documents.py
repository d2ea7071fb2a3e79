"""A document as an HTML fragment."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from bot.messages.document import GAP, Block, Document, Download, Print
from bot.render.charts import shaded
from bot.render.html.environment import render
from bot.render.lines import laid_out

Prints = Callable[[Print | Download], str]


def render_document(
    document: Document,
    *,
    press: str = "",
    prints: Prints | None = None,
    level: int = 2,
) -> Markup:
    """`document` with its title as a heading of `level`.

    `press` is the id of the form that its buttons send, as `text`; without one, as on paper, no button is
    drawn. `prints` gives the address of a page to print or of a file to fetch; without it no way there is
    drawn.
    """
    return render(
        "document.html",
        document=document,
        runs=list(runs(document.blocks)),
        press=press,
        prints=prints,
        laid_out=laid_out,
        shaded=shaded,
        gap=GAP,
        level=level,
    )


def runs(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Neighbours of one kind together, since rows that follow each other are one list."""
    for kind, same in groupby(blocks, key=type):
        yield kind.__name__.lower(), list(same)
