"""What alembic runs: the connection comes from `store/schema`, all steps in one transaction."""

from alembic import context

from ehrenamt_desktop.store.records import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
