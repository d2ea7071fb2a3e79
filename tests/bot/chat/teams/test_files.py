"""Sheets and calendars: into somebody's own OneDrive where they say so, else behind a link."""

import base64
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.bot.chat.teams.in_teams import InTeams, open_in_teams
from tests.bot.chat.teams.person import Person, pressed
from tests.bot.chat.teams.platform import Fault
from tests.bot.core import OAK, Core

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
URL = "https://dayone.example.org"


@pytest.fixture
def linked(core: Core) -> Iterator[InTeams]:
    """In front of a Teams on this computer, which asks nobody for a place to put a file."""
    with open_in_teams(core, local="yes", DAYONE_URL=URL) as opened:
        yield opened


def attached(person: Person) -> dict[str, Any]:
    """To the newest message of their own chat."""
    newest: dict[str, Any] = [*person.own.messages.values()][-1]["attachments"][0]
    return newest


def asks_for_sheet(person: Person) -> None:
    person.types(f"sheet {OAK}")
    person.presses("Open as a page")


def answers(person: Person, action: str, url: str, found_at: str = "", **more: Any) -> None:
    """Whether the file may go into their OneDrive."""
    where = {"uploadUrl": url, "contentUrl": found_at or f"{url}/there", "uniqueId": "u1", "fileType": "html"}
    context = attached(person)["content"][f"{action}Context"] if "context" not in more else more["context"]
    value = {"type": "fileUpload", "action": action, "context": context, "uploadInfo": where}
    asked = more.get("asked", [*person.own.messages][-1])
    told = person.activity(
        "invoke", more.get("there"), name="fileConsent/invoke", value=value, replyToId=asked
    )
    assert person.sends(told) == (200, None)


def test_somebody_is_asked_whether_they_want_the_file(here: InTeams) -> None:
    sam = here.people["Sam"]
    asks_for_sheet(sam)
    asked = attached(sam)
    assert (asked["contentType"], asked["name"]) == (CONSENT, f"{OAK} plan sheet.html")
    assert asked["content"]["sizeInBytes"] > 1000
    assert "Robin" not in str(asked)


def test_a_file_that_they_want_is_put_where_teams_says_and_the_question_goes(linked: InTeams) -> None:
    sam = linked.people["Sam"]
    context = {"kind": "sheet", "value": f"{OAK} child"}
    sam.types("help")
    answers(sam, "accept", f"{linked.platform.url}/upload/sheet", context=context)
    assert b"Robin" in linked.platform.uploads["sheet"]
    assert attached(sam)["contentType"] == INFO
    assert len(sam.own.messages) == 1


def test_a_calendar_is_a_file_as_well(linked: InTeams) -> None:
    sam = linked.people["Sam"]
    sam.types("help")
    context = {"kind": "calendar", "value": OAK}
    answers(sam, "accept", f"{linked.platform.url}/upload/ics", context=context)
    assert linked.platform.uploads["ics"].startswith(b"BEGIN:VCALENDAR")


def test_a_question_that_is_answered_twice_puts_the_file_there_once(linked: InTeams) -> None:
    sam = linked.people["Sam"]
    sam.types("help")
    asked, url = sam.newest, f"{linked.platform.url}/upload/sheet"
    for _ in range(2):
        answers(sam, "accept", url, context={"kind": "sheet", "value": f"{OAK} child"}, asked=asked)
    assert [call.path for call in linked.platform.calls].count("/upload/sheet") == 1
    assert len(sam.own.messages) == 1


def test_a_file_that_is_asked_for_once_is_asked_about_once(here: InTeams) -> None:
    sam = here.people["Sam"]
    card = sam.types(f"sheet {OAK}")
    data = card.pressed(card.button("Open as a page"))
    invoke = sam.activity("invoke", name="adaptiveCard/action", value=pressed(data), replyToId=sam.newest)
    for _ in range(2):
        assert sam.sends(invoke)[0] == 200
    assert len(sam.own.messages) == 2


def test_whoever_answers_no_question_of_ours_takes_nothing_away(here: InTeams) -> None:
    chat, sam, kit = here.chat("Sam", "Jo", "Morgan"), here.people["Sam"], here.somebody("Kit")
    sam.types(f"channel {OAK}", chat)
    sam.types("meet", chat)
    kit.types("help")
    chat.members.append(kit.member)
    before = {**chat.messages}
    context = {"kind": "sheet", "value": f"{OAK} child"}
    for message in before:
        invoke = kit.activity("invoke", chat, name="fileConsent/invoke", value={}, replyToId=message)
        assert kit.sends(invoke) == (200, None)
        answers(kit, "decline", "https://oak-my.sharepoint.com/x", context=context, there=chat, asked=message)
    invoke = kit.activity("invoke", name="fileConsent/invoke", value={}, replyToId=kit.newest)
    assert kit.sends(invoke) == (200, None)
    assert (chat.messages, len(kit.own.messages)) == (before, 1)


@pytest.mark.parametrize("found_at", ["javascript:alert(1)", "https://evilsharepoint.com/x"])
def test_no_file_is_shown_where_it_is_nobodys(linked: InTeams, found_at: str) -> None:
    sam = linked.people["Sam"]
    sam.types("help")
    context = {"kind": "sheet", "value": f"{OAK} child"}
    answers(sam, "accept", f"{linked.platform.url}/upload/sheet", found_at, context=context)
    assert linked.platform.uploads == {}
    assert link_of(sam)


