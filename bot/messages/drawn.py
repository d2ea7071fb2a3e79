"""What is drawn in a document where a medium can, and said in words where it cannot."""

from dataclasses import dataclass

# What is said of a number that would tell of one child.
TOO_FEW = "too few to tell"


@dataclass(frozen=True)
class Mark:
    """One day on a line: how far along it is, in thousandths, and what is said of it.

    `label` is written at the mark itself, like "Today"; where there is none, it gets a number.
    """

    at: int
    says: str
    label: str = ""


@dataclass(frozen=True)
class SentenceLine:
    """A sentence as a line from its first day to its last. What is drawn says no more than its marks say.

    The part in custody goes as far as `custody`, in thousandths; `caption` tells how it is drawn.
    """

    title: str
    marks: tuple[Mark, ...]
    custody: int = 0
    caption: str = ""

    @property
    def alt(self) -> str:
        """The picture in words."""
        return "\n".join((self.title, *(mark.says for mark in self.marks)))


@dataclass(frozen=True)
class Counts:
    """One row of a HeatMap: a count for each column, or None where it is too few to tell."""

    label: str
    cells: tuple[int | None, ...]


@dataclass(frozen=True)
class HeatMap:
    """Counts as a table, drawn the darker the higher they are; the number stands in each."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Counts, ...]

    @property
    def in_words(self) -> tuple[str, ...]:
        """The picture in words, a line for each row: "Home: 3 (this week), 1 (next week)"."""
        return tuple(f"{row.label}: {self._said(row)}" for row in self.rows)

    def _said(self, row: Counts) -> str:
        cells = list(zip(row.cells, self.columns, strict=True))
        told = [f"{count} ({column})" for count, column in cells if count]
        few = [column for count, column in cells if count is None]
        return ", ".join([*told, *([f"{TOO_FEW} ({', '.join(few)})"] if few else [])]) or "none"


@dataclass(frozen=True)
class Bar:
    """`count` of `total` as a bar, and what is said beside it. What is too few to tell has no length."""

    label: str
    count: int
    total: int
    says: str


@dataclass(frozen=True)
class Bars:
    """Counts of totals, one below the other. What is drawn says no more than its words."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def in_words(self) -> tuple[str, ...]:
        """The picture in words, a line for each bar."""
        return tuple(f"{bar.label}: {bar.says}" for bar in self.bars)
