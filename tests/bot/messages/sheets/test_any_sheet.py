"""What no sheet ever says, whatever the answers are."""

from dataclasses import replace
from datetime import date
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.sheets import Edition, child_sheet, worker_plan
from bot.render.html import page
from bot.render.slack import messages
from bot.render.text import document_text
from planning_rules.facts import FACTS, fact_of
from planning_rules.facts.fact import Asked, Audience
from planning_rules.facts.kinds import Words
from planning_rules.gaps.timing import release_date_disagrees
from planning_rules.parts import Action, Progress
from planning_rules.plan import Plan
from tests.bot.messages.sheets.kept_from import (
    ACTIONS,
    MANY,
    OWN_WORDS,
    all_keys,
    answered_otherwise,
    full_plans,
    kept_from,
)
from tests.bot.messages.sheets.made import (
    DAY,
    EMPTY,
    TODAY,
    every_sheet,
    for_adult,
    plan_with,
    sheets_of_others,
)
from tests.bot.messages.sheets.reading import (
    SHORT_FORM,
    headings_with_nothing_under_them,
    sentences,
    with_short_texts,
    words,
)
from tests.bot.render.slack_limits import check_message
from tests.planning_rules.any_plan import plans

NASTY = "<script>x</script> <!channel> *b*"


@MANY
@given(st.data())
def test_nothing_kept_from_the_room_changes_the_room_edition(data: st.DataObject) -> None:
    plan = replace(data.draw(full_plans()), actions=ACTIONS)
    other = data.draw(answered_otherwise(plan, kept_from(Audience.ROOM)))
    assert child_sheet(other, TODAY, Edition.ROOM) == child_sheet(plan, TODAY, Edition.ROOM)


@MANY
@given(st.data())
def test_nothing_kept_from_family_changes_an_adult_s_sheet(data: st.DataObject) -> None:
    """But what custody's dates are checked by: while they differ, no leaving day is said to anybody."""
    plan = replace(data.draw(full_plans()), actions=ACTIONS)
    checked_by = {fact.key for fact in release_date_disagrees.asks}
    keys = [key for key in kept_from(Audience.FAMILY) if key not in checked_by]
    other = data.draw(answered_otherwise(plan, keys))
    assert for_adult(other) == for_adult(plan)


def test_nothing_private_and_nothing_of_the_others_is_opened_to_anybody_but_the_child() -> None:
    opened = [fact for fact in FACTS.values() if fact.shown]
    assert all(fact.asked in (Asked.ROOM, Asked.BEFORE) and not fact.each_adult for fact in opened)


def test_what_is_typed_stands_on_a_line_of_its_own_and_what_is_not_known_can_be_found_out() -> None:
    for fact in FACTS.values():
        given = fact.child.get("given", "")
        assert not isinstance(fact.kind, Words) or not given or given.endswith(":\n{value}")
        assert fact.child.get("not known", "We do not know yet").startswith("We do not know yet")


@MANY
@given(st.data())
def test_own_words_change_no_sheet_of_those_who_may_not_read_them(data: st.DataObject) -> None:
    plan = data.draw(full_plans())
    unshared = replace(plan, answers={k: a for k, a in plan.answers.items() if k != "child.shown_to"})
    other = data.draw(answered_otherwise(unshared, OWN_WORDS))
    assert sheets_of_others(other) == sheets_of_others(unshared)


@MANY
@given(st.data())
def test_a_private_answer_without_words_for_the_child_changes_not_even_their_sheet(
    data: st.DataObject,
) -> None:
    facts = (fact for fact in FACTS.values() if fact.is_private and not fact.child)
    keys = [key for key in all_keys(EMPTY) if fact_of(key) in facts]
    plan = data.draw(full_plans())
    other = data.draw(answered_otherwise(plan, keys)) if keys else plan
    assert child_sheet(other, TODAY) == child_sheet(plan, TODAY)


@MANY
@given(st.data())
def test_no_private_answer_changes_the_open_edition(data: st.DataObject) -> None:
    keys = [key for key in all_keys(EMPTY) if fact_of(key).is_private]
    plan = replace(data.draw(full_plans()), actions=ACTIONS)
    other = data.draw(answered_otherwise(plan, keys))
    assert child_sheet(other, TODAY, Edition.OPEN) == child_sheet(plan, TODAY, Edition.OPEN)


def test_the_open_edition_holds_all_but_what_is_private() -> None:
    plan = plan_with(home__living_with="family", child__wants="To cook", health__needs=("none",))
    open_edition = document_text(child_sheet(replace(plan, actions=ACTIONS), TODAY, Edition.OPEN))
    assert "live with your family" in open_edition
    assert "“To cook”" in open_edition
    for private in ("health help", "Priya", "clinic", "Write to the college"):
        assert private not in open_edition


@MANY
@given(full_plans())
def test_our_own_sentences_are_short(plan: Plan) -> None:
    for sheet in every_sheet(with_short_texts(replace(plan, actions=ACTIONS))):
        said = sentences(sheet)
        assert [sentence for sentence in said if words(sentence) > 15] == []
        assert mean(map(words, said)) <= 10
        assert [sentence for sentence in said if SHORT_FORM.search(sentence)] == []


@MANY
@given(plans())
def test_no_heading_stands_over_nothing(plan: Plan) -> None:
    for sheet in (child_sheet(plan, TODAY), child_sheet(plan, TODAY, Edition.ROOM), worker_plan(plan, DAY)):
        assert headings_with_nothing_under_them(sheet) == []


@MANY
@given(full_plans())
def test_slack_takes_every_sheet(plan: Plan) -> None:
    for sheet in (*every_sheet(plan), worker_plan(plan, DAY, private=True)):
        for blocks in messages(sheet):
            check_message(blocks)


def test_markup_in_an_answer_is_inert_on_every_sheet() -> None:
    plan = plan_with(
        child__wants=NASTY, child__good_at=NASTY, education__place=NASTY, education__planned="work"
    )
    action = Action("a", NASTY, "sam", date(2026, 4, 17), Progress.ACCEPTED, "ETE01", for_child=True)
    for sheet in (*every_sheet(replace(plan, actions=(action,))), worker_plan(plan, DAY, private=True)):
        assert "<script>x" not in page(sheet)
        assert NASTY in document_text(sheet)
