"""Bringing a database to the tables that this program needs, and saying where it is not there yet."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.engine import is_sqlite, make_engine

_LOCK = 0xDA1041E
_RUN = "Please run: dayone migrate"


def migrate(url: str) -> None:
    """Make the tables, or change them to what this program needs. Two at once wait for each other."""
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            if not is_sqlite(engine):
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            command.upgrade(_config(connection), "head")
    finally:
        engine.dispose()


def schema_faults(connection: Connection) -> list[str]:
    """A sentence where the tables are missing or of another version."""
    scripts = ScriptDirectory.from_config(_config(connection))
    there = MigrationContext.configure(connection).get_current_revision()
    if there == scripts.get_current_head():
        return []
    if there is None:
        return [f"The database has no tables yet. {_RUN}"]
    known = {script.revision for script in scripts.walk_revisions()}
    if there in known:
        return [f"The database is older than this program. {_RUN}"]
    return ["The database is newer than this program. Please install the newer program."]


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
