"""What can be stored, tried from outside: a second connection that knows nothing of the program's own checks."""

from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Column, Engine, Table, create_engine, inspect

from tracker.store.engine import memory_engine
from tracker.store.schema import DATA_TABLES, whole_metadata
from tracker.store.search_index import TABLE as SEARCH_INDEX
from tracker.store.upgrade import MIGRATIONS, upgrade
from tracker.store.version import HEAD, VERSIONS

PERSON = "11111111-1111-4111-8111-111111111111"
ENTRY = "22222222-2222-4222-8222-222222222222"
OTHER = "33333333-3333-4333-8333-333333333333"

COMMON = {"id": ENTRY, "person_id": PERSON, "given_on": "2026-03-01", "entered": 1}
SOUND: dict[str, dict[str, Any]] = {
    "person": {
        "id": OTHER,
        "name": "A",
        "cautions": "",
        "is_archived": 0,
        "tags": "",
        "sort_key": "a",
        "search_number": 2,
    },
    "microdermabrasion": {**COMMON, "areas": "nose|chin", "vacuum": "20", "vacuum_unit": "kPa"},
    "botox": {**COMMON, "product": "dysport", "is_touch_up": 0},
    "injection_point": {"id": OTHER, "botox_id": ENTRY, "position": 1, "units": 45, "site": "procerus"},
    "rating": {
        **COMMON,
        "scale_id": "best10-v1",
        "scale_version": 1,
        "scale_direction": "high_is_best",
        "prior_shown": 0,
        "texture": 5,
    },
    "other_event": {**COMMON, "event": "sun_exposure", "until": "2026-03-09"},
    "planned_treatment": {
        "id": ENTRY,
        "person_id": PERSON,
        "kind": "botox",
        "planned_on": "2026-04-01",
        "is_touch_up": 0,
        "entered": 1,
    },
    "own_interval": {
        "id": ENTRY,
        "rule": "microdermabrasion-clinic",
        "minimum": 7,
        "recommended": 28,
        "lapsed": 60,
        "is_off": 0,
    },
    "record_setting": {"id": ENTRY, "name": "reminders", "value": "{}"},
    "reminder_answer": {
        "id": ENTRY,
        "person_id": PERSON,
        "reminder_key": "earliest:1",
        "answered_at": "2026-03-09T12:00:00Z",
        "answered_on": "2026-03-09",
        "until": "2026-03-10",
    },
    "practitioner": {"id": ENTRY, "name": "Dr A. Example", "has_left": 0},
    "text_template": {"id": ENTRY, "abbreviation": "wn", "text": "went well"},
    "contact": {
        "id": ENTRY,
        "person_id": PERSON,
        "contacted_on": "2026-03-09",
        "outcome": "booked",
        "until": "2026-03-12",
        "entered": 1,
    },
    "adverse_event": {
        "id": ENTRY,
        "person_id": PERSON,
        "entry_id": OTHER,
        "term": "bruise",
        "onset_on": "2026-03-01",
        "grade": 1,
        "is_seen_by_clinician": 0,
        "is_reported": 0,
        "entered": 1,
    },
    "amendment": {
        "id": ENTRY,
        "person_id": PERSON,
        "entry_id": OTHER,
        "amended_at": "2026-03-09T12:00:00Z",
        "amended_by": "Dr A. Example",
        "reason": "wrong lot",
        "entry_before": "{}",
        "entry_after": "{}",
    },
    "reminder_log": {
        "id": 1,
        "logged_at": "2026-03-09T12:00:00Z",
        "logged_on": "2026-03-09",
        "outcome": "shown",
        "turn": "",
        "reminder_key": "earliest:1",
        "kind": "earliest",
        "person_id": PERSON,
        "treatment": "botox",
        "about": "2026-03-09",
        "since": "2025-12-09",
    },
    "unfinished": {"id": 1, "kind": "rating", "opened_for": "{}", "typed": "{}"},
    "change_batch": {
        "id": 1,
        "at": "2026-03-09T12:00:00Z",
        "verb": "log",
        "subject": "botox",
        "entry_count": 1,
        "direction": "do",
        "state": "done",
    },
    "change": {
        "id": 1,
        "batch_id": 1,
        "person_id": PERSON,
        "table_name": "person",
        "row_id": PERSON,
        "after": "{}",
        "hash": "0" * 64,
    },
}
CHANGE_HEAD = {"id": 1, "change_id": 0, "hash": "0" * 64}
DAYS = (
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-1-1",
    "1899-12-31",
    "",
    "today",
    5,
    "2026-03-01 ",
    "2026-03-01T00:00",
)
TIMES = ("24:00", "9:30", "09:60", "09:30:00", "", "noon", 930)
NUMBERS = ("1.", ".5", "1.50", "01", "-1", "1e3", "1,5", "", "1.2.3", "NaN", "1" * 21, "1\0", "٣")
TENTHS = (-1, 1.5, "x", 10**10)
CODES = ("", "a b", "ä", "a'b", "a\0b")
LISTS = ("|", "nose|", "|nose", "nose||chin", "Nose", "nose,chin", "nose\0")
IDS = ("", "1", PERSON.upper().replace("1", "A"), PERSON[:-1], f"{PERSON}0", PERSON.replace("-", ""), f"{PERSON}\0")
LINES = ("", "x" * 501, "a\0b")
FLAGS = (2, -1, "yes", None)

