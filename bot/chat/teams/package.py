"""The app package: the manifest and two icons, zipped, as an administrator uploads it to Teams.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
"""

import json
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.chat.teams.manifest import ICONS


def package(manifest: dict[str, Any]) -> bytes:
    """The same bytes each time, so that one can tell whether anything has changed."""
    icons = files(__package__) / "icons"
    kept = BytesIO()
    with ZipFile(kept, "w") as zipped:
        _put(zipped, "manifest.json", json.dumps(manifest, indent=2).encode())
        for name in ICONS.values():
            _put(zipped, name, (icons / name).read_bytes())
    return kept.getvalue()


def _put(zipped: ZipFile, name: str, content: bytes) -> None:
    # Without a day of its own, zipfile reads the clock.
    zipped.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
