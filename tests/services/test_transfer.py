"""Import and export of a record: all in one change, or nothing."""

import csv
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import BotoxDraft, PersonDraft, RatingDraft
from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.core.history_file import COLUMNS
from tracker.core.history_file.columns import USED_BY
from tracker.core.records import Botox, Kind, Rating
from tracker.services.record import Record, open_record
from tracker.services.transfer import import_into_new, preview_of_new
from tracker.store import edits

HEADER = "person,birth_date,date,event,texture,wrinkles,product,points,touch_up,note\n"
SMALL = (
    HEADER
    + "Ada,,2026-01-05,rating,7,4,,,,\n"
    + "Ada,,2026-01-06,botox,,,xeomin,procerus:4|mentalis-r:2.5,,=1\n"
    + "Bea,1990-01-01,2026-01-20,microdermabrasion,,,,,,\n"
    + "Ada,,2026-01-20,botox,,,xeomin,,yes,\n"
).encode()


def test_a_preview_writes_nothing(record: Record) -> None:
    before = record.path.read_bytes()
    plan = record.transfer.preview(SMALL)
    assert (plan.imported, plan.skipped, plan.people, plan.problems) == (4, 0, 2, ())
    assert record.path.read_bytes() == before


def test_an_import_is_one_change_that_listeners_hear_of(record: Record) -> None:
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    done = record.transfer.run(record.transfer.preview(SMALL))
    assert (done.imported, done.people) == (4, 2)
    (change_set,) = heard
    assert change_set.label == ChangeLabel("import", "entries", count=4)
    assert change_set.people == {person.id for person in record.people.all()}


def test_an_import_is_undone_and_done_again_as_a_whole(record: Record) -> None:
    record.transfer.run(record.transfer.preview(SMALL))
    after = record.transfer.export()
    record.undo.undo()
    assert record.people.count() == 0
    record.undo.redo()
    assert record.transfer.export() == after


def test_imported_entries_keep_the_order_of_the_file_among_what_is_logged_before_and_after(record: Record) -> None:
    ada = record.people.add(PersonDraft(name="Ada"))
    first = record.entries.add(ada.id, RatingDraft(on=date(2026, 1, 5), scores={"texture": 1}))
    rows = "".join(f"Ada,,2026-01-05,rating,{score},,,,,\n" for score in (2, 3, 4))
    record.transfer.run(record.transfer.preview((HEADER + rows).encode()))
    last = record.entries.add(ada.id, RatingDraft(on=date(2026, 1, 5), scores={"texture": 5}))
    newest_first = record.entries.of(ada.id)
    assert [entry.texture for entry in newest_first if isinstance(entry, Rating)] == [5, 4, 3, 2, 1]
    assert (newest_first[0].id, newest_first[-1].id) == (last.id, first.id)


def test_a_touch_up_is_tied_to_the_treatment_before_it(record: Record) -> None:
    record.transfer.run(record.transfer.preview(SMALL))
    touch_up, main = (entry for entry in record.entries.of(record.people.named("Ada").id) if isinstance(entry, Botox))
    assert touch_up.touch_up_of == main.id


def test_what_is_taken_leaves_each_touch_up_at_a_treatment_that_it_can_belong_to(record: Record) -> None:
    days = {"main": "2025-06-01", "touched": "2025-06-15"}
    rows = "".join(f"Ada,,{day},botox,,,xeomin,,{'yes' if name == 'touched' else ''},\n" for name, day in days.items())
    record.transfer.run(record.transfer.preview((HEADER + rows).encode()))
    person = record.people.named("Ada").id
    handed = record.transfer.export(person).decode()
    moved = handed.replace("2025-06-15", "2025-05-20")
    record.transfer.run(record.transfer.preview(moved.encode()), takes_differences=True)
    (touch_up,) = [one for one in record.entries.of(person) if isinstance(one, Botox) and one.is_touch_up]
    assert (touch_up.on.isoformat(), touch_up.touch_up_of) == ("2025-05-20", None)
    assert record.check() == ()
    record.undo.undo()
    assert record.transfer.export(person).decode() == handed


def test_an_import_is_not_stopped_by_spacing_rules(record: Record) -> None:
    rows = "Ada,,2026-01-05,botox,,,xeomin,,,\nAda,,2026-01-06,botox,,,xeomin,,,\n"
    assert record.transfer.run(record.transfer.preview((HEADER + rows).encode())).imported == 2


def test_the_plan_is_made_again_on_what_is_stored_by_then(record: Record) -> None:
    plan = record.transfer.preview(SMALL)
    record.transfer.run(plan)
    again = record.transfer.run(plan)
    assert (again.imported, again.skipped, again.people) == (0, 4, 0)


def test_a_person_who_became_ambiguous_meanwhile_stops_the_import(record: Record) -> None:
    plan = record.transfer.preview(SMALL)
    for year in (1980, 1981):
        record.people.add(PersonDraft(name="Ada", birth_date=date(year, 1, 1)))
    done = record.transfer.run(plan)
    assert [problem.code for problem in done.problems] == ["several_people"] * 3
    assert (done.imported, record.entries.count()) == (0, 0)


def test_a_file_with_a_problem_imports_nothing(record: Record) -> None:
    plan = record.transfer.preview(SMALL + b"Ada,,2026-01-07,rating,12,,,,,\n")
    assert record.transfer.run(plan).imported == 0
    assert record.people.count() == 0


