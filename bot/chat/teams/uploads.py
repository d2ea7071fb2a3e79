"""A file in somebody's own OneDrive: they are asked, Teams says where, and they are told that it is there.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from bot.chat.files import File
from bot.chat.teams.addresses import is_here, is_onedrive
from bot.chat.teams.sdk import PATIENCE
from bot.messages.in_teams import A_FILE

Json = dict[str, Any]
_ASKS = "application/vnd.microsoft.teams.card.file.consent"
_TELLS = "application/vnd.microsoft.teams.card.file.info"


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class _Context(_Part):
    kind: str
    value: str


class _Where(_Part):
    """`upload_url` takes the file, and `content_url` is where it is found afterwards."""

    upload_url: str
    content_url: str
    unique_id: str = ""
    file_type: str = ""


class Consent(_Part):
    """What somebody answered when they were asked."""

    action: Literal["accept", "decline"]
    context: _Context
    upload_info: _Where | None = None

    @property
    def is_given(self) -> bool:
        """They said yes, and Teams says where to put it."""
        return self.action == "accept" and self.upload_info is not None


def ask(file: File, kind: str, value: str) -> Json:
    """The message that asks."""
    context = {"kind": kind, "value": value}
    content = {
        "description": A_FILE,
        "sizeInBytes": len(file.content),
        "acceptContext": context,
        "declineContext": context,
    }
    return {"type": "message", "attachments": [{"contentType": _ASKS, "name": file.name, "content": content}]}


def read(value: Any) -> Consent | None:
    """None where we asked for no such thing."""
    try:
        return Consent.model_validate(value)
    except ValidationError:
        return None


def upload(file: File, consent: Consent, is_teams_here: bool) -> bool:
    """False where it could not be put there."""
    where, content = consent.upload_info, file.content
    is_theirs = is_here if is_teams_here else is_onedrive
    if where is None or not (is_theirs(where.upload_url) and is_theirs(where.content_url)):
        return False
    whole = {"Content-Range": f"bytes 0-{len(content) - 1}/{len(content)}"}
    try:
        # Without our token, which is for Teams alone.
        httpx.put(where.upload_url, content=content, headers=whole, timeout=PATIENCE).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        return False
    return True


def there_it_is(file: File, consent: Consent) -> Json:
    """The message that shows the file where it is."""
    where = consent.upload_info or _Where(upload_url="", content_url="")
    content = {"uniqueId": where.unique_id, "fileType": where.file_type}
    card = {"contentType": _TELLS, "contentUrl": where.content_url, "name": file.name, "content": content}
    return {"type": "message", "attachments": [card]}
