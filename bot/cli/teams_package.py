"""dayone teams-package: the app as an administrator uploads it to Teams."""

import re
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

import click

from bot.chat.teams.manifest import manifest
from bot.chat.teams.package import package

_SERVER = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?/?", re.IGNORECASE)
_PAGE = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?(/\S*)?", re.IGNORECASE)


@click.command("teams-package")
@click.option("--client-id", type=click.UUID, required=True, help="The bot's Microsoft App ID.")
@click.option("--url", metavar="https://…", required=True, help="Where the server is reached from outside.")
@click.option(
    "--about",
    metavar="https://…",
    help="Your page that says who runs it and how data are kept, which Teams shows. The server's address, "
    "if left out.",
)
@click.option(
    "-o",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    default="dayone-teams.zip",
    show_default=True,
    help="The file to write.",
)
def teams_package(client_id: UUID, url: str, about: str | None, output: Path) -> None:
    """Make the app package to upload to Teams."""
    if not _SERVER.fullmatch(url):
        raise click.UsageError("The address is like https://dayone.example.org, with nothing after it.")
    if about and not _PAGE.fullmatch(about):
        raise click.UsageError("--about is the address of a page, like https://www.example.org/day-one.")
    made = package(manifest(str(client_id), url, about or url, version("dayone")))
    try:
        output.write_bytes(made)
    except OSError as error:
        raise click.ClickException(
            f"{output} cannot be written there. Choose another file with -o."
        ) from error
    click.echo(f"{output} is ready to upload to Teams.")
