"""What somebody types, presses and sends in: heard by the core, and shown to them as modals.

Whatever is shown goes to one person alone. What a whole channel sees is posted by `deliver`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt import Ack
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient

from bot.chat.slack.accounts import account_of
from bot.chat.slack.heard import changed, filled, fingerprint, holds_more, place_of, speaker
from bot.chat.slack.screen import Screen, asked_in, page_with, problems
from bot.chat.slack.slow import Slow
from bot.chat.slack.workspaces import Workspaces
from bot.conversation.heard import Changed, Filled, Outcome, Said
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.helping import refused, sent_as_a_file, too_slow
from bot.messages.people import NOT_A_MEMBER
from bot.render.slack import FETCHES, PAGES, PRINTS, SAYS, messages, modals, opened, values_of
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal

Payload = Mapping[str, Any]
Heard = Said | Filled | Changed


class Talk:
    """Each method hears one kind of thing. What is slow is done after the answer."""

    def __init__(self, day_one: DayOne, workspaces: Workspaces, slow: Slow) -> None:
        self._day_one, self._workspaces, self._slow = day_one, workspaces, slow

    def typed(self, ack: Ack, body: Payload, client: WebClient) -> BoltResponse:
        """`/dto …`: shown in a modal, or a sentence below what was typed where nothing was done."""
        text, place = body.get("text", ""), place_of(body)
        outcome = self._hear(body, client, Said(text, place=place), body["trigger_id"])
        if outcome.refused:
            return ack(**_for_them_alone(outcome.shown))
        opens = Screen(client, body).open(modals(outcome.shown, place, text)[0])
        return ack() if opens else ack(**_for_them_alone([too_slow(text)]))

    def pressed(self, ack: Ack, body: Payload, client: WebClient, action: Payload) -> BoltResponse:
        """A button anywhere, or a control of a form that calls for other questions."""
        kind, _, _ = action["action_id"].partition("-")
        if kind in (PRINTS, FETCHES):
            self._fetch(body, client, kind, action["value"])
        elif kind in (SAYS, PAGES):
            self._say(body, client, kind, action)
        else:
            self._redraw(body, client, action)
        return ack()

    def sent_in(self, ack: Ack, body: Payload, client: WebClient, view: Payload) -> BoltResponse:
        """A form, or a part of one that was too long for one view."""
        was = opened(view)
        if was.part + 1 < was.parts:
            outcome = self._hear(body, client, changed(view))
            parts = modals(outcome.shown, was.place)
            return ack(response_action="update", view=parts[min(was.part + 1, len(parts) - 1)])
        if strangers := self._strangers(body, client, view):
            return ack(response_action="errors", errors=strangers)
        outcome = self._hear(body, client, filled(view), fingerprint(view))
        if not outcome.refused:
            return ack(response_action="update", view=modals(outcome.shown, was.place)[0])
        form = next((one for one in outcome.shown if isinstance(one, Form)), None)
        if form and (wrong := problems(form, view)):
            return ack(response_action="errors", errors=wrong)
        if form:
            return ack(response_action="update", view=page_with(outcome.shown, was.place))
        return ack(response_action=Screen(client, body).on_top, view=modals(outcome.shown, was.place)[0])

    def closed(self, ack: Ack, body: Payload, client: WebClient, view: Payload) -> BoltResponse:
        """A form left half-way: what was typed is kept, to be offered again."""
        if holds_more(view):
            self._hear(body, client, changed(view))
        return ack()

    def _strangers(self, body: Payload, client: WebClient, view: Payload) -> dict[str, str]:
        """Whoever was picked in a form and is no person of one's own workspace, by field."""
        workspace = speaker(body).workspace
        typed, kinds = values_of(view["state"]), asked_in(view)
        picked = {name: typed.get(name) for name, kind in kinds.items() if kind == "users_select"}
        seen = {name: self._workspaces.seen(client, workspace, user) for name, user in picked.items() if user}
        return {
            name: NOT_A_MEMBER
            for name, one in seen.items()
            if one.bot or one.gone or one.workspace != workspace
        }

    def _say(self, body: Payload, client: WebClient, kind: str, action: Payload) -> None:
        command = opened(body["view"]).command if kind == PAGES else action["value"]
        page = int(action["value"]) if kind == PAGES else 0
        place = place_of(body)
        outcome = self._hear(body, client, Said(command, place=place), f"{action['action_ts']} {command}")
        views = modals(outcome.shown, place, command)
        in_place = kind == PAGES or bool(outcome.reference)
        Screen(client, body).show(views[min(page, len(views) - 1)], command, in_place)

    def _redraw(self, body: Payload, client: WebClient, action: Payload) -> None:
        """What is filled in so far is kept, and the form drawn again where other questions follow from it."""
        view = body["view"]
        outcome = self._hear(body, client, changed(view, action["action_ts"]))
        again = page_with(outcome.shown, opened(view).place, action["block_id"]) if outcome.shown else view
        if asked_in(again) != asked_in(view):
            Screen(client, body).show(again, "", in_place=True)

    def _fetch(self, body: Payload, client: WebClient, kind: str, value: str) -> None:
        """A file to print or to keep, sent to them alone."""
        who = self._account(body, client)
        if isinstance(who, str):
            self._slow.send_file(who, speaker(body), kind, value)
            Screen(client, body).show(modals([sent_as_a_file()])[0], "", in_place=False)

    def _hear(self, body: Payload, client: WebClient, heard: Heard, request: str = "") -> Outcome:
        who = self._account(body, client)
        if isinstance(who, Refusal):
            return Outcome((refused(who),), refused=True)
        outcome = self._day_one.hear(who, heard, request)
        if outcome.reference:
            self._slow.tell(outcome.reference, who, speaker(body))
        self._slow.tell_others(outcome.notices)
        return outcome

    def _account(self, body: Payload, client: WebClient) -> str | Refusal:
        return account_of(self._day_one, self._workspaces, client, speaker(body))


def _for_them_alone(shown: Sequence[Document | Form]) -> dict[str, Any]:
    """A sentence that only they see, below what they typed."""
    document = next(one for one in shown if isinstance(one, Document))
    return {"response_type": "ephemeral", "text": document.title, "blocks": messages(document)[0]}
