"""dayone manifest: the app as Slack is told of it."""

import json
import re

import click

from bot.chat.slack.manifest import manifest as app_manifest

_URL = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?/?")


@click.command()
@click.option("--url", metavar="https://…", help="Where the server is reached from outside.")
@click.option("--socket", is_flag=True, help="For Socket Mode, which needs no address.")
def manifest(url: str | None, socket: bool) -> None:
    """Print the manifest to paste when making the app in Slack."""
    if socket == bool(url):
        raise click.UsageError("Give --url https://… for a server, or --socket for one's own computer.")
    if url and not _URL.fullmatch(url.lower()):
        raise click.UsageError("The address is like https://dayone.example.org, with nothing after it.")
    click.echo(json.dumps(app_manifest((url or "").rstrip("/")), indent=2))
