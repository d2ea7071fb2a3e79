"""npm's emulate as the Slack that our own client code talks to. `make test-e2e` fetches it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.emulated import Emulated, running
from tests.machine import REQUIRE_ALL

EMULATE = Path(__file__).parent / "node_modules" / "emulate"


@pytest.fixture
def emulated() -> Iterator[Emulated]:
    """A Slack with nobody in it but Sam and Jo."""
    if not EMULATE.is_dir():
        assert os.environ.get(REQUIRE_ALL) != "1", "make test-e2e fetches emulate first"
        pytest.skip("emulate is not there: make test-e2e fetches it")
    with running() as slack:
        yield slack
