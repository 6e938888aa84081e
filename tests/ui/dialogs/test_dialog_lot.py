"""The lot in the botox dialog: offered from recent use, choosing fills the expiry, an expired one is questioned."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support import TODAY

from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog

# Offscreen there is nothing that could hold the keys for the list of a line.
pytestmark = pytest.mark.qt_log_ignore("does not support")
Opened = Callable[..., Any]


@pytest.fixture
def used(record: Record) -> None:
    """Let somebody else in the practice have had three lots of two products."""
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE))
    ben = record.people.add(PersonDraft(name="Ben Example"))
    for days, product, lot, expires in (
        (300, "xeomin", "XN1", "2026-01"),
        (200, "xeomin", "XN2", "2027-05"),
        (100, "dysport", "DY1", "2027-08"),
    ):
        on = TODAY - timedelta(days)
        record.entries.add(ben.id, BotoxDraft(on=on, product=product, lot=lot, expires=expires))


@pytest.mark.usefixtures("used")
def test_lots_of_the_chosen_product_are_offered_with_their_expiry_newest_first(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.lot.offers == ()
    dialog.product.choose("xeomin")
    assert [offer.shown for offer in dialog.lot.offers] == ["XN2, 05/2027, Xeomin", "XN1, 01/2026, Xeomin"]
    dialog.product.choose("dysport")
    assert [offer.text for offer in dialog.lot.offers] == ["DY1"]


@pytest.mark.usefixtures("used")
def test_choosing_a_lot_by_keys_fills_the_expiry_and_saves_nothing(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    tab_to(dialog.lot)
    press(Qt.Key.Key_Down)
    popup = dialog.lot.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (dialog.lot.text(), dialog.expires.text()) == ("XN2", "05/2027")
    assert dialog.isVisible()
    assert record.entries.of(person.id) == ()


@pytest.mark.usefixtures("used")
def test_an_expired_lot_from_the_list_is_questioned(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.lot.show_all()
    popup = dialog.lot.completer().popup()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert (dialog.lot.text(), dialog.expires.text()) == ("XN1", "01/2026")
    assert dialog.is_lot_expired()
    assert dialog.field("expires").problem == "Expired on this day. A note is needed."


@pytest.mark.usefixtures("used")
def test_any_other_lot_can_be_typed_and_keeps_the_expiry(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.product.choose("xeomin")
    dialog.expires.setText("12/2027")
    tab_to(dialog.lot)
    press("NEW 7")
    dialog.lot.completer().popup().hide()
    assert dialog.expires.text() == "12/2027"
    dialog.save()
    [entry] = record.entries.of(person.id)
    assert entry.lot == "NEW 7"  # type: ignore[union-attr]


def test_without_lots_down_stays_in_the_field(opened: Opened) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.details.open()
    tab_to(dialog.lot)
    press(Qt.Key.Key_Down)
    assert not dialog.lot.completer().popup().isVisible()
