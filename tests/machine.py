"""What this machine has beyond Python, and what the tests do without it."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

REQUIRE_ALL = "DAYONE_REQUIRE_ALL"


def postgresql() -> Path | None:
    """The folder of initdb and pg_ctl. Debian keeps it off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda initdb: float(initdb.parts[-3]), default=None)
    return newest.parent if newest else None


def chromium() -> Path | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


Finder = Callable[[], Path | None]
WANTED: Mapping[str, Finder] = {"PostgreSQL": postgresql, "Chromium": chromium}


def missing(wanted: Mapping[str, Finder] = WANTED) -> list[str]:
    return [name for name, find in wanted.items() if find() is None]


def refuse_to_leave_out(
    wanted: Mapping[str, Finder] = WANTED, environ: Mapping[str, str] = os.environ
) -> None:
    if environ.get(REQUIRE_ALL) == "1" and (absent := missing(wanted)):
        raise pytest.UsageError(f"{REQUIRE_ALL} is set, but not installed: {', '.join(absent)}")


def need(name: str) -> Path:
    found = WANTED[name]()
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found
