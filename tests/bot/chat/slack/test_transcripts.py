"""The conversations of the core, held in Slack by people in two workspaces, through signed requests."""

from pathlib import Path

import pytest

from tests.bot.chat.slack.in_slack import open_in_slack
from tests.bot.chat.slack.listener import WithSlack, that_come_back
from tests.bot.core import Core
from tests.transcripts.script import SCRIPTS, play, read_script

# What Slack does otherwise. Its forms ask at once what the core asks once a form was sent, its own client
# sends nothing that lacks what is required, and a day is picked from a calendar.
NOT_HERE = {
    "first_meeting": [
        "Slack asks at once what follows: Who else may read the child's own words?",
        "Slack asks at once what follows: Is this where the child wants to live?",
        "Slack asks at once what follows: Why does the child not agree? Use their own words. "
        "What came of it that the child does not agree?",
        "a calendar has no 31/4/2026",
    ],
    "private_health": [
        "Slack asks at once what follows: Who will see the child about mental health? "
        "When is the mental health appointment?"
    ],
    "promises": ["Slack asks for what is missing in ['words'] by itself"],
}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_in_slack_as_it_is_written(script: Path, core: Core) -> None:
    turns = read_script(script)
    with open_in_slack(core) as here:
        left_out = play(turns, WithSlack(here.people, that_come_back(turns)))
        assert left_out == NOT_HERE.get(script.stem, [])
