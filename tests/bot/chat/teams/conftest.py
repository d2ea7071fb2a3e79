"""A new example case in front of Teams, for each test."""

from collections.abc import Iterator

import pytest

from storage import Keyring
from tests.bot.chat.teams.in_teams import InTeams, open_in_teams
from tests.bot.core import core_of
from tests.bot.use_cases.conftest import example_file, example_sqlite_url, keys  # noqa: F401


@pytest.fixture
def here(example_sqlite_url: str, keys: Keyring) -> Iterator[InTeams]:  # noqa: F811
    with core_of(example_sqlite_url, keys) as core, open_in_teams(core) as opened:
        yield opened
