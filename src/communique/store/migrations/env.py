"""Alembic's way in: migrations run inside the transaction that :mod:`communique.store` opened."""

from alembic import context

from communique.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