def test_progress_counts_up_to_all_entries(record: Record) -> None:
    rows = "".join(f"Ada,,2026-01-05,rating,{score},,,,,\n" for score in range(11))
    told: list[tuple[int, int]] = []
    record.transfer.run(
        record.transfer.preview((HEADER + rows).encode()), lambda done, total: told.append((done, total))
    )
    assert told[-1] == (11, 11)


def test_wrinkles_where_high_is_worse_are_turned_round_and_the_original_kept(record: Record) -> None:
    data = (HEADER + "Ada,,2026-01-05,rating,,3,,,,\n").encode()
    record.transfer.run(record.transfer.preview(data, wrinkles_high_is_worse=True))
    (rating,) = record.entries.of(record.people.named("Ada").id)
    assert isinstance(rating, Rating)
    assert (rating.wrinkles, rating.wrinkles_original) == (7, 3)
    assert record.transfer.preview(data, wrinkles_high_is_worse=True).skipped == 1


def test_an_export_holds_the_archived_and_comes_back_byte_for_byte(
    record: Record, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    record.transfer.run(record.transfer.preview(SMALL))
    bea = record.people.named("Bea")
    record.people.change(bea.id, PersonDraft(name="=Bea", birth_date=bea.birth_date, is_archived=True))
    draft = BotoxDraft(on=date(2026, 3, 1), product="other", note="+44;\r\n'x' \"y\"\n")
    record.entries.add(bea.id, draft)
    data = record.transfer.export()
    assert b"'=Bea," in data
    plan = preview_of_new(data, catalog, clock)
    import_into_new(plan, tmp_path / "copy.db", clock)
    copy = open_record(tmp_path / "copy.db", catalog, clock)
    assert copy.transfer.export() == data
    assert copy.check() == ()
    copy.close()


def test_a_new_record_is_not_made_over_a_file(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    with pytest.raises(RecordUnreadableError):
        import_into_new(preview_of_new(SMALL, catalog, clock), path, clock)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def _refuse(*_arguments: Any) -> None:
    raise NotSavedError("disk_full")


def test_a_disk_that_refuses_leaves_a_record_as_it_was(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = record.transfer.preview(SMALL)
    before = record.path.read_bytes()
    monkeypatch.setattr(edits, "add", _refuse)
    with pytest.raises(NotSavedError):
        record.transfer.run(plan)
    assert record.people.count() == 0
    assert record.path.read_bytes() == before


def test_a_disk_that_refuses_leaves_nothing_of_a_new_record(
    tmp_path: Path, catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = preview_of_new(SMALL, catalog, clock)
    monkeypatch.setattr(edits, "add", _refuse)
    with pytest.raises(NotSavedError):
        import_into_new(plan, tmp_path / "new.db", clock)
    assert list(tmp_path.iterdir()) == []


texts = st.sampled_from(["", "0", "x" * 500, " \u2003a\x1c", "'=1", "ß\u202e💉", "\u2028", "-1\r"])
numbers = st.sampled_from(["", "0", "007.50", "999999999.999999", "0.000001"])
rows_of_cells = st.lists(
    st.fixed_dictionaries(
        {
            "person": st.sampled_from(["Ada", " \ufeffB", "C\r\nD", "n" * 500]),
            "date": st.sampled_from(["1900-01-01", "2026-03-09", "2024-02-29"]),
            "event": st.sampled_from(["rating", "botox", "microdermabrasion"]),
            "texture": st.sampled_from(["10", "0"]),
            "product": st.just("xeomin"),
            "points": st.sampled_from(["", "0/0:0", "999999999/0.000001:0.1|1/2:999999998", "procerus:4|mentalis-r:4"]),
            "touch_up": st.sampled_from(["yes", "no"]),
            "expires": st.sampled_from(["", "0001-01", "9999-12-31"]),
            "time": st.sampled_from(["", "00:00", "23:59:00"]),
            "note": texts | st.just("y" * 100_000),
            "lot": texts,
            "provider": texts,
            "cost": numbers,
            "vacuum": numbers,
            "passes": st.sampled_from(["", "0", "1000"]),
            "areas": st.sampled_from(["", "neck|neck|other"]),
            "currency": st.sampled_from(["", "eur"]),
        }
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows_of_cells)
def test_whatever_the_file_format_accepts_the_record_holds(
    catalog: Catalog, clock: FixedClock, tmp_path: Path, rows: list[dict[str, str]]
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    plan = preview_of_new(_file_of(rows), catalog, clock)
    assert plan.problems == ()
    assert import_into_new(plan, folder / "record.db", clock).imported == plan.imported
    record = open_record(folder / "record.db", catalog, clock)
    assert (record.entries.count(), record.check()) == (plan.imported, ())
    data = record.transfer.export()
    record.close()
    again = preview_of_new(data, catalog, clock)
    assert (again.imported, again.problems) == (plan.imported, ())


def _file_of(rows: list[dict[str, str]]) -> bytes:
    """Return a file of ``rows``, without the cells that their events do not use."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        used = {column: cell for column, cell in row.items() if column in USED_BY[Kind(row["event"])]}
        writer.writerow(used)
    return text.getvalue().encode()
