"""Words that are hard: rare ones, those with a plainer one, in a second sense, and short forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from planning_rules.plain_english.glossary import glossary
from planning_rules.plain_english.marks import Kind, Mark
from planning_rules.plain_english.sentences import WORD
from planning_rules.plain_english.styles import IN_SHORT
from planning_rules.plain_english.vocabulary import frequency, is_easy, known_short_forms, words_kept

_SHORT_FORM = re.compile(r"(?=(?:[a-z]?[A-Z]){2})[A-Za-z]{2,6}|[A-Z](?:[&/][A-Z]){1,2}")
_SHORT_WAY = re.compile(r"\b(?:\w\.\w\.?|\w/\w|[a-z]{2,6})(?:\.(?=\s+[a-z]))?")
# In small letters as common as this, it is a word that somebody wrote in capitals.
_A_WORD = 4.5
_DOES = re.compile(r"['’]s\b|,? (?:will|has|is|can|said|says|and [A-Z])\b")
_START = re.compile(r"(?:^|[.!?…:\n]|[“\"‘(•*–-])[\s“\"‘(•*–-]*")
_WRITE_OUT = "Write it out in full, or say what it means."
_EXPLAIN = "Say what it means, or use an easier word."


@dataclass(frozen=True)
class _Reader:
    """How each word of one text is read. See `marks`."""

    text: str
    common: float
    trade: bool
    wanted: frozenset[str]
    named: bool

    def mark(self, word: re.Match[str]) -> Mark | None:
        said = word[0]
        if self._is_passed_over(word):
            return None
        if _is_in_capitals(said):
            return Mark(Kind.CAPITALS, word.start(), said, f"Write it in small letters: “{said.lower()}”.")
        if _SHORT_FORM.fullmatch(said):
            known = self.trade or self.named or said in known_short_forms()
            explained = known or said.removesuffix("s") in self.explained
            return None if explained else Mark(Kind.SHORT_FORM, word.start(), said, _WRITE_OUT)
        if said[0].isupper() and self._is_name(word):
            return None
        plainer = "" if self.trade else words_kept()["plainer"].get(said.lower(), "")
        known = self.trade and said.lower() in _trade_words()
        if plainer or not (known or is_easy(said, self.common)):
            says = f"Say “{plainer}”." if plainer else _EXPLAIN
            return Mark(Kind.HARD_WORD, word.start(), said, says)
        return None

    @cached_property
    def explained(self) -> set[str]:
        """Short forms that stand in brackets after what they mean."""
        return set(re.findall(r"\(([A-Z][A-Za-z]+)\)", self.text))

    @cached_property
    def starts(self) -> set[int]:
        """Where words stand that begin a sentence, a line or a quotation, and need a capital letter."""
        return {met.end() for met in _START.finditer(self.text)}

    @cached_property
    def names(self) -> set[str]:
        """Words that have a capital letter where they need none."""
        words = WORD.finditer(self.text)
        return {word[0] for word in words if word[0][0].isupper() and word.start() not in self.starts}

    def _is_name(self, word: re.Match[str]) -> bool:
        needs_none = word.start() not in self.starts or word[0] in self.names
        return self.named or needs_none or bool(_DOES.match(self.text, word.end()))

    def _is_passed_over(self, word: re.Match[str]) -> bool:
        """What is wanted, has a figure, is written short, or is part of an address or a setting."""
        said, beside = word[0], self._beside(word)
        key = said.lower() if said.isalpha() else re.sub(r"['’]s?$", "", said.lower())
        if key in self.wanted or key in words_kept()["short"] or "@" in beside or "_" in beside:
            return True
        has_figure = any(letter.isdigit() for letter in said)
        return not said.isalpha() and (has_figure or "www." in said or bool(IN_SHORT.fullmatch(said)))

    def _beside(self, word: re.Match[str]) -> str:
        """The characters before and after."""
        return self.text[max(0, word.start() - 1) : word.start()] + self.text[word.end() : word.end() + 1]


def marks(text: str, common: float, trade: bool, wanted: frozenset[str], named: bool) -> Iterator[Mark]:
    """Words below the Zipf frequency `common`, and others that are hard; `trade` words are known to workers.

    `wanted` words and names are passed over. In a text that is `named` capital letters begin names.
    """
    reader = _Reader(text, common, trade, wanted, named)
    yield from filter(None, map(reader.mark, WORD.finditer(text)))
    if not trade:
        yield from _in_two_senses(text)
    yield from _short_ways(text)


def _is_in_capitals(said: str) -> bool:
    """True of an everyday word, and of no short form."""
    is_long = said.isupper() and len(said) > 2
    return is_long and said not in known_short_forms() and frequency(said.lower()) >= _A_WORD


@cache
def _trade_words() -> frozenset[str]:
    """Words that workers know: those of the glossary, and a few more."""
    terms = " ".join(term for entry in glossary().values() for term in entry.terms)
    return frozenset([*WORD.findall(terms.lower()), *words_kept()["trade"].split()])


@cache
def _senses() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(one["meant"], re.IGNORECASE), one["say"]) for one in words_kept()["two_senses"]]


def _in_two_senses(text: str) -> Iterator[Mark]:
    for meant, say in _senses():
        for met in meant.finditer(text):
            yield Mark(Kind.TWO_SENSES, met.start(1), met[1], f"It has two senses. Say {say}.")


def _short_ways(text: str) -> Iterator[Mark]:
    short = words_kept()["short"]
    for met in _SHORT_WAY.finditer(text):
        if say := short.get(met[0].lower()) or short.get(met[0].lower().rstrip(".")):
            yield Mark(Kind.SHORT_FORM, met.start(), met[0], f"Write “{say}”.")
