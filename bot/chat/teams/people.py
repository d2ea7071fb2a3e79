"""Whoever speaks in Teams: their account here, and where we speak with them alone."""

import re
from dataclasses import dataclass, replace

from bot.chat.present import Present
from bot.chat.teams.activities import PERSONAL, Activity
from bot.chat.teams.connector import Connector
from bot.chat.teams.roster import Roster
from bot.chat.teams.trouble import NO_ANSWER, Refused
from bot.use_cases.day_one import DayOne
from bot.use_cases.people.enrolling import Member
from planning_rules.refusal import Refusal
from storage import conversations
from storage.conversations import Conversation

_ENTRA = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def is_somebody(picked: str) -> bool:
    """False for what nobody is called in Microsoft Entra, from which Teams has people picked.

    It does not tell an app who is in the tenant: whether somebody is a guest shows with their first word.
    """
    return bool(_ENTRA.fullmatch(picked))


def conversation_of(activity: Activity) -> Conversation:
    """Where it happens. What is neither a chat nor known to be one is taken for a channel."""
    in_a_team = activity.conversation.conversation_type not in (PERSONAL, "groupChat")
    return Conversation(
        tenant=activity.tenant,
        id=activity.where,
        service_url=activity.service_url,
        person=activity.sender.person if activity.is_personal else "",
        team=(activity.around.team.id or activity.where) if in_a_team else "",
    )


@dataclass(frozen=True)
class People:
    """Everybody who speaks to us. Raises what the connector raises."""

    day_one: DayOne
    connector: Connector
    roster: Roster

    def account(self, activity: Activity) -> str | Refusal:
        """Made with their first word to us, where a service has their tenant."""
        seen = self._seen(activity)
        member = Member(seen.name, seen.guest)
        return self.day_one.account("teams", seen.workspace, seen.chat_id, lambda: member)

    def keep(self, activity: Activity) -> bool:
        """Where we may speak from now on. True where we did not know of it."""
        there = conversation_of(activity)
        return self._keep(replace(there, person=self._seen(activity).chat_id) if there.person else there)

    def place(self, activity: Activity, opened_in: str = "") -> str:
        """The chat or private channel in which it happens; of a chat with us alone, where that began."""
        there = self._known(opened_in, activity.tenant) if activity.is_personal else conversation_of(activity)
        return f"teams:{there.tenant}:{there.id}" if there and self._is_private(there, activity) else ""

    def alone_with(self, activity: Activity) -> Conversation | None:
        """Our own chat with them; None where Teams does not let us have one."""
        if activity.is_personal:
            return conversation_of(activity)
        person = self._seen(activity).chat_id
        with self.day_one.store.transaction() as tx:
            known = conversations.with_person(tx, person)
        return known or self.meet_anew(activity)

    def forget(self, there: Conversation) -> None:
        """We are not there any more."""
        with self.day_one.store.transaction() as tx:
            conversations.drop(tx, there.tenant, there.id)

    def meet_anew(self, activity: Activity) -> Conversation | None:
        """Our own chat with them, made; None where Teams does not let us have one."""
        person, url = self._seen(activity).chat_id, activity.service_url
        try:
            met = self.connector.meet(url, activity.tenant, activity.sender.id)
        except Refused:
            return None
        there = Conversation(activity.tenant, met, url, person)
        self._keep(there)
        return there

    def _keep(self, there: Conversation) -> bool:
        with self.day_one.store.transaction() as tx:
            return conversations.keep(tx, there, self.day_one.clock())

    def _seen(self, activity: Activity) -> Present:
        """Whoever speaks, as Teams describes them and not as they are said to be."""
        return self.roster.seen(conversation_of(activity), activity.sender.id)

    def _is_private(self, there: Conversation, activity: Activity) -> bool:
        """What comes back from somebody's computer may name a chat in which they never were."""
        try:
            is_in = there.id == activity.where or self.roster.was_in(there, activity.sender.id)
            return is_in and self.roster.was_private(there)
        except (Refused, *NO_ANSWER):
            # Teams does not tell us, so that it counts as open to others.
            return False

    def _known(self, place: str, tenant: str) -> Conversation | None:
        begins, _, conversation = place.partition(f"teams:{tenant}:")
        if begins:
            return None
        with self.day_one.store.transaction() as tx:
            return conversations.by_id(tx, tenant, conversation)
