"""What a process had in hand when it died is taken over by one that lives."""

import logging

from dbos import DBOS, WorkflowStatus

from storage.leases import Lease

# What killed so many processes is not tried on another one.
MOST = 3
ADOPTED = "adopted"


def adopt(lease: Lease) -> None:
    """Queue again whatever is in the hands of the dead; cancel what has killed too many."""
    for executor in sorted({one.executor_id or "" for one in _in_hand()}):
        with lease.of_the_dead(executor) as is_dead:
            for one in _in_hand(executor) if is_dead else ():
                _take_over(one)


def _take_over(one: WorkflowStatus) -> None:
    times = (one.attributes or {}).get(ADOPTED, 0) + 1
    if times > MOST:
        logging.getLogger(__name__).error("A job has killed %s processes, and is put by: %s", MOST, one.name)
        DBOS.cancel_workflow(one.workflow_id)
        return
    # Counted here, since DBOS forgets its own count as soon as it resumes one.
    DBOS.update_workflow_attributes(one.workflow_id, {ADOPTED: times}, merge=True)
    DBOS.resume_workflow(one.workflow_id)


def _in_hand(executor: str | None = None) -> list[WorkflowStatus]:
    return DBOS.list_workflows(status="PENDING", executor_id=executor, load_input=False, load_output=False)
