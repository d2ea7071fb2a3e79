"""One thing that one person does, inside its one transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.use_cases.distances import OFF, Distances
from storage import audit
from storage.accounts import Account, ServiceRole
from storage.cases import Case
from storage.transaction import Transaction

LONDON = ZoneInfo("Europe/London")


def day_of(moment: datetime) -> date:
    """The day that it is then in England and Wales."""
    return moment.astimezone(LONDON).date()


@dataclass(frozen=True)
class Turn:
    """Who acts, when, and the transaction in which all that they change is kept or nothing is.

    `place` is the private channel of a chat in which they do ("slack:T0123:C0456"), or "". `welsh`: sheets
    can be made in Welsh.
    """

    tx: Transaction
    account: Account
    now: datetime
    today: date
    place: str = ""
    distances: Distances = OFF
    welsh: bool = False

    @property
    def roles(self) -> frozenset[ServiceRole]:
        return frozenset(self.account.roles)

    @property
    def service_roles(self) -> frozenset[ServiceRole]:
        """What they may do about the whole service: nothing, for a guest of its workspace."""
        return frozenset() if self.account.guest else self.roles

    def note(self, verb: str, case: Case, subject: str = "") -> None:
        """Write in the audit what was done: ids and names of fields only."""
        audit.write(self.tx, case.service_id, self.account.id, verb, case.id, subject, self.now)


def turn_at(tx: Transaction, account: Account, now: datetime) -> Turn:
    """What somebody sees at a time, where nobody asks: something is planned for them, or sent."""
    return Turn(tx, account, now, day_of(now))
