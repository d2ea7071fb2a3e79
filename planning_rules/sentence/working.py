"""What comes out: the dates, and the working in steps that a paper calendar can follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

COUNTING = "how the Prison Service counts a term, PSI 03/2015"
SINGLE_TERM = "Sentencing Act 2020, sections 237 and 238"
HALF_WAY = "Sentencing Act 2020, section 241(2)"
EARLIER = "Sentencing Act 2020, section 241(4)"
LATER = "Sentencing Act 2020, section 241(5)"
CREDIT = "Criminal Justice Act 2003, sections 240ZA and 240A, as changed from 28 June 2022"
AT_LARGE = "Prison Act 1952, section 49(2)"
TOP_UP = "Sentencing Act 2020, section 247"
TOP_UP_REPEALED = "Sentencing Act 2026, section 34"


@dataclass(frozen=True)
class Step:
    """One line of the working: what is worked out, how and from what, the result, and the rule."""

    what: str
    how: str
    result: str
    source: str

    def __str__(self) -> str:
        return f"{self.what}: {self.result}. {self.how} ({self.source})"


@dataclass(frozen=True)
class Dates:
    """The dates of an order. `early` opens a window, and is no appointment; `late` needs a court.

    `top_up` is the end of supervision after the sentence (TUSED). None: there is none, or with
    `top_up_is_unknown` nobody can say, since nobody said when the child was born.
    """

    end: date
    middle: date
    early: date | None = None
    late: date | None = None
    top_up: date | None = None
    top_up_is_unknown: bool = False

    @property
    def by_code(self) -> dict[str, date | None]:
        """By the names that establishments use."""
        return {
            "SED": self.end,
            "MTD": self.middle,
            "ETD": self.early,
            "LTD": self.late,
            "TUSED": self.top_up,
        }


@dataclass(frozen=True)
class Worked:
    """Dates worked out, to check those that the establishment gives; never in their place.

    `assumed_credit` are days that nobody said count already, and that are taken off all the same, since they
    explain every date that the establishment gave.
    """

    dates: Dates
    steps: tuple[Step, ...]
    warnings: tuple[str, ...] = ()
    assumed_credit: int = 0


def distinct(sentences: Iterable[str]) -> tuple[str, ...]:
    """Each sentence once, in the order in which it was first said."""
    return tuple(dict.fromkeys(sentences))
