"""Settings: from the environment or a folder of secrets, each with a sentence, none ever repeated."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import (
    HttpSettings,
    Settings,
    SlackSettings,
    SocketSettings,
    is_slacks,
    names_slack,
    read_settings,
)
from bot.teams_settings import LocalTeamsSettings, TeamsSettings, names_teams
from tests.guards.house import ROOT

NAMES = {
    "database_url": "DAYONE_DATABASE_URL",
    "keys": "DAYONE_KEYS",
    "distances": "DAYONE_DISTANCES",
    "welsh": "DAYONE_WELSH",
    "bot_token": "SLACK_BOT_TOKEN",
    "client_id": "SLACK_CLIENT_ID",
    "client_secret": "SLACK_CLIENT_SECRET",
    "signing_secret": "SLACK_SIGNING_SECRET",
    "app_token": "SLACK_APP_TOKEN",
    "api_base_url": "SLACK_API_BASE_URL",
}
ONE = {"SLACK_BOT_TOKEN": "xoxb-1"}
ON = {"DAYONE_DISTANCES": "on"}
SEVERAL = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "abc"}
HTTP = {"DAYONE_DATABASE_URL": "sqlite:///x", "DAYONE_KEYS": "a:b", "SLACK_SIGNING_SECRET": "signing"}
SOCKET = {"DAYONE_DATABASE_URL": "sqlite:///x", "DAYONE_KEYS": "a:b", "SLACK_APP_TOKEN": "xapp-1"}
NOT_BOTH = (
    "Give SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET for several, "
    "and not both."
)
KINDS = [Settings, HttpSettings, SocketSettings]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*NAMES.values(), "DAYONE_SECRETS"):
        monkeypatch.delenv(name, raising=False)


def put(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def sentence(kind: type[Settings], alias: str) -> str:
    field = next(field for field in kind.model_fields.values() if field.validation_alias == alias)
    return f"{alias} is missing or wrong. {field.description}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_setting_has_a_name_of_its_own_and_a_sentence_of_help(kind: type[Settings]) -> None:
    for name, field in kind.model_fields.items():
        assert field.validation_alias == NAMES[name]
        assert field.description
        assert field.description.endswith(".")


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        (Settings, ["DAYONE_DATABASE_URL", "DAYONE_KEYS"]),
        (HttpSettings, ["DAYONE_DATABASE_URL", "DAYONE_KEYS", "SLACK_SIGNING_SECRET"]),
        (SocketSettings, ["DAYONE_DATABASE_URL", "DAYONE_KEYS", "SLACK_APP_TOKEN"]),
    ],
)
def test_what_is_missing_is_named_with_its_help(kind: type[Settings], required: list[str]) -> None:
    said = read_settings(kind)
    assert isinstance(said, list)
    assert [each for each in said if each != NOT_BOTH] == [sentence(kind, name) for name in required]
    assert (NOT_BOTH in said) is issubclass(kind, SlackSettings)


@pytest.mark.parametrize("token", [ONE, SEVERAL])
@pytest.mark.parametrize(("kind", "more"), [(HttpSettings, HTTP), (SocketSettings, SOCKET)])
def test_settings_are_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, kind: type[Settings], more: dict[str, str], token: dict[str, str]
) -> None:
    put(monkeypatch, more | token)
    settings = read_settings(kind)
    assert isinstance(settings, kind)
    found = {NAMES[name]: value for name, value in settings.model_dump().items() if value}
    assert found == more | token | {"SLACK_API_BASE_URL": "https://slack.com/api/"}


@pytest.mark.parametrize("named", [True, False], ids=["by DAYONE_SECRETS", "by the caller"])
def test_settings_are_read_from_a_folder_of_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    (tmp_path / "DAYONE_KEYS").write_text("from a file\n")
    (tmp_path / "DAYONE_DATABASE_URL").write_text("not this one")
    monkeypatch.setenv("DAYONE_DATABASE_URL", "from the environment")
    if named:
        monkeypatch.setenv("DAYONE_SECRETS", str(tmp_path))
    settings = read_settings(Settings, None if named else str(tmp_path))
    assert isinstance(settings, Settings)
    assert (settings.database_url, settings.keys) == ("from the environment", "from a file")


def test_a_folder_of_secrets_that_is_not_there_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, HTTP | {"DAYONE_SECRETS": str(tmp_path / "nowhere")})
    assert read_settings(Settings) == [
        "DAYONE_SECRETS is wrong. There has to be a folder of that name, with a file for each setting."
    ]


def test_a_secret_that_is_no_text_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "DAYONE_KEYS").write_bytes(b"\xff\xfe")
    monkeypatch.setenv("DAYONE_DATABASE_URL", "sqlite:///x")
    assert read_settings(Settings, str(tmp_path)) == [
        "DAYONE_SECRETS is wrong. Not every file in its folder can be read as text."
    ]


@pytest.mark.parametrize(
    "tokens",
    [
        {},
        ONE | SEVERAL,
        ONE | {"SLACK_CLIENT_ID": "1.2"},
        ONE | {"SLACK_CLIENT_SECRET": "abc"},
        {"SLACK_CLIENT_ID": "1.2"},
        {"SLACK_CLIENT_SECRET": "abc"},
        {"SLACK_BOT_TOKEN": "", **SEVERAL, "SLACK_CLIENT_ID": ""},
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(("kind", "more"), [(HttpSettings, HTTP), (SocketSettings, SOCKET)])
def test_one_workspace_or_several_and_not_both(
    monkeypatch: pytest.MonkeyPatch, kind: type[Settings], more: dict[str, str], tokens: dict[str, str]
) -> None:
    put(monkeypatch, more | tokens)
    assert read_settings(kind) == [NOT_BOTH]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-1"),
        ("SLACK_BOT_TOKEN", "xoxb-1 2"),
        ("SLACK_BOT_TOKEN", "xoxb-"),
        ("SLACK_SIGNING_SECRET", ""),
        ("SLACK_SIGNING_SECRET", "ünsigned"),
        ("SLACK_SIGNING_SECRET", "two\nlines"),
        ("SLACK_API_BASE_URL", "http://slack.com/api/"),
        ("SLACK_API_BASE_URL", "https://slack.com.example.org/api/"),
        ("SLACK_API_BASE_URL", "https://me:pw@slack.com/api/"),
        ("SLACK_API_BASE_URL", "https://[slack.com/api/"),
        ("SLACK_API_BASE_URL", "file:///etc/passwd"),
    ],
)
def test_a_value_that_cannot_be_right_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    put(monkeypatch, HTTP | ONE | {name: value})
    said = read_settings(HttpSettings)
    assert said == [sentence(HttpSettings, name)]


@pytest.mark.parametrize("url", ["http://127.0.0.1:4003/api", "http://[::1]:1/api/", "http://localhost/api"])
def test_slack_may_be_one_on_this_computer(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    put(monkeypatch, HTTP | ONE | {"SLACK_API_BASE_URL": url})
    settings = read_settings(HttpSettings)
    assert isinstance(settings, HttpSettings)
    assert settings.is_slack_here
    assert settings.api_base_url.endswith("/api/")


def test_what_is_empty_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, HTTP | ONE | {"SLACK_API_BASE_URL": "", "SLACK_CLIENT_ID": ""})
    settings = read_settings(HttpSettings)
    assert isinstance(settings, HttpSettings)
    assert settings.api_base_url == "https://slack.com/api/"


def test_slack_itself_is_not_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, HTTP | ONE)
    settings = read_settings(HttpSettings)
    assert isinstance(settings, HttpSettings)
    assert not settings.is_slack_here


@pytest.mark.parametrize(
    ("url", "here", "yes"),
    [
        ("https://hooks.slack.com/commands/T1/2/3", False, True),
        ("https://slack.com/x", False, True),
        ("http://hooks.slack.com/x", False, False),
        ("https://notslack.com/x", False, False),
        ("https://hooks.slack.com@example.org/x", False, False),
        ("https://example.org/hooks.slack.com", False, False),
        ("http://127.0.0.1:9/x", False, False),
        ("http://127.0.0.1:9/x", True, True),
        ("http://127.0.0.1.example.org/x", True, False),
        ("https://[", True, False),
        ("", True, False),
    ],
)
def test_an_address_is_slacks_or_it_is_not(url: str, here: bool, yes: bool) -> None:
    assert is_slacks(url, here) is yes


@given(st.text())
def test_no_text_is_too_odd_for_an_address(url: str) -> None:
    assert is_slacks(f"https://example.org/{url}", here=True) is False


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_is_neither_in_the_sentence_about_another_nor_in_the_settings_themselves(
    monkeypatch: pytest.MonkeyPatch, kind: type[Settings]
) -> None:
    right = HTTP | SOCKET | ONE
    put(monkeypatch, {name: f"{value}hunter2" for name, value in right.items()})
    assert isinstance(read_settings(kind), kind)
    assert "hunter2" not in repr(read_settings(kind))
    monkeypatch.delenv("DAYONE_DATABASE_URL")
    assert isinstance(read_settings(kind), list)
    assert "hunter2" not in repr(read_settings(kind))


@pytest.mark.parametrize("kind", [HttpSettings, SocketSettings])
def test_the_guide_says_where_each_setting_comes_from(kind: type[Settings]) -> None:
    guide = (ROOT / "docs/slack.md").read_text("utf8")
    told = [str(field.validation_alias) for field in kind.model_fields.values()]
    # That one is for trying things without Slack.
    assert [name for name in told if name not in guide] == ["SLACK_API_BASE_URL"]


@pytest.mark.parametrize(("given", "on"), [({}, False), ({"DAYONE_DISTANCES": "off"}, False), (ON, True)])
def test_distances_are_looked_up_only_where_somebody_turned_that_on(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], on: bool
) -> None:
    put(monkeypatch, HTTP | ONE | given)
    read = read_settings(HttpSettings)
    assert isinstance(read, HttpSettings)
    assert read.distances is on


@pytest.mark.parametrize("kind", [HttpSettings, SocketSettings])
@pytest.mark.parametrize(("given", "on"), [({}, False), ({"DAYONE_WELSH": "on"}, True)])
def test_sheets_are_made_in_welsh_only_where_somebody_turned_that_on(
    monkeypatch: pytest.MonkeyPatch, kind: type[Settings], given: dict[str, str], on: bool
) -> None:
    monkeypatch.delenv("DAYONE_WELSH", raising=False)
    put(monkeypatch, HTTP | SOCKET | ONE | given)
    read = read_settings(kind)
    assert isinstance(read, Settings)
    assert read.welsh is on


def test_distances_are_on_or_off_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, HTTP | ONE | {"DAYONE_DISTANCES": "LS10"})
    assert read_settings(HttpSettings) == [sentence(HttpSettings, "DAYONE_DISTANCES")]


TENANT = "5f1f0c3e-0000-4000-8000-00000000000a"
TEAMS = {
    "DAYONE_DATABASE_URL": "sqlite:///x",
    "DAYONE_KEYS": "a:b",
    "CLIENT_ID": "5f1f0c3e-0000-4000-8000-00000000b070",
    "CLIENT_SECRET": "s~e.cret",
    "TENANT_ID": TENANT,
}


@pytest.fixture
def _no_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*TEAMS, "DAYONE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_no_teams")
def test_an_id_of_microsofts_is_the_same_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    put(
        monkeypatch,
        {**TEAMS, "TENANT_ID": f" {TENANT.upper()} ", "DAYONE_URL": "https://dayone.example.org/"},
    )
    read = read_settings(TeamsSettings)
    assert isinstance(read, TeamsSettings)
    assert (read.tenant_id, read.url, read.is_teams_here) == (TENANT, "https://dayone.example.org", False)


@pytest.mark.usefixtures("_no_teams")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLIENT_ID", "hunter2"),
        ("CLIENT_SECRET", "two words"),
        ("TENANT_ID", "common"),
        ("TENANT_ID", "oakshire.onmicrosoft.com"),
        ("TENANT_ID", ""),
        ("DAYONE_URL", "http://dayone.example.org"),
        ("DAYONE_URL", "https://dayone.example.org/teams"),
    ],
)
def test_a_setting_of_teams_that_is_wrong_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    put(monkeypatch, {**TEAMS, name: value})
    (fault,) = read_settings(TeamsSettings)
    assert str(fault).startswith(f"{name} is missing or wrong. ")
    assert not value or value not in str(fault).replace("https://dayone.example.org.", "")


@pytest.mark.usefixtures("_no_teams")
def test_teams_is_named_by_any_of_its_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not names_teams()
    put(monkeypatch, {"CLIENT_ID": "", "CLIENT_SECRET": "x"})
    assert names_teams()
    monkeypatch.delenv("CLIENT_SECRET")
    assert not names_teams()
    (tmp_path / "TENANT_ID").write_text(TENANT)
    assert names_teams(str(tmp_path))
    assert not names_teams(str(tmp_path / "none"))


def test_slack_is_named_by_any_setting_with_which_it_is_spoken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    put(monkeypatch, {"SLACK_SIGNING_SECRET": "x", "SLACK_BOT_TOKEN": ""})
    assert not names_slack()
    put(monkeypatch, {"SLACK_CLIENT_ID": "x"})
    assert names_slack()


@pytest.mark.usefixtures("_no_teams")
def test_a_teams_on_this_computer_needs_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, {name: TEAMS[name] for name in ("DAYONE_DATABASE_URL", "DAYONE_KEYS")})
    read = read_settings(LocalTeamsSettings)
    assert isinstance(read, LocalTeamsSettings)
    assert (read.tenant_id, read.is_teams_here) == ("", True)
