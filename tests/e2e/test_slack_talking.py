"""What the app shows to one person in a Slack that is not ours: modals, the Home, files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.chat.slack.driver import Door
from tests.bot.chat.slack.in_slack import app_in_front_of, faults_kept
from tests.bot.chat.slack.linked import link
from tests.bot.core import OAK, open_core
from tests.e2e.emulated import BOT, TEAM, Emulated


@dataclass
class Sam:
    """Sam, whose own id in Slack this is."""

    slack: Emulated
    door: Door
    id: str

    def types(self, text: str, trigger: str) -> str:
        """What is answered below the command; nothing where a modal was opened."""
        command = {"command": "/dto", "text": text, "trigger_id": trigger}
        where = {"team_id": TEAM, "channel_id": "D1", "channel_name": "directmessage"}
        answer = self.door.form({**command, **where, "user_id": self.id})
        assert answer.status_code == 200
        return answer.text

    def presses(self, action: str, value: str) -> None:
        """A button of the Home."""
        pressed = {"type": "button", "action_id": action, "block_id": "b", "value": value, "action_ts": "1.1"}
        who = {"user": {"id": self.id, "team_id": TEAM}, "team": {"id": TEAM}}
        answer = self.door.interaction(
            {
                **who,
                "type": "block_actions",
                "trigger_id": self.slack.trigger(self.id),
                "actions": [pressed],
                "view": {"id": "V1", "type": "home", "callback_id": "", "state": {"values": {}}},
            }
        )
        assert (answer.status_code, answer.data) == (200, b"")

    @property
    def views(self) -> str:
        return self.slack.shows("views")


@pytest.fixture
def sam(emulated: Emulated, tmp_path: Path) -> Iterator[Sam]:
    problems: list[str] = []
    user = emulated.user("sam")
    with open_core(f"sqlite:///{tmp_path / 'dayone.sqlite'}") as core, faults_kept(problems):
        link(core.store, {"Oakshire Youth Justice Service": TEAM}, {"Sam": user})
        app = app_in_front_of(
            core, lambda seconds: None, SLACK_BOT_TOKEN=BOT, SLACK_API_BASE_URL=emulated.api
        )
        yield Sam(emulated, Door(app.test_client(), lambda: core.now.timestamp()), user)
    assert problems == []


def test_what_is_typed_opens_a_modal(sam: Sam) -> None:
    assert sam.types(f"meet {OAK}", sam.slack.trigger(sam.id)) == ""
    assert "Review meeting for OAK" in sam.views


def test_a_trigger_that_was_used_is_answered_with_a_way_on(sam: Sam) -> None:
    trigger = sam.slack.trigger(sam.id)
    assert sam.types("help", trigger) == ""
    assert "It took too long" in sam.types("list", trigger)


def test_the_home_lists_ones_cases(sam: Sam) -> None:
    event = {"type": "app_home_opened", "user": sam.id, "channel": "D1", "tab": "home", "event_ts": "1.1"}
    assert OAK not in sam.views
    assert sam.door.event(TEAM, event).status_code == 200
    assert OAK in sam.views


def test_a_sheet_to_print_is_sent_to_whoever_asked(sam: Sam) -> None:
    sam.presses("prints", f"{OAK} worker")
    (file,) = sam.slack.sam.files_list()["files"]
    assert file["size"] > 1000
    assert file["name"] == f"{OAK} plan sheet.html"
