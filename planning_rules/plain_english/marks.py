"""What the checker says of a text: where, what is hard there, and what could stand instead."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is hard about it. A passive is advice only, and fails nothing."""

    LONG_SENTENCE = "long sentence"
    LONG_ON_AVERAGE = "long sentences"
    LONG_PARAGRAPH = "long paragraph"
    TERM = "workers' word"
    HARD_WORD = "hard word"
    TWO_SENSES = "two senses"
    SHORT_FORM = "short form"
    CAPITALS = "capitals"
    PERCENTAGE = "percentage"
    DATE = "date in figures"
    PASSIVE = "passive"


@dataclass(frozen=True)
class Mark:
    """`words` stand at `start` in the text, which counts characters from 0."""

    kind: Kind
    start: int
    words: str
    suggestion: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def is_advice(self) -> bool:
        return self.kind is Kind.PASSIVE

    @property
    def is_about_words(self) -> bool:
        """True where somebody may confirm that the words are wanted as they are."""
        return self.kind in (Kind.TERM, Kind.HARD_WORD, Kind.TWO_SENSES, Kind.SHORT_FORM)
