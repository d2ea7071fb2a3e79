"""A document to paste into a tool that reads aloud: no signs that it would speak, a stop after each idea."""

import re

from bot.messages.document import Document
from bot.render.text import MARKS, document_text
from bot.render.tones import WORDS

_RULE = re.compile(r"[=_-]+")
_BEFORE = re.compile(r"(?:(?:[•☐–]|\[ \])\s+)+")
_ROOM = re.compile(r"_{2,}")
_STOPS = (".", "?", "!", ":", ",", ";", "…")
_TONES = {sign: WORDS[tone] for tone, sign in MARKS.items() if sign}


def to_read_aloud(document: Document) -> str:
    """Each line of its plain text, without what only the eye needs."""
    lines = (_said(line.strip()) for line in document_text(document).splitlines())
    return "\n\n".join(line for line in lines if line) + "\n"


def _said(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    words = _ROOM.sub("…", _BEFORE.sub("", line, count=1)).strip()
    sign, _, rest = words.partition(" ")
    words = f"{_TONES[sign]}: {rest}" if sign in _TONES else words
    return words if not words or words.rstrip("”)").endswith(_STOPS) else f"{words}."
