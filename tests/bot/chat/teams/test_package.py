"""The app package: from the code, with no permission too many, and icons that are what their SVGs draw."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page

from bot.chat.teams.manifest import ON_ONES_OWN, PERMISSIONS, TOGETHER
from bot.messages.commands import COMMANDS
from tests.bot.cli.plan_files import dayone
from tests.guards.house import ROOT
from tests.icons import ICONS, SIZES, drawn

CLIENT = "0b1d0c4e-6a27-4a4c-9b1f-3a5a7a9d2e11"
URL = "https://dayone.example.org"

# Every pixel of a PNG as red, green, blue and how opaque it is, as the browser reads it.
PIXELS = """async png => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0);
    return [image.width, image.height, [...drawing.getImageData(0, 0, image.width, image.height).data]];
}"""


def packed(folder: Path, *more: str) -> ZipFile:
    """The package that the command makes."""
    made = dayone("teams-package", "--client-id", CLIENT, "--url", URL, "-o", folder / "day one.zip", *more)
    assert made.exit_code == 0, made.output
    return ZipFile(folder / "day one.zip")


def manifest(folder: Path, *more: str) -> dict[str, Any]:
    with packed(folder, *more) as zipped:
        read: dict[str, Any] = json.loads(zipped.read("manifest.json"))
    return read


def pixels(page: Page, png: bytes) -> tuple[int, int, list[int]]:
    width, height, values = page.evaluate(PIXELS, b64encode(png).decode())
    return width, height, values


def test_the_package_holds_the_manifest_and_the_icons_that_it_names(tmp_path: Path) -> None:
    with packed(tmp_path) as zipped:
        icons = json.loads(zipped.read("manifest.json"))["icons"]
        assert zipped.namelist() == ["manifest.json", *icons.values()]
        kept = {name: (ICONS / name).read_bytes() for name in icons.values()}
        assert {name: zipped.read(name) for name in icons.values()} == kept


def test_the_same_is_packed_each_time(tmp_path: Path) -> None:
    packed(tmp_path).close()
    first = (tmp_path / "day one.zip").read_bytes()
    packed(tmp_path).close()
    assert (tmp_path / "day one.zip").read_bytes() == first


@pytest.mark.parametrize("name", SIZES)
def test_an_icon_is_what_its_svg_draws(browser_page: Page, name: str) -> None:
    """Where this fails: make pictures."""
    width, height, kept = pixels(browser_page, (ICONS / f"{name}.png").read_bytes())
    _, _, fresh = pixels(browser_page, drawn(browser_page, name))
    assert (width, height) == (SIZES[name], SIZES[name])
    # Another Chromium may smooth an edge in another way.
    assert sum(abs(one - other) for one, other in zip(kept, fresh, strict=True)) / len(kept) < 1


def test_the_outline_is_white_and_nothing_else(browser_page: Page) -> None:
    _, _, values = pixels(browser_page, (ICONS / "outline.png").read_bytes())
    points = [tuple(values[at : at + 4]) for at in range(0, len(values), 4)]
    seen = {point[:3] for point in points if point[3]}
    assert seen == {(255, 255, 255)}
    assert {point[3] for point in points} >= {0, 255}


def test_the_outline_and_the_mark_of_the_local_page_are_one() -> None:
    mark = (ROOT / "bot/chat/local/static/sunrise.svg").read_text("utf8")
    assert mark.replace("#0b6b61", "#ffffff") == (ICONS / "outline.svg").read_text("utf8")


@pytest.mark.parametrize("names", [ON_ONES_OWN, TOGETHER])
def test_what_teams_lists_below_the_box_can_be_typed(names: tuple[str, ...]) -> None:
    """learn.microsoft.com/microsoftteams/platform/bots/how-to/create-a-bot-commands-menu: ten at the most."""
    assert len({*names}) == len(names) <= 10
    assert [name for name in names if COMMANDS[name].behind_buttons] == []


def test_both_lists_stand_in_the_manifest(tmp_path: Path) -> None:
    (bot,) = manifest(tmp_path)["bots"]
    listed = {
        scope: [command["title"] for command in each["commands"]]
        for each in bot["commandLists"]
        for scope in each["scopes"]
    }
    assert listed == {"personal": [*ON_ONES_OWN], "team": [*TOGETHER], "groupChat": [*TOGETHER]}
    assert sorted(listed) == sorted(bot["scopes"])


def test_the_app_may_see_who_is_in_a_channel_and_nothing_else(tmp_path: Path) -> None:
    made = manifest(tmp_path)
    asked = made["authorization"]["permissions"]["resourceSpecific"]
    assert asked == [{"name": "ChannelMember.Read.Group", "type": "Application"}]
    assert not {"permissions", "devicePermissions", "composeExtensions"} & {*made}


def test_the_app_can_be_added_to_private_channels(tmp_path: Path) -> None:
    """Teams refuses an app for teams whose manifest is of 1.25 or later and does not say so."""
    made = manifest(tmp_path)
    assert tuple(map(int, made["manifestVersion"].split("."))) >= (1, 25)
    assert made["supportsChannelFeatures"] == "tier1"


def test_the_guide_says_what_each_permission_is_for() -> None:
    guide = (ROOT / "docs/teams.md").read_text("utf8")
    assert [name for name in PERMISSIONS if f"`{name}`" not in guide] == []


def test_the_bot_the_app_and_the_server_are_those_that_are_given(tmp_path: Path) -> None:
    made = manifest(tmp_path, "--about", "https://www.example.org/day-one")
    assert {made["id"], made["bots"][0]["botId"], made["webApplicationInfo"]["id"]} == {CLIENT}
    assert made["validDomains"] == ["dayone.example.org"]
    developer = made["developer"]
    pages = {developer["websiteUrl"], developer["privacyUrl"], developer["termsOfUseUrl"]}
    assert pages == {"https://www.example.org/day-one"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--url", URL], "--client-id"),
        (["--client-id", "dayone", "--url", URL], "--client-id"),
        (["--client-id", CLIENT], "--url"),
        (["--client-id", CLIENT, "--url", "http://dayone.example.org"], "https://"),
        (["--client-id", CLIENT, "--url", f"{URL}/api/messages"], "https://"),
        (["--client-id", CLIENT, "--url", URL, "--about", "http://example.org"], "https://"),
        (["--client-id", CLIENT, "--url", URL, "--about", "https://me:pw@example.org"], "https://"),
        (["--client-id", CLIENT, "--url", URL, "-o", "no/such/folder/app.zip"], "-o"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_packed_gets_a_sentence(words: list[str], says: str) -> None:
    result = dayone("teams-package", *words)
    assert result.exit_code in (1, 2)
    assert says in result.output
