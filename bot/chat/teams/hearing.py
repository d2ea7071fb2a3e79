"""What somebody says goes through the door, and what follows from it goes out after the answer."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from bot.chat.afterwards import put_off
from bot.chat.deliver import Deliverer
from bot.chat.teams.activities import Activity
from bot.chat.teams.people import People
from bot.chat.teams.showing import show
from bot.chat.teams.speaking import Speaking
from bot.conversation.heard import Changed, Filled, Outcome, Said
from bot.messages.helping import refused
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal

Heard = Said | Filled | Changed


@dataclass(frozen=True)
class Hearing:
    """Whoever it is, and wherever they say it."""

    day_one: DayOne
    people: People
    speaking: Speaking
    deliverer: Deliverer

    def hear(self, activity: Activity, heard: Heard, request: str = "") -> Outcome:
        """What came of it. The case's channel, and whoever else is to hear of it, follow."""
        who = self.people.account(activity)
        if isinstance(who, Refusal):
            return Outcome((refused(who),), refused=True)
        outcome = self.day_one.hear(who, heard, request)
        if outcome.reference:
            put_off(lambda: self._follow(activity, outcome.reference, who))
        for notice in outcome.notices:
            put_off(partial(self.deliverer.notify, UUID(notice)))
        return outcome

    def _follow(self, activity: Activity, reference: str, who: str) -> None:
        for said in self.deliverer.deliver_all(reference, by=who):
            self.speaking.say_now(activity, show([said], activity.id).message)
