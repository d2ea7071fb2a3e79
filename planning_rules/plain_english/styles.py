"""Ways of writing that are hard to read: short forms of "not", percentages, dates in figures, passives."""

import re
from collections.abc import Callable, Iterator

from planning_rules.plain_english.marks import Kind, Mark

IN_SHORT = re.compile(r"\b\w+(?:n['’]t|['’](?:ll|ve|re|d|m))\b", re.IGNORECASE)
_IRREGULAR = {"won't": "will not", "can't": "cannot", "shan't": "shall not", "ain't": "is not"}
_ENDINGS = {"n't": " not", "'ll": " will", "'ve": " have", "'re": " are", "'m": " am", "'d": " would or had"}
_PERCENTAGE = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent\b)", re.IGNORECASE)
_DATE = re.compile(r"(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})(?![\d/-])")
_PAST = (
    "been|begun|bought|broken|brought|built|caught|chosen|done|driven|fed|found|given|held|hidden|hurt|kept|known|"
    "led|left|made|met|paid|put|read|seen|sent|set|shown|spoken|taken|taught|told|thought|understood|written"
)
# Not what is done to somebody, but how somebody is.
_HOW_ONE_IS = (
    "allowed|annoyed|bored|confused|disappointed|embarrassed|excited|frightened|interested|involved|married|"
    "pleased|prepared|related|relaxed|scared|stressed|supposed|surprised|tired|upset|used|worried|need|indeed"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+|also\s+|\w+ly\s+)?(?!(?:{_HOW_ONE_IS})\b)"
    rf"(?:\w{{2,}}ed|{_PAST})\b",
    re.IGNORECASE,
)


def marks(text: str, trade: bool) -> Iterator[Mark]:
    """For workers (`trade`), who read plans of figures, only short forms of "not"."""
    yield from _each(IN_SHORT, text, Kind.SHORT_FORM, lambda met: f"Write “{_in_full(met)}”.")
    if trade:
        return
    yield from _each(_PERCENTAGE, text, Kind.PERCENTAGE, lambda met: "Say it in numbers: “1 in 4”.")
    full = "Write the day in full, like Friday 17 April 2026."
    yield from _each(_DATE, text, Kind.DATE, lambda met: full)
    yield from _each(_PASSIVE, text, Kind.PASSIVE, lambda met: "Say who does it.")


def _each(pattern: re.Pattern[str], text: str, kind: Kind, say: Callable[[str], str]) -> Iterator[Mark]:
    yield from (Mark(kind, met.start(), met[0], say(met[0])) for met in pattern.finditer(text))


def _in_full(word: str) -> str:
    lower = word.lower().replace("’", "'")
    ending = next(one for one in _ENDINGS if lower.endswith(one))
    return _IRREGULAR.get(lower, word[: -len(ending)] + _ENDINGS[ending])
