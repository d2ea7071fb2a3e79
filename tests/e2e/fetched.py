"""What `make test-e2e` fetches from npm."""

import os
from pathlib import Path

import pytest

from tests.machine import REQUIRE_ALL

MODULES = Path(__file__).parent / "node_modules"


def fetched(package: str) -> Path:
    """The folder of a package. Without it a test is left out, or fails where everything is required."""
    folder = MODULES / package
    if not folder.is_dir():
        assert os.environ.get(REQUIRE_ALL) != "1", f"make test-e2e fetches {package} first"
        pytest.skip(f"{package} is not there: make test-e2e fetches it")
    return folder
