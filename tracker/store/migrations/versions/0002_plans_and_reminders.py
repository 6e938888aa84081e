"""Plans, own intervals, settings of the record and reminders; changes that are nobody's in particular.

A botox treatment knows the sites of its points. The indexes of treatments hold all that the latest treatments of
everybody are judged by.
"""

import sqlalchemy as sa
from alembic import op

from tracker.store.migrations.parts import (
    LARGEST,
    code,
    create_table,
    day,
    flag,
    identity,
    line,
    note,
    text,
    whole,
    words,
)

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

TABLES = (
    "person",
    "microdermabrasion",
    "botox",
    "injection_point",
    "rating",
    "planned_treatment",
    "own_interval",
    "record_setting",
    "reminder_answer",
)
REMINDERS = ("earliest", "recommended", "lapsed", "rating", "planned", "touch_up_review")
OUTCOMES = (
    "shown",
    "waiting",
    "quiet",
    "snoozed",
    "unavailable",
    "failed",
    "off",
    "planned",
    "overtaken",
    "dismissed",
    "handled",
    "over",
    "changed",
)
IS_MOMENT = "{0} IS strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days')"
IS_SITES = (
    "{0} GLOB '?*' AND {0} NOT GLOB '*[^A-Za-z0-9_|-]*' AND {0} NOT GLOB '|*' AND {0} NOT GLOB '*|'"
    " AND {0} NOT GLOB '*||*' AND length(CAST({0} AS BLOB)) = length({0})"
)
IS_OBJECT = "json_valid({0}) AND json_type({0}) = 'object'"


def upgrade() -> None:
    """Create the new tables and widen the table of changes."""
    _create_planned_treatment()
    _create_own_interval()
    _create_record_setting()
    _create_reminder_answer()
    _create_reminder_log()
    _widen_change()
    _add_sites_of_botox()
    _widen_indexes()


def _create_planned_treatment() -> None:
    create_table(
        "planned_treatment",
        identity("id", null=False),
        identity("person_id", null=False),
        words("kind", "botox", "microdermabrasion", null=False),
        day("planned_on", null=False),
        text("planned_at", "{0} IS strftime('%H:%M', {0}, '+0 days')"),
        flag("is_touch_up"),
        note("note"),
        whole("entered", 0, LARGEST, null=False),
        [sa.CheckConstraint("is_touch_up = 0 OR kind = 'botox'", name="botox_is_touched_up")],
        references={"person_id": "person"},
    )
    op.create_index("ix_planned_treatment_person_day", "planned_treatment", ["person_id", "planned_on"])


def _create_own_interval() -> None:
    create_table(
        "own_interval",
        identity("id", null=False),
        identity("person_id"),
        code("rule", null=False),
        code("product"),
        whole("minimum", 0, 3_650, null=False),
        whole("recommended", 0, 3_650, null=False),
        whole("lapsed", 1, 3_650),
        flag("is_off"),
        [sa.CheckConstraint("minimum <= recommended AND (lapsed IS NULL OR recommended < lapsed)", name="in_order")],
        references={"person_id": "person"},
    )
    op.create_index("ix_own_interval_person_id", "own_interval", ["person_id"])


def _create_record_setting() -> None:
    create_table(
        "record_setting",
        identity("id", null=False),
        code("name", null=False),
        text("value", IS_OBJECT, null=False),
        sa.UniqueConstraint("name", name=op.f("uq_record_setting_name")),
    )


def _create_reminder_answer() -> None:
    create_table(
        "reminder_answer",
        identity("id", null=False),
        identity("person_id", null=False),
        line("reminder_key", null=False),
        text("answered_at", IS_MOMENT, null=False),
        day("answered_on", null=False),
        day("until"),
        references={"person_id": "person"},
    )
    op.create_index("ix_reminder_answer_person_id", "reminder_answer", ["person_id"])


def _create_reminder_log() -> None:
    create_table(
        "reminder_log",
        [sa.Column("id", sa.Integer, nullable=False)],
        text("logged_at", IS_MOMENT, null=False),
        day("logged_on", null=False),
        words("outcome", *OUTCOMES, null=False),
        text("turn", "{0} = '' OR datetime({0}) IS NOT NULL", null=False),
        line("reminder_key", null=False),
        words("kind", *REMINDERS, null=False),
        identity("person_id", null=False),
        words("treatment", "botox", "microdermabrasion", "rating", null=False),
        day("about", null=False),
        day("since", null=False),
        day("last"),
        day("until"),
        references={"person_id": "person"},
    )
    op.create_index("ix_reminder_log_person_id", "reminder_log", ["person_id"])


def _widen_change() -> None:
    op.drop_index("ix_change_batch_id", "change")
    op.rename_table("change", "change_of_version_1")
    create_table(
        "change",
        [sa.Column("id", sa.Integer, nullable=False), sa.Column("batch_id", sa.Integer, nullable=False)],
        identity("person_id"),
        words("table_name", *TABLES, null=False),
        identity("row_id", null=False),
        text("before", IS_OBJECT),
        text("after", IS_OBJECT),
        [sa.CheckConstraint("before IS NOT after", name="differs")],
        references={"batch_id": "change_batch"},
    )
    columns = "id, batch_id, person_id, table_name, row_id, before, after"
    op.execute(f"INSERT INTO change ({columns}) SELECT {columns} FROM change_of_version_1")
    op.drop_table("change_of_version_1")
    op.create_index("ix_change_batch_id", "change", ["batch_id"])


def _add_sites_of_botox() -> None:
    condition = IS_SITES.format("sites")
    op.execute(f"ALTER TABLE botox ADD COLUMN sites TEXT CONSTRAINT ck_botox_sites CHECK ({condition})")
    op.execute(
        "UPDATE botox SET sites = (SELECT group_concat(site, '|') FROM"
        " (SELECT DISTINCT site FROM injection_point WHERE botox_id = botox.id ORDER BY site))"
        " WHERE id NOT IN (SELECT botox_id FROM injection_point WHERE site IS NULL)"
    )


def _widen_indexes() -> None:
    facts = {"microdermabrasion": ["setting", "device", "areas"], "botox": ["product", "is_touch_up", "units", "sites"]}
    for table, columns in facts.items():
        name = f"ix_{table}_person_day"
        op.drop_index(name, table)
        op.create_index(name, table, ["person_id", "given_on", "entered", "given_at", *columns])
