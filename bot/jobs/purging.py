"""What DBOS keeps of what is done goes after some days: ids and times, nothing else."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

KEPT = {("SUCCESS", "ERROR"): timedelta(days=3), ("CANCELLED",): timedelta(days=30)}
AT_ONCE = 500


def purge(now: datetime) -> int:
    """How many went."""
    # Within a job DBOS keeps what it lists as a step, which cannot be written as JSON: so it is asked aside.
    with ThreadPoolExecutor(1) as aside:
        return sum(aside.map(lambda kept: _purge(kept[0], now - kept[1]), KEPT.items()))


def _purge(states: Sequence[str], before: datetime) -> int:
    from dbos import DBOS

    gone = 0
    while found := DBOS.list_workflows(
        status=list(states),
        completed_before=before.isoformat(),
        limit=AT_ONCE,
        load_input=False,
        load_output=False,
    ):
        DBOS.delete_workflows([one.workflow_id for one in found])
        gone += len(found)
    return gone
