"""The settings of Teams, each with a sentence of help. Read as the others are."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings import Settings, like, names_any

_HEX = "[0-9a-fA-F]"
# Microsoft writes its ids in small letters, and people paste them as they find them.
Guid = Annotated[str, like(rf"\A{_HEX}{{8}}(-{_HEX}{{4}}){{3}}-{_HEX}{{12}}\z"), AfterValidator(str.lower)]
Origin = Annotated[
    str, like(r"\A(https://[a-z0-9.-]+(:[0-9]+)?)?/?\z"), AfterValidator(lambda url: url.rstrip("/"))
]


class TeamsSettings(Settings):
    """For Teams: the app is registered in one tenant, and heard from that tenant alone."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    client_id: Guid = Field(
        validation_alias="CLIENT_ID",
        repr=False,
        description="The app's registration in Microsoft Entra: its Application (client) ID.",
    )
    client_secret: Annotated[str, like(r"\A[!-~]+\z")] = Field(
        validation_alias="CLIENT_SECRET",
        repr=False,
        description="The app's registration, Certificates & secrets: the Value of a client secret.",
    )
    tenant_id: Guid = Field(
        validation_alias="TENANT_ID",
        repr=False,
        description="The app's registration: its Directory (tenant) ID. Nobody else's tenant is heard.",
    )
    url: Origin = Field(
        "",
        validation_alias="DAYONE_URL",
        description="For links to files: where this server is reached, like https://dayone.example.org.",
    )

    @property
    def is_teams_here(self) -> bool:
        """True where Teams is one on this computer, which signs nothing."""
        return False


class LocalTeamsSettings(TeamsSettings):
    """For a Teams on this computer, to try with. Where no tenant is named, any is heard."""

    client_id: str = "local"
    client_secret: str = ""
    tenant_id: str = ""

    @property
    def is_teams_here(self) -> bool:
        """True: it may only ever be listened to on loopback."""
        return True


class _AnyOfTeams(BaseSettings):
    model_config = SettingsConfigDict(env_file=None, extra="ignore", env_ignore_empty=True)

    client_id: str = Field("", validation_alias="CLIENT_ID")
    client_secret: str = Field("", validation_alias="CLIENT_SECRET")
    tenant_id: str = Field("", validation_alias="TENANT_ID")


def names_teams(secrets: str | None = None) -> bool:
    """True where somebody began to set Teams up here: with any of its settings, right or wrong."""
    return names_any(_AnyOfTeams, secrets)
