"""Whole conversations, word for word, held with the core on both databases."""

from pathlib import Path

import pytest

from bot.conversation.heard import Filled, Outcome, Said
from tests.bot.core import Core, open_core
from tests.transcripts.script import play, read_script

SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


class WithTheCore:
    """Says each thing to the core by itself, as a new request."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def hear(self, who: str, heard: Said | Filled) -> Outcome:
        return self.core.hear(who, heard)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_is_written(script: Path, database_url: str) -> None:
    with open_core(database_url) as core:
        play(read_script(script), WithTheCore(core))
