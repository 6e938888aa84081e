"""The database of every released version opens, is brought up to date, and holds what was put into it."""

import shutil
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from support import FixedClock

from tracker.core.adverse_events import Side
from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.contacts import ContactOutcome
from tracker.core.records import Botox, Kind, Microdermabrasion, OtherEvent, Rater, Rating, Setting
from tracker.services.record import Record, open_record
from tracker.store.version import HEAD, VERSIONS

FOLDER = Path(__file__).resolve().parents[1] / "data" / "databases"


@pytest.fixture(params=VERSIONS)
def kept(request: pytest.FixtureRequest, tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return a copy of one kept database, opened."""
    path = tmp_path / "record.db"
    shutil.copy(FOLDER / f"version-{request.param}.db", path)
    record = open_record(path, catalog, clock)
    yield record
    record.close()


def test_every_version_has_its_kept_database() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.db")) == [f"version-{version}" for version in VERSIONS]


def test_people_are_as_they_were(kept: Record) -> None:
    zoe, bo = kept.people.all(include_archived=True)
    assert (zoe.name, zoe.sort_name, zoe.birth_date) == ("Zoë Ångström 🌿", "Angstrom, Zoe", date(1984, 2, 29))
    assert (zoe.skin_type, zoe.cautions, zoe.allergies) == (3, ("cold_sores", "retinoid"), "latex\nnickel")
    assert (bo.name, bo.is_archived) == ("Bo", True)


def test_entries_are_as_they_were(kept: Record) -> None:
    rating, session, touch_up, botox = kept.entries.of(kept.people.all()[0].id)
    assert isinstance(rating, Rating)
    assert (rating.on, rating.rater, rating.texture, rating.dullness) == (date(2026, 2, 7), Rater.SELF, 0, 6)
    assert isinstance(session, Microdermabrasion)
    assert (session.vacuum, session.vacuum_unit, session.areas) == (Decimal("22.5"), "kPa", ("forehead", "nose"))
    assert (session.setting, session.cost, session.currency) == (Setting.CLINIC, Decimal("79.9"), "EUR")
    assert isinstance(touch_up, Botox)
    assert (touch_up.is_touch_up, touch_up.touch_up_of, touch_up.expires) == (True, botox.id, "2027-05-31")
    assert isinstance(botox, Botox)
    assert (botox.on, botox.at, botox.note) == (date(2025, 11, 9), time(17, 5), "five points")
    assert [(point.site, point.units) for point in botox.points] == [("procerus", Decimal("4.5")), (None, Decimal(8))]
    assert (botox.points[1].x, botox.points[1].y, botox.units) == (Decimal(100), Decimal("200.25"), Decimal("12.5"))


def test_what_a_practice_keeps_is_as_it_was(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "record.db"
    shutil.copy(FOLDER / "version-0003.db", path)
    record = open_record(path, catalog, clock)
    zoe = record.people.all()[0]
    session = record.entries.latest(zoe.id, Kind.MICRODERMABRASION)
    assert isinstance(session, Microdermabrasion)
    assert [one.name for one in record.practitioners.all()] == ["Dr C. Example"]
    assert [(one.abbreviation, one.text) for one in record.templates.all()] == [("wn", "went well")]
    assert [(one.outcome, one.until) for one in record.contacts.of(zoe.id)] == [
        (ContactOutcome.BOOKED, date(2026, 3, 12))
    ]
    assert [(one.term, one.grade, one.side) for one in record.adverse_events.of(zoe.id)] == [("bruise", 1, Side.LEFT)]
    assert (session.signed_by, session.private_note) == ("Dr C. Example", "amended")
    (amended,) = record.entries.amendments_of(session.id)
    assert (amended.before.private_note, amended.amendment.reason) == (None, "forgotten at first")
    record.close()


def test_other_events_and_goals_are_as_they_were(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "record.db"
    shutil.copy(FOLDER / "version-0005.db", path)
    record = open_record(path, catalog, clock)
    zoe, bo = record.people.all(include_archived=True)
    note, holiday = record.entries.of(bo.id)
    assert zoe.goals == {"texture": 8, "wrinkles": 7}
    assert isinstance(note, OtherEvent)
    assert isinstance(holiday, OtherEvent)
    assert (note.event, note.on, note.until, note.note) == ("note", date(2026, 1, 20), None, "started retinol")
    assert (holiday.event, holiday.on, holiday.until) == ("sun_exposure", date(2026, 1, 3), date(2026, 1, 16))
    record.close()


def test_the_file_is_sound_and_up_to_date(kept: Record) -> None:
    assert kept.check() == ()
    with kept._store.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


def test_the_undo_list_of_this_version_goes_on(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "record.db"
    shutil.copy(FOLDER / f"version-{HEAD}.db", path)
    record = open_record(path, catalog, clock)
    assert record.undo.next_redo == ChangeLabel("edit", "botox", "2025-11-09")
    assert record.undo.next_undo == ChangeLabel("delete", "rating", "2026-02-08")
    record.undo.undo()
    person = record.people.all()[0]
    assert [entry.kind for entry in record.entries.of(person.id)][:2] == [Kind.RATING, Kind.RATING]
    record.close()
