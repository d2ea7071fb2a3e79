"""What Teams tells: activities, in the shape that they must have before anything reads them.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
"""

import re
from html import unescape
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

MESSAGE = "message"
PRESSED = "adaptiveCard/action"
DIALOG_OPENED = "task/fetch"
DIALOG_SENT = "task/submit"
FILE_ANSWERED = "fileConsent/invoke"

PERSONAL = "personal"

# None begins with a dot, which as a part of an address would lead elsewhere.
Id = Annotated[str, Field(pattern=r"\A[0-9A-Za-z][!-~]{0,499}\z")]
_MENTION = re.compile(r"<at\b[^<>]*>[^<]*</at>", re.IGNORECASE)
# Far above the longest command.
_READ = 10_000


class Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class Account(Part):
    """Somebody, or an app. People have an id in Microsoft Entra too, the same wherever one meets them."""

    id: Id
    entra: Annotated[Id | None, Field(validation_alias=AliasChoices("aadObjectId", "objectId"))] = None
    name: str | None = None
    tenant_id: Id | None = None
    user_role: str | None = None
    user_principal_name: str | None = None

    @property
    def person(self) -> str:
        """By which they are known here."""
        return self.entra or self.id


class Named(Part):
    id: Id | None = None
    type: str | None = None


class Place(Part):
    id: Id
    tenant_id: Id | None = None
    conversation_type: str | None = None


class Around(Part):
    """What Teams tells beside what any chat would."""

    tenant: Named = Named()
    team: Named = Named()
    channel: Named = Named()


class Activity(Part):
    """`service_url` is where Teams takes what we say to that.

    A bot may be reached from a web page and other channels as well, which Microsoft turns on by itself.
    """

    type: str
    id: Id
    channel_id: Literal["msteams"]
    service_url: Id
    sender: Annotated[Account, Field(validation_alias="from")]
    recipient: Account
    timestamp: AwareDatetime | None = None
    conversation: Place
    channel_data: Around | None = None
    name: str = ""
    text: str | None = None
    value: Any = None
    action: str = ""
    reply_to_id: Id | None = None
    members_added: tuple[Account, ...] = ()
    members_removed: tuple[Account, ...] = ()

    @property
    def at(self) -> float:
        """When it was done, in seconds of Teams' clock; 0 where that is not told."""
        return self.timestamp.timestamp() if self.timestamp else 0.0

    @property
    def around(self) -> Around:
        return self.channel_data or Around()

    @property
    def tenant(self) -> str:
        """In small letters; "" where it is not told, or told in two ways."""
        told = (self.conversation.tenant_id, self.around.tenant.id)
        one, *others = {tenant.lower() for tenant in told if tenant} or {""}
        return "" if others else one

    @property
    def is_personal(self) -> bool:
        """Between one person and us alone."""
        return self.conversation.conversation_type == PERSONAL

    @property
    def where(self) -> str:
        """The conversation, or the whole channel of whose threads it is one."""
        return self.conversation.id.partition(";")[0]

    @property
    def said(self) -> str:
        """What was typed, without whom it was said to."""
        return " ".join(unescape(_MENTION.sub(" ", (self.text or "")[:_READ])).split())


def read_activity(body: Any) -> Activity | None:
    """None where Teams does not send such a thing."""
    try:
        activity = Activity.model_validate(body)
    except ValidationError:
        return None
    return activity if activity.tenant else None
