"""Whoever speaks in Teams: their account here, and where we speak with them alone."""

from dataclasses import dataclass

from bot.chat.teams.activities import CHANNEL, PERSONAL, Activity
from bot.chat.teams.connector import Connector
from bot.chat.teams.roster import Roster
from bot.chat.teams.trouble import Refused
from bot.use_cases.day_one import DayOne
from bot.use_cases.enrolling import Member
from planning_rules.refusal import Refusal
from storage import conversations
from storage.conversations import Conversation


def conversation_of(activity: Activity) -> Conversation:
    """Where it happens. What is neither a chat nor known to be one is taken for a channel."""
    kind, around = activity.conversation.conversation_type, activity.around
    in_a_team = kind == CHANNEL or kind not in (PERSONAL, "groupChat")
    return Conversation(
        tenant=activity.tenant,
        id=activity.where,
        service_url=activity.service_url,
        person=activity.sender.person if activity.is_personal else "",
        team=(around.team.id or activity.where) if in_a_team else "",
    )


@dataclass(frozen=True)
class People:
    """Everybody who speaks to us. Raises what the connector raises."""

    day_one: DayOne
    connector: Connector
    roster: Roster

    def account(self, activity: Activity) -> str | Refusal:
        """Made with their first word to us, where a service has their tenant."""
        seen = self.roster.seen(conversation_of(activity), activity.sender.id)
        member = Member(seen.name, seen.guest)
        return self.day_one.account("teams", seen.workspace, seen.chat_id, lambda: member)

    def keep(self, activity: Activity) -> bool:
        """Where we may speak from now on. True where we did not know of it."""
        return self._keep(conversation_of(activity))

    def place(self, activity: Activity, opened_in: str = "") -> str:
        """The chat or private channel in which it happens; of a chat with us alone, where that began."""
        there = conversation_of(activity)
        if activity.is_personal:
            return opened_in if self._is_ours(opened_in, activity.tenant) else ""
        return f"teams:{there.tenant}:{there.id}" if self._is_private(there) else ""

    def alone_with(self, activity: Activity) -> Conversation | None:
        """Our own chat with them; None where Teams does not let us have one."""
        if activity.is_personal:
            return conversation_of(activity)
        person = activity.sender.person
        with self.day_one.store.transaction() as tx:
            known = conversations.with_person(tx, activity.tenant, person)
        return known or self._met(activity, person)

    def _is_private(self, there: Conversation) -> bool:
        try:
            return self.roster.is_private(there)
        except Refused:
            # Teams does not tell us, so that it counts as open to others.
            return False

    def _met(self, activity: Activity, person: str) -> Conversation | None:
        url = activity.service_url
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

    def _is_ours(self, place: str, tenant: str) -> bool:
        """What comes back from somebody's computer names a conversation that we know of, with several."""
        chat, _, rest = place.partition(":")
        its_tenant, _, conversation = rest.partition(":")
        if (chat, its_tenant) != ("teams", tenant):
            return False
        with self.day_one.store.transaction() as tx:
            found = conversations.by_id(tx, tenant, conversation)
        return found is not None and not found.person
