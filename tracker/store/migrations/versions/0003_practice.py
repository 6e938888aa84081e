"""A practice: who works here, contacts, what happened after a treatment, signed entries, and a search for people.

The change record becomes a chain: each row carries the hash of itself and of the row before.
"""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from tracker.core.folding import sort_key
from tracker.store.chain import BATCH_FIELDS, BEGINNING, CHANGE_FIELDS, hashes
from tracker.store.migrations.parts import (
    LARGEST,
    Parts,
    code,
    codes,
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
from tracker.store.search_index import CREATE, follow

revision = "0003"
down_revision: str | None = "0002"
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
    "practitioner",
    "text_template",
    "contact",
    "adverse_event",
    "amendment",
)
IS_MOMENT = "{0} IS strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days')"
IS_NOTE = "length({0}) BETWEEN 1 AND 100000 AND instr({0}, char(0)) = 0"
IS_LINE = "length({0}) BETWEEN 1 AND 500 AND instr({0}, char(0)) = 0"
IS_OBJECT = "json_valid({0}) AND json_type({0}) = 'object'"
IS_TAGS = (
    "length({0}) <= 25050 AND instr({0}, char(0)) = 0 AND instr(char(10) || {0} || char(10), char(10, 10)) = ({0} = '')"
)
IS_SORT_KEY = "length({0}) <= 200 AND instr({0}, char(0)) = 0"
IS_HASH = "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*' AND length(CAST({0} AS BLOB)) = length({0})"
PERSON = (
    "id",
    "name",
    "sort_name",
    "client_number",
    "birth_date",
    "phone",
    "email",
    "skin_type",
    "cautions",
    "allergies",
    "notes",
    "is_archived",
)


def upgrade() -> None:
    """Widen people, entries and changes, and create the new tables."""
    _rebuild_person()
    for table in ("microdermabrasion", "botox", "rating"):
        _widen_entries(table)
    op.create_index("ix_botox_lot", "botox", ["lot"])
    _create_practice()
    _create_contact()
    _create_adverse_event()
    _create_amendment()
    _chain_changes()


def _rebuild_person() -> None:
    people = op.get_bind().execute(sa.text(f"SELECT {', '.join(PERSON)} FROM person")).mappings().all()
    _rename("person", "person_of_version_2")
    create_table("person", *_person_columns(), sa.UniqueConstraint("search_number", name="uq_person_search_number"))
    op.execute("DROP TABLE person_of_version_2")
    op.create_index("ix_person_list", "person", ["sort_key", "id", "is_archived"])
    op.create_index("ix_person_archived", "person", ["sort_key", "id"], sqlite_where=sa.text("is_archived = 1"))
    op.create_index("ix_person_client_number", "person", ["client_number"])
    op.execute(CREATE)
    rows = [_widened(person) for person in people]
    if rows:
        names = list(rows[0])
        values = ", ".join(f":{name}" for name in names)
        op.get_bind().execute(sa.text(f"INSERT INTO person ({', '.join(names)}) VALUES ({values})"), rows)
        follow(op.get_bind(), ((None, row) for row in rows))


def _rename(table: str, name: str) -> None:
    # Else the references of other tables would follow the old table to its new name.
    op.execute("PRAGMA legacy_alter_table = ON")
    op.rename_table(table, name)
    op.execute("PRAGMA legacy_alter_table = OFF")


def _person_columns() -> list[Parts]:
    return [
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
        words("gender", "female", "male", "other", "unknown"),
        text("tags", IS_TAGS, null=False),
        note("private_note"),
        text("sort_key", IS_SORT_KEY, null=False),
        whole("search_number", 0, LARGEST, null=False),
    ]


def _widened(person: Any) -> dict[str, Any]:
    added = {"gender": None, "tags": "", "private_note": None}
    key = sort_key(person["sort_name"] or person["name"])
    number = UUID(person["id"]).int
    return {**person, **added, "sort_key": key, "search_number": (number >> 64 ^ number) & LARGEST}


def _widen_entries(table: str) -> None:
    _add_column(table, "private_note", "TEXT", IS_NOTE)
    _add_column(table, "signed_at", "TEXT", IS_MOMENT)
    whole_signature = f" CONSTRAINT ck_{table}_signed_whole CHECK ((signed_at IS NULL) = (signed_by IS NULL))"
    _add_column(table, "signed_by", "TEXT", IS_LINE, whole_signature)
    if table == "rating":
        _add_column(table, "provider", "TEXT", IS_LINE)
    else:
        _add_column(table, "downtime_days", "INTEGER", "{0} BETWEEN 0 AND 365")


