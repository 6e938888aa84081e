"""Logging and editing a botox treatment by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, PersonDraft, PointDraft, draft_of
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Botox, Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.preferences import Preferences

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
    fields = ((dialog.provider, "Dr Osei"), (dialog.units.total, "120.5"), (dialog.note, "first time"))
    details = (
        (dialog.lot, "L1"),
        (dialog.expires, "09/2027"),
        (dialog.dilution, "2.5"),
        (dialog.at, "9:15"),
        (dialog.cost, "300"),
    )
    for field, text in fields:
        tab_to(field)
        press(text)
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    for field, text in details:
        tab_to(field)
        press(text)
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
    dialog.details.open()
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
    assert dialog.expires.isVisible()
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


def test_a_home_record_opens_short_and_adds_sites_on_request(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog)
    assert not dialog.injections.isVisible()
    assert not dialog.lot.isVisible()
    assert dialog.width() == 680
    press("B")
    tab_to(dialog.units.add_sites)
    press(Qt.Key.Key_Space)
    assert dialog.injections.isVisible()
    assert dialog.width() == 1010
    tab_to(dialog.injections.regions)
    press(Qt.Key.Key_Space)
    tab_to(dialog.injections.map)
    press("4", Qt.Key.Key_Right, "2.5")
    assert dialog.units.table.said_total() == dialog.injections.total.text() == "Total 6.5 units"
    save_from_any_field()
    entry = newest(record, person)
    assert {point.site: point.units for point in entry.points} == {
        "procerus": Decimal(4),
        "corrugator-medial-l": Decimal("2.5"),
    }
    assert entry.units == Decimal("6.5")


def test_in_a_practice_face_and_vial_are_there_at_once(opened: Opened, record: Record) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    dialog = opened(LogBotoxDialog)
    assert dialog.injections.isVisible()
    assert dialog.lot.isVisible()


def test_at_home_the_form_is_short_though_there_are_several_people(opened: Opened, record: Record) -> None:
    record.people.add(PersonDraft(name="Ben Example"))
    dialog = opened(LogBotoxDialog)
    assert not dialog.injections.isVisible()
    assert not dialog.lot.isVisible()
    assert dialog.when.segments.isVisible()


def test_in_a_practice_day_product_and_practitioner_share_a_row(
    opened: Opened, record: Record, person: Person, former: Botox
) -> None:
    record.people.change(person.id, PersonDraft(name=person.name, birth_date=date(1980, 5, 1), client_number="0417"))
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    dialog = opened(LogBotoxDialog, record.people.get(person.id))
    assert dialog.subtitle_label.text() == "Maya Lindqvist, 45, no. 0417"
    row = [dialog.field(name) for name in ("on", "product", "provider")]
    assert len({field.y() for field in row}) == 1
    lefts = [field.mapTo(dialog, QPoint()).x() for field in row]
    assert lefts == sorted(lefts)
    assert dialog.provider.width() >= 110
    assert "…" not in dialog.product.currentText()
    assert dialog.product.width() < dialog.product.fontMetrics().horizontalAdvance(dialog.product.currentText())
    assert not dialog.when.segments.isVisible()
    assert (dialog.field("on").label.text(), dialog.when.day) == ("&Date", TODAY)
    dialog.when.edit.set_day(TODAY - timedelta(days=1))
    assert dialog.draft().on == TODAY - timedelta(days=1)


def test_all_under_the_face_is_in_sight_in_the_window_of_the_design(
    opened: Opened, record: Record, former: Botox, window: QMainWindow
) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    window.resize(1280, 800)
    dialog = opened(LogBotoxDialog)
    viewport, panel = dialog.body.viewport(), dialog.injections
    assert viewport.rect().contains(panel.mapTo(viewport, panel.rect().bottomLeft()))


def test_a_face_higher_than_the_window_scrolls_until_its_end_is_in_sight(
    opened: Opened, record: Record, former: Botox, window: QMainWindow, qtbot: QtBot
) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    window.resize(1280, 690)
    dialog = opened(LogBotoxDialog)
    viewport, panel, bar = dialog.body.viewport(), dialog.injections, dialog.body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    assert panel.mapTo(viewport, panel.rect().bottomLeft()).y() > viewport.height()
    bar.setValue(100)
    assert viewport.rect().contains(panel.mapTo(viewport, panel.rect().bottomLeft()))


def test_a_short_form_says_what_of_the_vial_is_filled_in(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.details.summary == "Filled in: Lot, Expiry, Dilution, mL, Cost"
    dialog.product.choose("dysport")
    assert dialog.details.summary == ""
    assert not dialog.lot.isVisible()


def test_a_total_of_last_time_opens_short_even_in_a_practice(opened: Opened, record: Record, person: Person) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    logged(record, person, on=date(2025, 5, 1), product="dysport", units=Decimal(60))
    dialog = opened(LogBotoxDialog)
    assert not dialog.injections.isVisible()
    assert dialog.units.total.text() == "60"


def test_in_a_narrow_window_the_form_stands_under_the_face(
    opened: Opened, former: Botox, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.injections.mapTo(dialog, QPoint()).x() < dialog.product.mapTo(dialog, QPoint()).x() - 300
    window.resize(1024, 680)
    qtbot.waitUntil(lambda: dialog.width() == 680)
    bottom = dialog.injections.mapTo(dialog.body.content, dialog.injections.rect().bottomLeft())
    assert dialog.product.mapTo(dialog.body.content, QPoint()).y() > bottom.y()


def test_in_a_narrow_window_the_field_at_hand_is_in_sight(
    opened: Opened, record: Record, window: QMainWindow, qtbot: QtBot
) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    window.resize(1024, 680)
    dialog = opened(LogBotoxDialog)
    viewport = dialog.body.viewport()
    qtbot.waitUntil(lambda: viewport.rect().contains(dialog.product.mapTo(viewport, dialog.product.rect().center())))
    assert dialog.injections.isVisible()


def test_the_face_stays_in_sight_while_the_form_scrolls(opened: Opened, former: Botox, qtbot: QtBot) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.points.add_sites(dialog.record.catalog.sites)
    bar = dialog.body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.maximum())
    seen = dialog.injections.mapTo(dialog.body.viewport(), QPoint())
    assert 0 <= seen.y() < 40


def test_a_region_brings_its_points_without_units_and_they_are_not_stored(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.units.show_sites(True)
    dialog.injections.regions.chips.chip("glabella").click()
    assert dialog.points.state.waiting == 5
    assert dialog.draft().points == []
    dialog.points.set_units("procerus", Decimal(4))
    save_from_any_field()
    assert [point.site for point in newest(record, person).points] == ["procerus"]


def test_a_region_switched_off_takes_its_points_away_and_undo_brings_them_back(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    glabella = dialog.injections.regions.chips.chip("glabella")
    assert not glabella.isChecked()
    glabella.click()
    assert glabella.isChecked()
    assert dialog.points.state.units_at("procerus") == Decimal(4)
    glabella.click()
    assert dialog.points.state.total() == Decimal(8)
    dialog.injections.undo.click()
    assert glabella.isChecked()
    assert dialog.points.state.total() == Decimal(12)


def test_same_as_last_brings_the_points_of_the_same_product_with_their_units(
    opened: Opened, record: Record, person: Person, former: Botox
) -> None:
    dialog = opened(LogBotoxDialog)
    same = dialog.injections.regions.same
    assert same.isChecked()
    dialog.injections.clear.click()
    assert (same.isChecked(), dialog.points.state.points) == (False, ())
    same.click()
    assert [(point.key, point.units) for point in dialog.points.state.points] == [
        (point.site, point.units) for point in former.points
    ]
    dialog.product.choose("dysport")
    assert not same.isVisible()


def test_undo_works_from_the_buttons_round_the_face_too(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    tab_to(dialog.injections.clear)
    press(Qt.Key.Key_Space)
    assert dialog.points.state.total() is None
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert dialog.points.state.total() == Decimal(12)
    tab_to(dialog.injections.regions)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.points.state.total() is None


def test_the_step_follows_the_product(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.units.show_sites(True)
    dialog.product.choose("dysport")
    dialog.points.step("procerus", 1)
    cell = dialog.units.table.cell("procerus")
    cell.setFocus()
    press(Qt.Key.Key_Up)
    assert cell.units == Decimal(10)


def test_a_likely_slip_is_asked_about_and_saved_all_the_same(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.units.total.setText("440")
    assert dialog.units.question.text.startswith("Is a total of 440 right?")
    assert "Xeomin US prescribing information" in dialog.units.question.text
    dialog.units.show_sites(True)
    dialog.points.fill([PointDraft(units=Decimal(60), site="mentalis-l")])
    assert dialog.units.question.text.startswith("Is 60 right for mentalis, left?")
    save_from_any_field()
    assert newest(record, person).units == Decimal(60)


def test_the_question_goes_with_its_cause(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.units.total.setText("440")
    assert dialog.units.question.isVisible()
    dialog.units.total.setText("44")
    assert not dialog.units.question.isVisible()


def test_the_mirror_is_a_switch(opened: Opened, former: Botox) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.injections.mirror.click()
    assert dialog.injections.map.is_mirrored
    assert dialog.injections.mirror.text() == "Clinic view"
    dialog.injections.mirror.click()
    assert not dialog.injections.map.is_mirrored


def test_the_face_is_seen_as_it_was_seen_last(opened: Opened, preferences: Preferences, former: Botox) -> None:
    opened(LogBotoxDialog).injections.mirror.click()
    assert preferences.mirrors_face
    again = opened(LogBotoxDialog).injections
    assert (again.map.is_mirrored, again.mirror.text()) == (True, "Clinic view")


def test_points_that_wait_for_units_stay_when_a_product_with_a_last_total_is_chosen(
    opened: Opened, record: Record, person: Person
) -> None:
    logged(record, person, on=date(2025, 5, 1), product="dysport", units=Decimal(60), lot="D1")
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.units.show_sites(True)
    dialog.injections.regions.chips.chip("glabella").click()
    dialog.product.choose("dysport")
    assert (dialog.units.is_by_site, dialog.points.state.waiting) == (True, 5)
    assert dialog.lot.text() == "D1"