BAD = [
    *(("person", {"id": bad}) for bad in (*IDS, None)),
    *(("person", {"name": bad}) for bad in (*LINES, None)),
    *(("person", {"birth_date": bad}) for bad in DAYS),
    *(("person", {"skin_type": bad}) for bad in (0, 7, "III", 2.5)),
    *(("person", {"cautions": bad}) for bad in (*LISTS, None)),
    *(("person", {"notes": bad}) for bad in ("", "x" * 100_001, "a\0b")),
    *(("person", {"is_archived": bad}) for bad in FLAGS),
    *(("person", {"gender": bad}) for bad in ("", "f", "Female")),
    *(("person", {"tags": bad}) for bad in ("\n", "a\n", "\na", "a\n\nb", "a\0b", "x" * 25_051, None)),
    *(("person", {"sort_key": bad}) for bad in ("x" * 201, "a\0b", None)),
    *(("person", {"search_number": bad}) for bad in (-1, "x", None)),
    *(("microdermabrasion", {"given_on": bad}) for bad in (*DAYS, None)),
    *(("microdermabrasion", {"private_note": bad}) for bad in ("", "x" * 100_001, "a\0b")),
    *(("microdermabrasion", {"downtime_days": bad}) for bad in (-1, 366, 1.5)),
    *(("botox", {"signed_at": bad, "signed_by": "A"}) for bad in ("2026-03-09", "noon", None)),
    *(("botox", {"signed_at": "2026-03-09T12:00:00Z", "signed_by": bad}) for bad in (*LINES, None)),
    *(
        (table, {"signed_at": "2026-03-09T12:00:00Z"})
        for table in ("microdermabrasion", "botox", "rating", "other_event")
    ),
    *(("rating", {"provider": bad}) for bad in LINES),
    *(("microdermabrasion", {"given_at": bad}) for bad in TIMES),
    *(("microdermabrasion", {"setting": bad}) for bad in ("", "Clinic", "spa")),
    *(("microdermabrasion", {"device": bad}) for bad in CODES),
    *(("microdermabrasion", {"vacuum": bad}) for bad in NUMBERS),
    *(("microdermabrasion", {"vacuum_unit": bad}) for bad in ("kpa", "", "psi")),
    *(("microdermabrasion", {"passes": bad}) for bad in (-1, 1_001, 1.5)),
    *(("microdermabrasion", {"minutes": bad}) for bad in (-1, 1_441)),
    *(("microdermabrasion", {"areas": bad}) for bad in (*LISTS, None)),
    *(("microdermabrasion", {"reaction": bad}) for bad in (-1, 5)),
    *(("microdermabrasion", {"cost": bad}) for bad in NUMBERS),
    *(("microdermabrasion", {"currency": bad}) for bad in ("eur", "EU", "EURO", "EU\0", "")),
    *(("microdermabrasion", {"entered": bad}) for bad in (-1, None, "first")),
    *(("microdermabrasion", {"person_id": bad}) for bad in (*IDS, None)),
    *(("botox", {"product": bad}) for bad in (*CODES, None)),
    *(("botox", {"units": bad}) for bad in TENTHS),
    *(("botox", {"dilution_ml": bad}) for bad in NUMBERS),
    *(("botox", {"lot": bad}) for bad in LINES),
    *(("botox", {"expires": bad}) for bad in ("2027", "2027-13", "2027-02-30", "05/2027", "", "2027-5")),
    *(("botox", {"is_touch_up": bad}) for bad in FLAGS),
    *(("botox", {"sites": bad}) for bad in ("", "|", "nasalis-l|", "|nasalis-l", "a||b", "a b", "a\0b", "ä")),
    ("botox", {"is_touch_up": 0, "touch_up_of": OTHER}),
    ("botox", {"is_touch_up": 1, "touch_up_of": ENTRY}),
    *(("injection_point", {"units": bad}) for bad in (*TENTHS, None)),
    *(("injection_point", {"position": bad}) for bad in (-1, None, 0.5)),
    ("injection_point", {"site": None}),
    ("injection_point", {"x": "1"}),
    ("injection_point", {"y": "1"}),
    ("injection_point", {"position": 0}),
    *(("injection_point", {"x": bad, "y": "1"}) for bad in NUMBERS),
    *(("other_event", {"event": bad}) for bad in (*CODES, None)),
    *(("other_event", {"until": bad}) for bad in (*DAYS, "2026-03-01", "2026-02-28")),
    *(("other_event", {"provider": bad}) for bad in LINES),
    *(("person", {goal: bad}) for goal in ("goal_texture", "goal_wrinkles") for bad in (-1, 11, 5.5, "good")),
    *(("planned_treatment", {"kind": bad}) for bad in ("rating", "", "Botox", None)),
    *(("planned_treatment", {"planned_on": bad}) for bad in (*DAYS, None)),
    *(("planned_treatment", {"planned_at": bad}) for bad in TIMES),
    *(("planned_treatment", {"is_touch_up": bad}) for bad in FLAGS),
    *(("planned_treatment", {"person_id": bad}) for bad in (*IDS, None)),
    ("planned_treatment", {"kind": "microdermabrasion", "is_touch_up": 1}),
    *(("own_interval", {"minimum": bad}) for bad in (-1, 29, 1.5, "few", None)),
    *(("own_interval", {"recommended": bad}) for bad in (6, 60, 3_651, None)),
    *(("own_interval", {"lapsed": bad}) for bad in (28, 3_651, "late")),
    *(("own_interval", {"rule": bad}) for bad in (*CODES, None)),
    *(("own_interval", {"product": bad}) for bad in CODES),
    *(("own_interval", {"is_off": bad}) for bad in FLAGS),
    *(("record_setting", {"value": bad}) for bad in ("", "[]", "1", "{", None)),
    *(("record_setting", {"name": bad}) for bad in (*CODES, None)),
    *(("reminder_answer", {"reminder_key": bad}) for bad in (*LINES, None)),
    *(("reminder_answer", {"until": bad}) for bad in DAYS),
    *(("practitioner", {"name": bad}) for bad in (*LINES, None)),
    *(("practitioner", {"has_left": bad}) for bad in FLAGS),
    *(("text_template", {"abbreviation": bad}) for bad in (*LINES, None)),
    *(("text_template", {"text": bad}) for bad in ("", None)),
    *(("contact", {"treatment": bad}) for bad in ("rating", "")),
    *(("contact", {"outcome": bad}) for bad in ("", "no", None)),
    *(("contact", {"contacted_on": bad}) for bad in (*DAYS, None)),
    *(("adverse_event", {"grade": bad}) for bad in (0, 5, 1.5, None)),
    *(("adverse_event", {"side": bad}) for bad in ("", "up")),
    *(("adverse_event", {"term": bad}) for bad in (*CODES, None)),
    ("adverse_event", {"ended_on": "2026-02-28"}),
    *(("amendment", {"reason": bad}) for bad in ("", None)),
    *(("amendment", {"entry_before": bad}) for bad in ("", "[]", None)),
    *(("reminder_log", {"outcome": bad}) for bad in ("open", "upcoming", "", None)),
    *(("reminder_log", {"turn": bad}) for bad in ("first", None)),
    *(("reminder_log", {"kind": bad}) for bad in ("late", "", None)),
    *(("reminder_log", {"treatment": bad}) for bad in ("peel", "other_event", "", None)),
    *(("reminder_log", {"logged_at": bad}) for bad in ("2026-03-09", "noon", None)),
    *(("rating", {"texture": bad}) for bad in (-1, 11, 5.5, "good")),
    *(("rating", {"dullness": bad}) for bad in (-1, 11)),
    *(("rating", {"wrinkles_original": bad}) for bad in (-1, 11)),
    ("rating", {"texture": None}),
    *(("rating", {"rater": bad}) for bad in ("", "nurse", "Self")),
    *(("rating", {"scale_id": bad}) for bad in (*CODES, None)),
    *(("rating", {"scale_version": bad}) for bad in (0, 1.5, "one", None)),
    *(("rating", {"scale_direction": bad}) for bad in ("up", "", 1, None)),
    *(("rating", {"prior_shown": bad}) for bad in FLAGS),
    *(("change_batch", {"at": bad}) for bad in ("2026-03-09 12:00:00", "2026-02-30T12:00:00Z", "2026-03-09T25:00:00Z")),
    *(("change_batch", {"direction": bad}) for bad in ("", "again", None)),
    *(("change_batch", {"state": bad}) for bad in ("", "open", None)),
    ("change_batch", {"direction": "undo", "state": None}),
    ("change_batch", {"direction": "undo", "undoes": 1, "state": "done"}),
    *(("change", {"after": bad}) for bad in ("", "[]", "{", "1", None)),
    ("change", {"table_name": "change"}),
    *(("change", {"hash": bad}) for bad in ("", "0" * 63, "0" * 65, "G" * 64, None)),
    *(("change_batch", {"made_by": bad}) for bad in LINES),
    ("change_head", {**CHANGE_HEAD, "id": 2}),
    ("change", {"before": "{}"}),
    *(("change", {"row_id": bad}) for bad in IDS),
]


