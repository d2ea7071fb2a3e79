"""Who is a full member of our tenant, as Teams describes people."""

from typing import Any

import pytest

from bot.chat.teams.activities import Account
from bot.chat.teams.roster import present
from tests.bot.chat.teams.platform import OAKSHIRE

ELSEWHERE = "5f1f0c3e-0000-4000-8000-00000000e15e"


@pytest.mark.parametrize(
    ("described", "is_guest"),
    [
        ({"tenantId": OAKSHIRE, "userRole": "user"}, False),
        ({"tenantId": OAKSHIRE.upper(), "userRole": "Owner"}, False),
        ({"tenantId": OAKSHIRE}, False),
        ({"userRole": "user"}, False),
        ({}, True),
        ({"userRole": "guest"}, True),
        ({"tenantId": OAKSHIRE, "userRole": "anonymous"}, True),
        ({"tenantId": ELSEWHERE, "userRole": "user"}, True),
        ({"userRole": "user", "userPrincipalName": "kit_elm.example#EXT#@oak.example"}, True),
        ({"tenantId": OAKSHIRE, "userPrincipalName": "sam@oak.example"}, False),
    ],
    ids=str,
)
def test_whoever_is_not_said_to_be_a_member_of_ours_is_a_guest(
    described: dict[str, Any], is_guest: bool
) -> None:
    account = Account.model_validate({"id": "29:x", "objectId": "x", **described})
    assert present(account, OAKSHIRE).guest is is_guest
