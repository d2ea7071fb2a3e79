"""What of an answer's wording can be compared with another child's plan: no name, no number, nothing private.

An answer is compared run by run: every eight words in a row. What names a child or goes by one is left out
first – capitals, numbers, "he" and "she" – so that a copy with another name in it is a copy still.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import Line, Words

RUN = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STANDS_FOR_A_NAME = re.compile(r"(s?he|they|him|hers?|them|his|theirs?|(him|her|them)self|themselves)('.*)?")


def is_compared(fact: Fact[Any]) -> bool:
    """True for what workers write in sentences, and each could have written otherwise.

    Places and names are alike in many plans; a child's and a parent's own words are theirs; what is said
    of one meeting is no part of the plan. What only named workers may see is not compared at all, so that
    nothing of it is kept, and no gap tells of it.
    """
    sentences = isinstance(fact.kind, Words) and not isinstance(fact.kind, Line)
    return sentences and not (fact.quoted or fact.each_meeting or fact.is_private)


def runs(text: str) -> tuple[str, ...]:
    """Every eight words in a row, in the order in which they begin; none where the text is shorter."""
    kept = [_plain(word) for word in _WORD.findall(text) if _can_be_compared(word)]
    return tuple(" ".join(kept[start : start + RUN]) for start in range(len(kept) - RUN + 1))


def shared_words(workers: Sequence[int], standard: int) -> int:
    """How many words of an answer stand in other children's plans, each counted once.

    `workers` says of each of its runs how many workers typed it there. What `standard` workers or more
    typed is a phrase of the service's own and does not count.
    """
    starts = [at for at, typed_by in enumerate(workers) if 0 < typed_by < standard]
    return sum(min(RUN, after - at) for at, after in pairwise([*starts, len(workers) + RUN]))


def _can_be_compared(word: str) -> bool:
    is_name = word[0].isupper() or any(letter.isdigit() for letter in word)
    return not is_name and not _STANDS_FOR_A_NAME.fullmatch(_plain(word))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")
