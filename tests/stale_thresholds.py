"""Which thresholds nobody has checked for over a year: `python -m tests.stale_thresholds`.

A test that looked at today's date would begin to fail by itself, so this says it beside the tests.
"""

from collections.abc import Iterable
from datetime import date

import click

from bot.cli.options import today
from planning_rules.dates import in_full
from planning_rules.gaps import THRESHOLDS
from planning_rules.thresholds import Threshold


def stale_lines(thresholds: Iterable[Threshold], today: date) -> list[str]:
    """One line for each that is stale on that day: its name, its source and when it was last checked."""
    return [
        f"{one.name}: {one.spoken}, from {one.source.cited}. Last checked on {in_full(one.checked)}."
        for one in thresholds
        if one.is_stale(today)
    ]


if __name__ == "__main__":
    lines = stale_lines(THRESHOLDS.values(), today())
    click.echo("\n".join(lines) or "Every threshold was checked within a year.")
