"""What Alembic runs: the migrations, on the connection and in the transaction that `store.upgrade` gives."""

from alembic import context

from tracker.store.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
