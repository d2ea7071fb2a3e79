"""Installing into a workspace: to Slack and back, once, in one browser; kept only where a service has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Installation
from sqlalchemy import text
from werkzeug.test import TestResponse

from bot.chat.slack.guard import Guard
from bot.chat.slack.installations import Installations, NotKept, install_flow
from bot.chat.slack.manifest import SCOPES
from bot.chat.slack.web import web_app
from storage import Store, installations, services
from tests.bot.chat.slack.at_the_door import COMMAND, HAPPENED, Entrance, event, typed
from tests.bot.chat.slack.driver import SECRET
from tests.bot.chat.slack.loopback import Slack, slack_on_loopback
from tests.bot.chat.slack.workspace import User, Workspace

BACK = "/slack/oauth_redirect"
HTTPS = "https://localhost"


@dataclass
class Installing:
    """Somebody at a browser, a Slack with one workspace, and a service that has it."""

    entrance: Entrance
    slack: Slack
    there: Workspace
    sam: User

    def process(self) -> FlaskClient:
        """One more server on the same database."""
        client = WebClient(base_url=f"{self.slack.url}/api/", retry_handlers=[])
        flow = install_flow(
            self.store,
            lambda: self.entrance.now,
            client_id=self.slack.client_id,
            client_secret=self.slack.client_secret,
            client=client,
        )
        app = App(
            client=client,
            oauth_flow=flow,
            signing_secret=SECRET,
            request_verification_enabled=False,
            process_before_response=True,
        )
        app.enable_token_revocation_listeners()
        app.command("/dto")(lambda ack, context: ack(f"{context.bot_token} {context.bot_user_id}"))
        guard = Guard(SECRET, self.store, lambda: self.entrance.now)
        return web_app(app, guard, lambda: []).test_client()

    def __post_init__(self) -> None:
        self.browser = self.entrance.client = self.process()

    @property
    def store(self) -> Store:
        return self.entrance.store

    def sets_out(self, browser: FlaskClient | None = None) -> dict[str, str]:
        """What Slack is asked for."""
        answer = (browser or self.browser).get("/slack/install", base_url=HTTPS)
        assert answer.status_code == 302
        return {name: value[0] for name, value in parse_qs(urlsplit(answer.location).query).items()}

    def comes_back(self, browser: FlaskClient | None = None, **query: str) -> TestResponse:
        return (browser or self.browser).get(BACK, query_string=query, base_url=HTTPS)

    def installs(self) -> TestResponse:
        state = self.sets_out()["state"]
        return self.comes_back(state=state, code=self.slack.code(self.sam))

    def kept(self) -> installations.Installation | None:
        with self.store.transaction() as tx:
            return installations.of(tx, self.there.id)

    def types(self) -> str:
        command = {**COMMAND, "team_id": self.there.id, "user_id": self.sam.id}
        self.entrance.now += timedelta(seconds=1)
        return self.entrance.post(*typed(command)).text


@pytest.fixture
def installing(entrance: Entrance) -> Iterator[Installing]:
    with slack_on_loopback(lambda: entrance.now.timestamp()) as slack:
        there = slack.workspace("Oakshire")
        yield Installing(entrance, slack, there, slack.user(there.id, "Sam"))


@pytest.fixture
def oakshire(installing: Installing) -> services.Service:
    with installing.store.transaction() as tx:
        return services.add(tx, "Oakshire", slack_team=installing.there.id)


def test_slack_is_asked_for_what_the_manifest_says_and_no_more(installing: Installing) -> None:
    asked = installing.sets_out()
    assert (asked["client_id"], asked["scope"].split(",")) == (installing.slack.client_id, SCOPES)
    assert "user_scope" not in asked


def test_whoever_installs_it_is_told_what_to_type_and_the_token_is_kept(
    installing: Installing, oakshire: services.Service
) -> None:
    answer = installing.installs()
    assert answer.status_code == 200
    assert "type /dto help" in answer.text
    assert "style-src 'sha256-" in answer.headers["Content-Security-Policy"]
    kept = installing.kept()
    assert kept
    assert (kept.token, kept.installed_by) == (installing.there.token, installing.sam.id)
    assert set(kept.scopes) == set(SCOPES)
    assert installing.types() == f"{installing.there.token} {installing.there.bot.id}"


def test_slack_is_asked_nothing_to_know_the_workspace_again(
    installing: Installing, oakshire: services.Service
) -> None:
    installing.installs()
    before = len(installing.slack.calls)
    for _ in range(3):
        installing.types()
    assert len(installing.slack.calls) == before


def test_a_workspace_that_no_service_has_is_told_what_to_do_and_nothing_is_kept(
    installing: Installing,
) -> None:
    answer = installing.installs()
    assert answer.status_code == 403
    assert f"dayone service add NAME --slack {installing.there.id}" in answer.text
    assert installing.there.token not in answer.text
    assert installing.kept() is None
    assert "xoxb" not in installing.types()


def test_a_whole_organisation_is_asked_for_one_workspace(
    installing: Installing, oakshire: services.Service
) -> None:
    given = Installation(
        team_id=installing.there.id, bot_token="xoxb-1", user_id="U1", is_enterprise_install=True
    )
    with pytest.raises(NotKept) as refused:
        Installations(installing.store, lambda: installing.entrance.now).save(given)
    assert "one workspace at a time" in refused.value.says.title
    assert installing.kept() is None


def test_another_process_lets_in_who_set_out_at_this_one(
    installing: Installing, oakshire: services.Service
) -> None:
    state = installing.sets_out()["state"]
    another = installing.process()
    another.set_cookie("slack-app-oauth-state", state, secure=True)
    code = installing.slack.code(installing.sam)
    assert installing.comes_back(another, state=state, code=code).status_code == 200


@pytest.mark.parametrize("minutes", [10, 11, 600])
def test_a_way_back_is_open_for_ten_minutes(
    installing: Installing, oakshire: services.Service, minutes: int
) -> None:
    state = installing.sets_out()["state"]
    installing.entrance.now += timedelta(minutes=minutes)
    answer = installing.comes_back(state=state, code=installing.slack.code(installing.sam))
    assert answer.status_code == 401
    assert "longer than ten minutes" in answer.text
    assert installing.kept() is None


def test_a_way_back_is_open_once(installing: Installing, oakshire: services.Service) -> None:
    state = installing.sets_out()["state"]
    assert installing.comes_back(state=state, code="wrong").status_code == 401
    installing.browser.set_cookie("slack-app-oauth-state", state, secure=True)
    answer = installing.comes_back(state=state, code=installing.slack.code(installing.sam))
    assert "longer than ten minutes, or the page was loaded twice" in answer.text
    assert installing.kept() is None


def test_another_browser_does_not_get_in_on_somebodys_way_back(
    installing: Installing, oakshire: services.Service
) -> None:
    state, code = installing.sets_out()["state"], installing.slack.code(installing.sam)
    stranger = installing.process()
    installing.sets_out(stranger)
    answer = installing.comes_back(stranger, state=state, code=code)
    assert (answer.status_code, installing.kept()) == (400, None)
    assert "in the same browser" in answer.text


@pytest.mark.parametrize("change", ["0{}", "{}0", "{}-", "-{}", "9999999999-{}", ""])
def test_a_way_back_that_we_did_not_open_is_closed(
    installing: Installing, oakshire: services.Service, change: str
) -> None:
    state = change.format(installing.sets_out()["state"])
    installing.browser.set_cookie("slack-app-oauth-state", state, secure=True)
    answer = installing.comes_back(state=state, code=installing.slack.code(installing.sam))
    assert answer.status_code in (400, 401)
    assert installing.kept() is None


def test_asking_again_and_again_fills_nothing(installing: Installing) -> None:
    states = {installing.sets_out()["state"] for _ in range(20)}
    assert len(states) == 20
    with installing.store.transaction() as tx:
        assert tx.connection.execute(text("SELECT count(*) FROM once")).scalar() == 0


def test_pressing_cancel_is_told_as_that(installing: Installing) -> None:
    answer = installing.comes_back(error="access_denied", state=installing.sets_out()["state"])
    assert "You pressed Cancel" in answer.text


def test_what_slack_or_anybody_else_gives_as_a_reason_is_not_repeated(installing: Installing) -> None:
    answer = installing.comes_back(error="<script>alert(1)</script>")
    assert "alert" not in answer.text
    assert "nothing was kept" in answer.text


def test_a_slack_that_cannot_be_reached_is_told_as_that(
    installing: Installing, oakshire: services.Service
) -> None:
    installing.slack.cuts("oauth.v2.access")
    answer = installing.installs()
    assert (answer.status_code, installing.kept()) == (401, None)
    assert "Slack did not confirm" in answer.text


@pytest.mark.parametrize("method", ["oauth.v2.access", "auth.test"])
def test_a_slack_out_of_order_is_told_as_that(
    installing: Installing, oakshire: services.Service, method: str
) -> None:
    installing.slack.breaks(method)
    assert installing.installs().status_code == 401
    assert installing.kept() is None


@pytest.mark.parametrize(
    "happened",
    [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U1"]}}],
    ids=lambda happened: str(happened["type"]),
)
def test_a_workspace_that_takes_it_back_leaves_no_token(
    installing: Installing, oakshire: services.Service, happened: dict[str, object]
) -> None:
    installing.installs()
    told = {**HAPPENED, "team_id": installing.there.id, "event": happened}
    for _ in range(2):
        assert installing.entrance.post(*event(told)).status_code == 200
    assert installing.kept() is None
    assert "xoxb" not in installing.types()


def test_a_person_who_takes_theirs_back_changes_nothing(
    installing: Installing, oakshire: services.Service
) -> None:
    installing.installs()
    happened = {"type": "tokens_revoked", "tokens": {"oauth": [installing.sam.id], "bot": []}}
    told = {**HAPPENED, "team_id": installing.there.id, "event": happened}
    assert installing.entrance.post(*event(told)).status_code == 200
    assert installing.kept()


def test_no_token_can_be_read_in_the_database(installing: Installing, oakshire: services.Service) -> None:
    installing.installs()
    with installing.store.transaction() as tx:
        row = tx.connection.execute(text("SELECT * FROM installations")).one()
    assert installing.there.token not in repr(row)


ANY = st.text(max_size=40).map(lambda words: words.encode("utf-8", "ignore").decode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from(["state", "code", "error", "team"]), ANY), cookie=ANY)
def test_nothing_in_the_address_or_the_cookies_is_an_error_of_ours(
    installing: Installing, query: dict[str, str], cookie: str
) -> None:
    raw_query = "&".join(f"{name}={value}" for name, value in query.items())
    for address in ("/slack/install", BACK):
        for sent in (quote(raw_query, safe="=&"), raw_query.replace("#", "")):
            answer = installing.browser.get(
                f"{address}?{sent}", headers={"Cookie": quote(cookie, safe=" =;")}, base_url=HTTPS
            )
            assert answer.status_code < 500


def test_a_body_where_none_belongs_is_not_read(installing: Installing) -> None:
    for address in ("/slack/install", BACK):
        answer = installing.browser.get(address, data=b"[1]", content_type="application/json")
        assert answer.status_code < 500
