"""Sheets to get ready with: looked at first, then printed, and kept in the audit."""

import pytest
from hypothesis import given
from sqlalchemy import text

from bot.chat.files import SHEET, File, make_file
from bot.messages.document import Document, Print
from bot.messages.sheets.ready import adult_ready, child_ready
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal
from tests.bot.core import OAK, Core, titles, words
from tests.bot.messages.sheets.kept_from import MANY, full_plans
from tests.bot.messages.sheets.made import DAY, for_adult
from tests.bot.messages.sheets.reading import headings_with_nothing_under_them
from tests.bot.render.test_pdf import assert_accessible

EVERYBODY = ["Sam", "Alex", "Jo", "Priya", "Morgan"]


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("reader", ["child", "adult:mum"])
def test_everybody_on_the_case_sees_and_prints_it(core: Core, who: str, reader: str) -> None:
    (preview,) = core.says(who, f"ready {OAK} {reader}").shown
    assert isinstance(preview, Document)
    ways = {(one.reader, one.form) for one in preview.blocks if isinstance(one, Print)}
    plain = {(f"ready:{reader}", form) for form in ("pdf", "html", "txt")}
    assert ways == plain | {(f"ready:{reader}+large", "pdf")}
    printed = core.day_one.printable(core.people[who], OAK, f"ready:{reader}")
    assert isinstance(printed, Document)
    assert printed.title == preview.title
    assert set(map(repr, printed.blocks)) <= set(map(repr, preview.blocks))


def test_without_a_reader_it_is_the_childs(core: Core) -> None:
    assert core.says("Sam", f"ready {OAK}") == core.says("Sam", f"ready {OAK} child")
    assert titles(core.says("Sam", f"ready {OAK} Mum")) == ["Getting ready for Robin's meeting: for Mum"]


@pytest.mark.parametrize(
    ("reader", "says"),
    [("adult:nan", "contact between Nan and the child is safe"), ("worker", "There is no reader “worker”")],
)
def test_whoever_gets_none_is_refused_with_why(core: Core, reader: str, says: str) -> None:
    assert says in words(core.says("Sam", f"ready {OAK} {reader}"))
    refused = core.day_one.printable(core.people["Sam"], OAK, f"ready:{reader}")
    assert isinstance(refused, Refusal)
    assert says in refused.sentence


def test_only_whoever_may_see_what_is_private_sees_who_helps_with_health(core: Core) -> None:
    assert "Priya, your health worker" in words(core.says("Sam", f"ready {OAK}"))
    shown = words(core.says("Alex", f"ready {OAK}"))
    assert "Priya" not in shown
    assert "open to named workers only" in shown


@MANY
@given(full_plans())
def test_no_heading_stands_over_nothing_whatever_is_answered(plan: Plan) -> None:
    for sheet in (child_ready(plan, DAY), adult_ready(plan, "mum", DAY), for_adult(plan)):
        assert isinstance(sheet, Document)
        assert headings_with_nothing_under_them(sheet) == []


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_it_is_fetched_as_a_file_whose_name_says_nobodys_name(core: Core, form: str) -> None:
    for reader in ("child", "adult:mum"):
        file = make_file(core.day_one, core.people["Sam"], SHEET, f"{OAK} ready:{reader} {form}")
        assert isinstance(file, File)
        assert file.name == f"OAK-417 getting ready.{form}"
        if form == "pdf":
            assert_accessible(file.content)


def test_the_case_and_the_plan_sheets_lead_to_it_and_it_leads_to_those_who_may_have_one(core: Core) -> None:
    assert f"ready {OAK} child" in repr(core.says("Jo", f"case {OAK}"))
    assert f"ready {OAK} adult:mum" in repr(core.says("Jo", f"sheet {OAK} adult:mum"))
    assert f"ready {OAK}" not in repr(core.says("Jo", f"sheet {OAK} worker"))
    shown = repr(core.says("Jo", f"ready {OAK}"))
    assert f"ready {OAK} adult:mum" in shown
    assert "adult:nan" not in shown


def test_that_somebody_looked_is_in_the_audit_with_nobodys_name(core: Core) -> None:
    core.says("Sam", f"ready {OAK} adult:mum")
    core.day_one.printable(core.people["Jo"], OAK, "ready:child")
    core.says("Sam", f"ready {OAK} adult:nan")
    with core.store.transaction() as tx:
        looked = tx.connection.execute(text("SELECT subject FROM audit WHERE verb = 'looked-at-ready'")).all()
    assert [one.subject for one in looked] == ["adult", "child"]
