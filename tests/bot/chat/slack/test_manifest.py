"""The manifest that the guide pastes: from the code, with no scope too few or too many, and never stale."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.chat.slack.addresses import EVENTS
from bot.chat.slack.manifest import HAPPENINGS, METHODS, SCOPES, manifest
from bot.messages.commands import COMMANDS
from tests.bot.cli.plan_files import dayone
from tests.guards.house import ROOT

COMMITTED = Path("docs/slack_manifest.json")
URL = "https://dayone.example.org"


def test_the_committed_manifest_is_what_the_code_says() -> None:
    """Where this fails: dayone manifest --url https://dayone.example.org > docs/slack_manifest.json"""
    made = dayone("manifest", "--url", URL).output
    assert (ROOT / COMMITTED).read_text("utf8") == made
    assert json.loads(made) == manifest(URL)


def test_no_scope_is_asked_for_that_nothing_needs_and_none_is_missing() -> None:
    needed = {*" ".join(("commands", *METHODS.values(), *HAPPENINGS.values())).split()}
    assert manifest(URL)["oauth_config"]["scopes"] == {"bot": sorted(needed)}
    assert sorted(needed) == SCOPES


@pytest.mark.parametrize(
    "scope", ["channels:history", "channels:read", "users:read.email", "chat:write.public"]
)
def test_nothing_is_asked_for_that_could_read_or_reach_the_whole_workspace(scope: str) -> None:
    assert scope not in SCOPES


def test_the_guide_says_what_each_scope_is_for() -> None:
    guide = (ROOT / "docs/slack.md").read_text("utf8")
    assert [scope for scope in SCOPES if f"`{scope}`" not in guide] == []


def test_slack_is_told_the_one_address_for_everything_it_sends() -> None:
    made = manifest(URL)
    assert {
        made["features"]["slash_commands"][0]["url"],
        made["settings"]["event_subscriptions"]["request_url"],
        made["settings"]["interactivity"]["request_url"],
    } == {URL + EVENTS}
    assert made["oauth_config"]["redirect_urls"] == [f"{URL}/slack/oauth_redirect"]
    assert made["settings"]["socket_mode_enabled"] is False


def test_in_socket_mode_there_is_no_address() -> None:
    made = json.loads(dayone("manifest", "--socket").output)
    assert "http" not in json.dumps(made)
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["settings"]["interactivity"] == {"is_enabled": True}
    assert made["oauth_config"] == {"scopes": {"bot": SCOPES}}


def test_the_hint_names_what_one_types() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    typed, _, _ = command["usage_hint"].strip("[").partition("]")
    assert typed.split("|") == [name for name, each in COMMANDS.items() if not each.behind_buttons]


def test_nothing_is_longer_than_slack_takes() -> None:
    """https://docs.slack.dev/reference/app-manifest"""
    made = manifest(URL)
    shown: dict[str, Any] = made["display_information"]
    (command,) = made["features"]["slash_commands"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert len(made["features"]["bot_user"]["display_name"]) <= 80
    assert len(command["command"]) <= 32
    assert len(command["usage_hint"]) <= 1000
    assert len(command["description"]) <= 2000
    assert len(made["settings"]["event_subscriptions"]["bot_events"]) <= 100


@pytest.mark.parametrize("url", ["https://DayOne.example.org/", "https://dayone.example.org:8443"])
def test_an_address_may_have_a_slash_or_a_port(url: str) -> None:
    result = dayone("manifest", "--url", url)
    assert result.exit_code == 0
    assert f'"{url.rstrip("/")}/slack/events"' in result.output


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--socket", "--url", URL],
        ["--url", "http://dayone.example.org"],
        ["--url", "dayone.example.org"],
        ["--url", "https://dayone.example.org/slack/events"],
        ["--url", "https://"],
        ["--url", "https://me:pw@dayone.example.org"],
        ["--url", ""],
    ],
    ids=" ".join,
)
def test_an_address_that_cannot_be_gets_a_sentence(words: list[str]) -> None:
    result = dayone("manifest", *words)
    assert result.exit_code == 2
    assert "https://" in result.output