def insert(connection: Any, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


def wrong_values(column: Column[Any]) -> list[object]:
    """Return values that are of no use in ``column``, whatever it is for."""
    is_number = "INT" in str(column.type).upper()
    bad = [b"1", "one", 1.5, float("inf")] if is_number else [b"1", "a\0b"]
    if column.primary_key and is_number:
        # It is chosen where there is none, and any number will do.
        return bad
    # What refers to another row is refused at commit where that is not there.
    below = [-1] if is_number and not column.foreign_keys else []
    return [*bad, *below, *([] if column.nullable else [None])]


def wrong_rows(table: Table) -> list[dict[str, Any]]:
    """Return what makes a sound row of ``table`` a wrong one, for each of its columns."""
    return [{column.name: bad} for column in table.columns for bad in wrong_values(column)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    engine = memory_engine()
    upgrade(engine, HEAD)
    return engine


@pytest.fixture
def raw(engine: Engine) -> Any:
    """Return a driver connection to an empty record with one person and one treatment, taken back afterwards."""
    connection = engine.raw_connection().driver_connection
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN")
    insert(connection, "person", {**SOUND["person"], "id": PERSON, "search_number": 1})
    insert(connection, "botox", {**SOUND["botox"], "id": OTHER})
    insert(connection, "injection_point", {**SOUND["injection_point"], "id": ENTRY, "position": 0})
    yield connection
    connection.execute("ROLLBACK")


@pytest.mark.parametrize("table", SOUND)
def test_a_sound_row_is_taken(raw: Any, table: str) -> None:
    insert(raw, table, SOUND[table])
    assert raw.execute(f"SELECT count(*) FROM {table} WHERE id = ?", (SOUND[table]["id"],)).fetchone() == (1,)


@pytest.mark.parametrize(("table", "change"), BAD, ids=lambda value: ascii(value)[:60])
def test_a_bad_value_is_refused_by_the_file_itself(raw: Any, table: str, change: dict[str, Any]) -> None:
    with pytest.raises(driver.IntegrityError):
        insert(raw, table, {**SOUND.get(table, {}), **change})


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("person", {"birth_date": "1984-02-29"}),
        ("person", {"tags": "morning\nnot before May", "sort_key": ""}),
        ("microdermabrasion", {"given_at": "00:00"}),
        ("microdermabrasion", {"cost": "0.5"}),
        ("microdermabrasion", {"vacuum": "20", "vacuum_unit": None}),
        ("botox", {"expires": "2028-02-29"}),
        ("botox", {"expires": "2028-02"}),
        ("botox", {"sites": "frontalis-1|nasalis-l"}),
        ("rating", {"texture": None, "dullness": 0}),
        ("other_event", {"until": None}),
        ("person", {"goal_texture": 0, "goal_wrinkles": 10}),
        ("person", {"name": "名前 🌿 e\u0301"}),
    ],
)
def test_an_unusual_but_sound_value_is_taken(raw: Any, table: str, change: dict[str, Any]) -> None:
    insert(raw, table, {**SOUND[table], **change})


