"""What is printed of the demo's people is what their records hold: counted out of the records, read out of the PDF."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from report_support import Written
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.chronology import chronological
from tracker.core.records import CONCERNS, Botox, Entry, OtherEvent, Rating
from tracker.paths import resource_folder
from tracker.services.demo import create_demo
from tracker.services.record import Record, open_record
from tracker.ui.reports.contents import report_contents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.words.dates import day_long, day_table
from tracker.ui.words.entries import what
from tracker.ui.words.numbers import number
from tracker.ui.words.reports import next_dates


@pytest.fixture
def demo(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return the record of the demo."""
    create_demo(tmp_path / "demo.db", catalog, clock, resource_folder() / "demo")
    record = open_record(tmp_path / "demo.db", catalog, clock)
    yield record
    record.close()


def printed(demo: Record, name: str, document: Document) -> str:
    """Return the text of one person's document with single blanks."""
    options = ReportOptions(documents=frozenset([document]))
    data = pdf_bytes(lay_out(report_contents(demo, demo.people.named(name).id, options)), "")
    return " ".join(Written(data).text_by_pdfium.split()) if data else ""


def names_of(demo: Record) -> list[str]:
    return [person.name for person in demo.people.all()]


def numbers_of(entry: Entry) -> list[str]:
    """Return every number of an entry that its row of the history must have."""
    if isinstance(entry, Rating):
        return [str(score) for concern in CONCERNS if (score := entry.score(concern)) is not None]
    if isinstance(entry, Botox):
        given = [] if entry.units is None else [entry.units]
        return [number(units) for units in (*given, *(point.units for point in entry.points))]
    if isinstance(entry, OtherEvent):
        return [] if entry.until is None else [str(entry.until.day), str(entry.until.year)]
    return [] if entry.passes is None else [str(entry.passes)]


def test_every_number_of_every_entry_stands_in_its_row_of_the_history(demo: Record) -> None:
    rows = 0
    for name in names_of(demo):
        text = printed(demo, name, Document.HISTORY)
        entries = chronological(demo.entries.of(demo.people.named(name).id))
        place = text.index("Date Entry Details")
        starts = []
        for entry in entries:
            begun = re.compile(rf"{day_table(entry.on)}(, \S+)? {what(entry, demo.catalog)}").search(text, place)
            assert begun is not None
            place = begun.end()
            starts.append(place)
        for entry, start, end in zip(entries, starts, [*starts, len(text)][1:], strict=True):
            row = re.findall(r"\d+(?:\.\d+)?", text[start:end])
            for said in numbers_of(entry):
                assert said in row, (name, entry.on, said)
            rows += 1
    assert rows > 100


def test_every_site_of_the_last_map_stands_in_its_table_and_the_units_add_up(demo: Record) -> None:
    maps = 0
    for name in names_of(demo):
        text = printed(demo, name, Document.FACE_MAP)
        given = [
            entry
            for entry in chronological(demo.entries.of(demo.people.named(name).id))
            if isinstance(entry, Botox) and entry.points
        ]
        assert bool(text) == bool(given)
        if given:
            last = given[-1]
            assert last.units is not None
            assert f"Total units {number(last.units)}" in text
            assert sum(point.units for point in last.points) == last.units
            assert all(number(point.units) in text for point in last.points)
            assert not last.lot or f"lot {last.lot}" in text
            maps += 1
    assert maps > 3


def test_every_plan_and_every_next_window_stands_on_the_card(demo: Record) -> None:
    plans = 0
    for name in names_of(demo):
        text, person = printed(demo, name, Document.APPOINTMENTS), demo.people.named(name)
        planned = [plan for plan in demo.plans.of(person.id) if plan.on >= demo.clock.today()]
        for plan in planned:
            assert day_long(plan.on) in text
            plans += 1
        main = {plan.kind for plan in planned if not plan.is_touch_up}
        for row in demo.spacing.due(person_id=person.id):
            if row.judgement.last is not None and row.judgement.treatment not in main:
                assert ", ".join(next_dates(row.judgement)[:2]) in text
    assert plans > 1


def test_the_sheet_has_the_day_of_the_next_rating_that_is_asked_for(demo: Record) -> None:
    asked = 0
    for person in demo.people.all():
        coming = demo.asked_ratings.next_of(person.id, demo.entries.of(person.id))
        if coming is not None and coming.on >= demo.clock.today():
            assert day_table(coming.on) in printed(demo, person.name, Document.RATING_SHEET)
            asked += 1
    assert asked > 2
