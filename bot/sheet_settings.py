"""What is told about sheets by whoever runs this. `dayone sheet` needs no database and no other setting."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class SheetSettings(BaseSettings):
    """Nothing has to be given."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore", env_ignore_empty=True)

    welsh: bool = Field(
        False,
        validation_alias="DAYONE_WELSH",
        description="on: sheets can be made in Welsh, from a draft that no translator has checked. Else off.",
    )
