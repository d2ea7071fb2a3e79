"""What everybody in a channel sees is the same whatever is answered in private, to the last count."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from bot.messages.document import Document
from bot.messages.sheets import Edition, child_sheet
from bot.use_cases.channel import feed
from planning_rules.facts.answers import Answer
from tests.bot.core import OAK, Core
from tests.bot.every_medium import drawn_everywhere
from tests.bot.use_cases.test_privacy import PRIVATE, SLOW, answered, some_of


def before_everybody(core: Core, given: dict[str, Answer[Any]]) -> Iterator[Document]:
    """The posts in the case's channel, and the sheet that is shared with it."""
    with answered(core, "Alex", given) as found:
        yield from (post.document for post in feed(found.turn, OAK))
        yield child_sheet(found.plan, found.today, Edition.ROOM)


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
    assert len(shown) == 3
    for document in shown:
        drawn_everywhere(document)
