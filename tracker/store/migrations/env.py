"""What Alembic runs: the migrations, on the connection and in the transaction that `store.upgrade` gives."""

from alembic import context

from tracker.store.schema import whole_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=whole_metadata(),
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
