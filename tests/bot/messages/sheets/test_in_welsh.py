"""Sheets in Welsh: every sentence of ours whole in Welsh, and only what was typed in another language."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.apart import parts
from bot.messages.dates.sentence_line import TODAY as TODAY_ON_THE_LINE
from bot.messages.document import (
    Blank,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Pictured,
    Quote,
    Row,
    SentenceLine,
)
from bot.messages.sheets import Edition, adult_sheet, child_sheet
from bot.messages.sheets.language import ENGLISH, THE_CHILD, YOUR_WORKER, welsh, whole
from bot.messages.sheets.ready import adult_ready, child_ready
from bot.render.html import page
from bot.render.text import document_text
from planning_rules.facts import FACTS, STEPS
from planning_rules.parts import Meeting, MeetingKind, Person, Progress, Role
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Day
from tests.bot.messages.sheets.kept_from import ACTIONS, MANY, full_plans
from tests.bot.messages.sheets.made import TODAY, plan_with
from tests.guards.house import ROOT

EVERY = {**welsh().sentences, **welsh().adults}
DRAFT = "We put this into Welsh. Nobody has checked the Welsh yet."
# What stands in these is read by workers.
FOR_WORKERS = ("worker.py", "held_back.py", "paper.py")


def spoken(file: Path) -> Iterator[str]:
    """Each text in our code, but not what a Refusal says to a worker, nor what tells engineers something."""
    tree = ast.parse(file.read_text("utf8"))
    passed = {id(inner) for node in ast.walk(tree) if _is_no_sheet_s(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def _is_no_sheet_s(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="Refusal")):
            return True
    return False


def our_files() -> list[Path]:
    folder = ROOT / "bot" / "messages" / "sheets"
    return [file for file in sorted(folder.glob("*.py")) if file.name not in FOR_WORKERS]


def with_ours(said: str) -> set[str]:
    """The sentence, and each way in which words of ours stand in it for a name."""
    values = product(("Sam", YOUR_WORKER), ("Robin", THE_CHILD))
    return {whole(said, {"ask": ask, "child": child})[0] for ask, child in values}


def test_every_sentence_of_a_sheet_stands_whole_in_the_catalogue() -> None:
    texts = [text for file in our_files() for text in spoken(file)]
    said = [text for text in texts if " " in text and text.endswith((".", "?", "!", ":"))]
    assert len(said) > 50
    assert sorted({one for text in said for one in with_ours(text)} - set(EVERY)) == []


def test_nothing_stands_in_the_catalogue_that_is_not_said() -> None:
    texts = {text for file in our_files() for text in spoken(file)}
    texts |= {words for fact in FACTS.values() for words in fact.child.values()}
    texts |= {TODAY_ON_THE_LINE, *(step.child_title for step in STEPS)}
    assert sorted(set(EVERY) - {one for text in texts for one in with_ours(text)}) == []


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text) | Pictured(text=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Quote(text=text):
            yield text
        case Row(title=title, detail=detail):
            yield from (title, detail)
        case Blank(asks=asks, options=options, help=said):
            yield from (asks, *options, said)
        case SentenceLine(title=title, marks=marks, caption=caption):
            yield from (title, caption, *(one for mark in marks for one in (mark.says, mark.label)))
        case _:
            raise AssertionError(block)


def in_welsh(plan: Plan, before: Plan) -> Iterator[Document]:
    day, cy = Day(TODAY), welsh()
    yield from (child_sheet(plan, TODAY, edition, before=before, language=cy) for edition in Edition)
    yield child_sheet(plan, TODAY, before=before, pictures=True, language=cy)
    yield child_ready(plan, day, language=cy)
    for made in (
        adult_sheet(plan, "mum", TODAY, before=before, language=cy),
        adult_ready(plan, "mum", day, language=cy),
    ):
        assert not isinstance(made, Refusal)
        yield made


def typed(plan: Plan) -> set[str]:
    answers = {answer.value for answer in plan.answers.values() if isinstance(answer.value, str)}
    answers |= {line for answer in answers for line in answer.splitlines()}
    return answers | {action.what for action in plan.actions} | {DRAFT}


@st.composite
def any_plans(draw: st.DrawFn) -> Plan:
    """With names and without, with a meeting, late and open actions."""
    plan = draw(full_plans())
    days = st.integers(-9, 9).map(lambda days: TODAY + timedelta(days))
    on = draw(days)
    meeting = Meeting("m", MeetingKind.REVIEW, on, opened=True, closed_on=draw(st.sampled_from((None, on))))
    progress = st.sampled_from(Progress)
    actions = tuple(replace(action, by=draw(st.none() | days), progress=draw(progress)) for action in ACTIONS)
    people = tuple(one for one in plan.people if draw(st.booleans()) or one.id in ("mum", "robin"))
    people += (Person("ali", "Ali", Role.ADVOCATE, "Voices", "01632 960007"),)
    name = draw(st.sampled_from(("Robin", "")))
    return replace(plan, first_name=name, meetings=(meeting,), actions=actions, people=people)


@MANY
@given(any_plans(), any_plans())
def test_whatever_is_answered_only_what_was_typed_is_not_in_welsh(plan: Plan, before: Plan) -> None:
    for sheet in in_welsh(plan, before):
        assert sheet.language == "cy-GB"
        pieces = [piece for block in sheet.blocks for text in texts(block) for piece in parts(text)]
        english = {piece for language, piece in pieces if language}
        assert sorted(english - typed(plan)) == []
        assert [piece for _, piece in parts(sheet.title)] == [sheet.title]


@MANY
@given(any_plans())
def test_a_sheet_in_welsh_has_the_same_blocks_as_the_one_in_english_after_what_says_that_it_is_a_draft(
    plan: Plan,
) -> None:
    for edition in Edition:
        ours = child_sheet(plan, TODAY, edition, language=welsh())
        english = child_sheet(plan, TODAY, edition)
        assert list(map(type, ours.blocks[2:])) == list(map(type, english.blocks))
        assert english.language == "en-GB"
        assert all(len(list(parts(text))) < 2 for block in english.blocks for text in texts(block))


def test_english_is_what_everybody_gets_who_does_not_ask_for_another_language() -> None:
    plan = plan_with(home__living_with="family")
    assert child_sheet(plan, TODAY) == child_sheet(plan, TODAY, language=ENGLISH)
    assert "Gymraeg" not in document_text(child_sheet(plan, TODAY))


def test_a_page_in_welsh_marks_each_answer_as_english_and_keeps_a_date_on_one_line() -> None:
    plan = plan_with(
        child__wants="To <b>cook</b>",
        education__planned="college",
        education__place="Oakbridge College",
        education__starts_on=date(2026, 4, 17),
    )
    html = page(child_sheet(plan, TODAY, language=welsh()))
    assert '<html lang="cy-GB"' in html
    assert '“<span lang="en-GB">To &lt;b&gt;cook&lt;/b&gt;</span>”' in html
    assert 'Y lle:\n<span lang="en-GB">Oakbridge College</span>' in html
    assert "ddydd&nbsp;Gwener&nbsp;17&nbsp;Ebrill&nbsp;2026." in html
    assert f'<span lang="en-GB">{DRAFT}</span>' in html


@pytest.mark.parametrize("pictures", [False, True])
def test_a_page_in_english_marks_nothing(pictures: bool) -> None:
    html = page(child_sheet(plan_with(child__wants="To cook"), TODAY, pictures=pictures))
    assert html.count("lang=") == html.count('lang="en-GB"') == 2
