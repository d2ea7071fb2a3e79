import pytest
from hypothesis import HealthCheck, settings

from tests.machine import missing, refuse_to_leave_out

pytest_plugins = [
    "pytester",
    "tests.browser",
    "tests.databases",
    "tests.no_database",
    "tests.postgres",
]


# How fast a machine is, or how busy, decides nothing.
settings.register_profile("day one", deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pytest_configure() -> None:
    refuse_to_leave_out()
    settings.load_profile("day one")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tracing every line takes half as long again: where another test goes the same way, none is traced."""
    for item in items:
        is_of_many = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
        if is_of_many or "postgres" in item.name or "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("no_cover")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in missing():
        terminalreporter.write_line(f"Left out: {name} (not installed)", yellow=True)
