"""Alembic runs this. The connection is given by storage.schema; its transaction is the caller's."""

from alembic import context

import storage

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=storage.METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
