"""What only npm has, as the Slack and the Teams that our own code talks to. `make test-e2e` fetches it."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from bot.chat.teams.app import Teams
from bot.chat.teams.guard import LARGEST
from bot.chat.teams.sdk import teams_sdk
from bot.chat.teams.web import MESSAGES
from bot.chat.web import bare_app
from bot.teams_settings import LocalTeamsSettings
from storage import make_key
from tests.bot.chat.teams.linked import link
from tests.bot.core import Core, open_core
from tests.e2e import playground
from tests.e2e.emulated import Emulated, running
from tests.e2e.fetched import fetched
from tests.serving import serving

SHOTS = "DAYONE_SHOTS"


@pytest.fixture
def emulated() -> Iterator[Emulated]:
    """A Slack with nobody in it but Sam and Jo."""
    fetched("emulate")
    with running() as slack:
        yield slack


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with open_core(f"sqlite:///{tmp_path / 'dayone.sqlite'}") as opened:
        yield opened


@pytest.fixture
def sam(core: Core, browser: Browser, tmp_path: Path) -> Iterator[playground.Window]:
    """Sam's window on a Teams whose people are all on the example case."""
    on_the_case = {person.name for person in core.plan().people}
    for name in {*playground.PEOPLE} - {*core.people}:
        core.joins_service(name, "worker")
    for name in {*playground.PEOPLE} - on_the_case:
        core.names(name)
    everybody = {name: playground.entra(name) for name in ("Sam", *playground.PEOPLE)}
    link(core.store, {"Oakshire Youth Justice Service": playground.TENANT}, everybody)
    with app_for(core) as endpoint, playground.running(endpoint, tmp_path) as url:
        context = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 1500})
        shots = os.environ.get(SHOTS)
        window = playground.Window(context.new_page(), url, Path(shots) if shots else None)
        window.opens()
        yield window
        context.close()


@contextmanager
def app_for(core: Core) -> Iterator[str]:
    """The app as `dayone teams --local` has it, but for its clock. Where it takes activities."""
    app = bare_app("teams", LARGEST, core.store.ready)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    here = f"http://127.0.0.1:{server.server_port}"
    given = {"DAYONE_DATABASE_URL": "sqlite://", "DAYONE_KEYS": make_key("e2e")}
    settings = LocalTeamsSettings(**given).model_copy(update={"url": here})
    with closing(Teams(core.day_one, settings, teams_sdk(settings))) as teams:
        teams.answer(app, {})
        with serving(server):
            yield f"{here}{MESSAGES}"
