"""What everybody in a channel sees is the same whatever is answered in private, to the last count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from bot.conversation.calls import Call
from bot.messages.document import Document
from bot.messages.reports.digest import digest
from bot.messages.sheets import Edition, child_sheet
from bot.use_cases.channel import feed
from bot.use_cases.handlers import NOTHING, SAID
from bot.use_cases.meeting.agenda import agenda_sheet
from bot.use_cases.meeting.minutes import minutes_sheet
from bot.use_cases.meeting.room import room_view
from bot.use_cases.reports.overview import overview
from planning_rules.facts.answers import Answer
from storage import accounts
from tests.bot.core import OAK, Core
from tests.bot.every_medium import drawn_everywhere
from tests.bot.use_cases.test_privacy import CANARY, OF_ALL, PRIVATE, SLOW, answered, some_of


def before_everybody(core: Core, given: dict[str, Answer[Any]]) -> Iterator[Document]:
    """What is posted in the case's channel or shared with it, the agenda on paper, the room view."""
    with answered(core, "Alex", given) as found:
        yield from (post.document for post in feed(found.turn, OAK))
        yield child_sheet(found.plan, found.today, Edition.ROOM)
        on_paper = agenda_sheet(found, "")
        assert isinstance(on_paper, Document)
        yield on_paper
        yield room_view(found)


def for_a_worker_without_access(core: Core, given: dict[str, Answer[Any]]) -> Document:
    """The minutes, for somebody on the case to whom nothing private is open."""
    with answered(core, "Alex", given) as found:
        made = minutes_sheet(found, "")
        assert isinstance(made, Document)
        return made


@pytest.fixture
def met(core: Core) -> Core:
    core.says("Sam", f"post {OAK} agenda")
    core.says("Sam", f"meet {OAK}")
    return core


@SLOW
@given(some_of(PRIVATE))
def test_no_private_answer_changes_what_everybody_sees(met: Core, given: dict[str, Answer[Any]]) -> None:
    shown = list(before_everybody(met, given))
    assert shown == list(before_everybody(met, {}))
    assert len(shown) == 5
    for document in shown:
        drawn_everywhere(document)


@SLOW
@given(some_of(PRIVATE))
def test_no_private_answer_changes_what_minutes_tell_others(met: Core, given: dict[str, Answer[Any]]) -> None:
    assert for_a_worker_without_access(met, given) == for_a_worker_without_access(met, {})


@pytest.fixture
def near(core: Core) -> Core:
    """Release is less than 12 weeks away, so that what is missing is counted."""
    core.now += timedelta(weeks=1)
    return core


def each_week(core: Core, given: dict[str, Answer[Any]]) -> list[Document]:
    """The digest of a manager, and what workers of other services hear."""
    with answered(core, "Alex", given) as found:
        manager = accounts.by_id(found.turn.tx, UUID(core.people["Morgan"]))
        assert manager
        update = SAID["update"].run(found.turn, Call("update", (OAK,)), NOTHING)
        assert isinstance(update, Document)
        return [digest(overview(replace(found.turn, account=manager)), whole=True), update]
    raise AssertionError


@SLOW
@given(some_of(PRIVATE))
def test_no_private_answer_changes_what_is_sent_each_week(near: Core, given: dict[str, Answer[Any]]) -> None:
    assert each_week(near, given) == each_week(near, {})


def test_a_private_gap_is_not_counted_each_week(near: Core) -> None:
    """Not among what is missing, nor among what is urgent."""
    before = each_week(near, {})
    near.answers("Sam", f"private {OAK} safety", {"safety.known": "self_harm"})
    near.answers("Sam", f"private {OAK} safety", {"safety.self_harm_plan": "no"})
    near.answers("Priya", f"private {OAK} health", {"health.assessed": "physical"})
    with near.case() as found:
        hidden = [gap for gap in found.gaps if gap not in found.public_gaps]
    assert {"HLT01", "HLT08"} <= {gap.rule.code for gap in hidden}
    assert any(gap.is_urgent for gap in hidden)
    assert each_week(near, {}) == before


@SLOW
@given(some_of(OF_ALL))
def test_nobodys_words_are_sent_each_week(met: Core, given: dict[str, Answer[Any]]) -> None:
    for document in each_week(met, given):
        assert CANARY not in repr(document)
        drawn_everywhere(document)


def test_an_action_that_rests_on_a_private_answer_is_not_counted_each_week(core: Core) -> None:
    core.answers("Priya", f"private {OAK} health", {"health.assessed": "physical"})
    before = each_week(core, {})
    promise = {"what": "Ring the nurse", "owner": "priya", "by": "3/3/2026", "for_child": "no"}
    core.answers("Priya", f"make {OAK} HLT01 mental", promise)
    assert each_week(core, {}) == before
    core.now += timedelta(days=3)
    assert "2 actions late" not in repr(each_week(core, {}))
