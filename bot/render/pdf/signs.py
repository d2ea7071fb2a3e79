"""Signs that no typeface of ours has: an emoji is told by its name, letters of other scripts are refused."""

import re
import unicodedata

_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# What only changes the look of an emoji: joiners, variants, colours of skin, letters of flags.
_UNSAID = re.compile("[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]")


def missing_signs(diagnostic: str) -> set[str]:
    """The signs for which typst had no typeface, as its message tells."""
    found = "".join(_MISSING.findall(diagnostic))
    return set(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found))


def named(text: str, signs: set[str]) -> str | None:
    """`text` with these signs by name: "a dog 🐶" is "a dog [dog face]". None where one is a letter."""
    if not all(_UNSAID.match(sign) or unicodedata.category(sign) == "So" for sign in signs):
        return None
    for sign in signs:
        text = text.replace(sign, _name(sign))
    return text


def _name(sign: str) -> str:
    if _UNSAID.match(sign):
        return ""
    return f"[{unicodedata.name(sign).lower()}]"
