"""The conversations of the core, held in Teams, activity by activity."""

from pathlib import Path

import pytest

from tests.bot.chat.teams.in_teams import open_in_teams
from tests.bot.chat.teams.listener import WithTeams
from tests.bot.core import Core
from tests.transcripts.script import SCRIPTS, play, read_script

# What Teams does otherwise: a day is picked from a calendar.
NOT_HERE = {"first_meeting": ["a calendar has no 31/4/2026"]}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_in_teams_as_it_is_written(script: Path, core: Core) -> None:
    with open_in_teams(core) as here:
        left_out = play(read_script(script), WithTeams(here))
        assert left_out == NOT_HERE.get(script.stem, [])
