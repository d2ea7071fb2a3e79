"""Every case that a service leads, as its managers may know of it: nothing private, and nobody's name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.messages.cases import next_release
from bot.messages.reports.digest import Digest
from bot.use_cases.the_case import TheCase, loaded
from bot.use_cases.turn import Turn, day_of
from planning_rules.counting.concerns import Kept, concerns
from planning_rules.counting.since import keys_of
from planning_rules.parts import Person, Role
from storage import accounts, cases, notices
from storage.accounts import Account
from storage.outgoing import Delivered

DIGEST = "digest"
# Sees of a case what may be counted before everybody.
_ANYBODY = Person("", "", Role.OTHER)
# The keys of the gaps that were open, by the case's reference.
Gaps = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Before:
    """The day of the last digest, and which gaps were open then."""

    since: date | None = None
    gaps: Gaps = field(default_factory=dict)


def overview(turn: Turn) -> Digest:
    """Of the service of whoever's turn it is, since the last digest that they were sent."""
    before, known = _before(turn), _accounts(turn)
    found = [
        concerns(case.plan, case.day, _kept(case, known), before.gaps.get(case.reference, ()), before.since)
        for case in _cases(turn)
    ]
    mine = cases.for_account(turn.tx, turn.account.id, turn.today)
    return Digest(turn.today, found, before.since, frozenset(case.reference for case in mine))


def open_gaps(turn: Turn) -> Gaps:
    """To be kept, so that the next digest can say what was closed."""
    return {case.reference: keys_of(case.public_gaps) for case in _cases(turn)}


def _before(turn: Turn) -> Before:
    sent = [
        one
        for one in notices.of_kind(turn.tx, DIGEST, turn.account.id)
        if one.state is Delivered.SENT and one.planned_at < turn.now
    ]
    if not sent:
        return Before()
    return Before(day_of(sent[-1].planned_at), sent[-1].body["gaps"])


def _cases(turn: Turn) -> Iterator[TheCase]:
    for case in cases.in_service(turn.tx, turn.account.service_id):
        yield loaded(turn, case, _ANYBODY)


def _accounts(turn: Turn) -> dict[UUID, Account]:
    return {one.id: one for one in accounts.in_service(turn.tx, turn.account.service_id)}


def _kept(case: TheCase, known: Mapping[UUID, Account]) -> Kept:
    leads = {one.account_id for one in case.named if one.person.lead and one.person.is_on(case.today)}
    return Kept(
        case.public_gaps,
        case.public_actions,
        next_release(case.plan, case.today),
        any(account.roles and not account.barred for uid, account in known.items() if uid in leads),
        case.case.created,
    )