@pytest.mark.parametrize("table", whole_metadata().sorted_tables, ids=lambda table: str(table.name))
def test_no_column_takes_what_is_of_no_use_in_it(raw: Any, table: Table) -> None:
    sound = SOUND.get(table.name) or CHANGE_HEAD
    raw.execute("DELETE FROM change_head")
    raw.execute("SAVEPOINT sound")
    insert(raw, table.name, sound)
    raw.execute("ROLLBACK TO sound")
    for change in wrong_rows(table):
        with pytest.raises(driver.IntegrityError):
            insert(raw, table.name, {**sound, **change})


def test_every_condition_of_every_table_refuses_something(raw: Any) -> None:
    refusing = set()
    tables = whole_metadata().sorted_tables
    for name, change in [*BAD, *((table.name, change) for table in tables for change in wrong_rows(table))]:
        with pytest.raises(driver.IntegrityError) as refused:
            insert(raw, name, {**(SOUND.get(name) or CHANGE_HEAD), **change})
        refusing.add(str(refused.value).removeprefix("CHECK constraint failed: "))
    conditions = [one for table in tables for one in table.constraints if isinstance(one, CheckConstraint)]
    assert {str(condition.name) for condition in conditions} - refusing == set()


@pytest.mark.parametrize(
    "table", ["microdermabrasion", "botox", "injection_point", "rating", "other_event", "change", "contact"]
)
def test_a_row_without_its_parent_is_refused_at_commit(outside: Any, table: str) -> None:
    outside.execute("BEGIN")
    insert(outside, table, SOUND[table])
    with pytest.raises(driver.IntegrityError):
        outside.execute("COMMIT")


