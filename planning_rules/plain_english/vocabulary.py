"""Which words are easy: common in print, or known in any family."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import log10
from typing import Any

_PARTS = re.compile("[-/&.]")
_STEMS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)
_MORE_STEMS = (("er", ""), ("er", "e"), ("ier", "y"), ("est", ""), ("ly", ""), ("ily", "y"), ("n't", ""))


@cache
def words_kept() -> dict[str, Any]:
    """What `words.toml` has, read once."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf8"))


@cache
def everyday() -> frozenset[str]:
    return frozenset(words_kept()["everyday"].lower().split())


@cache
def known_short_forms() -> frozenset[str]:
    return frozenset(words_kept()["known_short_forms"].split())


def frequency(word: str) -> float:
    """The word's own Zipf frequency, 0 where it is not among the 29,000 commonest."""
    per_word = _frequencies().get(word, 0.0)
    return log10(per_word * 1e9) if per_word else 0.0


def is_easy(word: str, common: float) -> bool:
    """True where the word, or what it is made of, is an everyday one or has this Zipf frequency."""
    lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return lower in everyday() or all(_is_easy(part, common) for part in _PARTS.split(lower))


def _is_easy(word: str, common: float) -> bool:
    return len(word) < 4 or any(form in everyday() or frequency(form) >= common for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in (*_STEMS, *_MORE_STEMS):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem + instead
            if not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _frequencies() -> dict[str, float]:
    # Imported when first needed: it takes a third of a second.
    from wordfreq import get_frequency_dict

    return get_frequency_dict("en", "small")
