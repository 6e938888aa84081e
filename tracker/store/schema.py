"""The tables as typed models. Every constraint is named; `whole_metadata` gives each column the CHECK of its type.

Models are read and written through their tables (columns, not entities): records are made in `store.rows`,
changes are written by `store.recorder` alone. References are checked at commit, so that the order of rows is free.
"""

from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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
STRICT = {"sqlite_strict": True}
DATA_TABLE_NAMES = (
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
"""The tables that hold what people typed, parents first; `store.recorder` alone writes them."""


class Base(DeclarativeBase):
    """Common to all tables: how constraints are named."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def _reference(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


class PersonRow(Base):
    """One person.

    ``sort_key`` and ``search_number`` are derived, and written with the person: the key of lists, and the number under
    which `store.search_index` knows the person.
    """

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("search_number"),
        # All that the list of people is read and counted by; the archived, who are few, have one of their own.
        Index("ix_person_list", "sort_key", "id", "is_archived"),
        Index("ix_person_archived", "sort_key", "id", sqlite_where=text("is_archived = 1")),
        Index("ix_person_client_number", "client_number"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(Line)
    sort_name: Mapped[str | None] = mapped_column(Line)
    client_number: Mapped[str | None] = mapped_column(Line)
    birth_date: Mapped[date | None] = mapped_column(Day)
    phone: Mapped[str | None] = mapped_column(Line)
    email: Mapped[str | None] = mapped_column(Line)
    skin_type: Mapped[int | None] = mapped_column(Whole(1, 6))
    cautions: Mapped[tuple[str, ...]] = mapped_column(Codes)
    allergies: Mapped[str | None] = mapped_column(Note)
    notes: Mapped[str | None] = mapped_column(Note)
    is_archived: Mapped[bool] = mapped_column(Flag)
    gender: Mapped[Gender | None] = mapped_column(Choice(Gender))
    tags: Mapped[tuple[str, ...]] = mapped_column(Tags)
    private_note: Mapped[str | None] = mapped_column(Note)
    sort_key: Mapped[str] = mapped_column(SortKey)
    search_number: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))


class EntryColumns:
    """Columns of every entry. ``entered`` is the number of the change record under which it was first written."""

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True, sort_order=-2)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"), sort_order=-2)
    on: Mapped[date] = mapped_column("given_on", Day, sort_order=-2)
    at: Mapped[time | None] = mapped_column("given_at", WallTime, sort_order=-2)
    note: Mapped[str | None] = mapped_column(Note, sort_order=-2)
    entered: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE), sort_order=-2)
    private_note: Mapped[str | None] = mapped_column(Note, sort_order=-2)
    signed_at: Mapped[datetime | None] = mapped_column(Moment, sort_order=-2)
    signed_by: Mapped[str | None] = mapped_column(Line, sort_order=-2)


class TreatmentColumns(EntryColumns):
    """Columns of every treatment."""

    provider: Mapped[str | None] = mapped_column(Line, sort_order=-1)
    cost: Mapped[Decimal | None] = mapped_column(Number, sort_order=-1)
    currency: Mapped[str | None] = mapped_column(Currency, sort_order=-1)
    override_reason: Mapped[str | None] = mapped_column(Note, sort_order=-1)
    downtime_days: Mapped[int | None] = mapped_column(Whole(0, MOST_DOWNTIME_DAYS), sort_order=-1)


class MicrodermabrasionRow(TreatmentColumns, Base):
    """One microdermabrasion session."""

    __tablename__ = "microdermabrasion"
    __table_args__ = (
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
        STRICT,
    )

    setting: Mapped[Setting | None] = mapped_column(Choice(Setting))
    device: Mapped[str | None] = mapped_column(Code)
    grit: Mapped[str | None] = mapped_column(Line)
    vacuum: Mapped[Decimal | None] = mapped_column(Number)
    vacuum_unit: Mapped[str | None] = mapped_column(Word(*VACUUM_UNITS))
    passes: Mapped[int | None] = mapped_column(Whole(0, MOST_PASSES))
    minutes: Mapped[int | None] = mapped_column(Whole(0, MOST_MINUTES))
    areas: Mapped[tuple[str, ...]] = mapped_column(Codes)
    reaction: Mapped[int | None] = mapped_column(Whole(0, 4))
    products_after: Mapped[str | None] = mapped_column(Note)


class BotoxRow(TreatmentColumns, Base):
    """One botulinum toxin treatment; ``units`` in tenths.

    ``sites`` are those of its injection points, each once, in alphabetical order: derived, and written with them. It is
    null where there are no points or one lies at no site: where the treatment lies is then not known.
    """

    __tablename__ = "botox"
    __table_args__ = (
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
        STRICT,
    )

    product: Mapped[str] = mapped_column(Code)
    units: Mapped[Decimal | None] = mapped_column(Tenths)
    dilution_ml: Mapped[Decimal | None] = mapped_column(Number)
    lot: Mapped[str | None] = mapped_column(Line)
    expires: Mapped[str | None] = mapped_column(Expiry)
    is_touch_up: Mapped[bool] = mapped_column(Flag)
    touch_up_of: Mapped[UUID | None] = mapped_column(Identity, _reference("botox.id"))
    sites: Mapped[tuple[str, ...] | None] = mapped_column(Sites)


class InjectionPointRow(Base):
    """One injection point of a botox treatment; ``units`` in tenths, ``x`` and ``y`` in units of the face drawing."""

    __tablename__ = "injection_point"
    __table_args__ = (
        UniqueConstraint("botox_id", "position"),
        CheckConstraint("(x IS NULL) = (y IS NULL)", name="x_with_y"),
        CheckConstraint("site IS NOT NULL OR x IS NOT NULL", name="somewhere"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    botox_id: Mapped[UUID] = mapped_column(Identity, _reference("botox.id"))
    position: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))
    units: Mapped[Decimal] = mapped_column(Tenths)
    site: Mapped[str | None] = mapped_column(Code)
    x: Mapped[Decimal | None] = mapped_column(Number)
    y: Mapped[Decimal | None] = mapped_column(Number)


class RatingRow(EntryColumns, Base):
    """One rating; at least one concern has a score."""

    __tablename__ = "rating"
    __table_args__ = (
        CheckConstraint(
            "coalesce(texture, wrinkles, tone, fine_lines, acne_scars, sun_damage, dullness) IS NOT NULL",
            name="has_score",
        ),
        Index("ix_rating_person_day", "person_id", "given_on", "entered"),
        CheckConstraint("(signed_at IS NULL) = (signed_by IS NULL)", name="signed_whole"),
        STRICT,
    )

    rater: Mapped[Rater | None] = mapped_column(Choice(Rater))
    provider: Mapped[str | None] = mapped_column(Line)
    texture: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    wrinkles: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    tone: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    fine_lines: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    acne_scars: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    sun_damage: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    dullness: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))
    scale_id: Mapped[str] = mapped_column(Code)
    scale_version: Mapped[int] = mapped_column(Whole(1, LARGEST_WHOLE))
    scale_direction: Mapped[str] = mapped_column(Word(*DIRECTIONS))
    prior_shown: Mapped[bool] = mapped_column(Flag)
    wrinkles_original: Mapped[int | None] = mapped_column(Whole(LOWEST, HIGHEST))


class PlannedTreatmentRow(Base):
    """One treatment that is planned and has not been given."""

    __tablename__ = "planned_treatment"
    __table_args__ = (
        CheckConstraint("is_touch_up = 0 OR kind = 'botox'", name="botox_is_touched_up"),
        Index("ix_planned_treatment_person_day", "person_id", "planned_on"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    kind: Mapped[Kind] = mapped_column(Choice(Kind, *TREATMENTS))
    on: Mapped[date] = mapped_column("planned_on", Day)
    at: Mapped[time | None] = mapped_column("planned_at", WallTime)
    is_touch_up: Mapped[bool] = mapped_column(Flag)
    note: Mapped[str | None] = mapped_column(Note)
    entered: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))


class OwnIntervalRow(Base):
    """One rule with other numbers, or switched off: for everybody where ``person_id`` is null. The id says which."""

    __tablename__ = "own_interval"
    __table_args__ = (
        CheckConstraint("minimum <= recommended AND (lapsed IS NULL OR recommended < lapsed)", name="in_order"),
        Index("ix_own_interval_person_id", "person_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID | None] = mapped_column(Identity, _reference("person.id"))
    rule: Mapped[str] = mapped_column(Code)
    product: Mapped[str | None] = mapped_column(Code)
    minimum: Mapped[int] = mapped_column(Whole(0, LONGEST_INTERVAL))
    recommended: Mapped[int] = mapped_column(Whole(0, LONGEST_INTERVAL))
    lapsed: Mapped[int | None] = mapped_column(Whole(1, LONGEST_INTERVAL))
    is_off: Mapped[bool] = mapped_column(Flag)


class RecordSettingRow(Base):
    """One setting that belongs to the record and not to the computer, as a JSON object."""

    __tablename__ = "record_setting"
    __table_args__ = (UniqueConstraint("name"), STRICT)

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(Code)
    value: Mapped[str] = mapped_column(RowJson)


class ReminderAnswerRow(Base):
    """What a person answered to one reminder: dismissed, or to be repeated on the day ``until``; one a key."""

    __tablename__ = "reminder_answer"
    __table_args__ = (Index("ix_reminder_answer_person_id", "person_id"), STRICT)

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    key: Mapped[str] = mapped_column("reminder_key", Line)
    at: Mapped[datetime] = mapped_column("answered_at", Moment)
    on: Mapped[date] = mapped_column("answered_on", Day)
    until: Mapped[date | None] = mapped_column(Day)


class PractitionerRow(Base):
    """Somebody who works here."""

    __tablename__ = "practitioner"
    __table_args__ = STRICT

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    name: Mapped[str] = mapped_column(Line)
    has_left: Mapped[bool] = mapped_column(Flag)


class TextTemplateRow(Base):
    """A text that takes the place of its abbreviation in a note."""

    __tablename__ = "text_template"
    __table_args__ = (UniqueConstraint("abbreviation"), STRICT)

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    abbreviation: Mapped[str] = mapped_column(Line)
    text: Mapped[str] = mapped_column(Note)


class ContactRow(Base):
    """One contact with a person about a treatment that may be due."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_person_day", "person_id", "contacted_on"), STRICT)

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    treatment: Mapped[Kind | None] = mapped_column(Choice(Kind, *TREATMENTS))
    on: Mapped[date] = mapped_column("contacted_on", Day)
    outcome: Mapped[ContactOutcome] = mapped_column(Choice(ContactOutcome))
    until: Mapped[date | None] = mapped_column(Day)
    provider: Mapped[str | None] = mapped_column(Line)
    note: Mapped[str | None] = mapped_column(Note)
    entered: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))


