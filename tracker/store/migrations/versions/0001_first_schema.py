"""People, their entries, and the record of every change.

This is what version 1 was; it never follows the program's later models.
"""

import sqlalchemy as sa
from alembic import op

from tracker.store.migrations.parts import (
    LARGEST,
    code,
    codes,
    create_table,
    day,
    entry_columns,
    expiry,
    flag,
    identity,
    line,
    note,
    number,
    tenths,
    text,
    treatment_columns,
    whole,
    words,
)

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Create all tables."""
    _create_person()
    _create_microdermabrasion()
    _create_botox()
    _create_injection_point()
    _create_rating()
    _create_change_batch()
    _create_change()


def _create_person() -> None:
    create_table(
        "person",
        identity("id", null=False),
        line("name", null=False),
        line("sort_name"),
        line("client_number"),
        day("birth_date"),
        line("phone"),
        line("email"),
        whole("skin_type", 1, 6),
        codes("cautions"),
        note("allergies"),
        note("notes"),
        flag("is_archived"),
    )


def _create_microdermabrasion() -> None:
    create_table(
        "microdermabrasion",
        *treatment_columns(),
        words("setting", "clinic", "home"),
        code("device"),
        line("grit"),
        number("vacuum"),
        words("vacuum_unit", "kPa", "mmHg", "inHg", "cmHg", "mbar", "bar", "level"),
        whole("passes", 0, 1_000),
        whole("minutes", 0, 1_440),
        codes("areas"),
        whole("reaction", 0, 4),
        note("products_after"),
        references={"person_id": "person"},
    )
    op.create_index(
        "ix_microdermabrasion_person_day",
        "microdermabrasion",
        ["person_id", "given_on", "entered", "given_at", "setting", "device"],
    )


def _create_botox() -> None:
    create_table(
        "botox",
        *treatment_columns(),
        code("product", null=False),
        tenths("units"),
        number("dilution_ml"),
        line("lot"),
        expiry("expires"),
        flag("is_touch_up"),
        identity("touch_up_of"),
        [
            sa.CheckConstraint("touch_up_of IS NULL OR is_touch_up = 1", name="only_touch_ups_belong"),
            sa.CheckConstraint("touch_up_of IS NOT id", name="not_of_itself"),
        ],
        references={"person_id": "person", "touch_up_of": "botox"},
    )
    op.create_index(
        "ix_botox_person_day",
        "botox",
        ["person_id", "given_on", "entered", "given_at", "product", "is_touch_up"],
    )
    op.create_index("ix_botox_touch_up_of", "botox", ["touch_up_of"])


def _create_injection_point() -> None:
    create_table(
        "injection_point",
        identity("id", null=False),
        identity("botox_id", null=False),
        whole("position", 0, LARGEST, null=False),
        tenths("units", null=False),
        code("site"),
        number("x"),
        number("y"),
        [
            sa.CheckConstraint("(x IS NULL) = (y IS NULL)", name="x_with_y"),
            sa.CheckConstraint("site IS NOT NULL OR x IS NOT NULL", name="somewhere"),
        ],
        sa.UniqueConstraint("botox_id", "position", name=op.f("uq_injection_point_botox_id_position")),
        references={"botox_id": "botox"},
    )


def _create_rating() -> None:
    concerns = ("texture", "wrinkles", "tone", "fine_lines", "acne_scars", "sun_damage", "dullness")
    create_table(
        "rating",
        *entry_columns(),
        words("rater", "self", "practitioner"),
        *(whole(concern, 0, 10) for concern in concerns),
        code("scale_id", null=False),
        whole("scale_version", 1, LARGEST, null=False),
        words("scale_direction", "high_is_best", "low_is_best", null=False),
        flag("prior_shown"),
        whole("wrinkles_original", 0, 10),
        [sa.CheckConstraint(f"coalesce({', '.join(concerns)}) IS NOT NULL", name="has_score")],
        references={"person_id": "person"},
    )
    op.create_index("ix_rating_person_day", "rating", ["person_id", "given_on", "entered"])


def _create_change_batch() -> None:
    create_table(
        "change_batch",
        [sa.Column("id", sa.Integer, nullable=False)],
        text("at", "{0} IS strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days')", null=False),
        code("verb", null=False),
        code("subject", null=False),
        day("entry_day"),
        whole("entry_count", 0, LARGEST, null=False),
        words("direction", "do", "undo", "redo", null=False),
        [sa.Column("undoes", sa.Integer)],
        words("state", "done", "undone", "superseded"),
        [
            sa.CheckConstraint("(direction = 'do') = (state IS NOT NULL)", name="verbs_have_state"),
            sa.CheckConstraint("(direction = 'do') = (undoes IS NULL)", name="others_name_verb"),
        ],
        references={"undoes": "change_batch"},
    )
    op.create_index("ix_change_batch_state", "change_batch", ["state", "id"])


def _create_change() -> None:
    is_row = "json_valid({0}) AND json_type({0}) = 'object'"
    create_table(
        "change",
        [sa.Column("id", sa.Integer, nullable=False), sa.Column("batch_id", sa.Integer, nullable=False)],
        identity("person_id", null=False),
        words("table_name", "person", "microdermabrasion", "botox", "injection_point", "rating", null=False),
        identity("row_id", null=False),
        text("before", is_row),
        text("after", is_row),
        [sa.CheckConstraint("before IS NOT after", name="differs")],
        references={"batch_id": "change_batch"},
    )
    op.create_index("ix_change_batch_id", "change", ["batch_id"])
