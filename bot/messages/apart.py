"""English within a document of another language: an answer as it was typed, or a sentence not translated yet.

It stands between the signs with which Unicode sets a text apart (U+2068 and U+2069). `clean` takes these
out of all that people type, so nobody can write one. A medium that cannot mark a language shows nothing.

Answers are taken for English, since every question is asked in English. In which language somebody spoke is
not recorded; unmarked, a screen reader would read every answer as if it were in the document's language.
"""

import re
from collections.abc import Iterator

ENGLISH = "en-GB"
_START, _END = "\u2068", "\u2069"
_SIGNS = re.compile(f"[{_START}{_END}]")
_SET_APART = re.compile(f"{_START}([^{_START}{_END}]*){_END}")


def apart(text: str) -> str:
    """`text` set apart as one piece, whatever is set apart within it."""
    return f"{_START}{together(text)}{_END}"


def together(text: str) -> str:
    """`text` without the signs."""
    return _SIGNS.sub("", text)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Each piece of `text` with its language: "" where that is the document's own."""
    for number, piece in enumerate(_SET_APART.split(text)):
        if piece:
            yield ENGLISH if number % 2 else "", piece
