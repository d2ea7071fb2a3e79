"""What Slack sends, in the shape that it must have before anything reads it. Anything else is not Slack's.

https://docs.slack.dev/reference/interaction-payloads, https://docs.slack.dev/apis/events-api and
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

import json
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl

from pydantic import BaseModel, Field, TypeAdapter, ValidationError, field_validator

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

Payload = dict[str, Any]
Id = Annotated[str, Field(pattern=r"\A[A-Za-z0-9._-]{1,64}\z")]


class Named(BaseModel):
    id: Id


class Part(BaseModel):
    """Where Bolt looks for who and where, at any depth."""

    enterprise: Id | Named | None = None
    enterprise_id: Id | None = None
    team: Id | Named | None = None
    team_id: Id | None = None
    user: Id | Named | None = None
    user_id: Id | None = None
    channel: Id | Named | None = None
    channel_id: Id | None = None
    event: "Part | None" = None
    message: "Part | None" = None
    previous_message: "Part | None" = None
    authorizations: "list[Part] | None" = None
    response_url: str | None = None
    response_urls: "list[Part]" = []

    @field_validator("event")
    @classmethod
    def _not_null(cls, event: "Part | None") -> "Part | None":
        """Bolt bears it to be missing, and not to be null."""
        if event is None:
            raise ValueError
        return event


class State(BaseModel):
    """What stands in the fields of a view: by block, then by action."""

    values: dict[str, dict[str, dict[str, Any]]] = {}


class View(BaseModel):
    id: Id
    type: str
    callback_id: str
    private_metadata: str = ""
    hash: str = ""
    state: State = State()
    team_id: Id | None = None
    app_installed_team_id: Id | None = None


class Action(BaseModel):
    type: str
    action_id: str
    block_id: str


class Pressed(Part):
    type: Literal["block_actions"]
    user: Named
    team: Named
    trigger_id: str
    actions: Annotated[list[Action], Field(min_length=1)]
    view: View | None = None


class OfView(Part):
    type: Literal["view_submission", "view_closed"]
    user: Named
    team: Named
    view: View


class Happening(Part):
    type: str


class Event(Part):
    type: Literal["event_callback"]
    team_id: Id
    event_id: Id
    event: Happening


class Challenge(BaseModel):
    type: Literal["url_verification"]
    challenge: str


class Command(Part):
    command: str
    text: str = ""
    user_id: Id
    team_id: Id
    channel_id: Id
    trigger_id: str


class SslCheck(BaseModel):
    ssl_check: Literal["1"]


INTERACTION: TypeAdapter[Any] = TypeAdapter(Annotated[Pressed | OfView, Field(discriminator="type")])
EVENT: TypeAdapter[Any] = TypeAdapter(Annotated[Event | Challenge, Field(discriminator="type")])
TYPED: TypeAdapter[Any] = TypeAdapter(Command | SslCheck)


def read_payload(media_type: str, body: str) -> Payload | None:
    """What was sent, or None where Slack does not send such a thing."""
    if media_type == JSON:
        return _shaped(EVENT, _json(body))
    if media_type != FORM:
        return None
    fields = dict(parse_qsl(body, keep_blank_values=True))
    if "payload" in fields:
        return _shaped(INTERACTION, _json(fields["payload"]))
    return _shaped(TYPED, fields)


def _shaped(shape: TypeAdapter[Any], found: Any) -> Payload | None:
    """All of it, since whoever reads on may want more than what is looked at here."""
    try:
        shape.validate_python(found)
    except ValidationError:
        return None
    return dict(found)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
