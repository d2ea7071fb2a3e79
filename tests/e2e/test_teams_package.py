"""The app package against Microsoft's own schema of it, from npm's @microsoft/app-manifest."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from bot.chat.teams.manifest import VERSION
from tests.bot.chat.teams.test_package import manifest
from tests.e2e.fetched import fetched


@pytest.fixture
def schema() -> Draft4Validator:
    schemas = fetched("@microsoft/app-manifest") / "build" / "json-schemas" / "teams"
    read: dict[str, Any] = json.loads(
        (schemas / f"v{VERSION}" / "MicrosoftTeams.schema.json").read_text("utf8")
    )
    return Draft4Validator(read)


def test_the_manifest_is_as_the_schema_of_its_version_says(schema: Draft4Validator, tmp_path: Path) -> None:
    assert [error.message for error in schema.iter_errors(manifest(tmp_path))] == []


@pytest.mark.parametrize("wrong", [{"id": "dayone"}, {"bots": [{"botId": "x"}]}, {"surprise": True}])
def test_the_schema_finds_what_is_wrong(
    schema: Draft4Validator, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    assert not schema.is_valid({**manifest(tmp_path), **wrong})
