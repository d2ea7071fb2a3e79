from tests.storage.stores import (  # noqa: F401
    example,
    keys,
    migrated_file,
    migrated_postgres_url,
    migrated_sqlite_url,
    migrated_template,
    store,
    store_url,
)
