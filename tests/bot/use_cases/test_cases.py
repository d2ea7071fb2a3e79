"""Cases: started without a name, listed with the most pressing first."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.conversation.heard import Changed
from bot.messages.form import Form
from planning_rules.dates import in_full
from tests.bot.core import OAK, Core, titles, words

DTO = {
    "my_role": "youth justice worker",
    "order.kind": "dto",
    "order.sentenced_on": "23/2/2026",
    "order.term_months": "12",
    "order.middle_date": "24/8/2026",
    "first_name": "Robin",
}


def started(core: Core, who: str = "Sam", **more: str) -> str:
    return core.answers(who, "new", {**DTO, **more}).reference


def test_a_case_gets_a_reference_that_names_nobody(each_core: Core) -> None:
    reference = started(each_core)
    assert re.fullmatch(r"[A-Z]{3,5}-\d{3,4}", reference)
    plan = each_core.plan(reference)
    assert plan.first_name == "Robin"
    assert plan.order.term_months.value == 12
    assert [(one.name, str(one.role), one.lead) for one in plan.people] == [
        ("Sam", "youth justice worker", True),
        ("The child", "child", False),
    ]


def test_who_starts_a_case_leads_it_and_nobody_else_sees_it(core: Core) -> None:
    reference = started(core, "Alex", my_role="secure setting")
    assert reference in words(core.says("Alex", "list"))
    assert reference not in words(core.says("Sam", "list"))
    assert core.says("Sam", f"case {reference}").refused


def test_the_first_name_is_not_said_in_the_list_the_case_or_the_meeting(core: Core) -> None:
    reference = started(core)
    for text in (
        "list",
        f"case {reference}",
        f"meet {reference}",
        f"people {reference}",
        f"gaps {reference}",
    ):
        assert "Robin" not in words(core.says("Sam", text))


def test_dates_are_asked_for_where_the_kind_of_order_has_them(core: Core) -> None:
    form = core.opens("Sam", "new")
    (remand,) = core.hear("Sam", Changed("new", {**DTO, "order.kind": "remand"}, form.version)).shown
    assert isinstance(remand, Form)
    named = {field.name: field.value for field in remand.fields}
    assert "order.middle_date" not in named
    assert named["first_name"] == "Robin"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("order.middle_date", "31/9/2026"),
        ("order.term_months", "twelve"),
        ("my_role", "child"),
        ("my_role", ""),
        ("first_name", "R" * 41),
    ],
)
def test_a_case_that_cannot_be_started_leaves_the_form_and_nothing_else(
    core: Core, field: str, typed: str
) -> None:
    before = core.kept()
    outcome = core.sends("Sam", core.opens("Sam", "new"), {**DTO, field: typed})
    (form,) = outcome.shown
    assert isinstance(form, Form)
    assert [one.name for one in form.fields if one.error] == [field]
    assert {one.name: one.value for one in form.fields}["order.sentenced_on"] == "23/2/2026"
    assert core.kept() == before


def test_the_list_has_the_most_pressing_case_first(core: Core) -> None:
    quiet = started(core)
    shown = words(core.says("Sam", "/dto"))
    assert shown.index(OAK) < shown.index(quiet)


def test_who_is_on_no_case_is_told_how_to_begin(core: Core) -> None:
    core.joins_service("Kim", "worker")
    assert titles(core.says("Kim", "")) == ["Your cases"]
    assert "You are on no case yet." in words(core.says("Kim", "list"))


def test_the_page_lists_ones_own_cases_with_the_days_that_are_left(core: Core) -> None:
    assert core.day_one.cases(core.people["Jo"]) == [(OAK, "could leave in 89 days at the earliest")]


def test_a_release_day_that_has_passed_is_said_so_with_the_way_to_say_that_the_child_left(core: Core) -> None:
    early, middle = core.plan().order.early_date.value, core.plan().order.middle_date.value
    assert early
    assert middle
    for today, says in (
        (early, f"could leave on {in_full(early)}"),
        (early + timedelta(days=1), f"could leave on {in_full(middle)}"),
        (middle + timedelta(days=1), f"was due to leave on {in_full(middle)}"),
    ):
        core.now = datetime.combine(today, time(9), UTC)
        shown = core.says("Sam", "list")
        assert says in words(shown)
        assert (f"change {OAK} order" in repr(shown)) is (today > middle)


def test_a_case_at_a_glance_names_nobody_who_has_left_it(core: Core) -> None:
    assert "Jo, Morgan" in words(core.says("Sam", f"case {OAK}"))
    core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert "Priya, Morgan" in words(core.says("Sam", f"case {OAK}"))
