"""The agenda prints on one side of A4, however full the case is; what has no room there is counted."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.messages.document import Document, Row
from bot.messages.meeting.agenda import Agenda, Topic
from bot.messages.meeting.agenda_on_paper import agenda_on_paper
from bot.render.pdf import pdf
from bot.render.text import document_text
from bot.use_cases.example import example_plan
from planning_rules.checking import Gap, GapState
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from planning_rules.gaps import RULES
from planning_rules.parts import Action, Meeting, MeetingKind, Person, Progress, Role
from tests.bot.render.test_pdf import assert_accessible

TODAY = date(2026, 3, 2)
PARTNERS = [role for role in Role if role not in (Role.CHILD, Role.PARENT, Role.CARER, Role.RELATIVE)]
ASK_FOR_A_ROOM = "Ask the housing team for a supported room near Nan, and tell Robin what they said"
RINGS = "Sam rings at 10 on 01632 960120"


def gaps_of(step: type[Step]) -> list[Gap]:
    """As if every public rule that starts from this step had found something."""
    rules = [rule for rule in RULES.values() if rule.asks and not rule.is_private]
    return [
        Gap(rule, GapState.OPEN, rule.severity, (rule.asks[0].key,))
        for rule in rules
        if rule.asks[0].step is step
    ]


def agenda_with(people: int, promises: int, what: str = ASK_FOR_A_ROOM, words: str = RINGS) -> Agenda:
    """Everybody joins by phone, everything was promised, and every gap is open."""
    here = tuple(Person(f"p{n}", f"Worker {n}", PARTNERS[n % len(PARTNERS)]) for n in range(people))
    promised = [
        Action(f"a{n}", what, f"p{n % people}", TODAY + timedelta(n), Progress.ACCEPTED)
        for n in range(promises)
    ]
    return Agenda(
        replace(example_plan(TODAY), people=here),
        Meeting("m2", MeetingKind.REVIEW, TODAY),
        TODAY,
        promised,
        [Topic(step, gaps_of(step)) for step in STEPS],
        {one.id: ("phone", words) for one in here},
        (12, 30, 30, 44, 60),
    )


def pages_of(document: Document) -> list[str]:
    """What stands on each page, as one line."""
    made = pdf(document)
    assert isinstance(made, bytes)
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages]


def smallest(document: Document) -> float:
    """How high its smallest words are, in points."""
    found: set[float] = set()
    made = pdf(document)
    assert isinstance(made, bytes)
    PdfReader(BytesIO(made)).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: found.add(size) if text.strip() else None
    )
    return min(found)


@pytest.mark.parametrize(
    "full",
    [
        pytest.param(agenda_with(5, 4), id="as usual"),
        pytest.param(agenda_with(12, 20), id="12 people and 20 promises"),
        pytest.param(agenda_with(12, 20, "Ask " * 37, "On leave. " * 15), id="all as long as can be typed"),
        pytest.param(agenda_with(40, 90, "W" * 150, "W" * 150), id="more than there ever were"),
    ],
)
def test_it_is_one_side_whatever_is_on_it_and_can_be_read(full: Agenda) -> None:
    on_paper = agenda_on_paper(full)
    (page,) = pages_of(on_paper)
    assert all(step.title in page for step in STEPS)
    assert "who can hear?" in page
    assert smallest(on_paper) >= 9


def test_it_can_be_read_aloud_by_a_machine() -> None:
    assert_accessible(pdf(agenda_on_paper(agenda_with(5, 4))))


def test_a_promise_for_which_there_is_no_room_is_counted() -> None:
    for promises in (4, 12, 20, 60):
        text = document_text(agenda_on_paper(agenda_with(12, promises)))
        shown = text.count(ASK_FOR_A_ROOM)
        left = promises - shown
        assert shown > 3
        assert f"{left} more in /dto actions OAK-417." in text if left else "/dto actions" not in text


@pytest.mark.parametrize("promises", [0, 20])
def test_a_gap_for_which_there_is_no_room_is_counted(promises: int) -> None:
    full = agenda_with(12, promises)
    rows = {row.title: row.detail for row in agenda_on_paper(full).blocks if isinstance(row, Row)}
    for topic in full.topics:
        says = rows[topic.step.title]
        shown = sum(gap.rule.says[:60] in says for gap in topic.gaps)
        left = len(topic.gaps) - shown
        assert f"{left} more gap" in says if shown and left else f"{left} gap" in says or not left


def test_somebody_for_whom_there_is_no_room_is_counted() -> None:
    text = document_text(agenda_on_paper(agenda_with(40, 4)))
    assert f"{40 - text.count(RINGS)} more in /dto people OAK-417." in text


def test_where_little_was_promised_more_gaps_are_named() -> None:
    few, many = (document_text(agenda_on_paper(agenda_with(5, promises))) for promises in (2, 20))
    says = [rule.says for rule in RULES.values()]
    assert sum(one in few for one in says) > sum(one in many for one in says)
