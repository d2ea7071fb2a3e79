"""In whatever order messages are sent, processes die and others take over: each part stands there once."""

import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Keyring
from storage.waiting import Kind
from tests.bot.core import core_of
from tests.bot.jobs.dying import ACCEPTED, PUT_BACK, RECORDED, SENDING, SENT, TAKEN, Fate
from tests.bot.jobs.places import Place, in_slack

STEPS = (TAKEN, SENDING, ACCEPTED, RECORDED, PUT_BACK, SENT)


class Died(BaseException):
    """As good as SIGKILL for what is kept: nothing is written after it."""


class Dies(Fate):
    """Where a process would be killed, its thread ends here, and does nothing more."""

    is_dead = False

    def meets(self, step: str) -> None:
        if step == self.step:
            self.time -= 1
            self.is_dead = self.is_dead or not self.time
        if self.is_dead:
            raise Died


def attempts() -> st.SearchStrategy[list[tuple[str, int, str, float]]]:
    """At which step it dies, the how manieth time, what Slack does, and how many seconds later that is."""
    later = st.sampled_from((0.0, 1.0, 44.0, 46.0, 400.0))
    return st.lists(
        st.tuples(
            st.sampled_from(("", *STEPS)),
            st.integers(1, 2),
            st.sampled_from(("", "", "cut", "429", "429 before", "500")),
            later,
        ),
        max_size=6,
    )


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orders=attempts())
def test_each_part_stands_there_once_in_any_order(
    example_file: Path, example_keys: Keyring, kind: Kind, orders: list[tuple[str, int, str, float]]
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "dayone.sqlite"
        shutil.copy(example_file, file)
        with core_of(f"sqlite:///{file}", example_keys) as core, in_slack(core) as place:
            uid, title = place.plans(kind)
            for step, time, fault, later in orders:
                core.now += timedelta(seconds=later)
                place.fails(fault)
                _tries(place, kind, uid, Dies(step, time))
                place.slack.faults.clear()
            place.works_on()
            assert set(place.stands(title, kind)) == {1}


def _tries(place: Place, kind: Kind, uid: UUID, fate: Fate) -> None:
    try:
        place.sends(kind, uid, fate, place.here, lambda seconds: None)
    except Died:
        return
