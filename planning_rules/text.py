"""Text that people type, cleaned alike for every database and every medium."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# Direction overrides and invisible characters can make a sentence read as another one.
# The joiners U+200C and U+200D stay: emoji and several scripts are broken without them.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# A joiner joins nothing at either end; a text of joiners alone could not be seen.
_ENDS = "\u200c\u200d" + "".join(filter(str.isspace, map(chr, range(0x3001))))


def clean(text: str) -> str:
    """Return `text` composed (NFC), with Unix line ends, and without what is invisible or broken."""
    seen = _INVISIBLE.sub("", _CONTROL.sub("", _LINE_END.sub("\n", text)))
    return unicodedata.normalize("NFC", seen).strip(_ENDS)


def nearest(word: str, known: Iterable[str], alike: float = 0.5) -> str:
    """The known word most like `word`, or "" where none is so much `alike` (1: the same)."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=alike)
    return found[0] if found else ""


def listed(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    *front, end = list(words) or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 gap", "2 gaps"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
