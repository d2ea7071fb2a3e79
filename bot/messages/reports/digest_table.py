"""The digest as a table, a line for each plan, for whoever wants to sort or count it."""

from bot.messages.reports.digest import Digest
from bot.messages.reports.digest_lines import by_agency, by_topic
from bot.messages.reports.tables import Table
from planning_rules.counting.concerns import Concerns

_COLUMNS = (
    "Case",
    "Could leave on",
    "Urgent gaps",
    "Urgent since",
    "Gaps missing for release",
    "Missing by topic",
    "Actions late",
    "Late by agency",
    "Meetings and looks back due",
    "Manager’s oversight",
    "Records to put right",
    "Gaps closed",
    "Actions done",
)


def digest_table(of: Digest) -> Table:
    """Its first line names the columns."""
    return (_COLUMNS, *(_line(one) for one in of.listed))


def _line(one: Concerns) -> tuple[str, ...]:
    since = min((since for _, since in one.urgent), default=None)
    return (
        one.reference,
        one.leaves.isoformat() if one.leaves else "",
        str(len(one.urgent)),
        since.isoformat() if since else "",
        str(len(one.missing)),
        ", ".join(f"{topic} {number}" for topic, number in by_topic(one)),
        str(len(one.late)),
        by_agency(one.late),
        ", ".join(f"{due.event} {due.on.isoformat()}" for due in one.due),
        "no" if one.not_overseen else "",
        ", ".join(one.amiss),
        str(one.closed),
        str(one.done),
    )
