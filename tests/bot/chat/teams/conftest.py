"""A new example case in front of Teams, for each test."""

from collections.abc import Iterator

import pytest

from tests.bot.chat.teams.in_teams import InTeams, open_in_teams
from tests.bot.core import Core


@pytest.fixture
def here(core: Core) -> Iterator[InTeams]:
    with open_in_teams(core) as opened:
        yield opened
