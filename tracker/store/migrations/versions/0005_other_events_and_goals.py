"""Notes and other events, which the change record may name; the goals of a person's scores."""

import sqlalchemy as sa
from alembic import op

from tracker.store.append_only import TRIGGERS
from tracker.store.migrations.parts import code, create_table, day, entry_columns, identity, line, note, text, words

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None

TABLES = (
    "person",
    "microdermabrasion",
    "botox",
    "injection_point",
    "rating",
    "other_event",
    "planned_treatment",
    "own_interval",
    "record_setting",
    "reminder_answer",
    "practitioner",
    "text_template",
    "contact",
    "adverse_event",
    "amendment",
)
IS_MOMENT = "{0} IS strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days')"
IS_OBJECT = "json_valid({0}) AND json_type({0}) = 'object'"
IS_HASH = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*' AND length(CAST({0} AS BLOB)) = length({0})"
CHANGE = "id, batch_id, person_id, table_name, row_id, before, after, hash"


def upgrade() -> None:
    """Create the table of other events, let the change record name it, and add the goals."""
    create_table(
        "other_event",
        *entry_columns(),
        note("private_note"),
        text("signed_at", IS_MOMENT),
        line("signed_by"),
        code("event", null=False),
        day("until"),
        line("provider"),
        [
            sa.CheckConstraint("until IS NULL OR until > given_on", name="in_order"),
            sa.CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
        ],
        references={"person_id": "person"},
    )
    op.create_index("ix_other_event_person_day", "other_event", ["person_id", "given_on", "entered"])
    for score in ("texture", "wrinkles"):
        name = f"goal_{score}"
        op.execute(
            f"ALTER TABLE person ADD COLUMN {name} INTEGER CONSTRAINT ck_person_{name} CHECK ({name} BETWEEN 0 AND 10)"
        )
    _widen_change()


def _widen_change() -> None:
    """Make the table of changes anew, each under its number and with its hash: the chain stays what it was."""
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    for column in ("batch_id", "person_id", "row_id"):
        op.drop_index(f"ix_change_{column}", "change")
    op.rename_table("change", "change_of_version_4")
    create_table(
        "change",
        [sa.Column("id", sa.Integer, nullable=False), sa.Column("batch_id", sa.Integer, nullable=False)],
        identity("person_id"),
        words("table_name", *TABLES, null=False),
        identity("row_id", null=False),
        text("before", IS_OBJECT),
        text("after", IS_OBJECT),
        text("hash", IS_HASH, null=False),
        [sa.CheckConstraint("before IS NOT after", name="differs")],
        references={"batch_id": "change_batch"},
    )
    op.execute(f"INSERT INTO change ({CHANGE}) SELECT {CHANGE} FROM change_of_version_4 ORDER BY id")
    op.drop_table("change_of_version_4")
    for column in ("batch_id", "person_id", "row_id"):
        op.create_index(f"ix_change_{column}", "change", [column])
    for statement in TRIGGERS.values():
        op.execute(statement)
