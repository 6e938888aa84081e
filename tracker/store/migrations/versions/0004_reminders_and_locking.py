"""The log of reminders is found by reminder and says which of its lines a look has to know; what the lock closes."""

import sqlalchemy as sa
from alembic import op

from tracker.store.migrations.parts import code, create_table, text

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

IS_OBJECT = "json_valid({0}) AND json_type({0}) = 'object'"
CLOSED = "'dismissed', 'handled', 'over', 'changed'"


def upgrade() -> None:
    """Add the column and the indexes, and create the table of what was being typed."""
    op.execute(
        "ALTER TABLE reminder_log ADD COLUMN is_pending INTEGER NOT NULL DEFAULT 0"
        " CONSTRAINT ck_reminder_log_is_pending CHECK (is_pending IN (0, 1))"
    )
    op.create_index("ix_reminder_log_reminder_key", "reminder_log", ["reminder_key"])
    op.execute(
        "UPDATE reminder_log SET is_pending = 1"
        " WHERE id IN (SELECT max(id) FROM reminder_log GROUP BY reminder_key)"
        f" AND outcome NOT IN ({CLOSED})"
    )
    op.create_index("ix_reminder_log_pending", "reminder_log", ["person_id"], sqlite_where=sa.text("is_pending = 1"))
    create_table(
        "unfinished",
        [sa.Column("id", sa.Integer, nullable=False)],
        code("kind", null=False),
        text("opened_for", IS_OBJECT, null=False),
        text("typed", IS_OBJECT, null=False),
    )
