"""The tables. Every constraint is named; `whole_metadata` gives each column the CHECK of its type.

Records are made of rows in `store.rows`, changes are written by `store.recorder` alone. References are checked at
commit, so that the order of rows is free.
"""

from functools import cache
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, UniqueConstraint, text

from tracker.core.adverse_events import HIGHEST_GRADE, LOWEST_GRADE, Side
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import MOST_DOWNTIME_DAYS, MOST_MINUTES, MOST_PASSES
from tracker.core.intervals import LONGEST_INTERVAL
from tracker.core.records import TREATMENTS, Gender, Kind, Rater, Setting
from tracker.core.reminders.log import WRITTEN_OUTCOMES, Outcome
from tracker.core.reminders.settings import ReminderKind
from tracker.core.scales import DIRECTIONS, HIGHEST, LOWEST
from tracker.store.column_limits import Code, Currency, Expiry, Hash, Line, Note, RowJson, SortKey, Turn, Whole, Word
from tracker.store.column_types import (
    Checked,
    Choice,
    Codes,
    Day,
    Flag,
    Identity,
    Moment,
    Number,
    Sites,
    Tags,
    Tenths,
    WallTime,
)

VACUUM_UNITS = ("kPa", "mmHg", "inHg", "cmHg", "mbar", "bar", "level")
LARGEST_WHOLE = 2**63 - 1
DATA_TABLE_NAMES = (
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
"""The tables that hold what people typed, parents first; `store.recorder` alone writes them."""

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
"""All tables, and how constraints are named."""


def _reference(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _entry_columns() -> tuple[Column[Any], ...]:
    """Return the columns of every entry.

    ``entered`` is the number of the change record under which it was first written.
    """
    return (
        Column("id", Identity, primary_key=True),
        Column("person_id", Identity, _reference("person.id"), nullable=False),
        Column("given_on", Day, nullable=False),
        Column("given_at", WallTime),
        Column("note", Note),
        Column("entered", Whole(0, LARGEST_WHOLE), nullable=False),
        Column("private_note", Note),
        Column("signed_at", Moment),
        Column("signed_by", Line),
    )


def _treatment_columns() -> tuple[Column[Any], ...]:
    """Return the columns of every treatment."""
    return (
        *_entry_columns(),
        Column("provider", Line),
        Column("cost", Number),
        Column("currency", Currency),
        Column("override_reason", Note),
        Column("downtime_days", Whole(0, MOST_DOWNTIME_DAYS)),
    )


PERSON = Table(
    "person",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("name", Line, nullable=False),
    Column("sort_name", Line),
    Column("client_number", Line),
    Column("birth_date", Day),
    Column("phone", Line),
    Column("email", Line),
    Column("skin_type", Whole(1, 6)),
    Column("cautions", Codes, nullable=False),
    Column("allergies", Note),
    Column("notes", Note),
    Column("is_archived", Flag, nullable=False),
    Column("gender", Choice(Gender)),
    Column("tags", Tags, nullable=False),
    Column("private_note", Note),
    Column("goal_texture", Whole(LOWEST, HIGHEST)),
    Column("goal_wrinkles", Whole(LOWEST, HIGHEST)),
    Column("sort_key", SortKey, nullable=False),
    Column("search_number", Whole(0, LARGEST_WHOLE), nullable=False),
    UniqueConstraint("search_number"),
    # All that the list of people is read and counted by; the archived, who are few, have one of their own.
    Index("ix_person_list", "sort_key", "id", "is_archived"),
    Index("ix_person_archived", "sort_key", "id", sqlite_where=text("is_archived = 1")),
    Index("ix_person_client_number", "client_number"),
    sqlite_strict=True,
)
"""One person.

``sort_key`` and ``search_number`` are derived, and written with the person: the key of lists, and the number under
which `store.search_index` knows the person.
"""

MICRODERMABRASION = Table(
    "microdermabrasion",
    METADATA,
    *_treatment_columns(),
    Column("setting", Choice(Setting)),
    Column("device", Code),
    Column("grit", Line),
    Column("vacuum", Number),
    Column("vacuum_unit", Word(*VACUUM_UNITS)),
    Column("passes", Whole(0, MOST_PASSES)),
    Column("minutes", Whole(0, MOST_MINUTES)),
    Column("areas", Codes, nullable=False),
    Column("reaction", Whole(0, 4)),
    Column("products_after", Note),
    # All that the spacing engine asks for, so that the latest session of everybody is read from the index alone.
    Index(
        "ix_microdermabrasion_person_day",
        "person_id",
        "given_on",
        "entered",
        "given_at",
        "setting",
        "device",
        "areas",
    ),
    CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
    sqlite_strict=True,
)
"""One microdermabrasion session."""

BOTOX = Table(
    "botox",
    METADATA,
    *_treatment_columns(),
    Column("product", Code, nullable=False),
    Column("units", Tenths),
    Column("dilution_ml", Number),
    Column("lot", Line),
    Column("expires", Expiry),
    Column("is_touch_up", Flag, nullable=False),
    Column("touch_up_of", Identity, _reference("botox.id")),
    Column("sites", Sites),
    CheckConstraint("touch_up_of IS NULL OR is_touch_up = 1", name="only_touch_ups_belong"),
    CheckConstraint("touch_up_of IS NOT id", name="not_of_itself"),
    Index(
        "ix_botox_person_day",
        "person_id",
        "given_on",
        "entered",
        "given_at",
        "product",
        "is_touch_up",
        "units",
        "sites",
    ),
    Index("ix_botox_touch_up_of", "touch_up_of"),
    Index("ix_botox_lot", "lot"),
    CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
    sqlite_strict=True,
)
"""One botulinum toxin treatment; ``units`` in tenths.

``sites`` are those of its injection points, each once, in alphabetical order: derived, and written with them. It is
null where there are no points or one lies at no site: where the treatment lies is then not known.
"""

INJECTION_POINT = Table(
    "injection_point",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("botox_id", Identity, _reference("botox.id"), nullable=False),
    Column("position", Whole(0, LARGEST_WHOLE), nullable=False),
    Column("units", Tenths, nullable=False),
    Column("site", Code),
    Column("x", Number),
    Column("y", Number),
    UniqueConstraint("botox_id", "position"),
    CheckConstraint("(x IS NULL) = (y IS NULL)", name="x_with_y"),
    CheckConstraint("site IS NOT NULL OR x IS NOT NULL", name="somewhere"),
    sqlite_strict=True,
)
"""One injection point of a botox treatment; ``units`` in tenths, ``x`` and ``y`` in units of the face drawing."""

RATING = Table(
    "rating",
    METADATA,
    *_entry_columns(),
    Column("rater", Choice(Rater)),
    Column("provider", Line),
    Column("texture", Whole(LOWEST, HIGHEST)),
    Column("wrinkles", Whole(LOWEST, HIGHEST)),
    Column("tone", Whole(LOWEST, HIGHEST)),
    Column("fine_lines", Whole(LOWEST, HIGHEST)),
    Column("acne_scars", Whole(LOWEST, HIGHEST)),
    Column("sun_damage", Whole(LOWEST, HIGHEST)),
    Column("dullness", Whole(LOWEST, HIGHEST)),
    Column("scale_id", Code, nullable=False),
    Column("scale_version", Whole(1, LARGEST_WHOLE), nullable=False),
    Column("scale_direction", Word(*DIRECTIONS), nullable=False),
    Column("prior_shown", Flag, nullable=False),
    Column("wrinkles_original", Whole(LOWEST, HIGHEST)),
    CheckConstraint(
        "coalesce(texture, wrinkles, tone, fine_lines, acne_scars, sun_damage, dullness) IS NOT NULL",
        name="has_score",
    ),
    Index("ix_rating_person_day", "person_id", "given_on", "entered"),
    CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
    sqlite_strict=True,
)
"""One rating; at least one concern has a score."""

OTHER_EVENT = Table(
    "other_event",
    METADATA,
    *_entry_columns(),
    Column("event", Code, nullable=False),
    Column("until", Day),
    Column("provider", Line),
    CheckConstraint("until IS NULL OR until > given_on", name="in_order"),
    Index("ix_other_event_person_day", "person_id", "given_on", "entered"),
    CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
    sqlite_strict=True,
)
"""One note or other event; ``until`` is the last day of one that went on beyond ``given_on``."""

PLANNED_TREATMENT = Table(
    "planned_treatment",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("kind", Choice(Kind, *TREATMENTS), nullable=False),
    Column("planned_on", Day, nullable=False),
    Column("planned_at", WallTime),
    Column("is_touch_up", Flag, nullable=False),
    Column("note", Note),
    Column("entered", Whole(0, LARGEST_WHOLE), nullable=False),
    CheckConstraint("is_touch_up = 0 OR kind = 'botox'", name="botox_is_touched_up"),
    Index("ix_planned_treatment_person_day", "person_id", "planned_on"),
    sqlite_strict=True,
)
"""One treatment that is planned and has not been given."""

OWN_INTERVAL = Table(
    "own_interval",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id")),
    Column("rule", Code, nullable=False),
    Column("product", Code),
    Column("minimum", Whole(0, LONGEST_INTERVAL), nullable=False),
    Column("recommended", Whole(0, LONGEST_INTERVAL), nullable=False),
    Column("lapsed", Whole(1, LONGEST_INTERVAL)),
    Column("is_off", Flag, nullable=False),
    CheckConstraint("minimum <= recommended AND (lapsed IS NULL OR recommended < lapsed)", name="in_order"),
    Index("ix_own_interval_person_id", "person_id"),
    sqlite_strict=True,
)
"""One rule with other numbers, or switched off: for everybody where ``person_id`` is null. The id says which."""

RECORD_SETTING = Table(
    "record_setting",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("name", Code, nullable=False),
    Column("value", RowJson, nullable=False),
    UniqueConstraint("name"),
    sqlite_strict=True,
)
"""One setting that belongs to the record and not to the computer, as a JSON object."""

REMINDER_ANSWER = Table(
    "reminder_answer",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("reminder_key", Line, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("answered_on", Day, nullable=False),
    Column("until", Day),
    Index("ix_reminder_answer_person_id", "person_id"),
    sqlite_strict=True,
)
"""What a person answered to one reminder: dismissed, or to be repeated on the day ``until``; one a key."""

PRACTITIONER = Table(
    "practitioner",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("name", Line, nullable=False),
    Column("has_left", Flag, nullable=False),
    sqlite_strict=True,
)
"""Somebody who works here."""

TEXT_TEMPLATE = Table(
    "text_template",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("abbreviation", Line, nullable=False),
    Column("text", Note, nullable=False),
    UniqueConstraint("abbreviation"),
    sqlite_strict=True,
)
"""A text that takes the place of its abbreviation in a note."""

CONTACT = Table(
    "contact",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("treatment", Choice(Kind, *TREATMENTS)),
    Column("contacted_on", Day, nullable=False),
    Column("outcome", Choice(ContactOutcome), nullable=False),
    Column("until", Day),
    Column("provider", Line),
    Column("note", Note),
    Column("entered", Whole(0, LARGEST_WHOLE), nullable=False),
    Index("ix_contact_person_day", "person_id", "contacted_on"),
    sqlite_strict=True,
)
"""One contact with a person about a treatment that may be due."""

ADVERSE_EVENT = Table(
    "adverse_event",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("entry_id", Identity, nullable=False),
    Column("term", Code, nullable=False),
    Column("other_term", Line),
    Column("onset_on", Day, nullable=False),
    Column("ended_on", Day),
    Column("side", Choice(Side)),
    Column("grade", Whole(LOWEST_GRADE, HIGHEST_GRADE), nullable=False),
    Column("action", Note),
    Column("is_seen_by_clinician", Flag, nullable=False),
    Column("is_reported", Flag, nullable=False),
    Column("note", Note),
    Column("entered", Whole(0, LARGEST_WHOLE), nullable=False),
    CheckConstraint("ended_on IS NULL OR ended_on >= onset_on", name="in_order"),
    Index("ix_adverse_event_person_id", "person_id"),
    Index("ix_adverse_event_entry_id", "entry_id"),
    sqlite_strict=True,
)
"""One adverse event of a treatment. ``entry_id`` is the treatment's, which stands in one of two tables."""

AMENDMENT = Table(
    "amendment",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("entry_id", Identity, nullable=False),
    Column("amended_at", Moment, nullable=False),
    Column("amended_by", Line, nullable=False),
    Column("reason", Note, nullable=False),
    Column("entry_before", RowJson, nullable=False),
    Column("entry_after", RowJson, nullable=False),
    Index("ix_amendment_person_id", "person_id"),
    Index("ix_amendment_entry_id", "entry_id"),
    sqlite_strict=True,
)
"""One amendment of a signed entry, whose id is ``entry_id``; both versions as JSON."""

REMINDER_LOG = Table(
    "reminder_log",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("logged_at", Moment, nullable=False),
    Column("logged_on", Day, nullable=False),
    Column("outcome", Choice(Outcome, *WRITTEN_OUTCOMES), nullable=False),
    Column("turn", Turn, nullable=False),
    Column("reminder_key", Line, nullable=False),
    Column("kind", Choice(ReminderKind), nullable=False),
    Column("person_id", Identity, _reference("person.id"), nullable=False),
    Column("treatment", Choice(Kind, *TREATMENTS, Kind.RATING), nullable=False),
    Column("about", Day, nullable=False),
    Column("since", Day, nullable=False),
    Column("last", Day),
    Column("until", Day),
    Column("is_pending", Flag, nullable=False),
    Index("ix_reminder_log_person_id", "person_id"),
    Index("ix_reminder_log_reminder_key", "reminder_key"),
    Index("ix_reminder_log_pending", "person_id", sqlite_where=text("is_pending = 1")),
    sqlite_strict=True,
)
"""One line of what became of a reminder, beside the undo list: a notification cannot be taken back.

``is_pending``: it is the latest about its reminder, which was not given up by it. A look reads those alone, and
what was written about the reminders that there are now; the rest is for whoever asks why.
"""

UNFINISHED = Table(
    "unfinished",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Code, nullable=False),
    Column("opened_for", RowJson, nullable=False),
    Column("typed", RowJson, nullable=False),
    sqlite_strict=True,
)
"""A dialog that the lock closed, with what was typed in it; there is none while the record is open."""

CHANGE_BATCH = Table(
    "change_batch",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("verb", Code, nullable=False),
    Column("subject", Code, nullable=False),
    Column("entry_day", Day),
    Column("entry_count", Whole(0, LARGEST_WHOLE), nullable=False),
    Column("direction", Word("do", "undo", "redo"), nullable=False),
    Column("undoes", Integer, _reference("change_batch.id")),
    Column("state", Word("done", "undone", "superseded")),
    Column("made_by", Line),
    CheckConstraint("(direction = 'do') = (state IS NOT NULL)", name="verbs_have_state"),
    CheckConstraint("(direction = 'do') = (undoes IS NULL)", name="others_name_verb"),
    Index("ix_change_batch_state", "state", "id"),
    sqlite_strict=True,
)
"""One verb, or the undo or redo of the verb that ``undoes`` names. Only verbs have a ``state``.

``made_by`` is who was named as working here when it was made.
"""

CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("batch_id", Integer, _reference("change_batch.id"), nullable=False),
    Column("person_id", Identity),
    Column("table_name", Word(*DATA_TABLE_NAMES), nullable=False),
    Column("row_id", Identity, nullable=False),
    Column("before", RowJson),
    Column("after", RowJson),
    Column("hash", Hash, nullable=False),
    CheckConstraint("before IS NOT after", name="differs"),
    Index("ix_change_batch_id", "batch_id"),
    Index("ix_change_person_id", "person_id"),
    Index("ix_change_row_id", "row_id"),
    sqlite_strict=True,
)
"""One row changed by a batch, as JSON before and after; null where there was or is none.

``person_id`` is whose data it is, null for what concerns everybody. ``hash`` chains it to the row before, see
`store.chain`.
"""

CHANGE_HEAD = Table(
    "change_head",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("change_id", Whole(0, LARGEST_WHOLE), nullable=False),
    Column("hash", Hash, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
    sqlite_strict=True,
)
"""The one row that says which change is the last, so that the end of the chain cannot be cut off unnoticed."""


DATA_TABLES = tuple(METADATA.tables[name] for name in DATA_TABLE_NAMES)


@cache
def whole_metadata() -> MetaData:
    """Return the tables with the CHECK of every column. Reading and writing do without: no start waits for them."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Checked):
                table.append_constraint(CheckConstraint(column.type.condition(column.name), name=column.name))
    return METADATA
