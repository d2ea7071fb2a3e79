"""The app is installed through the pages of a Slack that is not ours."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from slack_bolt import App
from slack_sdk import WebClient

from bot.chat.slack.guard import Guard
from bot.chat.slack.installations import install_flow
from bot.chat.slack.web import web_app
from storage import Keyring, Store, installations, make_key, migrate, services
from tests.e2e.emulated import CLIENT, TEAM, Emulated

HERE = "https://dayone.example.org"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'dayone.sqlite'}"
    migrate(url)
    opened = Store(url, Keyring.from_text(make_key("e2e")))
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store, emulated: Emulated) -> Flask:
    client = WebClient(base_url=emulated.api)
    bolt = App(
        client=client,
        oauth_flow=install_flow(store, now, **CLIENT, client=client),
        request_verification_enabled=False,
    )
    return web_app(bolt, Guard("secret", store, now), list)


def kept(store: Store) -> installations.Installation | None:
    with store.transaction() as tx:
        return installations.of(tx, TEAM)


def test_somebody_allows_it_and_its_token_works(store: Store, app: Flask, emulated: Emulated) -> None:
    with store.transaction() as tx:
        services.add(tx, "Oakshire", slack_team=TEAM)
    browser = app.test_client()
    slack = browser.get("/slack/install", base_url=HERE).location
    answer = browser.get(emulated.allows(slack, emulated.user("sam")))
    assert "Day One is installed" in answer.text
    installed = kept(store)
    assert installed
    who = WebClient(installed.token, base_url=emulated.api).auth_test()
    assert (who["team_id"], who["user_id"]) == (TEAM, installed.bot_user)


def test_a_workspace_of_no_service_is_not_kept(store: Store, app: Flask, emulated: Emulated) -> None:
    browser = app.test_client()
    slack = browser.get("/slack/install", base_url=HERE).location
    answer = browser.get(emulated.allows(slack, emulated.user("sam")))
    assert (answer.status_code, "not known here" in answer.text) == (403, True)
    assert kept(store) is None


def test_the_way_back_is_open_to_one_browser_and_once(store: Store, app: Flask, emulated: Emulated) -> None:
    with store.transaction() as tx:
        services.add(tx, "Oakshire", slack_team=TEAM)
    browser = app.test_client()
    slack = browser.get("/slack/install", base_url=HERE).location
    back = emulated.allows(slack, emulated.user("sam"))
    assert app.test_client().get(back).status_code >= 400
    assert kept(store) is None
    assert browser.get(back).status_code == 200
    assert browser.get(back).status_code >= 400
