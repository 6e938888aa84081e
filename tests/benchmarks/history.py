"""A practice of any size for the benchmarks: invented people, 40 treatments and 60 ratings each."""

from datetime import date, timedelta
from pathlib import Path

from tracker.core.catalog import Catalog, load_catalog
from tracker.core.clock import SystemClock
from tracker.paths import resource_folder
from tracker.services.record import Record, open_record
from tracker.services.transfer import import_into_new, preview_of_new

HEADER = "person,date,event,setting,device,passes,areas,product,units,texture,wrinkles,rater"


def shipped_catalog() -> Catalog:
    """Return the catalogue of the program."""
    return load_catalog(resource_folder() / "catalog")


def history_file(people: int, today: date) -> bytes:
    """Return a history file of ``people`` with 100 entries each."""
    rows = [HEADER]
    for number in range(people):
        rows += [f"Person {number:05},{row}" for row in _rows(number, today - timedelta(days=1 + number % 90))]
    return "\n".join(rows).encode()


def decade_file(today: date) -> bytes:
    """Return a history file of one person: 520 weekly ratings, 40 botox treatments and 120 sessions in ten years."""
    treatments = [f"{today - timedelta(days=91 * i)},botox,,,,,botox_cosmetic,44,,," for i in range(40)]
    sessions = [
        f"{today - timedelta(days=30 * i + 2)},microdermabrasion,clinic,diamond,2,full_face,,,,," for i in range(120)
    ]
    ratings = [f"{today - timedelta(days=7 * i)},rating,,,,,,,{4 + i % 4},{3 + i % 13 // 2},self" for i in range(520)]
    rows = sorted(treatments + sessions + ratings)
    return "\n".join([HEADER, *(f"Person of ten years,{row}" for row in rows)]).encode()


def _rows(number: int, last: date) -> list[str]:
    botox = [
        f"{last - timedelta(days=100 * i)},botox,,,,,botox_cosmetic,{40 + number % 5},,,"  # ten treatments
        for i in range(10)
    ]
    sessions = [
        f"{last - timedelta(days=28 * i + 3)},microdermabrasion,clinic,diamond,2,full_face,,,,,"  # thirty sessions
        for i in range(30)
    ]
    ratings = [
        f"{last - timedelta(days=14 * i + 1)},rating,,,,,,,{(i + number) % 11},{(3 * i + number) % 11},self"
        for i in range(60)
    ]
    return sorted(botox + sessions + ratings)


def practice(path: Path, people: int) -> Record:
    """Create and open a record of ``people`` at ``path``."""
    return record_of(path, history_file(people, SystemClock().today()))


def record_of(path: Path, history: bytes) -> Record:
    """Create and open a record at ``path`` of what a history file holds."""
    clock, catalog = SystemClock(), shipped_catalog()
    plan = preview_of_new(history, catalog, clock)
    assert not plan.problems, plan.problems[:3]
    import_into_new(plan, path, clock)
    return open_record(path, catalog, clock)
