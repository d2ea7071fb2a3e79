import pytest
from hypothesis import HealthCheck, settings

from tests.machine import missing, refuse_to_leave_out

pytest_plugins = [
    "pytester",
    "tests.browser",
    "tests.databases",
    "tests.no_database",
    "tests.postgres",
    "tests.tracing",
]


# How fast a machine is, or how busy, decides nothing.
settings.register_profile("day one", deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pytest_configure() -> None:
    refuse_to_leave_out()
    settings.load_profile("day one")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in missing():
        terminalreporter.write_line(f"Left out: {name} (not installed)", yellow=True)
