"""What is done at set times, one line for each. London time.

Nothing between one and two in the night, which comes twice in October and never in March.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.jobs.purging import purge
from bot.use_cases.day_one import DayOne
from bot.use_cases.meeting.agendas_due import post_due_agendas
from bot.use_cases.promises.reminding import plan_reminders
from bot.use_cases.reports.digest import plan_digests
from bot.use_cases.reports.quarterly import plan_board_reports
from bot.use_cases.reports.updates import plan_updates
from bot.use_cases.sending.dead_letters import tell_of_dead_letters


@dataclass(frozen=True)
class Job:
    """`cron` is minute, hour, day, month, day of the week. `run` gets the time, and may be called again.

    A time that was missed, since no process was there, is made up for within `still_wanted`, and else left
    out.
    """

    name: str
    cron: str
    run: Callable[[DayOne, datetime], object]
    still_wanted: timedelta


# Nobody is told twice, however often one runs: each looks at the time that it is given.
JOBS = (
    Job(
        "agendas",
        "*/15 6-20 * * *",
        lambda day_one, now: post_due_agendas(day_one.store, now),
        timedelta(minutes=30),
    ),
    Job(
        "reminders",
        "5,35 6-21 * * *",
        lambda day_one, now: plan_reminders(day_one.store, now),
        timedelta(hours=1),
    ),
    Job(
        "dead-letters",
        "0 9 * * *",
        lambda day_one, now: tell_of_dead_letters(day_one.store, now),
        timedelta(hours=12),
    ),
    Job(
        "digests",
        "0,30 6-21 * * *",
        lambda day_one, now: plan_digests(day_one.store, now),
        timedelta(hours=1),
    ),
    Job(
        "updates",
        "10,40 6-21 * * *",
        lambda day_one, now: plan_updates(day_one.store, now),
        timedelta(hours=1),
    ),
    Job(
        "board-reports",
        "15 9-17 * * *",
        lambda day_one, now: plan_board_reports(day_one.store, now),
        timedelta(hours=2),
    ),
    Job("purge", "20 3 * * *", lambda day_one, now: purge(now), timedelta(days=1)),
)
