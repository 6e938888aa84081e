"""Recorded changes in words: every field of every table has a name, codes are names, values stand old → new."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from tracker.core.catalog import Catalog
from tracker.core.change_history import ChangeKey, FieldChange, PointChange, RecordedChange, Treated
from tracker.store.change_history import UNSAID
from tracker.store.schema import DATA_TABLES
from tracker.ui.words.change_history import change_line, what_text
from tracker.ui.words.field_values import value_text
from tracker.ui.words.fields import field_name

ANNA, BEA = UUID(int=1, version=4), UUID(int=2, version=4)
COLUMNS = [
    (table.name, column.name)
    for table in DATA_TABLES
    for column in table.columns
    if column.name not in UNSAID and table.name != "injection_point"
]


def changed(table: str = "botox", *fields: FieldChange, **facts: Any) -> RecordedChange:
    known: dict[str, Any] = {
        "key": ChangeKey(1, 0),
        "at": datetime(2026, 3, 9, 8, 30, tzinfo=UTC),
        "by": None,
        "verb": "edit",
        "direction": "do",
        "table": table,
        "row_id": ANNA,
        "on": None,
        "is_new": False,
        "is_gone": False,
    }
    return RecordedChange(fields=fields, **{**known, **facts})


def test_every_field_that_can_change_has_a_name(catalog: Catalog) -> None:
    for table, column in COLUMNS:
        name = field_name(table, column, catalog)
        assert name[:1].isupper(), (table, column)
        assert "_" not in name


def test_what_is_done_to_every_table_is_said() -> None:
    fates: tuple[dict[str, Any], ...] = ({}, {"is_new": True}, {"is_gone": True})
    for table in DATA_TABLES:
        for fate in fates:
            said = what_text(changed(table.name, **fate))
            assert said[:1].isupper()
            assert "_" not in said


def test_what_was_done_names_the_day_and_undo_what_it_took_back() -> None:
    day = date(2026, 3, 9)
    assert what_text(changed(is_new=True, on=day)) == "Botox logged, 9 Mar 2026"
    assert what_text(changed(is_gone=True, direction="undo", on=day)) == "Undone: Botox logged, 9 Mar 2026"
    assert what_text(changed(is_new=True, direction="redo")) == "Done again: Botox logged"
    assert what_text(changed(is_new=True, direction="undo")) == "Undone: Botox deleted"
    assert what_text(changed(is_new=True, verb="import", on=day)) == "Botox imported, 9 Mar 2026"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("product", "dysport", "Dysport"),
        ("product", "acme", "acme"),
        ("device", "diamond", "Diamond tip"),
        ("areas", ("forehead", "nose", "moon"), "Forehead, Nose, moon"),
        ("cautions", (), "–"),
        ("vacuum_unit", "kPa", "kPa"),
        ("reaction", 0, "0, no visible reaction"),
        ("skin_type", 3, "III"),
        ("texture", 0, "0"),
        ("is_touch_up", False, "No"),
        ("is_archived", True, "Yes"),
        ("rater", "self", "Self"),
        ("setting", "home", "At home"),
        ("kind", "microdermabrasion", "Microdermabrasion"),
        ("outcome", "booked", "Booked"),
        ("side", "both", "Both sides"),
        ("gender", "unknown", "Not known"),
        ("rule", "botox-botox", "Botox, then botox"),
        ("expires", "2027-05", "05/2027"),
        ("given_on", date(2026, 3, 9), "9 Mar 2026"),
        ("dilution_ml", Decimal("2.50"), "2.5"),
        ("touch_up_of", Treated(BEA, date(2025, 3, 9)), "9 Mar 2025"),
        ("touch_up_of", Treated(BEA, None), "of an unknown day"),
        ("person_id", ANNA, "this one"),
        ("person_id", BEA, "another one"),
        ("tags", ("a|b", "<b>c</b>"), "a|b, <b>c</b>"),
        ("note", "unknown", "unknown"),
        ("note", None, "–"),
    ],
)
def test_values_are_said_by_name(field: str, value: Any, said: str, catalog: Catalog) -> None:
    assert value_text(field, value, catalog, ANNA).casefold() == said.casefold()


def test_a_time_of_day_is_written_as_the_system_does(catalog: Catalog) -> None:
    assert "30" in value_text("given_at", time(17, 30), catalog, ANNA)


def test_a_line_says_who_and_each_field_from_old_to_new(catalog: Catalog) -> None:
    points = (PointChange("procerus", Decimal(4), Decimal(6)), PointChange(None, None, Decimal(1)))
    line = change_line(changed("botox", FieldChange("lot", None, "B2"), by="Dr A. Osei", points=points), catalog, ANNA)
    assert line.by == "Dr A. Osei"
    assert line.when.startswith("9 Mar 2026, ")
    assert line.summary == "Lot: – → B2; Procerus: 4 units → 6 units; Other point: – → 1 unit"


def test_nobody_named_is_a_dash_and_a_new_record_has_one_value_each(catalog: Catalog) -> None:
    line = change_line(changed("rating", FieldChange("texture", None, 7), is_new=True), catalog, ANNA)
    assert (line.by, line.summary) == ("–", "Texture: 7")
    gone = change_line(changed("rating", FieldChange("texture", 7, None), is_gone=True), catalog, ANNA)
    assert gone.summary == "Texture: 7"


def test_a_point_that_was_only_moved_says_so(catalog: Catalog) -> None:
    moved = changed("botox", points=(PointChange("procerus", Decimal(4), Decimal(4)),))
    assert change_line(moved, catalog, ANNA).summary == "Procerus: 4 units → 4 units, at another place"


def test_a_note_of_several_lines_stands_before_and_after(catalog: Catalog) -> None:
    (field,) = change_line(changed("rating", FieldChange("note", "a\nb", "c")), catalog, ANNA).fields
    assert field.said == "Note, before:\na\nb\nNote, after:\nc"
    assert field.short == "Note: a b → c"
    assert not field.is_private


def test_a_private_note_can_be_said_without_its_words(catalog: Catalog) -> None:
    (field,) = change_line(changed("person", FieldChange("private_note", "a", "b")), catalog, ANNA).fields
    assert (field.is_private, field.hidden) == (True, "Private note: changed")
