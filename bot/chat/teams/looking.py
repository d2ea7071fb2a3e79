"""What stands in a case's channel, drawn anew for whoever looks at it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.chat.afterwards import put_off
from bot.chat.teams.activities import Activity
from bot.chat.teams.people import People, conversation_of
from bot.chat.teams.standing import standing
from bot.chat.teams.trouble import NO_ANSWER, Refused
from bot.render.teams import Sent, cards
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal
from storage import deliveries
from storage.deliveries import Delivery


@dataclass(frozen=True)
class Looking:
    """For somebody on the case. It is the same for everybody: the message itself may have come late."""

    day_one: DayOne
    people: People

    def card(self, activity: Activity, was: Sent) -> dict[str, Any] | None:
        """None where the case has its posts elsewhere by now, or they are not for them."""
        account = self.people.account(activity)
        if isinstance(account, Refusal):
            return None
        reference, _, post = was.command.partition(" ")
        found = next((one for one in self.day_one.feed(account, reference) if one.id == post), None)
        delivery = self._delivery(activity, post) if found else None
        if found is None or delivery is None:
            return None
        parts = cards(found.document)
        if was.part >= len(parts):
            return None
        self._compare(activity, delivery, was.part)
        looking = [activity.sender.id] if delivery.living else []
        return standing(parts[was.part], reference, post, was.part, looking)

    def _delivery(self, activity: Activity, post: str) -> Delivery | None:
        with self.day_one.store.transaction() as tx:
            return deliveries.of_post(tx, UUID(post), f"teams:{activity.tenant}:{activity.where}")

    def _compare(self, activity: Activity, delivery: Delivery, part: int) -> None:
        """Where the answer to a post was lost, this is how we learn which message it is.

        It is ours from now on; or, where another stands in its place since, it goes.
        """
        message = activity.reply_to_id
        with self.day_one.store.transaction() as tx:
            if not message or self._is_being_sent(delivery):
                return
            if message in deliveries.messages_in(tx, delivery.channel):
                return
            if part == len(delivery.sent_as):
                deliveries.BOX.found(tx, delivery, [*delivery.sent_as, message], self.day_one.clock())
            elif part < len(delivery.sent_as):
                put_off(lambda: self._take_back(activity, message))

    def _is_being_sent(self, delivery: Delivery) -> bool:
        """So that one of its messages may not be known yet."""
        return delivery.taken_until is not None and self.day_one.clock() < delivery.taken_until

    def _take_back(self, activity: Activity, message: str) -> None:
        """Somebody else who looks may have done so already."""
        try:
            self.people.connector.take_back(conversation_of(activity), message)
        except (Refused, *NO_ANSWER):
            return
