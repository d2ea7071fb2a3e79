"""The recommendations of the joint thematic inspection, and which rules answer each, or why none does."""

from dataclasses import dataclass

from planning_rules.gaps import RULES
from planning_rules.rulebook import Rule
from planning_rules.sources import Source

_NATIONAL = (
    "It is for national bodies: a meeting about one child cannot do it. "
    "The board report is to give figures to raise it with."
)
_BOARD = "It is about many cases, not one plan: the board report is to give the figures."
_MEETING = (
    "It is about how the meeting is held, which no plan shows. Day One leads through it: "
    "the child first, what was promised last time, then each topic with what is missing."
)


@dataclass(frozen=True)
class Recommendation:
    """`subject` says in our own words what it is about, and `to` whom it is addressed to.

    Beside the rules that cite it, those answer it whose code begins with one of `rules` ("ACC", "AGY07").
    Where no rule does, `no_rule` says why.
    """

    name: str
    to: str
    subject: str
    rules: tuple[str, ...] = ()
    no_rule: str = ""

    @property
    def number(self) -> str:
        """ "25a"."""
        return self.name.removeprefix("R")

    def is_cited_by(self, source: Source) -> bool:
        return source.document == "J" and source.place == f"-{self.name}"

    def is_answered_by(self, rule: Rule) -> bool:
        return rule.code.startswith(self.rules) or any(map(self.is_cited_by, rule.sources))

    @property
    def answered_by(self) -> tuple[str, ...]:
        """The codes of its rules, in their order."""
        return tuple(code for code in sorted(RULES) if self.is_answered_by(RULES[code]))


def answered(rule: Rule) -> tuple[Recommendation, ...]:
    """The recommendations that a rule answers, in their order."""
    return tuple(one for one in RECOMMENDATIONS if one.is_answered_by(rule))


_MINISTRY = "the Ministry of Justice"
_NATIONAL_BODIES = "the Youth Justice Board and the National Offender Management Service"
_YJB = "the Youth Justice Board"
_SETTINGS = "young offender institutions and secure training centres"
_CHAIRS = "the chairs of youth offending team management boards"
_MANAGERS = "youth offending team managers"
_HEALTH = "healthcare commissioners and providers"
_SHARING = ("AGY07", "AGY08", "AGY09")
_TAKING_PART = ("CHI01", "CHI02", "CHI03", "FAM01")

RECOMMENDATIONS = (
    Recommendation("R1", _MINISTRY, "one official who answers for the reforms", no_rule=_NATIONAL),
    Recommendation("R2", _MINISTRY, "paying to keep a home free until the child comes out"),
    Recommendation("R3", _MINISTRY, "a right to help after release, order or no order"),
    Recommendation("R4", _MINISTRY, "work in custody that follows each child's needs"),
    Recommendation("R5", _MINISTRY, "safe use of the internet in custody", no_rule=_NATIONAL),
    Recommendation("R6", "the Department for Work and Pensions", "benefits from the first day out"),
    Recommendation("R7", _NATIONAL_BODIES, "putting the reforms in place together", no_rule=_NATIONAL),
    Recommendation(
        "R8", _NATIONAL_BODIES, "training for all who prepare children for release", no_rule=_NATIONAL
    ),
    Recommendation("R9", _NATIONAL_BODIES, "temporary release as the usual thing"),
    Recommendation("R10", _YJB, "standards that call for an early start on release", ("TIM02",)),
    Recommendation("R11", _YJB, "learning in custody that leads to something outside", no_rule=_NATIONAL),
    Recommendation("R12", _YJB, "papers that children and parents can read"),
    Recommendation("R13", _YJB, "help for management boards to improve", no_rule=_NATIONAL),
    Recommendation("R14", _YJB, "training centres and services outside, hand in hand", no_rule=_NATIONAL),
    Recommendation(
        "R15",
        "the National Offender Management Service",
        "young offender institutions and services outside, hand in hand",
        no_rule=_NATIONAL,
    ),
    Recommendation("R16", _SETTINGS, "working links with services outside", ("AGY01", *_SHARING)),
    Recommendation("R17", _SETTINGS, "the best use of temporary release", ("ROT",)),
    Recommendation("R18a", _SETTINGS, "how custody and release feel, and help with it"),
    Recommendation("R18b", _SETTINGS, "child and family taking part in what is decided", _TAKING_PART),
    Recommendation("R18c", _SETTINGS, "knowing each other's part, and sharing", ("AGY01", *_SHARING)),
    Recommendation("R18d", _SETTINGS, "work that fits the child and keeps others safe", ("CHI10",)),
    Recommendation("R18e", _SETTINGS, "chairing reviews well", no_rule=_MEETING),
    Recommendation("R19", _SETTINGS, "help for families who stand by a child", ("FAM04", "FAM07")),
    Recommendation("R20", _CHAIRS, "every service in place in good time", ("ACC", "ETE", "HLT")),
    Recommendation("R21", _CHAIRS, "partner agencies' share in temporary release", ("ROT",)),
    Recommendation("R22", _CHAIRS, "the youth offending team's share in temporary release", ("ROT",)),
    Recommendation("R23", _CHAIRS, "a board that learns from figures, cases and children", no_rule=_BOARD),
    Recommendation(
        "R24",
        _CHAIRS,
        "housing, and perhaps colleges, on the board",
        no_rule="Who sits on a board stands in no plan.",
    ),
    Recommendation("R25a", _MANAGERS, "hearing what children say"),
    Recommendation("R25b", _MANAGERS, "how custody and release feel, and help with it"),
    Recommendation("R25c", _MANAGERS, "keeping in touch with the child between meetings"),
    Recommendation("R25d", _MANAGERS, "skilled workers who look for a way", ("AGY10", "AGY13")),
    Recommendation("R25e", _MANAGERS, "child and family taking part in what is decided", _TAKING_PART),
    Recommendation("R25f", _MANAGERS, "a plan B for home, school or work, and health", ("CON",)),
    Recommendation("R25g", _MANAGERS, "knowing each other's part, and sharing", _SHARING),
    Recommendation("R25h", _MANAGERS, "asking partners to keep what they promised"),
    Recommendation("R25i", _MANAGERS, "visits and temporary release from early on", ("ROT",)),
    Recommendation("R25j", _MANAGERS, "families who can visit and keep in contact"),
    Recommendation("R25k", _MANAGERS, "chairing reviews well", no_rule=_MEETING),
    Recommendation("R26", _MANAGERS, "the risk to others: known, planned for, looked after", ("RSK",)),
    Recommendation("R27", _MANAGERS, "something good to do with free time"),
    Recommendation("R28", _MANAGERS, "looking back at three and six months on how it went"),
    Recommendation("R29", _HEALTH, "what is asked here of partner agencies", ("HLT07",)),
    Recommendation("R30", _HEALTH, "health care that goes on, and information that travels with the child"),
)
