"""Whole conversations, word for word, held with the core on both databases."""

from pathlib import Path

import pytest

from tests.bot.core import open_core
from tests.transcripts.script import SCRIPTS, WithTheCore, play, read_script


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_is_written(script: Path, database_url: str) -> None:
    with open_core(database_url) as core:
        assert play(read_script(script), WithTheCore(core)) == []
