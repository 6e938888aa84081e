"""Columns with their conditions, as migrations spell them. Never changed, only added to: released versions rest on it.

The program's own column types may change later; what a version was stays what it was.
"""

import sqlalchemy as sa
from alembic import op

Part = sa.Column[str] | sa.Column[int] | sa.CheckConstraint
Parts = list[Part]

LARGEST = 2**63 - 1


def create_table(name: str, *parts: Parts | sa.UniqueConstraint, references: dict[str, str] | None = None) -> None:
    """Create a STRICT table with a primary key ``id``; ``references`` maps columns to the tables that they refer to."""
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


def entry_columns() -> list[Parts]:
    """Return the columns of every entry."""
    return [
        identity("id", null=False),
        identity("person_id", null=False),
        day("given_on", null=False),
        text("given_at", "{0} IS strftime('%H:%M', {0}, '+0 days')"),
        note("note"),
        whole("entered", 0, LARGEST, null=False),
    ]


def treatment_columns() -> list[Parts]:
    """Return the columns of every treatment."""
    currency = "{0} GLOB '[A-Z][A-Z][A-Z]' AND length(CAST({0} AS BLOB)) = length({0})"
    return [
        *entry_columns(),
        line("provider"),
        number("cost"),
        text("currency", currency),
        note("override_reason"),
    ]


def text(name: str, condition: str, *, null: bool = True) -> Parts:
    """Return a text column that fulfils ``condition``."""
    return [sa.Column(name, sa.Text, nullable=null), sa.CheckConstraint(condition.format(name), name=name)]


def integer(name: str, condition: str, *, null: bool = True) -> Parts:
    """Return a whole-number column that fulfils ``condition``."""
    return [sa.Column(name, sa.Integer, nullable=null), sa.CheckConstraint(condition.format(name), name=name)]


def whole(name: str, lowest: int, highest: int, *, null: bool = True) -> Parts:
    """Return a whole number between two limits."""
    return integer(name, f"{{0}} BETWEEN {lowest} AND {highest}", null=null)


def tenths(name: str, *, null: bool = True) -> Parts:
    """Return a number of tenths."""
    return integer(name, "{0} >= 0 AND {0} < 10000000000", null=null)


def flag(name: str) -> Parts:
    """Return a yes or no."""
    return integer(name, "{0} IN (0, 1)", null=False)


def words(name: str, *words: str, null: bool = True) -> Parts:
    """Return one of fixed words."""
    return text(name, f"{{0}} IN ({', '.join(repr(word) for word in words)})", null=null)


def line(name: str, *, null: bool = True) -> Parts:
    """Return a short text."""
    return text(name, "length({0}) BETWEEN 1 AND 500 AND instr({0}, char(0)) = 0", null=null)


def note(name: str) -> Parts:
    """Return a long text."""
    return text(name, "length({0}) BETWEEN 1 AND 100000 AND instr({0}, char(0)) = 0")


def day(name: str, *, null: bool = True) -> Parts:
    """Return a calendar day."""
    return text(name, "{0} IS strftime('%Y-%m-%d', {0}, '+0 days') AND {0} >= '1900-01-01'", null=null)


def expiry(name: str) -> Parts:
    """Return a month or a day."""
    return text(
        name,
        "{0} IS strftime('%Y-%m-%d', {0}, '+0 days') OR {0} || '-01' IS strftime('%Y-%m-%d', {0} || '-01', '+0 days')",
    )


def identity(name: str, *, null: bool = True) -> Parts:
    """Return a UUID."""
    return text(
        name,
        "{0} GLOB '????????-????-????-????-????????????' AND {0} NOT GLOB '*[^0-9a-f-]*'"
        " AND length(replace({0}, '-', '')) = 32 AND length(CAST({0} AS BLOB)) = length({0})",
        null=null,
    )


def code(name: str, *, null: bool = True) -> Parts:
    """Return one code of the catalogue."""
    return text(
        name,
        "{0} GLOB '?*' AND {0} NOT GLOB '*[^A-Za-z0-9_-]*' AND length(CAST({0} AS BLOB)) = length({0})",
        null=null,
    )


def codes(name: str) -> Parts:
    """Return a list of codes."""
    return text(
        name,
        "{0} NOT GLOB '*[^a-z0-9_|]*' AND {0} NOT GLOB '|*' AND {0} NOT GLOB '*|' AND {0} NOT GLOB '*||*'"
        " AND length(CAST({0} AS BLOB)) = length({0})",
        null=False,
    )


def number(name: str) -> Parts:
    """Return a decimal number."""
    return text(
        name,
        "{0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '*.*.*' AND {0} NOT GLOB '0[0-9]*'"
        " AND ({0} NOT GLOB '*.*' OR {0} GLOB '*.*[1-9]') AND length({0}) <= 20"
        " AND length(CAST({0} AS BLOB)) = length({0})",
    )
