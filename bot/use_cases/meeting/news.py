"""Who hears that a meeting was opened or closed: those on the case who do not see that in its channel."""

from bot.conversation.heard import Told
from bot.messages.document import Document
from bot.use_cases.the_case import TheCase
from storage import accounts, services
from storage.people import OnCase


def tells_elsewhere(case: TheCase, document: Document) -> tuple[Told, ...]:
    """Everybody on the case but whoever does it and whoever is where the case's channel is."""
    away = [one for one in case.named if one.confirmed and not _is_where_the_channel_is(case, one)]
    return tuple(
        told for one in away if one.person.is_on(case.today) for told in case.tells(one.person.id, document)
    )


def _is_where_the_channel_is(case: TheCase, one: OnCase) -> bool:
    """The channel is in the chat and the workspace in which somebody has their account."""
    account = accounts.by_id(case.turn.tx, one.account_id) if one.account_id else None
    service = services.by_id(case.turn.tx, account.service_id) if account else None
    if not case.case.channel or account is None or service is None:
        return False
    return case.case.channel.startswith(f"{account.chat}:{service.workspace(account.chat)}:")
