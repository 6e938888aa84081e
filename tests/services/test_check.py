"""What ``check`` finds, each fault planted from outside."""

from pathlib import Path

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import AdverseEventDraft
from tracker.core.errors import SkintervalError
from tracker.core.intervals import Days
from tracker.core.records import Kind
from tracker.services.check import FINDING_CODES
from tracker.services.record import Record
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
    "unknown scale": ("UPDATE rating SET scale_id = 'best12-v9'", {"unknown_word", "row_differs"}),
}


@pytest.fixture
def path(record: Record) -> Path:
    """Return the path of a closed record that holds one entry of each kind."""
    anna = record.people.add(invented.person())
    for draft in (invented.botox(), invented.session(), invented.rating()):
        record.entries.add(anna.id, draft)
    record.entries.add(anna.id, invented.touch_up(invented.TODAY))
    treatment = record.entries.latest(anna.id, Kind.MICRODERMABRASION)
    assert treatment is not None
    event = AdverseEventDraft(term="bruise", onset_on=treatment.on, grade=1)
    record.adverse_events.add(treatment.id, event)
    record.plans.add(anna.id, Kind.BOTOX, invented.TODAY)
    record.intervals.change("botox-botox", Days(60, 70, 80), person_id=anna.id, product="dysport")
    record.intervals.count_from_main(True)
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
