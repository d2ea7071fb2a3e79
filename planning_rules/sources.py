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


@dataclass(frozen=True)
class Source:
    """Where a rule comes from. `share` is the percentage of cases in Appendix 2 that met what `what` says."""

    document: str
    place: str = ""
    share: int | None = None
    what: str = ""

    @property
    def short(self) -> str:
        """As the rulebook writes it: "J¶3.16", "J-R25a", "A2 55%"."""
        return f"A2 {self.share}%" if self.share is not None else f"{self.document}{self.place}"

    @property
    def cited(self) -> str:
        """As a worker reads it."""
        name = DOCUMENTS[self.document]
        if self.share is not None:
            return f"{name}: {self.what} – {about_in_ten(self.share)} of some 30 children looked at in 2014"
        place = (
            self.place.replace("¶", ", paragraph ")
            .replace("-R", ", recommendation ")
            .replace("§", ", section ")
        )
        return f"{name}{place}"


def about_in_ten(percent: int) -> str:
    """A share in words that a small sample can bear: "about 1 in 10", "none", "all"."""
    if percent in (0, 100):
        return "none" if percent == 0 else "all"
    return "fewer than 1 in 10" if percent < 5 else f"about {max(1, round(percent / 10))} in 10"


def J(place: str) -> Source:
    """A paragraph ("3.16") or recommendation ("R25a") of the joint thematic."""
    return Source("J", f"-{place}" if place.startswith("R") else f"¶{place}")


def A2(share: int, what: str) -> Source:
    """A row of the joint thematic's findings tables: `share` per cent of cases met `what`."""
    return Source("A2", share=share, what=what)


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