def _add_column(table: str, name: str, kind: str, condition: str, more: str = "") -> None:
    check = f"CONSTRAINT ck_{table}_{name} CHECK ({condition.format(name)})"
    op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN {name} {kind} {check}{more}".replace(":", r"\:")))


def _create_practice() -> None:
    create_table("practitioner", identity("id", null=False), line("name", null=False), flag("has_left"))
    create_table(
        "text_template",
        identity("id", null=False),
        line("abbreviation", null=False),
        text("text", IS_NOTE, null=False),
        sa.UniqueConstraint("abbreviation", name=op.f("uq_text_template_abbreviation")),
    )


def _create_contact() -> None:
    create_table(
        "contact",
        identity("id", null=False),
        identity("person_id", null=False),
        words("treatment", "botox", "microdermabrasion"),
        day("contacted_on", null=False),
        words("outcome", "message_left", "reached", "booked", "declined", null=False),
        day("until"),
        line("provider"),
        note("note"),
        whole("entered", 0, LARGEST, null=False),
        references={"person_id": "person"},
    )
    op.create_index("ix_contact_person_day", "contact", ["person_id", "contacted_on"])


def _create_adverse_event() -> None:
    create_table(
        "adverse_event",
        identity("id", null=False),
        identity("person_id", null=False),
        identity("entry_id", null=False),
        code("term", null=False),
        line("other_term"),
        day("onset_on", null=False),
        day("ended_on"),
        words("side", "right", "midline", "left", "both"),
        whole("grade", 1, 4, null=False),
        note("action"),
        flag("is_seen_by_clinician"),
        flag("is_reported"),
        note("note"),
        whole("entered", 0, LARGEST, null=False),
        [sa.CheckConstraint("ended_on IS NULL OR ended_on >= onset_on", name="in_order")],
        references={"person_id": "person"},
    )
    op.create_index("ix_adverse_event_person_id", "adverse_event", ["person_id"])
    op.create_index("ix_adverse_event_entry_id", "adverse_event", ["entry_id"])


def _create_amendment() -> None:
    create_table(
        "amendment",
        identity("id", null=False),
        identity("person_id", null=False),
        identity("entry_id", null=False),
        text("amended_at", IS_MOMENT, null=False),
        line("amended_by", null=False),
        text("reason", IS_NOTE, null=False),
        text("entry_before", IS_OBJECT, null=False),
        text("entry_after", IS_OBJECT, null=False),
        references={"person_id": "person"},
    )
    op.create_index("ix_amendment_person_id", "amendment", ["person_id"])
    op.create_index("ix_amendment_entry_id", "amendment", ["entry_id"])


def _chain_changes() -> None:
    _add_column("change_batch", "made_by", "TEXT", IS_LINE)
    op.drop_index("ix_change_batch_id", "change")
    op.rename_table("change", "change_of_version_2")
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
    create_table(
        "change_head",
        [sa.Column("id", sa.Integer, nullable=False), sa.CheckConstraint("id = 1", name="only_one")],
        whole("change_id", 0, LARGEST, null=False),
        text("hash", IS_HASH, null=False),
    )
    _copy_changes()
    op.drop_table("change_of_version_2")
    for column in ("batch_id", "person_id", "row_id"):
        op.create_index(f"ix_change_{column}", "change", [column])


def _copy_changes() -> None:
    bind = op.get_bind()
    batch = ", ".join(f"change_batch.{name}" for name in BATCH_FIELDS)
    change = ", ".join(f"change_of_version_2.{name}" for name in CHANGE_FIELDS)
    rows = bind.execute(
        sa.text(
            f"SELECT {batch}, {change} FROM change_of_version_2"
            " JOIN change_batch ON change_batch.id = batch_id ORDER BY change_of_version_2.id"
        )
    ).all()
    links = [tuple(row) for row in rows]
    chained = [
        {**dict(zip(CHANGE_FIELDS, link[len(BATCH_FIELDS) :], strict=True)), "hash": link_hash}
        for link, link_hash in zip(links, hashes(BEGINNING, links), strict=True)
    ]
    if chained:
        names = (*CHANGE_FIELDS, "hash")
        values = ", ".join(f":{name}" for name in names)
        bind.execute(sa.text(f"INSERT INTO change ({', '.join(names)}) VALUES ({values})"), chained)
    last: dict[str, Any] = chained[-1] if chained else {"id": 0, "hash": BEGINNING}
    head = sa.text("INSERT INTO change_head (id, change_id, hash) VALUES (1, :id, :hash)")
    bind.execute(head, {"id": last["id"], "hash": last["hash"]})
