"""Logging and editing a botox treatment by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from support import TODAY

from tracker.core.drafts import BotoxDraft, PointDraft, draft_of
from tracker.core.records import Botox, Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog

Opened = Callable[..., LogBotoxDialog]


def logged(record: Record, person: Person, **given: Any) -> Botox:
    entry = record.entries.add(person.id, BotoxDraft(**given))
    assert isinstance(entry, Botox)
    return entry


def newest(record: Record, person: Person) -> Any:
    return record.entries.latest(person.id, Kind.BOTOX)


@pytest.fixture
def former(record: Record, person: Person) -> Botox:
    """Return a treatment of more than three months ago with points at two regions."""
    points = [PointDraft(units=Decimal(4), site=site) for site in ("procerus", "canthal-upper-r", "canthal-upper-l")]
    return logged(
        record,
        person,
        on=date(2025, 11, 27),
        at=time(10, 0),
        product="botox_cosmetic",
        points=points,
        lot="C8741 C3",
        expires="2027-09",
        dilution_ml=Decimal("2.5"),
        provider="Dr A. Osei",
        cost=Decimal(240),
        currency="EUR",
        note="A note",
    )


def test_the_product_is_asked_the_first_time(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.product.chosen is None
    save_from_any_field()
    assert newest(record, person) is None
    assert dialog.field("product").problem == "This is needed."
    assert dialog.product.hasFocus()


def test_every_field_of_a_first_treatment_is_entered_by_keyboard_alone(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogBotoxDialog)
    press("D")
    for field, text in (
        (dialog.provider, "Dr Osei"),
        (dialog.lot, "L1"),
        (dialog.expires, "09/2027"),
        (dialog.dilution, "2.5"),
    ):
        tab_to(field)
        press(text)
    tab_to(dialog.units.total)
    press("120.5")
    tab_to(dialog.note)
    press("first time")
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    tab_to(dialog.at)
    press("9:15")
    tab_to(dialog.cost)
    press("300")
    save_from_any_field()
    entry = newest(record, person)
    assert (entry.on, entry.at, entry.product) == (TODAY, time(9, 15), "dysport")
    assert (entry.units, entry.points) == (Decimal("120.5"), ())
    assert (entry.lot, entry.expires, entry.dilution_ml) == ("L1", "2027-09", Decimal("2.5"))
    assert (entry.provider, entry.note, entry.cost, entry.currency) == ("Dr Osei", "first time", Decimal(300), "EUR")
    assert not entry.is_touch_up


def test_arrows_step_the_units_of_a_site(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.units.show_sites(True)
    dialog.points.add_sites(["procerus"])
    cell = dialog.units.table.cell("procerus")
    cell.setFocus()
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert cell.units == Decimal(2)
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert cell.units == Decimal("2.1")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert cell.units is None


def test_units_finer_than_a_tenth_are_refused_at_the_cell(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.units.show_sites(True)
    dialog.units.table.cell("procerus").setText("4.25")
    save_from_any_field()
    assert newest(record, person) is None
    assert dialog.field("points").problem == "Units are recorded to one decimal."
    assert dialog.units.table.cell("procerus").property("invalid")


def test_a_treatment_like_the_last_is_logged_with_enter(
    opened: Opened, record: Record, person: Person, former: Botox
) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.same_as.text == "Same as 27 Nov 2025 is filled in."
    press(Qt.Key.Key_Return)
    entry = newest(record, person)
    assert (entry.on, entry.product, entry.points) == (TODAY, former.product, former.points)
    assert (entry.lot, entry.expires, entry.dilution_ml) == ("C8741 C3", "2027-09", Decimal("2.5"))
    assert (entry.provider, entry.note, entry.at) == ("Dr A. Osei", None, None)


def test_another_product_brings_its_own_last_vial_and_never_the_units_of_the_former(
    opened: Opened, record: Record, person: Person, former: Botox
) -> None:
    logged(record, person, on=date(2025, 5, 1), product="dysport", units=Decimal(60), lot="D1", provider="Dr B. Lund")
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("dysport")
    assert (dialog.lot.text(), dialog.expires.text(), dialog.provider.text()) == ("D1", "", "Dr B. Lund")
    assert (dialog.units.is_by_site, dialog.units.total.text()) == (False, "60")
    assert dialog.same_as.text == "Same as 1 May 2025 is filled in."
    dialog.product.choose("xeomin")
    assert (dialog.lot.text(), dialog.units.total.text()) == ("", "")
    assert dialog.same_as.text == ""
    dialog.product.choose("botox_cosmetic")
    assert dialog.lot.text() == "C8741 C3"
    assert dialog.points.state.total() == Decimal(12)


def test_what_was_typed_by_hand_stays_when_the_product_changes(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    tab_to(dialog.lot)
    dialog.lot.selectAll()
    press("MINE")
    dialog.product.choose("dysport")
    assert dialog.lot.text() == "MINE"


def test_changing_the_product_of_an_edited_treatment_changes_nothing_else(
    opened: Opened, record: Record, person: Person, former: Botox
) -> None:
    logged(record, person, on=date(2025, 5, 1), product="dysport", units=Decimal(60), lot="D1")
    dialog = opened(LogBotoxDialog, entry=former)
    assert dialog.title_label.text() == "Edit botox"
    assert dialog.draft() == replace(BotoxDraft.of(former), units=None)
    dialog.product.choose("dysport")
    save_from_any_field()
    changed = record.entries.get(former.id)
    assert isinstance(changed, Botox)
    assert (changed.product, changed.lot, changed.units) == ("dysport", "C8741 C3", Decimal(12))


def test_a_duplicate_is_filled_and_dated_today(opened: Opened, record: Record, person: Person, former: Botox) -> None:
    opened(LogBotoxDialog, draft=draft_of(former))
    press(Qt.Key.Key_Return)
    entry = newest(record, person)
    assert entry.id != former.id
    assert (entry.on, entry.points, entry.note) == (TODAY, former.points, "A note")


def test_a_touch_up_belongs_to_the_treatment_chosen(opened: Opened, record: Record, person: Person) -> None:
    older = logged(record, person, on=date(2025, 10, 1), product="xeomin", units=Decimal(20))
    latest = logged(record, person, on=date(2026, 2, 20), product="xeomin", units=Decimal(20))
    dialog = opened(LogBotoxDialog)
    tab_to(dialog.touch_up.box)
    press(Qt.Key.Key_Space)
    assert dialog.touch_up.of.currentText() == "20 Feb 2026, Xeomin, 20 units"
    assert dialog.draft().touch_up_of == latest.id
    tab_to(dialog.touch_up.of)
    press(Qt.Key.Key_Down)
    assert dialog.draft().touch_up_of == older.id
    dialog.touch_up.of.choose(str(latest.id))
    save_from_any_field()
    entry = newest(record, person)
    assert (entry.is_touch_up, entry.touch_up_of) == (True, latest.id)


def test_a_touch_up_without_an_earlier_treatment_says_so(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.touch_up.box.setChecked(True)
    assert dialog.touch_up.main_id is None
    assert not dialog.touch_up.of.isVisible()


def test_an_expired_lot_asks_for_a_note(opened: Opened, record: Record, person: Person, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.expires.setText("02/2026")
    assert dialog.field("expires").problem == "Expired on this day. A note is needed."
    press(Qt.Key.Key_Return)
    assert newest(record, person).id == former.id
    assert dialog.note.hasFocus()
    press("Checked with the maker")
    save_from_any_field()
    assert newest(record, person).expires == "2026-02"


def test_an_expiry_that_is_no_date_is_refused_beside_it(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.expires.setText("13/2027")
    press(Qt.Key.Key_Return)
    assert dialog.field("expires").problem == "“2027-13” is no date."
    assert dialog.isVisible()


def test_free_points_of_an_edited_treatment_are_kept(opened: Opened, record: Record, person: Person) -> None:
    points = [
        PointDraft(units=Decimal(2), x=Decimal(100), y=Decimal(120)),
        PointDraft(units=Decimal(4), site="procerus"),
    ]
    entry = logged(record, person, on=date(2025, 6, 1), product="xeomin", points=points)
    dialog = opened(LogBotoxDialog, entry=entry)
    dialog.lot.setText("X")
    save_from_any_field()
    changed = record.entries.get(entry.id)
    assert isinstance(changed, Botox)
    assert set(changed.points) == set(entry.points)


def test_the_total_is_taken_over_from_the_sites(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.units.just_total.click()
    assert dialog.units.total.text() == "12"
    assert dialog.draft().points == []
