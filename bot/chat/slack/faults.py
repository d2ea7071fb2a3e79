"""What somebody sees where something went wrong here. What they typed stays before them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.chat.slack.screen import asked_in
from bot.chat.slack.trouble import SHUT_OUT, code_of
from bot.messages import channels
from bot.messages.helping import FAULT

Json = dict[str, Any]


def answer_to_fault(error: Exception, body: Mapping[str, Any]) -> BoltResponse:
    """Below the command, or beside the first field of the form, which stays open as it is filled in."""
    shut_out = isinstance(error, SlackApiError) and code_of(error) in SHUT_OUT
    says = channels.NO_ACCESS.says if shut_out else FAULT
    answer: Json = {}
    if "command" in body:
        answer = {"response_type": "ephemeral", "text": says}
    elif body.get("type") == "view_submission":
        fields = list(asked_in(body["view"]))
        answer = {"response_action": "errors", "errors": {fields[0]: says}} if fields else {}
    headers: dict[str, str | Sequence[str]] = {"Content-Type": "application/json"}
    return BoltResponse(status=200, body=json.dumps(answer) if answer else "", headers=headers)
