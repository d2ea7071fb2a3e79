"""Every setting, each with a sentence of help. Read from the environment or a folder of secret files."""

import os
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from bot.sheet_settings import SheetSettings

SECRETS = "DAYONE_SECRETS"
SLACK = "https://slack.com/api/"


HERE = ("127.0.0.1", "::1", "localhost")


def is_slacks(url: str, here: bool) -> bool:
    """An address of Slack's own over TLS; or, where Slack is one on this computer, there."""
    try:
        parts = urlsplit(url)
        host, user = parts.hostname or "", parts.username
    except ValueError:
        return False
    theirs = parts.scheme == "https" and (host == "slack.com" or host.endswith(".slack.com"))
    return user is None and (theirs or (here and parts.scheme in ("http", "https") and host in HERE))


def _base(url: str) -> str:
    if not is_slacks(url, here=True):
        raise ValueError
    return f"{url.rstrip('/')}/"


def like(pattern: str) -> StringConstraints:
    """A text of this form, whatever stands round it."""
    return StringConstraints(strip_whitespace=True, pattern=pattern)


Secret = Annotated[str, like(r"\A[!-~]*\z")]
BotToken = Annotated[str, like(r"\A(xoxb-[!-~]+)?\z")]
AppToken = Annotated[str, like(r"\Axapp-[!-~]+\z")]


class Settings(SheetSettings):
    """What a server is told when it starts. `dayone local` needs none of it."""

    model_config = SettingsConfigDict(env_ignore_empty=False)

    database_url: str = Field(
        validation_alias="DAYONE_DATABASE_URL",
        repr=False,
        description="Where the data is: sqlite:///FILE for one process, postgresql://… for many.",
    )
    keys: str = Field(
        validation_alias="DAYONE_KEYS",
        repr=False,
        description="The keys that seal names and answers: name:key, separated by commas. The first seals.",
    )
    distances: bool = Field(
        False,
        validation_alias="DAYONE_DISTANCES",
        description="on: postcodes.io may be asked how far it is between two postcode districts. Else off.",
    )


class SlackSettings(Settings):
    """For Slack as well. What is empty counts as missing."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    client_id: Secret = Field(
        "",
        validation_alias="SLACK_CLIENT_ID",
        repr=False,
        description="For several workspaces: the app's Basic Information, Client ID.",
    )
    client_secret: Secret = Field(
        "",
        validation_alias="SLACK_CLIENT_SECRET",
        repr=False,
        description="For several workspaces: the app's Basic Information, Client Secret.",
    )
    bot_token: BotToken = Field(
        "",
        validate_default=True,
        validation_alias="SLACK_BOT_TOKEN",
        repr=False,
        description="For one workspace: the app's OAuth & Permissions, Bot User OAuth Token (xoxb-…).",
    )
    api_base_url: Annotated[str, AfterValidator(_base)] = Field(
        SLACK,
        validation_alias="SLACK_API_BASE_URL",
        description="Slack's Web API: https://slack.com/api/, or a Slack on this computer to try with.",
    )

    @field_validator("bot_token")
    @classmethod
    def _one_workspace_or_several(cls, token: str, info: ValidationInfo) -> str:
        client = [info.data.get(name) for name in ("client_id", "client_secret")]
        if any(client) if token else not all(client):
            raise PydanticCustomError(
                "workspaces",
                "Give SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET for "
                "several, and not both.",
            )
        return token

    @property
    def is_slack_here(self) -> bool:
        """True where Slack is one on this computer."""
        return not is_slacks(self.api_base_url, here=False)


class HttpSettings(SlackSettings):
    """For `dayone serve`."""

    signing_secret: Annotated[str, like(r"\A[!-~]+\z")] = Field(
        validation_alias="SLACK_SIGNING_SECRET",
        repr=False,
        description="The app's Basic Information, Signing Secret: with it Slack signs what it sends.",
    )


class SocketSettings(SlackSettings):
    """For `dayone socket`."""

    app_token: AppToken = Field(
        validation_alias="SLACK_APP_TOKEN",
        repr=False,
        description="The app's Basic Information, App-Level Tokens, with connections:write (xapp-…).",
    )


class _AnyOfSlack(BaseSettings):
    model_config = SettingsConfigDict(env_file=None, extra="ignore", env_ignore_empty=True)

    client_id: str = Field("", validation_alias="SLACK_CLIENT_ID")
    client_secret: str = Field("", validation_alias="SLACK_CLIENT_SECRET")
    bot_token: str = Field("", validation_alias="SLACK_BOT_TOKEN")


S = TypeVar("S", bound=BaseSettings)


def names_any(kind: type[BaseSettings], secrets: str | None = None) -> bool:
    """True where any setting of this kind is given, right or wrong."""
    folder = secrets or os.environ.get(SECRETS) or None
    if folder is not None and not Path(folder).is_dir():
        return False
    return kind(_secrets_dir=folder) != kind.model_construct()


def names_slack(secrets: str | None = None) -> bool:
    """True where somebody began to set up here how we speak in Slack."""
    return names_any(_AnyOfSlack, secrets)


def read_settings(kind: type[S], secrets: str | None = None) -> S | list[str]:
    """The settings, or a sentence for each that is missing or wrong. Values are never repeated.

    Files in the folder `secrets`, or else in the one that DAYONE_SECRETS names, are read where the
    environment does not say: one file for each setting, called like it.
    """
    folder = secrets or os.environ.get(SECRETS) or None
    if folder is not None and not Path(folder).is_dir():
        return [f"{SECRETS} is wrong. There has to be a folder of that name, with a file for each setting."]
    try:
        return kind(_secrets_dir=folder)
    except ValidationError as error:
        return [_sentence(kind, fault) for fault in error.errors(include_input=False)]
    except (OSError, SettingsError):
        return [f"{SECRETS} is wrong. Not every file in its folder can be read as text."]


def _sentence(kind: type[BaseSettings], fault: ErrorDetails) -> str:
    by_name = {field.validation_alias: field for field in kind.model_fields.values()}
    if fault["type"] == "workspaces":
        return fault["msg"]
    name = str(fault["loc"][0])
    return f"{name} is missing or wrong. {by_name[name].description}"
