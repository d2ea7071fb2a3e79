"""What DBOS keeps of what is done goes after some days: ids and times, nothing else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

KEPT = {("SUCCESS", "ERROR"): timedelta(days=3), ("CANCELLED",): timedelta(days=30)}
AT_ONCE = 500


def purge(now: datetime) -> int:
    """How many went."""
    return sum(_purge(states, now - kept) for states, kept in KEPT.items())


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
