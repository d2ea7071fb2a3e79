"""dayone jobs: what waits to be sent, what could not be, and what to do about it."""

from contextlib import closing
from datetime import datetime
from uuid import UUID

import click

from bot.app import now
from bot.cli.opening import open_store, settings_of
from bot.settings import Settings
from bot.use_cases.sending import letters
from bot.use_cases.turn import LONDON
from storage.waiting import Letter

_id = click.argument("letter_id", metavar="ID", type=click.UUID)


@click.group(invoke_without_command=True)
@click.pass_context
def jobs(context: click.Context) -> None:
    """List what is not sent yet, and what could not be sent. Never what it says."""
    if context.invoked_subcommand is None:
        with closing(open_store(settings_of(Settings))) as store:
            found = letters.letters(store)
        for letter in found:
            click.echo(_line(letter, now()))
        if not found:
            click.echo("Nothing waits.")


@jobs.command()
@_id
def retry(letter_id: UUID) -> None:
    """Send one again, also where it was cancelled or given up.

    Where Teams did not say whether it took it, look there first: it may stand there already.
    """
    with closing(open_store(settings_of(Settings))) as store:
        if not letters.send_again(store, letter_id, now()):
            raise click.ClickException(_UNKNOWN)
    click.echo("It is sent within a minute, as long as a worker runs, or on SQLite the server.")


@jobs.command()
@_id
@click.confirmation_option(prompt="It is not sent then. Nobody is told. Go on?")
def cancel(letter_id: UUID) -> None:
    """Do not send one. dayone jobs retry takes this back."""
    with closing(open_store(settings_of(Settings))) as store:
        if not letters.cancel(store, letter_id):
            raise click.ClickException(_UNKNOWN)
    click.echo("Cancelled. You can have it sent again: type dayone jobs --help.")


_UNKNOWN = "Nothing that waits has this ID. Type dayone jobs for what does."


def _line(letter: Letter, at: datetime) -> str:
    """The ID first, to be copied."""
    words = (
        str(letter.id),
        _state(letter, at),
        letter.kind.value,
        letter.what,
        letter.reference or "-",
        letter.chat,
        f"since {_time(letter.planned_at)}",
        "" if letter.is_cancelled else letter.why,
    )
    return "  ".join(word for word in words if word)


def _state(letter: Letter, at: datetime) -> str:
    if letter.is_cancelled:
        return "cancelled"
    if letter.is_dead:
        return "given up"
    if letter.not_before > at:
        return f"waits until {_time(letter.not_before)}"
    return "due"


def _time(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}"
