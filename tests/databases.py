"""Addresses of fresh, empty databases. What is in them is the test's affair."""

from pathlib import Path

import pytest


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'dayone.sqlite'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Two databases, one behaviour: the test runs once on each."""
    return str(request.getfixturevalue(f"{request.param}_url"))
