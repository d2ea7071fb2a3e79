"""Where cases are kept: sealed, versioned and audited, alike on SQLite and PostgreSQL.

`Store.transaction()` gives a Transaction; the modules beside it, one for each noun, have plain functions
that take it first and hand back values. Whoever calls passes the time in.
"""

from storage import (
    accounts,
    actions,
    answers,
    append_only,
    audit,
    cases,
    clashes,
    conversations,
    copied,
    deliveries,
    drafts,
    handings,
    installations,
    invitations,
    meetings,
    notices,
    once,
    people,
    posts,
    replies,
    requests,
    services,
    versions,
    waivers,
    wording,
)
from storage.broken_text import BrokenText
from storage.engine import BadDatabaseUrl
from storage.keys import BadKeys, make_key
from storage.rows import Base
from storage.schema import migrate
from storage.sealing import CannotOpen, Keyring
from storage.store import Store
from storage.transaction import Taken, Transaction

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "BadDatabaseUrl",
    "BadKeys",
    "BrokenText",
    "CannotOpen",
    "Keyring",
    "Store",
    "Taken",
    "Transaction",
    "accounts",
    "actions",
    "answers",
    "append_only",
    "audit",
    "cases",
    "clashes",
    "conversations",
    "copied",
    "deliveries",
    "drafts",
    "handings",
    "installations",
    "invitations",
    "make_key",
    "meetings",
    "migrate",
    "notices",
    "once",
    "people",
    "posts",
    "replies",
    "requests",
    "services",
    "versions",
    "waivers",
    "wording",
]
