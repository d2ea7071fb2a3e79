"""The plain-English check of any text, by the limits of those for whom it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from planning_rules.plain_english import hard_words, styles
from planning_rules.plain_english.glossary import Found, terms_in
from planning_rules.plain_english.marks import Kind, Mark
from planning_rules.plain_english.sentences import Stretch, paragraphs, sentences

# The mean says little of fewer.
_ENOUGH_FOR_A_MEAN = 3
_BRACKETS = ("(", "(called ", "(the ")


@dataclass(frozen=True)
class Limits:
    """Words in a `sentence`, and on average (0: any); sentences in a `paragraph` (0: any).

    A word is hard where its Zipf frequency is below `common`. `trade` words are known to whoever reads.
    """

    sentence: int
    mean: int
    paragraph: int
    common: float
    trade: bool = False


# GOV.UK and NHS guidance for those who read least easily; for workers, the Plain English Campaign's.
CHILD = Limits(sentence=15, mean=10, paragraph=3, common=4.5)
WORKERS = Limits(sentence=25, mean=0, paragraph=0, common=3.0, trade=True)


def check(
    text: str, limits: Limits = CHILD, wanted: frozenset[str] = frozenset(), named: bool = False
) -> tuple[Mark, ...]:
    """What is hard to read, in the order in which it stands.

    `wanted` are words and names in small letters that are wanted as they are. Where a text is `named`, it is
    a name or a place, and any word with a capital letter is part of it.
    """
    terms = [] if limits.trade else list(terms_in(text))
    taken = {at for term in terms for at in range(term.start, term.end)}
    others = [
        *styles.marks(text, limits.trade),
        *hard_words.marks(text, limits.common, limits.trade, wanted, named),
    ]
    found = [
        *_lengths(text, limits),
        *_workers_words(text, terms),
        *(mark for mark in others if mark.start not in taken),
    ]
    return tuple(sorted(_without_wanted(found, wanted), key=lambda mark: (mark.start, -len(mark.words))))


def _workers_words(text: str, terms: list[Found]) -> Iterator[Mark]:
    """A term in brackets ("called …") is explained by what stands before it."""
    for term in terms:
        is_explained = text[max(0, term.start - 8) : term.start].endswith(_BRACKETS)
        if term.entry and (term.entry.keep_off or not is_explained):
            yield Mark(Kind.TERM, term.start, term.words, term.entry.suggestion(term.words))


def _without_wanted(found: list[Mark], wanted: frozenset[str]) -> Iterator[Mark]:
    yield from (mark for mark in found if not (mark.is_about_words and mark.words.lower() in wanted))


def _lengths(text: str, limits: Limits) -> Iterator[Mark]:
    each = sentences(text)
    for one in each:
        if one.words > limits.sentence:
            yield _long(Kind.LONG_SENTENCE, one, f"{one.words} words. Make it two sentences.")
    words = sum(one.words for one in each)
    if limits.mean and len(each) >= _ENOUGH_FOR_A_MEAN and words > limits.mean * len(each):
        mean = f"{words / len(each):.0f} words a sentence on average. Aim for {limits.mean}."
        yield _long(Kind.LONG_ON_AVERAGE, each[0], mean)
    for one in paragraphs(text) if 0 < limits.paragraph < len(each) else []:
        if (number := len(sentences(one.text))) > limits.paragraph:
            yield _long(
                Kind.LONG_PARAGRAPH, one, f"{number} sentences. Start a new line after {limits.paragraph}."
            )


def _long(kind: Kind, stretch: Stretch, suggestion: str) -> Mark:
    return Mark(kind, stretch.start, stretch.text, suggestion)
