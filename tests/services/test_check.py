"""What ``check`` finds, each fault planted from outside."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, ContactDraft
from tracker.core.errors import SkintervalError
from tracker.core.found_rows import FoundRow
from tracker.core.intervals import Days
from tracker.core.records import Kind
from tracker.services.check import FINDING_CODES, Finding
from tracker.services.record import Record
from tracker.store.planning import INTERVALS
from tracker.store.store import Store

RATING = (
    "INSERT INTO rating"
    " (id, person_id, given_on, entered, texture, scale_id, scale_version, scale_direction, prior_shown)"
    " VALUES ('22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333',"
    " '2026-01-01', 1, 1, 'best10-v1', 1, 'high_is_best', 0)"
)
FAULTS = {
    "unrecorded row": ("DELETE FROM rating", {"unrecorded_change"}),
    "row without parent": (RATING, {"reference", "unrecorded_change", "row_differs"}),
    "planted trigger": ("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM rating; END", {"schema"}),
    "missing index": ("DROP INDEX ix_rating_person_day", {"schema"}),
    "other total": ("UPDATE botox SET units = 1 WHERE is_touch_up = 0", {"total_differs", "row_differs"}),
    "touch-up of a touch-up": (
        "UPDATE botox SET is_touch_up = 1 WHERE touch_up_of IS NULL",
        {"touch_up", "row_differs"},
    ),
    "unknown product": ("UPDATE botox SET product = 'acme'", {"unknown_word", "row_differs"}),
    "unknown site": ("UPDATE injection_point SET site = 'elbow'", {"unknown_word", "sites_differ", "row_differs"}),
    "other sites": ("UPDATE botox SET sites = 'procerus' WHERE is_touch_up = 0", {"sites_differ", "row_differs"}),
    "unknown device": ("UPDATE microdermabrasion SET device = 'sandpaper'", {"unknown_word", "row_differs"}),
    "unknown area": ("UPDATE microdermabrasion SET areas = 'nose|moon'", {"unknown_word", "row_differs"}),
    "unknown caution": ("UPDATE person SET cautions = 'vampire'", {"unknown_word", "row_differs"}),
    "unknown rule": ("UPDATE own_interval SET rule = 'botox-moon'", {"unknown_word", "row_differs"}),
    "unknown product of a rule": ("UPDATE own_interval SET product = 'acme'", {"unknown_word", "row_differs"}),
    "unrecorded plan": ("DELETE FROM planned_treatment", {"unrecorded_change"}),
    "unrecorded setting": ("DELETE FROM record_setting", {"unrecorded_change"}),
    "unknown term": ("UPDATE adverse_event SET term = 'haunting'", {"unknown_word", "row_differs"}),
    "event of nothing": (
        "UPDATE adverse_event SET entry_id = (SELECT id FROM rating)",
        {"reference", "row_differs"},
    ),
    "person not in the search": ("DELETE FROM person_search", {"search_index"}),
    "name changed outside": ("UPDATE person SET name = 'Else'", {"search_index", "row_differs"}),
    "unknown event": ("UPDATE other_event SET event = 'haircut'", {"unknown_word", "row_differs"}),
    "unknown scale": ("UPDATE rating SET scale_id = 'best12-v9'", {"unknown_word", "row_differs"}),
}


@pytest.fixture
def path(record: Record) -> Path:
    """Return the path of a closed record that holds one entry of each kind."""
    anna = record.people.add(invented.person())
    for draft in (invented.botox(), invented.session(), invented.rating(), invented.other_event()):
        record.entries.add(anna.id, draft)
    record.entries.add(anna.id, invented.touch_up(TODAY))
    treatment = record.entries.latest(anna.id, Kind.MICRODERMABRASION)
    assert treatment is not None
    event = AdverseEventDraft(term="bruise", onset_on=treatment.on, grade=1)
    record.adverse_events.add(treatment.id, event)
    record.plans.add(anna.id, Kind.BOTOX, TODAY)
    record.intervals.change("botox-botox", Days(60, 70, 80), person_id=anna.id, product="dysport")
    record.intervals.count_from_main(True)
    called = ContactDraft(on=TODAY - timedelta(1), outcome=ContactOutcome.REACHED, until=TODAY + timedelta(7))
    record.contacts.log([(anna.id, Kind.BOTOX)], called)
    assert record.check() == ()
    record.close()
    return record.path


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(path: Path, catalog: Catalog, clock: FixedClock, name: str) -> None:
    statement, codes = FAULTS[name]
    connection = driver.connect(str(path))
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(statement)
    connection.commit()
    connection.close()
    # Past the gate of opening, which refuses a schema that is not the program's.
    record = Record(Store(path, clock), catalog, clock)
    findings = record.check()
    record.close()
    assert {finding.code for finding in findings} == codes
    assert codes <= set(FINDING_CODES)
    assert all(finding.detail and "Zoë" not in str(finding) for finding in findings)


OF_ONE_ROW = {
    "botox": ("note = 'x' WHERE is_touch_up = 0", TODAY - timedelta(120)),
    "microdermabrasion": ("note = 'x'", TODAY - timedelta(60)),
    "rating": ("note = 'x'", TODAY - timedelta(30)),
    "planned_treatment": ("note = 'x'", TODAY),
    "adverse_event": ("grade = 3", TODAY - timedelta(60)),
    "contact": ("note = 'x'", TODAY - timedelta(1)),
    "person": ("skin_type = 6", None),
    "own_interval": ("lapsed = 300", None),
}


def changed_outside(path: Path, statement: str) -> None:
    with closing(driver.connect(str(path))) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(statement)


def checked(path: Path, catalog: Catalog, clock: FixedClock, *, is_full: bool = True) -> tuple[Finding, ...]:
    """Return what is found, past the gate of opening."""
    with closing(Record(Store(path, clock), catalog, clock)) as record:
        return record.check(is_full=is_full)


@pytest.mark.parametrize("table", OF_ONE_ROW)
def test_a_finding_of_one_row_says_whose_it_is_and_of_which_day(
    path: Path, catalog: Catalog, clock: FixedClock, table: str
) -> None:
    changed, on = OF_ONE_ROW[table]
    changed_outside(path, f"UPDATE {table} SET {changed}")
    (found,) = checked(path, catalog, clock)
    assert found.row is not None
    assert found.about is not None
    assert found.about.person is not None
    assert found.about.person.name == invented.person().name
    assert (found.about.table, found.about.on) == (table, on)
    assert found.detail == f"{table} {found.row.id}"
    assert "Zoë" not in repr(found)


def test_what_belongs_to_an_entry_is_seen_under_it(path: Path, catalog: Catalog, clock: FixedClock) -> None:
    changed_outside(path, "UPDATE injection_point SET units = 7 WHERE site = 'procerus'")
    changed_outside(path, "UPDATE adverse_event SET grade = 3")
    found = {one.row.table: one.about for one in checked(path, catalog, clock) if one.row and one.about}
    point, event, botox = found["injection_point"], found["adverse_event"], found["botox"]
    assert point.within is not None
    assert point.within.table == "botox"
    assert point.entry_id == point.within.entry_id
    assert (point.person, event.person) == (botox.person, botox.person)
    assert event.within is None
    with closing(Record(Store(path, clock), catalog, clock)) as record:
        treatment = record.entries.latest(botox.person.id, Kind.MICRODERMABRASION) if botox.person else None
    assert treatment is not None
    assert event.entry_id == treatment.id


def test_what_concerns_everybody_is_known_by_its_name(path: Path, catalog: Catalog, clock: FixedClock) -> None:
    changed_outside(path, "UPDATE record_setting SET value = '{}'")
    (found,) = checked(path, catalog, clock)
    assert found.about == FoundRow("record_setting", name=INTERVALS)


def test_a_row_whose_person_is_gone_is_named_by_its_key_alone(path: Path, catalog: Catalog, clock: FixedClock) -> None:
    changed_outside(path, "DELETE FROM person")
    findings = checked(path, catalog, clock)
    rating = next(one for one in findings if one.code == "reference" and one.detail.startswith("rating "))
    assert rating.row is not None
    assert rating.row.table == "rating"
    assert rating.about is None


@pytest.mark.parametrize("is_full", [True, False])
def test_a_row_without_its_parent_is_known_by_what_it_is(
    path: Path, catalog: Catalog, clock: FixedClock, is_full: bool
) -> None:
    changed_outside(path, f"UPDATE botox SET touch_up_of = '{uuid4()}' WHERE is_touch_up = 1")
    findings = checked(path, catalog, clock, is_full=is_full)
    (found,) = [one for one in findings if one.code == "reference"]
    assert found.detail.startswith("botox ")
    assert found.about is not None
    assert (found.about.table, found.about.on) == ("botox", TODAY)


def test_an_unknown_word_is_told_beside_where_it_stands(path: Path, catalog: Catalog, clock: FixedClock) -> None:
    changed_outside(path, "UPDATE person SET cautions = 'vampire'")
    (found,) = [one for one in checked(path, catalog, clock) if one.code == "unknown_word"]
    assert (found.detail, found.word) == ("person: vampire", "vampire")
    assert found.about is not None
    assert found.about.table == "person"


def test_a_damaged_index_is_found(path: Path, catalog: Catalog, clock: FixedClock) -> None:
    connection = driver.connect(str(path))
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_botox_touch_up_of'")
    connection.commit()
    connection.close()
    record = Record(Store(path, clock), catalog, clock)
    assert "damaged" in {finding.code for finding in record.check()}
    record.close()


def test_it_tells_how_far_it_is_and_ends_where_it_is_told_to(record: Record) -> None:
    told: list[tuple[int, int]] = []
    record.check(progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        record.check(progress=stop)
    assert record.check() == ()


def test_it_ends_in_the_middle_of_one_long_statement(record: Record) -> None:
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        raise StoppedError

    with pytest.raises(StoppedError), record._store.read_while(stop) as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        ).all()
    assert asked == [1]


class StoppedError(SkintervalError):
    """The work is not to go on."""
