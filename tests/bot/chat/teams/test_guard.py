"""Whoever is not Teams, or not our tenant's, is heard by nobody; nothing that comes is an error of ours."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.chat.teams.in_teams import FERNBROOK, InTeams, open_in_teams
from tests.bot.chat.teams.person import MESSAGES
from tests.bot.chat.teams.platform import OAKSHIRE, Fault
from tests.bot.core import OAK, Core

AGENTS = "5a807f24-c9de-44ee-a3a7-329e88a00ffc"


@pytest.fixture
def unsigned(core: Core) -> Iterator[InTeams]:
    """In front of a Teams on this computer."""
    with open_in_teams(core, local="yes") as opened:
        yield opened


def is_heard(here: InTeams, activity: dict[str, Any], token: str | None = "") -> int:
    """The number that it is answered with. Nothing is said, changed or kept where that is not 200."""
    before = here.core.kept()
    number, answer = here.people["Sam"].sends(activity, token)
    assert answer is None
    if number != 200:
        assert here.platform.calls == [] or here.platform.calls[-1].path.endswith("keys")
        assert here.core.kept() == before
    return number


def test_what_teams_signed_is_heard(here: InTeams) -> None:
    assert is_heard(here, here.people["Sam"].activity("message", text="help")) == 200


@pytest.mark.parametrize("channel", ["webchat", "directline", ""])
def test_what_comes_from_elsewhere_than_teams_is_not_heard(here: InTeams, channel: str) -> None:
    said = {**here.people["Sam"].activity("message", text="help"), "channelId": channel}
    assert is_heard(here, said) == 400


def test_what_nobody_signed_is_not_heard(here: InTeams) -> None:
    for token in (None, "hunter2", "a.b.c"):
        assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-app"},
        {"iss": "https://example.org"},
        {"exp": 1},
        {"serviceurl": "https://smba.example"},
        {"serviceurl": ""},
    ],
    ids=lambda claims: " ".join(claims),
)
def test_what_teams_signed_for_something_else_is_not_heard(here: InTeams, claims: dict[str, Any]) -> None:
    token = here.platform.token(**claims)
    assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


def test_microsofts_agents_are_not_heard(here: InTeams) -> None:
    issuer = f"{here.platform.url}/{FERNBROOK}/v2.0"
    token = here.platform.token(iss=issuer, tid=FERNBROOK, azp=AGENTS)
    assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


def test_nothing_is_looked_up_for_whoever_says_to_be_of_another_issuer(here: InTeams) -> None:
    for tid in ("t1", "t2", "../../x?"):
        token = here.platform.token(iss=f"{here.platform.url}/x", tid=tid)
        assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401
    assert [call.path for call in here.platform.calls] == ["/v1/.well-known/keys"]


@pytest.mark.parametrize(
    ("channels", "number"), [(["webchat", "msteams"], 200), (["webchat"], 401), ([], 401)], ids=str
)
def test_a_key_that_is_for_other_channels_signs_nothing_of_teams(
    here: InTeams, channels: list[str], number: int
) -> None:
    here.platform.key_says["endorsements"] = channels
    for _ in range(2):
        assert is_heard(here, here.people["Sam"].activity("message", text="help")) == number


def test_where_microsoft_does_not_tell_its_keys_teams_is_asked_to_come_again(here: InTeams) -> None:
    here.platform.faults.append(Fault("GET", "keys", 500))
    activity = here.people["Sam"].activity("message", text="help")
    assert [is_heard(here, activity), is_heard(here, activity)] == [503, 200]


def test_what_another_key_signed_is_not_heard(here: InTeams) -> None:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    claims = jwt.decode(here.platform.token(), options={"verify_signature": False})
    for kid in ("teams", "another"):
        token = jwt.encode(claims, other, algorithm="RS256", headers={"kid": kid})
        assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


def test_a_token_without_a_signature_is_not_heard(here: InTeams) -> None:
    claims = jwt.decode(here.platform.token(), options={"verify_signature": False})
    token = jwt.encode(claims, "", algorithm="none", headers={"kid": "teams"})
    assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


def test_a_token_that_nobody_can_read_is_not_heard(here: InTeams) -> None:
    header, claims, signature = here.platform.token().split(".")
    deep = base64.urlsafe_b64encode(b"[" * 4000).decode().rstrip("=")
    for token in (f"{deep}.{claims}.{signature}", f"{header}.{deep}.{signature}", "ä.b.c"):
        assert is_heard(here, here.people["Sam"].activity("message", text="help"), token) == 401


@pytest.mark.parametrize(
    ("its", "around", "number"),
    [(None, OAKSHIRE, 200), (None, FERNBROOK, 403), (OAKSHIRE, FERNBROOK, 400), (FERNBROOK, OAKSHIRE, 400)],
)
def test_every_tenant_that_is_told_is_ours(here: InTeams, its: str | None, around: str, number: int) -> None:
    said = here.people["Sam"].activity("message", text="help")
    said["conversation"]["tenantId"], said["channelData"]["tenant"]["id"] = its, around
    assert is_heard(here, said) == number


def test_another_tenants_is_not_heard(here: InTeams) -> None:
    here.people["Sam"].tenant = FERNBROOK
    assert is_heard(here, here.people["Sam"].activity("message", text="help")) == 403


def test_the_tenant_is_ours_however_its_letters_are_written(here: InTeams) -> None:
    here.people["Sam"].tenant = here.people["Sam"].tenant.upper()
    assert is_heard(here, here.people["Sam"].activity("message", text="help")) == 200


MALFORMED: list[Any] = [
    None,
    [],
    "help",
    {},
    {"type": ["message"]},
    {"id": 7},
    {"type": None},
    {"from": None},
    {"from": {"id": ""}},
    {"from": {"id": "a b"}},
    {"recipient": []},
    {"conversation": {}},
    {"conversation": {"id": "19:x"}, "channelData": None},
    {"serviceUrl": None},
    {"text": 7},
    {"membersAdded": [7]},
    {"replyToId": {}},
    {"replyToId": ".."},
    {"id": "."},
    {"conversation": {"id": "..;messageid=1", "tenantId": OAKSHIRE}},
]


@pytest.mark.parametrize("wrong", MALFORMED, ids=repr)
def test_what_teams_never_sends_is_said_to_be_wrong(here: InTeams, wrong: Any) -> None:
    whole = here.people["Sam"].activity("message", text="help")
    body = {**whole, **wrong} if isinstance(wrong, dict) and wrong else wrong
    assert is_heard(here, body) == 400


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000, b'{"type": "\\ud800"}'], ids=repr)
def test_what_is_no_json_is_said_to_be_wrong(here: InTeams, body: bytes) -> None:
    assert here.people["Sam"].door.post(MESSAGES, data=body).status_code == 400


def test_what_is_too_big_is_not_read(here: InTeams) -> None:
    answer = here.people["Sam"].door.post(MESSAGES, data=b" " * (1024 * 1024 + 1))
    assert answer.status_code == 413


@pytest.mark.parametrize("kind", ["typing", "event", "trace", "messageUpdate", "messageDelete", "nonsense"])
def test_what_concerns_nobody_here_gets_silence(here: InTeams, kind: str) -> None:
    activity = here.people["Sam"].activity(kind, text=f"channel {OAK}")
    assert is_heard(here, activity) == 200
    assert here.people["Sam"].own.messages == {}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = ["adaptiveCard/action", "task/fetch", "task/submit", "fileConsent/invoke", "composeExtension/query"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), value=VALUES | st.builds(dict, data=VALUES, action=VALUES))
def test_whatever_comes_with_an_invoke_is_no_error_of_ours(here: InTeams, name: str, value: Any) -> None:
    sam = here.people["Sam"]
    status, _ = sam.sends(sam.activity("invoke", name=name, value=value))
    assert status == 200


def test_a_teams_on_this_computer_signs_nothing(unsigned: InTeams) -> None:
    sam = unsigned.people["Sam"]
    assert is_heard(unsigned, sam.activity("message", text="help"), None) == 200
    assert sam.card.title == "What you can type"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Host": "evil.example:3978"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Forwarded": "for=203.0.113.7"},
        {"X-Forwarded-For": "203.0.113.7"},
    ],
    ids=str,
)
def test_where_nothing_is_signed_no_page_in_a_browser_is_heard_and_nothing_through_a_proxy(
    unsigned: InTeams, headers: dict[str, str]
) -> None:
    sam = unsigned.people["Sam"]
    body = json.dumps(sam.activity("message", text="help"))
    sent = {"Content-Type": "application/json", "Host": "localhost:3978", **headers}
    with sam.door.post(MESSAGES, data=body, headers=sent, buffered=True) as answer:
        assert answer.status_code == 400
    assert sam.own.messages == {}


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.example/teams",
        "http://10.0.0.1/",
        "http://[",
        "x",
        "http://127.0.0.1:1/admin?x=",
        "http://127.0.0.1:1/x#",
        "http://127.0.0.1@smba.example/",
        "http://127.0.0.1:1\\@smba.example/",
    ],
)
def test_where_nothing_is_signed_nothing_is_sent_to_another_computer(unsigned: InTeams, url: str) -> None:
    activity = {**unsigned.people["Sam"].activity("message", text="help"), "serviceUrl": url}
    assert is_heard(unsigned, activity, None) == 400
