"""Whose an address is, which comes from outside."""

import pytest

from bot.chat.teams.addresses import is_here, is_onedrive


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:3978", "http://localhost/", "http://[::1]:56150/_connector", "http://localhost:1/a/b"],
)
def test_this_computer_is_known_by_its_names(url: str) -> None:
    assert is_here(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://127.0.0.1/",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://evil.example\\@127.0.0.1/",
        "http://localhost:1/x?y=1",
        "http://localhost:1/x#y",
        "http://localhost:1/../x",
        "http://localhost\n",
        "ftp://localhost",
    ],
)
def test_what_is_odd_about_an_address_makes_it_another_computers(url: str) -> None:
    assert not is_here(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://oak-my.sharepoint.com/personal/sam/_api/v2.0/drive/items/x/uploadSession?guid='1'&t=%20",
        "https://OAK.sharepoint.com:443/x",
    ],
)
def test_a_onedrive_is_an_organisations_of_sharepoint(url: str) -> None:
    assert is_onedrive(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://evilsharepoint.com/x",
        "https://evil.example/.sharepoint.com/x",
        "https://oak.sharepoint.com.evil.example/x",
        "https://oak.sharepoint.com:8443/x",
        "https://u:p@oak.sharepoint.com/x",
        "https://evil.example\\@oak.sharepoint.com/x",
        "https://evil.example#@oak.sharepoint.com/x",
        "https://.sharepoint.com/x",
        "http://oak.sharepoint.com/x",
        "javascript:alert(1)",
    ],
)
def test_what_is_odd_about_an_address_makes_it_nobodys_onedrive(url: str) -> None:
    assert not is_onedrive(url)
