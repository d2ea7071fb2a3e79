"""A document as PDF/UA-1 to print: tagged, in a typeface made for new readers, the same bytes each time.

https://typst.app/docs/reference/pdf/
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from typst import Fonts, TypstError, compile

from bot.messages.document import (
    GAP,
    Blank,
    Block,
    Buttons,
    Document,
    Download,
    HeatMap,
    Print,
    SentenceLine,
)
from bot.messages.refusals import unprintable
from bot.render import icons
from bot.render.charts import shaded
from bot.render.lines import laid_out
from bot.render.pdf.signs import missing_signs, named
from bot.render.print_size import size_of
from bot.render.tones import ICONS, WORDS
from planning_rules.refusal import Refusal

__all__ = ["MIMETYPE", "pdf"]

MIMETYPE = "application/pdf"
_HERE = Path(__file__).parent
_TEMPLATE, _ONE_SIDE = _HERE / "sheet.typ", _HERE / "one_side.typ"
_FONTS = _HERE.parent / "fonts"
_NOT_ON_PAPER = (Buttons, Print, Download)


def pdf(document: Document, size: int = 0) -> bytes | Refusal:
    """`document` on A4, without its buttons. An emoji is told by its name.

    Its words are `size` points high, or as high as such a document is printed. Refused where somebody wrote
    in letters for which there is no typeface here.
    """
    blocks = [_values(block) for block in document.blocks if not isinstance(block, _NOT_ON_PAPER)]
    look = {"title": document.title, "language": document.language, "size": size or size_of(document)}
    told = json.dumps({**look, "blocks": blocks}, ensure_ascii=False)
    template = _ONE_SIDE if document.one_side else _TEMPLATE
    try:
        return _set(template, told)
    except TypstError as error:
        if not (missing := missing_signs(error.diagnostic)):
            raise
    by_name = named(told, missing)
    return unprintable() if by_name is None else _set(template, by_name)


def _set(template: Path, document: str) -> bytes:
    made = compile(
        template,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"document": document, "icons": _icons()},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _values(block: Block) -> dict[str, Any]:
    values = {"kind": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, SentenceLine):
        values |= {"alt": block.alt, **asdict(laid_out(block))}
    if isinstance(block, HeatMap):
        values |= {"rows": shaded(block)}
    if isinstance(block, Blank):
        values |= {"gap": GAP}
    if "tone" in values:
        values |= {"word": WORDS.get(values["tone"], ""), "sign": ICONS.get(values["tone"], "")}
    return values


@cache
def _icons() -> str:
    return json.dumps({name: icons.svg(name).replace("currentColor", "black") for name in icons.NAMES})


@cache
def _fonts() -> Fonts:
    """None of the machine's: a sheet looks the same wherever it is made."""
    return Fonts(include_system_fonts=False, font_paths=[_FONTS])
