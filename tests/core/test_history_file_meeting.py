"""One person's file in another record: the same entries meet by id, and what differs is listed, not written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import invented
import pytest
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import EntryDraft
from tracker.core.history_file import ImportPlan, parse_history, plan_import, write_history
from tracker.core.records import Botox, Entry, Microdermabrasion, Person, Rating

ADA = Person(id=uuid4(), name="Ada Example")


def logged(draft: EntryDraft, **changes: object) -> Entry:
    return replace(draft.record(uuid4(), ADA.id, 1), **changes)


def handed_over(catalog: Catalog, there: Entry, here: Entry, *, name: str = ADA.name) -> ImportPlan:
    """Return what importing the file of ``there`` into the record of ``here`` would do."""
    data = write_history({ADA.id: replace(ADA, name=name)}, [there])
    return plan_import(parse_history(data, TODAY, catalog), [ADA], [here])


@pytest.mark.parametrize("make", [invented.botox, invented.session, invented.rating, invented.other_event])
def test_the_same_entry_is_no_difference(catalog: Catalog, make: type) -> None:
    entry = logged(make())
    plan = handed_over(catalog, entry, entry)
    assert (plan.skipped, plan.imported, plan.differences, plan.meetings) == (1, 0, (), ())


def test_each_differing_cell_is_listed_with_both_values(catalog: Catalog) -> None:
    here = logged(invented.botox())
    there = replace(here, lot="B2", note=None)
    (found,) = handed_over(catalog, there, here).differences
    assert {(cell.column, cell.here, cell.there) for cell in found.cells} == {
        ("lot", "A1", "B2"),
        ("note", "five points", ""),
    }
    assert (found.line, found.person, found.entry) == (2, ADA, here)


def test_what_is_taken_keeps_what_no_column_carries(catalog: Catalog) -> None:
    here = logged(invented.session(), private_note="kept", downtime_days=2)
    there = replace(here, passes=4, products_after="lost on the way", private_note=None)
    assert isinstance(there, Microdermabrasion)
    (found,) = handed_over(catalog, there, here).differences
    assert found.taken == replace(here, passes=4)


def test_what_differs_of_an_event_is_listed_and_taken(catalog: Catalog) -> None:
    here = logged(invented.other_event())
    there = replace(here, event="filler", until=None, note="by hand")
    (found,) = handed_over(catalog, there, here).differences
    assert {cell.column for cell in found.cells} == {"other_event", "until", "note"}
    assert found.taken == there


def test_a_new_day_after_an_end_that_the_file_does_not_carry_is_not_taken(catalog: Catalog) -> None:
    here = logged(invented.other_event())
    for days, is_taken in ((1, True), (13, False), (20, False)):
        moved = replace(here, on=here.on + timedelta(days), until=None)
        data = write_history({ADA.id: ADA}, [moved]).replace(b",until", b"", 1)
        lines = data.split(b"\r\n")
        lines[1] = lines[1].rpartition(b",")[0]
        (found,) = plan_import(parse_history(b"\r\n".join(lines), TODAY, catalog), [ADA], [here]).differences
        assert [cell.column for cell in found.cells] == ["date"]
        assert (found.taken is not None) is is_taken


def test_points_and_total_are_taken_together(catalog: Catalog) -> None:
    here = logged(invented.botox())
    assert isinstance(here, Botox)
    there = replace(here, points=here.points[:1], units=Decimal("4.5"))
    (found,) = handed_over(catalog, there, here).differences
    assert found.taken == there


def test_a_file_without_points_changes_no_total_that_has_points(catalog: Catalog) -> None:
    here = logged(invented.botox())
    data = f"person,date,event,product,units,lot,id\nAda Example,{here.on},botox,dysport,99,B2,{here.id}\n"
    plan = plan_import(parse_history(data.encode(), TODAY, catalog), [ADA], [here])
    assert plan.differences[0].taken == replace(here, lot="B2")


def test_columns_that_the_file_leaves_out_do_not_differ(catalog: Catalog) -> None:
    here = logged(invented.rating())
    data = f"person,date,event,texture,id\nAda Example,{here.on},rating,9,{here.id}\n"
    (found,) = plan_import(parse_history(data.encode(), TODAY, catalog), [ADA], [here]).differences
    assert [(cell.column, cell.here, cell.there) for cell in found.cells] == [("texture", "0", "9")]
    assert isinstance(here, Rating)
    assert found.taken == replace(here, texture=9)


def test_the_cells_of_a_signed_entry_are_listed_and_never_taken(catalog: Catalog) -> None:
    here = logged(invented.botox(), signed_at=datetime(2026, 1, 2, tzinfo=UTC), signed_by="Dr C. Example")
    (found,) = handed_over(catalog, replace(here, lot="B2"), here).differences
    assert (found.cells[0].column, found.taken) == ("lot", None)


def test_an_entry_that_is_another_persons_here_is_never_taken(catalog: Catalog) -> None:
    bea = Person(id=uuid4(), name="Bea Example")
    moved, kept = logged(invented.botox(), person_id=bea.id), logged(invented.rating())
    data = write_history({ADA.id: ADA}, [replace(moved, person_id=ADA.id), kept])
    (found,) = plan_import(parse_history(data, TODAY, catalog), [ADA, bea], [moved, kept]).differences
    assert [(cell.column, cell.here, cell.there) for cell in found.cells] == [("person", "Bea Example", "Ada Example")]
    assert found.taken is None


def test_a_touch_up_that_is_one_no_more_belongs_to_nothing(catalog: Catalog) -> None:
    here = logged(invented.touch_up(date(2026, 1, 5)), touch_up_of=uuid4())
    (found,) = handed_over(catalog, replace(here, is_touch_up=False, touch_up_of=None), here).differences
    assert isinstance(found.taken, Botox)
    assert (found.taken.is_touch_up, found.taken.touch_up_of) == (False, None)


def test_a_treatment_to_which_a_signed_touch_up_belongs_never_becomes_one(catalog: Catalog) -> None:
    main = logged(invented.botox())
    signed = {"signed_at": datetime(2026, 1, 2, tzinfo=UTC), "signed_by": "Dr C. Example"}
    touch_up = logged(invented.touch_up(date(2026, 1, 5)), touch_up_of=main.id, **signed)
    data = write_history({ADA.id: ADA}, [replace(main, is_touch_up=True), touch_up])
    (found,) = plan_import(parse_history(data, TODAY, catalog), [ADA], [main, touch_up]).differences
    assert (found.cells[0].column, found.taken) == ("touch_up", None)


def test_what_the_file_says_first_of_an_entry_is_what_can_be_taken(catalog: Catalog) -> None:
    here = logged(invented.botox())
    rows = [f"Ada Example,{here.on},botox,dysport,{lot},{here.id}" for lot in ("B2", "C3")]
    data = "\n".join(["person,date,event,product,lot,id", *rows])
    first, second = plan_import(parse_history(data.encode(), TODAY, catalog), [ADA], [here]).differences
    assert (first.taken, second.taken) == (replace(here, lot="B2"), None)


def test_a_private_note_is_taken_only_where_it_is_listed(catalog: Catalog) -> None:
    here = logged(invented.botox(), private_note="here")
    data = write_history({ADA.id: ADA}, [replace(here, private_note="there")], with_private_notes=True)
    (found,) = plan_import(parse_history(data, TODAY, catalog), [ADA], [here]).differences
    assert [(cell.column, cell.here, cell.there) for cell in found.cells] == [("private_note", "here", "there")]
    assert found.taken == replace(here, private_note="there")


@pytest.mark.parametrize(("wrinkles", "original"), [(7, 3), (5, None)])
def test_the_number_of_another_scale_stays_with_its_score_alone(
    catalog: Catalog, wrinkles: int, original: int | None
) -> None:
    here = replace(logged(invented.rating()), wrinkles=7, wrinkles_original=3)
    (found,) = handed_over(catalog, replace(here, wrinkles=wrinkles, texture=9), here).differences
    assert found.taken == replace(here, wrinkles=wrinkles, texture=9, wrinkles_original=original)


def test_a_treatment_with_a_touch_up_does_not_become_one(catalog: Catalog) -> None:
    here = logged(invented.botox())
    touch_up = logged(invented.touch_up(date(2026, 1, 5)), touch_up_of=here.id)
    data = write_history({ADA.id: ADA}, [replace(here, is_touch_up=True)])
    (found,) = plan_import(parse_history(data, TODAY, catalog), [ADA], [here, touch_up]).differences
    assert ([cell.column for cell in found.cells], found.taken) == (["touch_up"], None)


def test_people_meet_by_their_entries_under_another_name(catalog: Catalog) -> None:
    here = logged(invented.rating())
    more = replace(here, id=uuid4(), on=date(2026, 3, 1))
    data = write_history({ADA.id: replace(ADA, name="Ada E.")}, [here, more])
    plan = plan_import(parse_history(data, TODAY, catalog), [ADA], [here])
    assert (plan.people, plan.imported, plan.new_entries[0].person_id) == (0, 1, ADA.id)
    assert [(met.name, met.person) for met in plan.meetings] == [("Ada E.", ADA)]
