"""The documents that the rules and the calendar rest on, and how they are cited."""

from dataclasses import dataclass

DOCUMENTS = {
    "J": "Joint thematic inspection of resettlement, 2015",
    "A2": "Joint thematic inspection of resettlement, 2015, Appendix 2",
    "S": "STC inspection framework, 2017",
    "T": "Stockton youth offending service inspection, 2010",
    "H": "Hassockfield secure training centre, 2013",
    "E": "Hertfordshire youth offending team, 2018",
    "SC": "Sentencing Act 2020",
    "CJA": "Criminal Justice Act 1961",
    "L": "Local policy",
}

# As people say them, by their percentage: of two that are equally near, the one that stands first is said.
_FRACTIONS = {
    10: "1 in 10",
    12.5: "1 in 8",
    17: "1 in 6",
    20: "1 in 5",
    25: "1 in 4",
    33: "1 in 3",
    40: "2 in 5",
    50: "half",
    60: "3 in 5",
    67: "2 in 3",
    75: "3 in 4",
    80: "4 in 5",
    90: "9 in 10",
}


@dataclass(frozen=True)
class Source:
    """Where a rule comes from. `share` is the percentage of cases in Appendix 2 that met what `what` says:

    of all of them, or of those alone that `of` names.
    """

    document: str
    place: str = ""
    share: int | None = None
    what: str = ""
    of: str = ""

    @property
    def short(self) -> str:
        """As the rulebook writes it: "J¶3.16", "J-R25a", "A2 55%"."""
        return f"A2 {self.share}%" if self.share is not None else f"{self.document}{self.place}"

    @property
    def cited(self) -> str:
        """As a worker reads it."""
        name = DOCUMENTS[self.document]
        if self.share is not None:
            of_whom = f"{self.of}, among some 30 children" if self.of else "some 30 children"
            return f"{name}: {self.what} – {in_plain_fractions(self.share)} of {of_whom} looked at in 2014"
        place = (
            (f",{self.place}" if self.place.startswith(" ") else self.place)
            .replace("¶", ", paragraph ")
            .replace("-R", ", recommendation ")
            .replace("§", ", section ")
        )
        return f"{name}{place}"


def in_plain_fractions(percent: int) -> str:
    """A share in words that a small sample can bear: "about 1 in 5", "none", "all"."""
    if percent in (0, 100):
        return "none" if percent == 0 else "all"
    if 5 <= percent <= 95:
        return f"about {_FRACTIONS[min(_FRACTIONS, key=lambda share: abs(share - percent))]}"
    return "fewer than 1 in 10" if percent < 5 else "more than 9 in 10"


def J(place: str) -> Source:
    """A paragraph ("3.16") or recommendation ("R25a") of the joint thematic."""
    return Source("J", f"-{place}" if place.startswith("R") else f"¶{place}")


def A2(share: int, what: str, of: str = "") -> Source:
    """A row of the joint thematic's findings tables: `share` per cent met `what`, of all or `of` some."""
    return Source("A2", share=share, what=what, of=of)


def S(place: str) -> Source:
    """A paragraph of the STC inspection framework, which binds secure training centres only."""
    return Source("S", f"¶{place}")


def T(place: str) -> Source:
    """A section of the Stockton inspection."""
    return Source("T", f"§{place}")


def law(act: str, section: str = "") -> Source:
    """An Act or a section of it: "SC", the Sentencing Act 2020, or "CJA", the Criminal Justice Act 1961."""
    return Source(act, f"§{section}" if section else "")


H = Source("H")
E = Source("E")
L = Source("L")
