"""dayone migrate and dayone service: bringing a database and its services into being."""

import re
from contextlib import closing
from dataclasses import replace

import click
from sqlalchemy.exc import DBAPIError

from bot.app import now
from bot.cli.opening import open_store, settings_of
from bot.messages.refusals import last_administrator
from bot.messages.reports.service_settings import read_day_and_time, settings_said
from bot.settings import Settings
from bot.use_cases.people.enrolling import met
from bot.use_cases.reports.service_settings import hours_of
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest
from storage import BadDatabaseUrl, Taken, Transaction, accounts, audit, services
from storage import migrate as migrate_schema
from storage.accounts import ServiceRole
from storage.services import Service

ROLES = ", ".join(ServiceRole)
_CHANNEL = "slack:T0123ABCD:C0456, the chat, the workspace and the channel"
_SLACK_USER = re.compile(r"[UW][A-Z0-9]{2,}")


@click.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    try:
        migrate_schema(settings_of(Settings).database_url)
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
    with closing(open_store(settings_of(Settings))) as store, store.transaction() as tx:
        try:
            added = services.add(tx, name, slack_team=slack, teams_tenant=teams.lower() if teams else None)
        except Taken as error:
            raise click.ClickException(str(error)) from error
        accounts.add(tx, added.id, chat=chat, chat_id=admin, roles=(ServiceRole.ADMINISTRATOR,), name=admin)
        audit.write(tx, added.id, None, "added-service", None, "", now())
    click.echo(f"{name} is added, with {admin} as its administrator.")


@service.command("set")
@click.argument("name")
@click.option("--person", metavar="USER", help="Somebody, by their id in the service's chat.")
@click.option("--roles", metavar="ROLES", help=f"What they may do, with commas: {ROLES}. Or none.")
@click.option("--digest", metavar="DAY TIME", help="When the weekly digest comes: “monday 08:30”.")
@click.option(
    "--digest-channel", metavar="CHANNEL", help=f"Where to: {_CHANNEL}. Or “none”: to each manager."
)
def set_up(
    name: str, person: str | None, roles: str | None, digest: str | None, digest_channel: str | None
) -> None:
    """Give somebody of the service called NAME these roles and no others, and say who has which.

    Or say when and where its weekly digest comes.
    """
    if roles is not None and person is None:
        raise click.UsageError("Whose roles? Add --person and their id in the service's chat.")
    given = None if roles is None else _roles(roles)
    with closing(open_store(settings_of(Settings))) as store, store.transaction() as tx:
        found = _service(tx, name)
        if person is not None:
            _give(tx, found, person, given)
        if digest is not None or digest_channel is not None:
            _set_digest(tx, found, digest, digest_channel)
        for one in accounts.in_service(tx, found.id):
            click.echo(f"{one.chat_id}: {', '.join(one.roles) or 'no role'}")


def _set_digest(tx: Transaction, service: Service, when: str | None, channel: str | None) -> None:
    wanted = service.settings
    if when is not None:
        read = read_day_and_time(when)
        if isinstance(read, Refusal):
            raise click.UsageError(read.sentence)
        wanted = replace(wanted, digest_day=read[0], digest_at=read[1])
    if channel is not None:
        chats = [f"{chat}:{there}:" for chat in ("slack", "teams") if (there := service.workspace(chat))]
        if channel != "none" and not any(channel.startswith(chat) for chat in chats):
            raise click.UsageError(_not_there(channel))
        wanted = replace(wanted, digest_channel="" if channel == "none" else channel)
    if fault := hours_of(wanted).fault:
        raise click.UsageError(" ".join(fault.values()))
    services.set_up(tx, service.id, wanted)
    audit.write(tx, service.id, None, "set-service", None, "", now())
    click.echo(settings_said(wanted.digest_day, hours_of(wanted), bool(wanted.digest_channel)))


def _not_there(channel: str) -> str:
    return f"“{channel[:40]}” is no channel in this service’s workspace. It looks like {_CHANNEL}."


def _roles(text: str) -> tuple[ServiceRole, ...]:
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in (*ServiceRole, "none"):
            raise click.UsageError(_no_such("role", word, nearest(word, [*ServiceRole]), ROLES))
    return tuple(role for role in ServiceRole if role in words)


def _service(tx: Transaction, name: str) -> Service:
    names = {one.name: one for one in services.every(tx)}
    wanted = " ".join(clean(name).split())
    if wanted not in names:
        raise click.ClickException(_no_such("service", wanted, nearest(wanted, names), ", ".join(names)))
    return names[wanted]


def _give(tx: Transaction, service: Service, person: str, roles: tuple[ServiceRole, ...] | None) -> None:
    """Also to somebody who has not been here yet, so that they can begin at once."""
    known = {one.chat_id: one for one in accounts.in_service(tx, service.id)}
    chat = "slack" if service.slack_team else "teams" if service.teams_tenant else "local"
    if person not in known and (roles is None or (chat == "slack" and not _SLACK_USER.fullmatch(person))):
        raise click.ClickException(_no_such("person", person, nearest(person, known), ", ".join(known)))
    if roles is None:
        return
    account = known.get(person) or met(tx, service.id, chat, person)
    accounts.change(tx, replace(account, roles=roles))
    if not any(ServiceRole.ADMINISTRATOR in one.roles for one in accounts.in_service(tx, service.id)):
        raise click.ClickException(last_administrator().sentence)
    audit.write(tx, service.id, None, "gave-roles", None, str(account.id), now())


def _no_such(what: str, given: str, like: str, there: str) -> str:
    hint = f"Did you mean “{like}”?" if like else f"There is: {there or 'none yet'}."
    return f"There is no {what} “{given[:40]}” here. {hint}"
