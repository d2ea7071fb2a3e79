"""dayone migrate and dayone service: bringing a database and its services into being."""

from contextlib import closing

import click
from sqlalchemy.exc import DBAPIError

from bot.app import now
from bot.settings import Settings, read_settings
from planning_rules.text import clean
from storage import BadDatabaseUrl, BadKeys, Keyring, Store, Taken, accounts, audit, services
from storage import migrate as migrate_schema
from storage.accounts import ServiceRole


@click.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    try:
        migrate_schema(_settings().database_url)
    except BadDatabaseUrl as error:
        raise click.ClickException(str(error)) from error
    except DBAPIError as error:
        raise click.ClickException("The database cannot be opened. Look at DAYONE_DATABASE_URL.") from error
    click.echo("The tables are up to date.")


@click.group()
def service() -> None:
    """The services (youth offending teams and secure settings) that use this server."""


@service.command()
@click.argument("name")
@click.option("--slack", metavar="TEAM", help="The id of its Slack workspace, like T0123ABCD.")
@click.option("--teams", metavar="TENANT", help="The id of its Microsoft tenant.")
@click.option("--admin", metavar="USER", required=True, help="Who administers it: their id in that chat.")
def add(name: str, slack: str | None, teams: str | None, admin: str) -> None:
    """Add a service called NAME, and its first administrator."""
    chat = "slack" if slack else "teams" if teams else "local"
    name, admin = " ".join(clean(name).split()), " ".join(clean(admin).split())
    if not (name and admin):
        raise click.UsageError("A service needs a name, and an administrator.")
    with closing(_store()) as store, store.transaction() as tx:
        try:
            added = services.add(tx, name, slack_team=slack, teams_tenant=teams)
        except Taken as error:
            raise click.ClickException(str(error)) from error
        accounts.add(tx, added.id, chat=chat, chat_id=admin, roles=(ServiceRole.ADMINISTRATOR,), name=admin)
        audit.write(tx, added.id, None, "added-service", None, "", now())
    click.echo(f"{name} is added, with {admin} as its administrator.")


def _settings() -> Settings:
    settings = read_settings()
    if isinstance(settings, list):
        raise click.ClickException("\n".join(settings))
    return settings


def _store() -> Store:
    settings = _settings()
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
