"""What somebody presses on a card of ours, and sends in with it: the same in a chat and in a dialog."""

from dataclasses import dataclass
from typing import Any

from bot.chat.files import CALENDAR, SHEET
from bot.chat.teams.activities import Activity
from bot.chat.teams.filing import Filing
from bot.chat.teams.hearing import Hearing
from bot.chat.teams.people import is_somebody
from bot.chat.teams.showing import PROBLEMS, Shown, key_of, show
from bot.conversation.heard import Changed, Filled, Outcome, Said
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.helping import refused
from bot.messages.in_teams import old_card, with_way_back
from bot.messages.people import NOT_A_MEMBER
from bot.render.teams import FETCHES, FORM, PAGES, PRINTS, REDRAWS, SAYS, Sent, sent
from planning_rules.refusal import Refusal

Json = dict[str, Any]


@dataclass(frozen=True)
class Pressing:
    """A card may be of an older edition of ours, may be pressed twice, and what comes back may be made up."""

    hearing: Hearing
    filing: Filing

    def pressed(self, activity: Activity, data: Any) -> Shown:
        """What is to be seen next by whoever pressed."""
        was = sent(data)
        if was is None:
            return show([refused(old_card())], activity.id)
        if not all(map(is_somebody, was.picked)):
            return show([refused(Refusal(NOT_A_MEMBER))], activity.id)
        place = self.hearing.people.place(activity, was.place)
        if was.verb in (SAYS, PAGES):
            return self._said(activity, was, place)
        if was.verb == FORM and was.part + 1 >= was.parts:
            return self._filled(activity, was, place, key_of(data, was))
        if was.verb in (FORM, REDRAWS):
            return self._changed(activity, was, place)
        if was.verb in (PRINTS, FETCHES):
            return self.filing.fetch(activity, CALENDAR if was.verb == FETCHES else SHEET, was.command)
        return show([refused(old_card())], activity.id)

    def _said(self, activity: Activity, was: Sent, place: str) -> Shown:
        outcome = self.hearing.hear(activity, Said(was.command, place=place), request_of(activity))
        turns = was.verb == PAGES
        return show(
            outcome.shown,
            activity.id,
            place=place,
            command=was.command,
            part=was.part if turns else 0,
            in_place=turns or bool(outcome.reference),
        )

    def _changed(self, activity: Activity, was: Sent, place: str) -> Shown:
        """Kept as far as it is filled in; and the next part, or the same with the questions that follow."""
        outcome = self.hearing.hear(activity, Changed(**_typed(was), place=place, at=activity.at))
        if not outcome.shown:
            # No question follows from another: the form is opened again, with what was kept.
            outcome = self.hearing.hear(activity, Said(was.command, place=place))
        part = was.part if was.verb == REDRAWS else was.part + 1
        return show(outcome.shown, activity.id, place=place, part=part, in_place=not outcome.refused)

    def _filled(self, activity: Activity, was: Sent, place: str, request: str) -> Shown:
        outcome = self.hearing.hear(activity, Filled(**_typed(was), place=place), request)
        if not outcome.refused:
            return show(outcome.shown, activity.id, place=place, in_place=True)
        if any(isinstance(one, Form) for one in outcome.shown):
            return show(outcome.shown, activity.id, place=place, part=PROBLEMS, in_place=True)
        return show(_with_ways_back(outcome, was.command), activity.id, place=place)


def request_of(activity: Activity) -> str:
    """The same where Teams tells of the same twice."""
    return f"{activity.where} {activity.id}"


def _typed(was: Sent) -> Json:
    return {
        "command": was.command,
        "values": was.values,
        "version": was.version,
        "in_parts": was.parts > 1,
    }


def _with_ways_back(outcome: Outcome, command: str) -> list[Document]:
    return [with_way_back(one, command) for one in outcome.shown if isinstance(one, Document)]