def test_what_they_do_not_want_is_made_for_nobody(here: InTeams) -> None:
    sam = here.people["Sam"]
    asks_for_sheet(sam)
    before = here.core.kept()
    answers(sam, "decline", "https://oak-my.sharepoint.com/x")
    assert here.core.kept() == before
    assert len(sam.own.messages) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x",
        "http://oak-my.sharepoint.com/x",
        "https://sharepoint.com.example.org",
        "https://evilsharepoint.com/x",
        "x",
        "//[",
    ],
)
def test_no_file_is_put_where_it_is_nobodys(here: InTeams, url: str) -> None:
    sam = here.people["Sam"]
    asks_for_sheet(sam)
    answers(sam, "accept", url)
    assert "cannot be sent to you here" in sam.card.text
    answers(
        sam, "accept", f"{here.platform.url}/upload/sheet", context={"kind": "sheet", "value": f"{OAK} child"}
    )
    assert here.platform.uploads == {}


@pytest.mark.parametrize("value", [None, {}, {"action": "accept"}, {"action": "accept", "context": 7}])
def test_an_answer_to_no_question_of_ours_is_silence(here: InTeams, value: Any) -> None:
    sam = here.people["Sam"]
    told = sam.activity("invoke", name="fileConsent/invoke", value=value)
    assert sam.sends(told) == (200, None)
    assert here.platform.calls[-1:] == [] or here.platform.calls[-1].path.endswith("keys")


def test_somebody_who_is_not_on_the_case_gets_no_file_however_they_ask(linked: InTeams) -> None:
    kit = linked.somebody("Kit")
    kit.types("help")
    context = {"kind": "sheet", "value": f"{OAK} child"}
    answers(kit, "accept", f"{linked.platform.url}/upload/sheet", context=context)
    assert linked.platform.uploads == {}
    assert "There is no case" in kit.card.text


# What says that we are not there any more is tried in a chat made anew.
@pytest.mark.parametrize(("status", "times"), [(400, 1), (403, 2)])
def test_where_teams_lets_nobody_be_asked_there_is_a_link(core: Core, status: int, times: int) -> None:
    with open_in_teams(core, DAYONE_URL=URL) as here:
        sam = here.people["Sam"]
        sam.types(f"sheet {OAK}")
        # What goes first is what was pressed.
        here.platform.faults.append(Fault("POST", "a%3Asam/activities", status, times=times))
        sam.presses("Open as a page")
        assert link_of(sam).startswith(f"{URL}/files/")


def link_of(person: Person) -> str:
    (action,) = [one for one in person.own.cards[-1]["actions"] if one["type"] == "Action.OpenUrl"]
    return str(action["url"])


@pytest.fixture
def path(linked: InTeams) -> str:
    """Of a link to the child's sheet."""
    asks_for_sheet(linked.people["Sam"])
    return urlsplit(link_of(linked.people["Sam"])).path


def test_a_link_names_nobody_and_nothing(path: str) -> None:
    sealed = base64.b64decode(path.removeprefix("/files/"), altchars=b"-_", validate=True)
    for word in (OAK, "Sam", "child", "Robin"):
        assert word.encode() not in sealed


def test_a_link_opens_a_page_any_number_of_times_and_the_file_once(linked: InTeams, path: str) -> None:
    door = linked.people["Sam"].door
    for _ in range(2):
        page = door.get(path)
        assert (page.status_code, b"Robin" in page.data) == (200, False)
    file = door.post(path)
    assert (file.status_code, b"Robin" in file.data) == (200, True)
    assert file.headers["Cache-Control"] == "no-store"
    for again in (door.post(path), door.post(path)):
        assert (again.status_code, b"Robin" in again.data) == (410, False)
        assert "used already" in again.text


def test_a_link_is_used_however_it_is_spelled(linked: InTeams, path: str) -> None:
    door, sealed = linked.people["Sam"].door, path.rstrip("=")
    assert door.post(path).status_code == 200
    filling = path[len(sealed) :]
    for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        assert door.post(f"{sealed[:-1]}{last}{filling}").status_code == 410
    assert door.post(path.replace("-", "+")).status_code == 410


def test_a_link_is_good_for_ten_minutes(linked: InTeams, path: str) -> None:
    door = linked.people["Sam"].door
    linked.core.now += timedelta(minutes=10)
    assert (door.get(path).status_code, door.post(path).status_code) == (410, 410)


@pytest.mark.parametrize(
    "token", ["x", "%00", "ü", "Zmlyc3Q6", "first:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]
)
def test_a_link_that_is_made_up_opens_nothing(linked: InTeams, token: str) -> None:
    door = linked.people["Sam"].door
    assert (door.get(f"/files/{token}").status_code, door.post(f"/files/{token}").status_code) == (410, 410)


def test_a_link_that_was_changed_opens_nothing(linked: InTeams, path: str) -> None:
    at = len(path) // 2
    changed = f"{path[:at]}{'A' if path[at] != 'A' else 'B'}{path[at + 1 :]}"
    assert linked.people["Sam"].door.post(changed).status_code == 410


def test_a_link_to_a_calendar_brings_a_file_to_keep(linked: InTeams) -> None:
    sam = linked.people["Sam"]
    card = sam.types(f"dates {OAK}")
    label = next(each.label for each in card.buttons if each.verb == "fetches")
    sam.presses(label)
    file = sam.door.post(urlsplit(link_of(sam)).path)
    assert file.data.startswith(b"BEGIN:VCALENDAR")
    assert file.headers["Content-Disposition"].startswith(f"attachment; filename={OAK}")


def test_a_file_that_is_asked_for_in_a_dialog_comes_into_ones_own_chat(here: InTeams) -> None:
    chat = here.chat("Sam", "Jo", "Morgan")
    sam = here.people["Sam"]
    sam.types(f"channel {OAK}", chat)
    sam.types("meet", chat)
    sam.opens(chat, "Gaps")
    sam.sends_data({"verb": "says", "command": f"sheet {OAK}"})
    assert sam.presses("Open as a page").title == "Sent to you"
    assert attached(sam)["contentType"] == CONSENT
