"""People, their entries, and the record of every change.

The conditions are spelled out here and never follow the program's later ones: this is what version 1 was.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

Part = sa.Column[str] | sa.Column[int] | sa.CheckConstraint
Parts = list[Part]

LARGEST = 2**63 - 1


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
    _create_table(
        "person",
        _identity("id", null=False),
        _line("name", null=False),
        _line("sort_name"),
        _line("client_number"),
        _day("birth_date"),
        _line("phone"),
        _line("email"),
        _whole("skin_type", 1, 6),
        _codes("cautions"),
        _note("allergies"),
        _note("notes"),
        _flag("is_archived"),
    )


def _create_microdermabrasion() -> None:
    _create_table(
        "microdermabrasion",
        *_treatment_columns(),
        _words("setting", "clinic", "home"),
        _code("device"),
        _line("grit"),
        _number("vacuum"),
        _words("vacuum_unit", "kPa", "mmHg", "inHg", "cmHg", "mbar", "bar", "level"),
        _whole("passes", 0, 1_000),
        _whole("minutes", 0, 1_440),
        _codes("areas"),
        _whole("reaction", 0, 4),
        _note("products_after"),
        references={"person_id": "person"},
    )
    op.create_index(
        "ix_microdermabrasion_person_day",
        "microdermabrasion",
        ["person_id", "given_on", "entered", "given_at", "setting", "device"],
    )


def _create_botox() -> None:
    _create_table(
        "botox",
        *_treatment_columns(),
        _code("product", null=False),
        _tenths("units"),
        _number("dilution_ml"),
        _line("lot"),
        _expiry("expires"),
        _flag("is_touch_up"),
        _identity("touch_up_of"),
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
    _create_table(
        "injection_point",
        _identity("id", null=False),
        _identity("botox_id", null=False),
        _whole("position", 0, LARGEST, null=False),
        _tenths("units", null=False),
        _code("site"),
        _number("x"),
        _number("y"),
        [
            sa.CheckConstraint("(x IS NULL) = (y IS NULL)", name="x_with_y"),
            sa.CheckConstraint("site IS NOT NULL OR x IS NOT NULL", name="somewhere"),
        ],
        sa.UniqueConstraint("botox_id", "position", name=op.f("uq_injection_point_botox_id_position")),
        references={"botox_id": "botox"},
    )


def _create_rating() -> None:
    concerns = ("texture", "wrinkles", "tone", "fine_lines", "acne_scars", "sun_damage", "dullness")
    _create_table(
        "rating",
        *_entry_columns(),
        _words("rater", "self", "practitioner"),
        *(_whole(concern, 0, 10) for concern in concerns),
        _code("scale_id", null=False),
        _whole("scale_version", 1, LARGEST, null=False),
        _words("scale_direction", "high_is_best", "low_is_best", null=False),
        _flag("prior_shown"),
        _whole("wrinkles_original", 0, 10),
        [sa.CheckConstraint(f"coalesce({', '.join(concerns)}) IS NOT NULL", name="has_score")],
        references={"person_id": "person"},
    )
    op.create_index("ix_rating_person_day", "rating", ["person_id", "given_on", "entered"])


def _create_change_batch() -> None:
    _create_table(
        "change_batch",
        [sa.Column("id", sa.Integer, nullable=False)],
        _text("at", "{0} IS strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days')", null=False),
        _code("verb", null=False),
        _code("subject", null=False),
        _day("entry_day"),
        _whole("entry_count", 0, LARGEST, null=False),
        _words("direction", "do", "undo", "redo", null=False),
        [sa.Column("undoes", sa.Integer)],
        _words("state", "done", "undone", "superseded"),
        [
            sa.CheckConstraint("(direction = 'do') = (state IS NOT NULL)", name="verbs_have_state"),
            sa.CheckConstraint("(direction = 'do') = (undoes IS NULL)", name="others_name_verb"),
        ],
        references={"undoes": "change_batch"},
    )
    op.create_index("ix_change_batch_state", "change_batch", ["state", "id"])


def _create_change() -> None:
    is_row = "json_valid({0}) AND json_type({0}) = 'object'"
    _create_table(
        "change",
        [sa.Column("id", sa.Integer, nullable=False), sa.Column("batch_id", sa.Integer, nullable=False)],
        _identity("person_id", null=False),
        _words("table_name", "person", "microdermabrasion", "botox", "injection_point", "rating", null=False),
        _identity("row_id", null=False),
        _text("before", is_row),
        _text("after", is_row),
        [sa.CheckConstraint("before IS NOT after", name="differs")],
        references={"batch_id": "change_batch"},
    )
    op.create_index("ix_change_batch_id", "change", ["batch_id"])


def _create_table(name: str, *parts: Parts | sa.UniqueConstraint, references: dict[str, str] | None = None) -> None:
    flat: list[sa.Column[str] | sa.Column[int] | sa.Constraint] = []
    for part in parts:
        flat += part if isinstance(part, list) else [part]
    flat.append(sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")))
    for column, target in (references or {}).items():
        flat.append(
            sa.ForeignKeyConstraint(
                [column], [f"{target}.id"], name=op.f(f"fk_{name}_{column}"), deferrable=True, initially="DEFERRED"
            )
        )
    op.create_table(name, *flat, sqlite_strict=True)


def _entry_columns() -> list[Parts]:
    return [
        _identity("id", null=False),
        _identity("person_id", null=False),
        _day("given_on", null=False),
        _text("given_at", "{0} IS strftime('%H:%M', {0}, '+0 days')"),
        _note("note"),
        _whole("entered", 0, LARGEST, null=False),
    ]


def _treatment_columns() -> list[Parts]:
    currency = "{0} GLOB '[A-Z][A-Z][A-Z]' AND length(CAST({0} AS BLOB)) = length({0})"
    return [
        *_entry_columns(),
        _line("provider"),
        _number("cost"),
        _text("currency", currency),
        _note("override_reason"),
    ]


def _text(name: str, condition: str, *, null: bool = True) -> Parts:
    return [sa.Column(name, sa.Text, nullable=null), sa.CheckConstraint(condition.format(name), name=name)]


def _integer(name: str, condition: str, *, null: bool = True) -> Parts:
    return [sa.Column(name, sa.Integer, nullable=null), sa.CheckConstraint(condition.format(name), name=name)]


def _whole(name: str, lowest: int, highest: int, *, null: bool = True) -> Parts:
    return _integer(name, f"{{0}} BETWEEN {lowest} AND {highest}", null=null)


def _tenths(name: str, *, null: bool = True) -> Parts:
    return _integer(name, "{0} >= 0 AND {0} < 10000000000", null=null)


def _flag(name: str) -> Parts:
    return _integer(name, "{0} IN (0, 1)", null=False)


def _words(name: str, *words: str, null: bool = True) -> Parts:
    return _text(name, f"{{0}} IN ({', '.join(repr(word) for word in words)})", null=null)


def _line(name: str, *, null: bool = True) -> Parts:
    return _text(name, "length({0}) BETWEEN 1 AND 500 AND instr({0}, char(0)) = 0", null=null)


def _note(name: str) -> Parts:
    return _text(name, "length({0}) BETWEEN 1 AND 100000 AND instr({0}, char(0)) = 0")


def _day(name: str, *, null: bool = True) -> Parts:
    return _text(name, "{0} IS strftime('%Y-%m-%d', {0}, '+0 days') AND {0} >= '1900-01-01'", null=null)


def _expiry(name: str) -> Parts:
    return _text(
        name,
        "{0} IS strftime('%Y-%m-%d', {0}, '+0 days') OR {0} || '-01' IS strftime('%Y-%m-%d', {0} || '-01', '+0 days')",
    )


def _identity(name: str, *, null: bool = True) -> Parts:
    return _text(
        name,
        "{0} GLOB '????????-????-????-????-????????????' AND {0} NOT GLOB '*[^0-9a-f-]*'"
        " AND length(replace({0}, '-', '')) = 32 AND length(CAST({0} AS BLOB)) = length({0})",
        null=null,
    )


def _code(name: str, *, null: bool = True) -> Parts:
    return _text(
        name,
        "{0} GLOB '?*' AND {0} NOT GLOB '*[^A-Za-z0-9_-]*' AND length(CAST({0} AS BLOB)) = length({0})",
        null=null,
    )


def _codes(name: str) -> Parts:
    return _text(
        name,
        "{0} NOT GLOB '*[^a-z0-9_|]*' AND {0} NOT GLOB '|*' AND {0} NOT GLOB '*|' AND {0} NOT GLOB '*||*'"
        " AND length(CAST({0} AS BLOB)) = length({0})",
        null=False,
    )


def _number(name: str) -> Parts:
    return _text(
        name,
        "{0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*' AND {0} NOT GLOB '0[0-9]*'"
        " AND ({0} NOT GLOB '*.*' OR {0} GLOB '*.*[1-9]') AND length({0}) <= 20"
        " AND length(CAST({0} AS BLOB)) = length({0})",
    )
