"""One topic on paper: the form's own questions in its order, and no answer."""

from typing import Any

import pytest
from hypothesis import given
from sqlalchemy import text

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Blank, Document, Print
from bot.messages.form import Form
from bot.messages.sheets.paper import KEPT, OTHERWISE
from bot.render.text import document_text
from bot.use_cases.channel import PRINTED
from planning_rules.facts import STEPS
from planning_rules.facts.answers import Answer
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, titles, words
from tests.bot.render.test_pdf import assert_accessible
from tests.bot.use_cases.test_privacy import CANARY, PRIVATE, SLOW, answered, some_of

ALL = [step.key for step in STEPS]
WITH_PRIVATE = [step.key for step in STEPS if step.has_private()]
AROUND = ["Who fills this in, and on which day?", "Who said so?"]


def blanks(shown: Any) -> list[Blank]:
    return [block for block in shown.blocks if isinstance(block, Blank)]


def asked_on(shown: Any) -> list[str]:
    """What a paper asks whatever is answered, without its numbers."""
    return [blank.asks.partition(". ")[2] for blank in blanks(shown)[1:-1] if "Only if" not in blank.help]


def asked_by(core: Core, who: str, command: str) -> list[str]:
    """What the form of a step asks, without the fields that follow from "not known yet"."""
    forms = [shown for shown in core.says(who, command).shown if isinstance(shown, Form)]
    return [
        one.label for form in forms for one in form.fields if "#" not in one.name and one.name != "said_by"
    ]


def printed(core: Core, who: str, name: str) -> Document:
    found = core.day_one.printable(core.people[who], OAK, f"paper:{name}")
    assert isinstance(found, Document), found
    return found


@pytest.fixture
def met(core: Core) -> Core:
    core.says("Sam", f"meet {OAK}")
    return core


@pytest.fixture
def fresh(core: Core) -> tuple[Core, str]:
    """A case that was just started and is in its first meeting."""
    reference = core.answers("Sam", "new", {"order.kind": "dto", "my_role": "youth justice worker"}).reference
    core.says("Sam", f"meet {reference}")
    return core, reference


@pytest.mark.parametrize("who", ["Sam", "Alex"])
@pytest.mark.parametrize("step", ALL)
def test_a_paper_asks_just_what_the_form_asks_in_its_order(met: Core, who: str, step: str) -> None:
    (paper, *_) = met.says(who, f"paper {OAK} {step}").shown
    assert asked_on(paper) == asked_by(met, who, f"step {OAK} {step}")


@pytest.mark.parametrize("step", ALL)
def test_so_does_the_paper_of_a_new_case(fresh: tuple[Core, str], step: str) -> None:
    core, reference = fresh
    (paper, *_) = core.says("Sam", f"paper {reference} {step}").shown
    assert asked_on(paper) == asked_by(core, "Sam", f"step {reference} {step}")


@pytest.mark.parametrize("step", WITH_PRIVATE)
def test_a_private_paper_has_all_that_the_private_form_asks_in_its_order(met: Core, step: str) -> None:
    asks = [blank.asks.partition(". ")[2] for blank in blanks(printed(met, "Sam", f"{step}:private"))[1:-1]]
    asked = asked_by(met, "Sam", f"private {OAK} {step}")
    assert [one for one in asks if one in asked] == asked


def test_each_question_has_its_choices_and_the_ways_to_give_no_answer(met: Core) -> None:
    support = next(one for one in blanks(printed(met, "Sam", "home")) if "near somebody" in one.asks)
    assert support.options[0] == "Yes"
    assert support.options[-3:] == OTHERWISE
    assert support.lines == 0
    words_asked = next(
        one for one in blanks(printed(met, "Sam", "child")) if "today, in their own" in one.asks
    )
    assert words_asked.lines > 3
    assert words_asked.options == OTHERWISE
    assert [blanks(printed(met, "Sam", "home"))[at].asks for at in (0, -1)] == AROUND


@pytest.mark.parametrize("name", [*ALL, *(f"{step}:private" for step in WITH_PRIVATE)])
def test_no_answer_is_printed(met: Core, name: str) -> None:
    paper = document_text(printed(met, "Sam", name))
    for answer in met.plan().answers.values():
        if isinstance(answer.value, str) and " " in answer.value:
            assert answer.value not in paper


def test_what_is_known_is_counted_and_what_is_asked_again_is_said_to_be_known(met: Core) -> None:
    paper = printed(met, "Sam", "home")
    assert "6 answers known already and not asked again." in document_text(paper)
    again = next(one for one in blanks(paper) if "explained to the child" in one.asks)
    assert KEPT in again.help


