"""What is done at set times is done once a time, on the days on which the clocks change too."""

from datetime import datetime, timedelta
from itertools import takewhile

import pytest
from croniter import croniter

from bot.chat.deliver import Deliverer
from bot.jobs import engine
from bot.jobs.running import EVERY
from bot.jobs.schedule import JOBS, Job
from bot.jobs.work import JobFailed, Work
from bot.use_cases.sending.outbox import TAKES
from bot.use_cases.turn import LONDON
from tests.bot.core import MONDAY, Core

USUAL = datetime(2026, 6, 15, tzinfo=LONDON)
CLOCKS_CHANGE = (datetime(2026, 3, 29, tzinfo=LONDON), datetime(2026, 10, 25, tzinfo=LONDON))
by_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)


def times_on(job: Job, day: datetime) -> list[str]:
    """On the clock on the wall, as the engine works them out."""
    found = croniter(job.cron, day - timedelta(seconds=1), second_at_beginning=True)
    every = iter(lambda: found.get_next(datetime), None)
    return [f"{at:%H:%M}" for at in takewhile(lambda at: at.date() == day.date(), every)]


@by_job
@pytest.mark.parametrize("day", CLOCKS_CHANGE, ids=["March", "October"])
def test_the_clocks_change_and_nothing_is_done_twice_or_left_out(job: Job, day: datetime) -> None:
    assert times_on(job, day) == times_on(job, USUAL) != []


@by_job
def test_nothing_is_done_in_the_hour_that_comes_twice(job: Job) -> None:
    assert not [at for at in times_on(job, USUAL) if at.startswith("01")]


@pytest.mark.parametrize(("late", "done"), [(timedelta(minutes=30), 1), (timedelta(minutes=31), 0)])
def test_what_was_missed_is_made_up_for_while_it_is_still_wanted(
    core: Core, late: timedelta, done: int
) -> None:
    ran: list[datetime] = []
    job = Job("once", "0 9 * * *", lambda day_one, now: ran.append(now), timedelta(minutes=30))
    work_of(core, job).run((MONDAY - late).isoformat(), "once")
    assert ran == [MONDAY] * done


def test_a_job_that_is_no_more_is_left_out(core: Core) -> None:
    work_of(core).run(MONDAY.isoformat(), "gone")


def test_of_a_fault_the_engine_is_told_the_kind_and_none_of_the_words(core: Core) -> None:
    def fails(day_one: object, now: datetime) -> None:
        raise ValueError("Robin")

    work = work_of(core, Job("once", "0 9 * * *", fails, timedelta(minutes=30)))
    with pytest.raises(JobFailed, match=r"\Aonce: ValueError\Z") as failed:
        work.run(MONDAY.isoformat(), "once")
    assert failed.value.__context__ is None


def work_of(core: Core, *jobs: Job) -> Work:
    nobody = Deliverer(core.day_one, {}, lambda seconds: None)
    return Work(core.day_one, nobody, (), jobs)


def test_what_a_dead_process_had_in_hand_is_taken_over_within_a_minute() -> None:
    queued = 2 * engine.LOOKS
    assert TAKES.total_seconds() + EVERY + queued + 1 / engine.PACE["limit"] < 60
