"""What several commands open: the settings and the store, or a sentence for whatever is wrong with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from bot.settings import Settings, read_settings
from storage import BadDatabaseUrl, BadKeys, Keyring, Store
from storage.one_process import InUse, alone_with

S = TypeVar("S", bound=Settings)


def settings_of(kind: type[S]) -> S:
    """Ends the command with a sentence for each that is missing or wrong."""
    settings = read_settings(kind)
    if isinstance(settings, list):
        raise click.ClickException("\n".join(settings))
    return settings


def open_store(settings: Settings) -> Store:
    """Ends the command where the database is not ready for work."""
    try:
        store = Store(settings.database_url, Keyring.from_text(settings.keys))
    except (BadDatabaseUrl, BadKeys) as error:
        raise click.ClickException(str(error)) from error
    if faults := store.ready():
        store.close()
        raise click.ClickException(
            "\n".join([*faults, "Run dayone migrate first if the tables are missing."])
        )
    return store


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """With a database that is ready, and, on SQLite, nobody else's."""
    open_store(settings).close()
    try:
        with alone_with(settings.database_url):
            yield
    except InUse as error:
        raise click.ClickException(str(error)) from error
