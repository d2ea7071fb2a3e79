"""The app comes to somebody, or to several, and goes again.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
"""

from dataclasses import dataclass

from bot.chat.afterwards import put_off
from bot.chat.teams.activities import Activity
from bot.chat.teams.hearing import Hearing
from bot.chat.teams.people import conversation_of
from bot.chat.teams.showing import show
from bot.conversation.heard import Said
from storage import conversations


@dataclass(frozen=True)
class Comings:
    """Teams tells of the same in two ways, and of either twice where our answer was lost."""

    hearing: Hearing

    def members_changed(self, activity: Activity) -> None:
        """Somebody came or went: perhaps we."""
        us = activity.recipient.id
        if any(one.id == us for one in activity.members_removed):
            self._gone(activity)
        elif any(one.id == us for one in activity.members_added):
            self._came(activity)

    def installed(self, activity: Activity) -> None:
        """Or removed, as `action` says."""
        if activity.action.startswith("remove"):
            self._gone(activity)
        elif activity.action.startswith("add"):
            self._came(activity)

    def _came(self, activity: Activity) -> None:
        is_new = self.hearing.people.keep(activity)
        if is_new and activity.is_personal:
            put_off(lambda: self._welcome(activity))

    def _welcome(self, activity: Activity) -> None:
        """Their cases, and what they have promised."""
        shown = self.hearing.hear(activity, Said("home")).shown
        self.hearing.speaking.say_now(activity, show(shown, activity.id, command="home").message)

    def _gone(self, activity: Activity) -> None:
        """A team is known by the conversation of its General channel; from a private one we may go alone."""
        there = conversation_of(activity)
        with self.hearing.day_one.store.transaction() as tx:
            conversations.drop(tx, there.tenant, there.id)
            if there.id == there.team:
                conversations.drop_team(tx, there.tenant, there.team)
