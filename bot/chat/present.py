"""Who is in a case's channel, in any chat, and whether plan text may be posted before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import channels
from bot.messages.channels import Obstacle
from bot.use_cases.sending.delivering import ToPost
from bot.use_cases.sending.noticing import ToTell


@dataclass(frozen=True)
class Present:
    """Somebody in a channel, by their own workspace and id. A `guest` is no full member of the channel's."""

    workspace: str
    chat_id: str
    name: str
    guest: bool


def obstacle_among(people: Sequence[Present], taken: ToPost | ToTell) -> Obstacle | None:
    """Whether somebody is there who may not read it."""
    on_case = {(reader.workspace, reader.chat_id): reader for reader in taken.readers}
    strangers = [one.name for one in people if (one.workspace, one.chat_id) not in on_case]
    if strangers:
        return channels.not_on_the_case(strangers)
    guests = [(one, on_case[one.workspace, one.chat_id]) for one in people if one.guest]
    unknown = [one.name for one, reader in guests if not reader.organisation]
    return channels.guests(unknown) if unknown else None