def test_every_table_is_strict(engine: Engine) -> None:
    with engine.connect() as connection:
        strict = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all()
    ours = {table.name for table in whole_metadata().sorted_tables}
    assert {name for name, is_strict in strict if is_strict and not name.startswith(SEARCH_INDEX)} == ours


def test_every_constraint_and_index_is_named() -> None:
    for table in whole_metadata().sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name


def test_every_column_of_data_has_a_condition() -> None:
    for table in DATA_TABLES:
        conditions = {str(constraint.name) for constraint in table.constraints}
        assert {f"ck_{table.name}_{column.name}" for column in table.columns} <= conditions


def test_head_is_the_last_migration_and_all_versions_are_known() -> None:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == VERSIONS


def test_migrated_schema_is_that_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith(SEARCH_INDEX)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), whole_metadata()) == []


def test_migrated_conditions_are_those_of_the_models(engine: Engine) -> None:
    modelled = create_engine("sqlite://", module=driver)
    whole_metadata().create_all(modelled)
    assert conditions_of(engine) == conditions_of(modelled)
    modelled.dispose()


def conditions_of(engine: Engine) -> dict[str, list[tuple[str | None, str]]]:
    inspector = inspect(engine)
    return {
        table.name: sorted((check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table.name))
        for table in whole_metadata().sorted_tables
    }