class AdverseEventRow(Base):
    """One adverse event of a treatment. ``entry_id`` is the treatment's, which stands in one of two tables."""

    __tablename__ = "adverse_event"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= onset_on", name="in_order"),
        Index("ix_adverse_event_person_id", "person_id"),
        Index("ix_adverse_event_entry_id", "entry_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    entry_id: Mapped[UUID] = mapped_column(Identity)
    term: Mapped[str] = mapped_column(Code)
    other_term: Mapped[str | None] = mapped_column(Line)
    onset_on: Mapped[date] = mapped_column(Day)
    ended_on: Mapped[date | None] = mapped_column(Day)
    side: Mapped[Side | None] = mapped_column(Choice(Side))
    grade: Mapped[int] = mapped_column(Whole(LOWEST_GRADE, HIGHEST_GRADE))
    action: Mapped[str | None] = mapped_column(Note)
    is_seen_by_clinician: Mapped[bool] = mapped_column(Flag)
    is_reported: Mapped[bool] = mapped_column(Flag)
    note: Mapped[str | None] = mapped_column(Note)
    entered: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))


class AmendmentRow(Base):
    """One amendment of a signed entry, whose id is ``entry_id``; both versions as JSON."""

    __tablename__ = "amendment"
    __table_args__ = (
        Index("ix_amendment_person_id", "person_id"),
        Index("ix_amendment_entry_id", "entry_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    entry_id: Mapped[UUID] = mapped_column(Identity)
    at: Mapped[datetime] = mapped_column("amended_at", Moment)
    by: Mapped[str] = mapped_column("amended_by", Line)
    reason: Mapped[str] = mapped_column(Note)
    before: Mapped[str] = mapped_column("entry_before", RowJson)
    after: Mapped[str] = mapped_column("entry_after", RowJson)


class ReminderLogRow(Base):
    """One line of what became of a reminder, beside the undo list: a notification cannot be taken back.

    ``is_pending``: it is the latest about its reminder, which was not given up by it. A look reads those alone, and
    what was written about the reminders that there are now; the rest is for whoever asks why.
    """

    __tablename__ = "reminder_log"
    __table_args__ = (
        Index("ix_reminder_log_person_id", "person_id"),
        Index("ix_reminder_log_reminder_key", "reminder_key"),
        Index("ix_reminder_log_pending", "person_id", sqlite_where=text("is_pending = 1")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column("logged_at", Moment)
    on: Mapped[date] = mapped_column("logged_on", Day)
    outcome: Mapped[Outcome] = mapped_column(Choice(Outcome, *WRITTEN_OUTCOMES))
    turn: Mapped[str] = mapped_column(Turn)
    key: Mapped[str] = mapped_column("reminder_key", Line)
    kind: Mapped[ReminderKind] = mapped_column(Choice(ReminderKind))
    person_id: Mapped[UUID] = mapped_column(Identity, _reference("person.id"))
    treatment: Mapped[Kind] = mapped_column(Choice(Kind))
    about: Mapped[date] = mapped_column(Day)
    since: Mapped[date] = mapped_column(Day)
    last: Mapped[date | None] = mapped_column(Day)
    until: Mapped[date | None] = mapped_column(Day)
    is_pending: Mapped[bool] = mapped_column(Flag)


class UnfinishedRow(Base):
    """A dialog that the lock closed, with what was typed in it; there is none while the record is open."""

    __tablename__ = "unfinished"
    __table_args__ = (STRICT,)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(Code)
    opened_for: Mapped[str] = mapped_column(RowJson)
    typed: Mapped[str] = mapped_column(RowJson)


class ChangeBatchRow(Base):
    """One verb, or the undo or redo of the verb that ``undoes`` names. Only verbs have a ``state``.

    ``made_by`` is who was named as working here when it was made.
    """

    __tablename__ = "change_batch"
    __table_args__ = (
        CheckConstraint("(direction = 'do') = (state IS NOT NULL)", name="verbs_have_state"),
        CheckConstraint("(direction = 'do') = (undoes IS NULL)", name="others_name_verb"),
        Index("ix_change_batch_state", "state", "id"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    verb: Mapped[str] = mapped_column(Code)
    subject: Mapped[str] = mapped_column(Code)
    on: Mapped[date | None] = mapped_column("entry_day", Day)
    count: Mapped[int] = mapped_column("entry_count", Whole(0, LARGEST_WHOLE))
    direction: Mapped[str] = mapped_column(Word("do", "undo", "redo"))
    undoes: Mapped[int | None] = mapped_column(_reference("change_batch.id"))
    state: Mapped[str | None] = mapped_column(Word("done", "undone", "superseded"))
    made_by: Mapped[str | None] = mapped_column(Line)


class ChangeRow(Base):
    """One row changed by a batch, as JSON before and after; null where there was or is none.

    ``person_id`` is whose data it is, null for what concerns everybody. ``hash`` chains it to the row before, see
    `store.chain`.
    """

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("before IS NOT after", name="differs"),
        Index("ix_change_batch_id", "batch_id"),
        Index("ix_change_person_id", "person_id"),
        Index("ix_change_row_id", "row_id"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    batch_id: Mapped[int] = mapped_column(_reference("change_batch.id"))
    person_id: Mapped[UUID | None] = mapped_column(Identity)
    table_name: Mapped[str] = mapped_column(Word(*DATA_TABLE_NAMES))
    row_id: Mapped[UUID] = mapped_column(Identity)
    before: Mapped[str | None] = mapped_column(RowJson)
    after: Mapped[str | None] = mapped_column(RowJson)
    hash: Mapped[str] = mapped_column(Hash)


class ChangeHeadRow(Base):
    """The one row that says which change is the last, so that the end of the chain cannot be cut off unnoticed."""

    __tablename__ = "change_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"), STRICT)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    change_id: Mapped[int] = mapped_column(Whole(0, LARGEST_WHOLE))
    hash: Mapped[str] = mapped_column(Hash)


@cache
def whole_metadata() -> MetaData:
    """Return the tables with the CHECK of every column. Reading and writing do without: no start waits for them."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Checked):
                table.append_constraint(CheckConstraint(column.type.condition(column.name), name=column.name))
    return Base.metadata


PERSON = Base.metadata.tables["person"]
MICRODERMABRASION = Base.metadata.tables["microdermabrasion"]
BOTOX = Base.metadata.tables["botox"]
INJECTION_POINT = Base.metadata.tables["injection_point"]
RATING = Base.metadata.tables["rating"]
PLANNED_TREATMENT = Base.metadata.tables["planned_treatment"]
OWN_INTERVAL = Base.metadata.tables["own_interval"]
RECORD_SETTING = Base.metadata.tables["record_setting"]
REMINDER_ANSWER = Base.metadata.tables["reminder_answer"]
REMINDER_LOG = Base.metadata.tables["reminder_log"]
PRACTITIONER = Base.metadata.tables["practitioner"]
TEXT_TEMPLATE = Base.metadata.tables["text_template"]
CONTACT = Base.metadata.tables["contact"]
ADVERSE_EVENT = Base.metadata.tables["adverse_event"]
AMENDMENT = Base.metadata.tables["amendment"]
UNFINISHED = Base.metadata.tables["unfinished"]
CHANGE_HEAD = Base.metadata.tables["change_head"]
CHANGE_BATCH = Base.metadata.tables["change_batch"]
CHANGE = Base.metadata.tables["change"]

DATA_TABLES = tuple(Base.metadata.tables[name] for name in DATA_TABLE_NAMES)
