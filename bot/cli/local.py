"""dayone local: everything in one process, for one computer, with no set-up."""

from pathlib import Path

import click

from bot.app import DayOne, now
from bot.chat.local.server import serve
from bot.use_cases.example import open_example
from storage import BadKeys, Keyring, Store, make_key, migrate, services

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
@click.option("--host", default=HERE, hidden=True)
def local(port: int, data: Path, host: str) -> None:
    """Open the chat page on this computer, with a fictional case to try."""
    if host != HERE:
        raise click.ClickException(
            f"dayone local only listens on {HERE}, because its page asks for no password. "
            "Use dayone serve for a server."
        )
    core = DayOne(open_store(data))
    refused = serve(core, port, click.echo)
    if refused is not None:
        raise click.ClickException(refused.sentence)


def open_store(data: Path) -> Store:
    """The store in a folder, made with a key and the example case where the folder is new."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    url = f"sqlite:///{data.resolve() / 'dayone.sqlite3'}"
    migrate(url)
    try:
        store = Store(url, Keyring.from_text(_key(data / "key")))
        with store.transaction() as tx:
            if not services.every(tx):
                open_example(tx, now())
    except BadKeys as error:
        raise click.ClickException(f"The key in {data / 'key'} does not open the data: {error}") from error
    return store


def _key(path: Path) -> str:
    """The key of a folder; a new one is readable by its owner alone from the first moment."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(make_key("local"), encoding="ascii")
    return path.read_text(encoding="ascii").strip()
