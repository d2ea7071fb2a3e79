"""The screen of whoever typed or pressed: modals on it, as Slack's rules for them allow.

https://docs.slack.dev/surfaces/modals
"""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.chat.slack.trouble import NO_ANSWER, code_of, is_busy
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.helping import too_slow
from bot.render.slack import element_type, messages, modals

Json = dict[str, Any]


class Screen:
    """`body` is what Slack sent when they typed or pressed."""

    def __init__(self, client: WebClient, body: Mapping[str, Any]) -> None:
        self._client, self._body = client, body
        view = body.get("view") or {}
        self._modal = view if view.get("type") == "modal" else {}

    @property
    def on_top(self) -> str:
        """What to do with another view: Slack holds three, one on top of the other."""
        below, lowest = self._modal.get("previous_view_id"), self._modal.get("root_view_id")
        return "push" if not below or below == lowest else "update"

    def show(self, view: Json, command: str, in_place: bool) -> None:
        """Show it in the place of the modal that is open, or on top, or as the first one.

        Where Slack was too slow for a new one, say so with a button that says `command` again.
        """
        if self._modal and (in_place or self.on_top == "update"):
            self._client.views_update(view_id=self._modal["id"], view=view)
        elif self._modal:
            if not self._opens(self._client.views_push, view):
                self._client.views_update(view_id=self._modal["id"], view=view)
        elif not self.open(view):
            self._say(too_slow(command))

    def open(self, view: Json) -> bool:
        """Open it as the first one; False where Slack takes it no more."""
        return self._opens(self._client.views_open, view)

    def _opens(self, opening: Any, view: Json) -> bool:
        try:
            opening(trigger_id=self._body["trigger_id"], view=view)
        except SlackApiError as error:
            if not is_busy(error) and code_of(error) not in ("expired_trigger_id", "exchanged_trigger_id"):
                raise
            return False
        except NO_ANSWER:
            return False
        return True

    def _say(self, shown: Document) -> None:
        """Below the message that they pressed a button of, or else in their messages with us."""
        title, blocks, user = shown.title, messages(shown)[0], self._body["user"]["id"]
        if channel := (self._body.get("channel") or {}).get("id"):
            self._client.chat_postEphemeral(channel=channel, user=user, text=title, blocks=blocks)
        else:
            self._client.chat_postMessage(channel=user, text=title, blocks=blocks)


def asked_in(view: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a view, each with the kind of element that it is."""
    inputs = (block for block in view["blocks"] if block["type"] == "input")
    return {block["block_id"]: block["element"]["type"] for block in inputs}


def problems(form: Form, view: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong, by field, where each field stands in this view as the form has it; else nothing."""
    asked = asked_in(view)
    wrong = [field for field in form.shown if field.error]
    same = all(asked.get(field.name) == element_type(field) for field in wrong)
    return {field.name: field.error for field in wrong} if same else {}


def page_with(shown: Sequence[Document | Form], place: str, field: str = "") -> Json:
    """The part of what is shown with this field, or with the first that is wrong."""
    forms = [one for one in shown if isinstance(one, Form)]
    wanted = {field} if field else {each.name for form in forms for each in form.shown if each.error}
    parts = modals(shown, place)
    found = (part for part in parts if wanted & {block.get("block_id") for block in part["blocks"]})
    return next(found, parts[0])
