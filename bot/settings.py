"""Every setting, each with a sentence of help. Read from the environment or a folder of secret files."""

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a server is told when it starts. `dayone local` needs none of it."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore")

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


def read_settings(secrets: str | None = None) -> Settings | list[str]:
    """The settings, or a sentence for each that is missing or wrong. Values are never repeated."""
    try:
        return Settings(_secrets_dir=secrets)
    except ValidationError as error:
        by_name = {field.validation_alias: field for field in Settings.model_fields.values()}
        return [
            f"{fault['loc'][0]} is missing or wrong. {by_name[str(fault['loc'][0])].description}"
            for fault in error.errors(include_input=False)
        ]
