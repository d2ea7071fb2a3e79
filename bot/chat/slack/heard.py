"""What Slack tells, read: who speaks, where, and what they said, typed or pressed.

https://docs.slack.dev/reference/interaction-payloads
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.conversation.heard import Changed, Filled
from bot.render.slack import Opened, opened, values_of

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Speaker:
    """Somebody in Slack: in their own workspace, whichever channel they share with others."""

    workspace: str
    user: str


def speaker(body: Payload) -> Speaker:
    """Who typed, pressed or sent something in, or whom an event is about."""
    if "event" in body:
        return Speaker(body["team_id"], body["event"]["user"])
    user = body.get("user")
    if user is None:
        return Speaker(body["team_id"], body["user_id"])
    return Speaker(user.get("team_id") or body["team"]["id"], user["id"])


def place_of(body: Payload) -> str:
    """The private channel in which it happens, or ""."""
    if view := body.get("view"):
        return _opened(view).place
    channel = body.get("channel") or {"id": body.get("channel_id"), "name": body.get("channel_name")}
    team = body.get("team_id") or body["team"]["id"]
    # Slack's own name for every private channel, so that its real one is told to nobody.
    return f"slack:{team}:{channel['id']}" if channel.get("name") == "privategroup" else ""


def filled(view: Payload) -> Filled:
    """A form that was sent in, or the last part of one."""
    return Filled(**_typed(view))


def changed(view: Payload, at: str = "") -> Changed:
    """A form as far as it was filled in at this time of Slack's, which may tell of it late."""
    return Changed(**_typed(view), at=float(at or 0))


def fingerprint(view: Payload) -> str:
    """The same where the same form is sent in twice with the same in it.

    A view keeps its id when another form takes its place.
    """
    typed = repr((view["private_metadata"], sorted(values_of(view["state"]).items())))
    return f"{view['id']} {sha256(typed.encode('utf-8', 'surrogatepass')).hexdigest()}"


def holds_more(view: Payload) -> bool:
    """True where something stands in the form that did not when it was shown, as far as Slack tells."""
    typed = values_of(view["state"])
    return bool(typed) and typed != values_of({"values": _shown_with(view)})


def _typed(view: Payload) -> dict[str, Any]:
    was = opened(view)
    return {
        "command": was.command,
        "values": values_of(view["state"]),
        "version": was.version,
        "in_parts": was.parts > 1,
        "place": was.place,
    }


def _shown_with(view: Payload) -> dict[str, Any]:
    """What stood in each field at first, in the form of a view's state."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    return {block["block_id"]: {"shown": _initial(block["element"])} for block in inputs}


def _initial(element: Payload) -> dict[str, Any]:
    begins = "initial_"
    return {
        "value" if key == "initial_value" else f"selected_{key.removeprefix(begins)}": value
        for key, value in element.items()
        if key.startswith(begins)
    }


def _opened(view: Payload) -> Opened:
    return opened(view) if view.get("private_metadata") else Opened("")
