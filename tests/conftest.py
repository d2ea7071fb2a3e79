import pytest

from tests.machine import missing, refuse_to_leave_out

pytest_plugins = [
    "pytester",
    "tests.browser",
    "tests.databases",
    "tests.no_database",
    "tests.postgres",
]


def pytest_configure() -> None:
    refuse_to_leave_out()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in missing():
        terminalreporter.write_line(f"Left out: {name} (not installed)", yellow=True)