@SLOW
@given(some_of(PRIVATE))
def test_a_private_paper_is_the_same_whatever_is_answered_in_private(
    met: Core, given: dict[str, Answer[Any]]
) -> None:
    def papers(answers: dict[str, Answer[Any]]) -> list[Any]:
        with answered(met, "Sam", answers) as found:
            return [PRINTED["paper"](found, f"{step}:private") for step in WITH_PRIVATE]

    assert papers(given) == papers({})
    assert CANARY not in repr(papers(given))


@SLOW
@given(some_of(PRIVATE))
def test_no_private_answer_changes_the_paper_of_whoever_may_not_see_it(
    met: Core, given: dict[str, Answer[Any]]
) -> None:
    def papers(answers: dict[str, Answer[Any]]) -> list[Any]:
        with answered(met, "Alex", answers) as found:
            return [PRINTED["paper"](found, step) for step in ALL]

    assert papers(given) == papers({})


def test_private_questions_are_on_a_paper_of_their_own_with_how_to_keep_it_safe(met: Core) -> None:
    home, private = (document_text(printed(met, "Sam", name)) for name in ("home", "home:private"))
    assert "Which dangers at this address were considered?" not in home
    assert "Private questions are not on this sheet." in home
    assert "Which dangers at this address were considered?" in private
    assert "Only if" not in private.split("considered?")[1]
    assert "Keep this sheet with you or locked away, and shred it" in private


@pytest.mark.parametrize("who", ["Alex", "Jo", "Morgan"])
def test_a_private_paper_is_only_for_whoever_may_see_its_answers(met: Core, who: str) -> None:
    assert "open to named workers only" in words(met.says(who, f"paper {OAK} health private"))
    assert isinstance(met.day_one.printable(met.people[who], OAK, "paper:health:private"), Refusal)
    assert "health private" not in repr(met.says(who, f"paper {OAK}"))
    assert titles(met.says("Priya", f"paper {OAK} health private")) == [
        "Health, private questions: OAK-417 on paper"
    ]


def test_without_a_topic_it_lists_those_that_ask_something(met: Core) -> None:
    shown = repr(met.says("Sam", f"paper {OAK}"))
    for leads in (f"paper {OAK} home", f"paper {OAK} health private", f"meet {OAK}"):
        assert f"'{leads}'" in shown
    assert f"'paper {OAK} health'" not in shown
    assert f"paper {OAK} after" not in shown


def test_without_a_meeting_it_says_what_is_not_on_the_paper_yet(core: Core) -> None:
    assert "No meeting is open." in words(core.says("Sam", f"paper {OAK} child"))
    assert core.says("Sam", f"paper {OAK} attendance").refused
    refused = core.day_one.printable(core.people["Sam"], OAK, "paper:attendance")
    assert isinstance(refused, Refusal)
    assert "No meeting is open" in refused.sentence


@pytest.mark.parametrize("typed", ["hom", "private", "🙂"])
def test_a_topic_that_does_not_exist_gets_those_that_do(met: Core, typed: str) -> None:
    assert "There are: Order and dates" in words(met.says("Sam", f"paper {OAK} {typed}"))


def test_the_living_message_leads_to_paper_and_a_paper_to_its_files(met: Core) -> None:
    assert f"paper {OAK}" in repr(met.feed("Jo")[0].document)
    (paper,) = met.says("Sam", f"paper {OAK} plan b").shown
    assert isinstance(paper, Document)
    assert [one.value for one in paper.blocks if isinstance(one, Print)] == [
        f"{OAK} paper:plan_b pdf",
        f"{OAK} paper:plan_b html",
    ]


def test_each_is_fetched_as_a_file_that_is_accessible(met: Core) -> None:
    asked = [key for key in ALL if not met.says("Priya", f"paper {OAK} {key}").refused]
    assert len(asked) > 10
    for name in (*asked, "health:private"):
        file = make_file(met.day_one, met.people["Sam"], SHEET, f"{OAK} paper:{name} pdf")
        assert isinstance(file, File)
        assert file.name == "OAK-417 on paper.pdf"
        assert_accessible(file.content)


def test_that_somebody_looked_is_in_the_audit(met: Core) -> None:
    printed(met, "Sam", "health:private")
    with met.store.transaction() as tx:
        rows = tx.connection.execute(text("SELECT verb, subject FROM audit WHERE verb LIKE 'looked-%'")).all()
    assert [tuple(row) for row in rows] == [("looked-at-private", "health"), ("looked-at-paper", "health")]
