"""Minutes are made of what was recorded in a meeting, and tell nobody more than they may see."""

import re
from datetime import timedelta

import pytest

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Document
from tests.bot.core import OAK, Core, titles, words
from tests.bot.render.test_agenda_on_paper import pages_of
from tests.bot.use_cases.everything import a_disagreement, promise

IN_PRIVATE = {"health.mental_health_booked": "yes", "said_by": "priya"}


@pytest.fixture
def met(core: Core) -> Core:
    """A review meeting that is open, and in which this and that was said."""
    core.says("Jo", f"attend {OAK} coming")
    core.answers("Alex", f"attend {OAK} phone", {"words": "Sam rings at 10 on 01632 960120"})
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"step {OAK} attendance", {"attendance.child_here": "here"})
    core.answers("Alex", f"step {OAK} child", {"child.says": "I want to see Nan more.", "said_by": "robin"})
    core.answers("Sam", f"change {OAK} home", {"home.child_wants": "same", "said_by": "robin"})
    core.answers("Jo", f"add {OAK}", promise("Ring the college", "sam", "13/3/2026"))
    core.answers("Jo", f"done {OAK} a3", {"words": "Robin and Jo talked"})
    return core


def minutes(core: Core, who: str = "Sam") -> str:
    return words(core.says(who, f"minutes {OAK}"))


def close(core: Core) -> None:
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})


def under(heading: str, text: str) -> str:
    """What stands below a heading."""
    rest = re.split(rf"^{re.escape(heading)}\n-+\n", text, flags=re.MULTILINE)[1]
    return re.split(r"^.+\n---", rest, flags=re.MULTILINE)[0]


def test_they_say_who_was_there_and_how_others_took_part_without_their_numbers(met: Core) -> None:
    there = under("Who was there", minutes(met))
    assert "Child at meeting: Yes, in the room" in there
    assert "Sam, youth justice worker: did not say beforehand; answered on the day" in there
    assert "Alex, secure setting: said beforehand: by phone" in there
    assert "Jo, social worker: said beforehand: coming\n" in there
    assert "01632" not in minutes(met)


def test_they_give_the_childs_own_words_with_whose_they_are(met: Core) -> None:
    said = under("What the child said", minutes(met))
    assert "“I want to see Nan more.”" in said
    assert "said by The child, typed by Alex" in said


def test_they_give_what_changed_with_what_it_was_before_and_nothing_else(met: Core) -> None:
    close(met)
    met.now = met.now.replace(month=4)
    met.says("Sam", f"meet {OAK}")
    met.answers("Sam", f"change {OAK} home", {"home.child_wants": "different"})
    home = under("Home", minutes(met))
    assert home.strip() == (
        "What the child wants: No, they want something else (typed by Sam). It was: Yes, it is what they want"
    )
    assert "Council area" not in minutes(met)


def test_they_say_what_became_of_earlier_promises_and_what_is_new(met: Core) -> None:
    text = minutes(met)
    assert "Explain why the plan is to live with Mum" in under("What became of earlier promises", text)
    assert "Robin and Jo talked" in under("What became of earlier promises", text)
    assert "Ring the college" in under("What was promised", text)
    assert "Sam · by Friday 13 March 2026" in under("What was promised", text)


def test_they_say_what_is_missing_and_who_finds_out(met: Core) -> None:
    unknown = {
        "plan_b.education": "not known",
        "plan_b.education#who": "sam",
        "plan_b.education#by": "9/3/2026",
    }
    met.answers("Sam", f"change {OAK} plan_b", unknown)
    missing = under("What is still missing", minutes(met))
    assert "not known yet: Sam finds out by Monday 9 March 2026" in missing
    assert "A place is planned, and no application is recorded. Who can:" in missing


def test_they_say_where_workers_disagree_and_what_does_not_count_and_why(met: Core) -> None:
    who, disagree = a_disagreement(met)
    met.answers(who, disagree, {"owner": "morgan", "by": "9/3/2026"})
    met.answers("Sam", f"waive {OAK} ETE02", {"reason": "wrong time", "words": "The panel meets on Friday"})
    text = minutes(met)
    assert "Council area: Sam and Alex disagree. Morgan settles it by Monday 9 March 2026." in text
    assert "It is the wrong time. “The panel meets on Friday” (Sam)" in under(
        "What does not count, and why", text
    )


def test_private_parts_are_for_those_who_may_see_them(met: Core) -> None:
    met.answers("Priya", f"private {OAK} health", IN_PRIVATE)
    for who in ("Sam", "Priya"):
        assert "Mental health: booked (private): yes" in minutes(met, who)
    for who in ("Jo", "Alex", "Morgan"):
        assert "mental health" not in minutes(met, who).lower()
        assert "The private parts of" in minutes(met, who)
    met.joins_service("Kim", "worker")
    assert titles(met.says("Kim", f"minutes {OAK}")) == ["That did not work"]


def test_why_a_gap_about_a_private_action_does_not_count_is_private_too(met: Core) -> None:
    met.answers("Priya", f"private {OAK} health", {"health.assessed": "physical"})
    met.answers("Priya", f"make {OAK} HLT01 mental", promise("Ring the nurse", "priya", "3/3/2026"))
    late = met.plan().actions[-1].id
    met.now += timedelta(days=14)
    why = {"reason": "wrong time", "words": "The nurse is away"}
    met.answers("Sam", f"waive {OAK} AGY03 {late}", why)
    for who, is_told in (("Sam", True), ("Priya", True), ("Jo", False), ("Alex", False), ("Morgan", False)):
        assert ("The nurse is away" in minutes(met, who)) is is_told


def test_once_the_meeting_is_closed_they_stay_as_it_left_them(met: Core) -> None:
    close(met)
    left = minutes(met)
    assert "Closed. The plan is kept as version 1." in left
    met.answers("Sam", f"change {OAK} home", {"home.council": "Birchley"})
    met.answers("Jo", f"add {OAK}", promise("Ring the clinic", "sam", "13/3/2026"))
    assert minutes(met) == left


def test_where_nothing_was_kept_of_the_last_meeting_they_say_so(core: Core) -> None:
    assert "Nothing was kept of the last meeting on OAK-417." in minutes(core)


def test_they_print_and_that_somebody_looked_is_kept(met: Core) -> None:
    printed = met.day_one.printable(met.people["Jo"], OAK, "minutes")
    assert isinstance(printed, Document)
    assert "Ring the college" in " ".join(pages_of(printed))
    assert sum("looked-at-minutes" in row for row in met.kept()["audit"]) == 1


def test_their_file_is_not_taken_for_a_plan_sheet_to_hand_out(met: Core) -> None:
    file = make_file(met.day_one, met.people["Jo"], SHEET, f"{OAK} minutes pdf")
    assert isinstance(file, File)
    assert file.name == f"{OAK} minutes.pdf"
