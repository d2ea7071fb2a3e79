"""dayone local: everything in one process, for one computer, with no set-up."""

import os
import re
import sys
import webbrowser
from pathlib import Path

import click
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from bot.app import day_one, now
from bot.chat.local.history import History
from bot.chat.local.server import serve
from bot.chat.local.telling import InLocal
from bot.cli.beside import jobs
from bot.use_cases.example import open_example
from storage import BadKeys, Keyring, Store, make_key, migrate, services
from storage.one_process import InUse, alone_with

HERE = "127.0.0.1"


@click.command()
@click.option("--port", default=3000, show_default=True, type=click.IntRange(0, 65535), help="The port.")
@click.option(
    "--data",
    default=".dayone",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that keeps the database and its key.",
)
@click.option(
    "--distances",
    is_flag=True,
    envvar="DAYONE_DISTANCES",
    help="Let postcodes.io be asked how far it is between two postcode districts.",
)
@click.option(
    "--welsh",
    is_flag=True,
    envvar="DAYONE_WELSH",
    help="Let sheets be made in Welsh too, from a draft that no translator has checked.",
)
@click.option("--host", default=HERE, hidden=True)
def local(port: int, data: Path, distances: bool, welsh: bool, host: str) -> None:
    """Open the chat page on this computer, with a fictional case to try."""
    if host != HERE:
        raise click.ClickException(
            f"dayone local only listens on {HERE}, because its page asks for no password. "
            "Use dayone serve for a server."
        )
    os.umask(0o077)
    store = open_store(data)
    try:
        with alone_with(_url(data)):
            core, history = day_one(store, distances, welsh), History()
            with jobs(core, _url(data), {"local": InLocal(history)}):
                refused = serve(core, port, _open, history)
    except InUse as error:
        raise click.ClickException(str(error)) from error
    if refused is not None:
        raise click.ClickException(refused.sentence)


def open_store(data: Path) -> Store:
    """The store in a folder, made with a key and the example case where the folder is new."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        url = _url(data)
        migrate(url)
        (data / "dayone.sqlite3").chmod(0o600)
        store = Store(url, Keyring.from_text(_key(data / "key")))
        with store.transaction() as tx:
            if not services.every(tx):
                open_example(tx, now())
    except BadKeys as error:
        raise click.ClickException(f"The key in {data / 'key'} does not open the data: {error}") from error
    except (OSError, UnicodeDecodeError, DBAPIError, CommandError) as error:
        raise click.ClickException(
            f"{data} cannot be opened as a folder of Day One's data. Choose another with --data, "
            "or use the version of Day One that made it."
        ) from error
    return store


def _url(data: Path) -> str:
    return f"sqlite:///{data.resolve() / 'dayone.sqlite3'}"


def _key(path: Path) -> str:
    """The key of a folder; a new one is whole and its owner's alone before it has its name."""
    if not path.exists():
        new = path.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(make_key("local"), encoding="ascii")
        new.rename(path)
    return path.read_text(encoding="ascii").strip()


def _open(says: str) -> None:
    """Say where the page is, and open it where there is a screen and somebody at it."""
    click.echo(says)
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    address = re.search(r"http://\S+", says)
    if address and screen and sys.stdout.isatty():
        webbrowser.open(address[0])
