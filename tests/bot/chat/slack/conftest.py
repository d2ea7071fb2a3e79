from tests.bot.chat.slack.at_the_door import entrance  # noqa: F401
from tests.storage.stores import keys, migrated_file, migrated_sqlite_url  # noqa: F401
