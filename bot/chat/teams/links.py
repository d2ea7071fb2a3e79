"""Links to files: sealed, so that they name nobody; for ten minutes, once."""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.chat.files import File, make_file
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal
from storage import CannotOpen, once

LASTS = timedelta(minutes=10)
FILES = "/files/"
_PLACE = "link to a file"


@dataclass(frozen=True)
class Links:
    """`url` is where the server is reached from outside ("https://dayone.example.org"), or ""."""

    day_one: DayOne
    url: str

    def link(self, account: str, kind: str, value: str) -> str | None:
        """None where it is not known where the server is reached."""
        if not self.url:
            return None
        until = (self.day_one.clock() + LASTS).isoformat()
        with self.day_one.store.transaction() as tx:
            sealed = tx.keys.seal([account, kind, value, until], _PLACE)
        return f"{self.url}{FILES}{base64.urlsafe_b64encode(sealed).decode()}"

    def is_good(self, token: str) -> bool:
        """As far as can be told without using it up."""
        return self._opened(token) is not None

    def use(self, token: str) -> File | None:
        """The file as they may see it now; None where the link is used, too old or made up."""
        found = self._opened(token)
        if found is None:
            return None
        key, account, kind, value, until = found
        with self.day_one.store.transaction() as tx:
            if not once.take(tx, key, at=self.day_one.clock(), until=until):
                return None
        file = make_file(self.day_one, account, kind, value)
        return None if isinstance(file, Refusal) else file

    def _opened(self, token: str) -> tuple[str, str, str, str, datetime] | None:
        """First what it is known by: the same however the token is spelled."""
        try:
            with self.day_one.store.transaction() as tx:
                sealed = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
                account, kind, value, until = tx.keys.open(sealed, _PLACE)
        except (CannotOpen, ValueError):
            return None
        ends = datetime.fromisoformat(until)
        key = f"file {sha256(sealed).hexdigest()}"
        return (key, account, kind, value, ends) if self.day_one.clock() < ends else None
