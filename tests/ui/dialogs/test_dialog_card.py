"""The card: where it stands, how large it is, and what it covers."""

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.dialogs.about import AboutDialog
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.person import PersonDialog
from tracker.ui.dialogs.veil import Veil
from tracker.ui.theme import Theme

Opened = Callable[..., Any]


def test_the_card_stands_in_the_middle_of_its_window(opened: Opened, window: QMainWindow) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert abs(dialog.geometry().center().x() - window.geometry().center().x()) <= 1
    assert dialog.width() == 620


def test_the_card_never_leaves_a_small_window_and_its_body_scrolls(
    opened: Opened, window: QMainWindow, qtbot: QtBot, record: Record
) -> None:
    window.resize(1024, 680)
    dialog = opened(LogBotoxDialog)
    dialog.units.add_sites.click()
    dialog.points.add_sites(record.catalog.sites)
    qtbot.waitUntil(lambda: dialog.body.verticalScrollBar().maximum() > 0)
    assert window.geometry().contains(dialog.geometry())
    assert dialog.save_button.isVisible()


def test_content_without_text_that_wraps_scrolls_and_is_not_squeezed(
    theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = CardDialog(theme, window, title="Long", width=400)
    for _place in range(2):
        part = QWidget(dialog)
        part.setFixedHeight(600)
        dialog.rows.addWidget(part)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.body.verticalScrollBar().maximum() > 0)
    assert dialog.body.content.height() > 1200


def test_a_card_that_nobody_holds_stays_open_until_it_is_left(theme: Theme, window: QMainWindow) -> None:
    def open_card() -> None:
        card = CardDialog(theme, window, title="Alone", width=400)
        card.add_button("&Close", "close_alone").clicked.connect(card.accept)
        card.order_tabs()
        card.open()

    open_card()
    gc.collect()
    (there,) = window.findChildren(CardDialog)
    assert there.isVisible()
    there.accept()


def test_page_keys_scroll_a_long_page(theme: Theme, window: QMainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 680)
    dialog = AboutDialog(theme, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.body.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.body.verticalScrollBar().value() > 0
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.body.verticalScrollBar().value() == 0


def test_the_card_grows_with_its_content(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    before = dialog.height()
    dialog.details.open()
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_the_card_follows_its_window(opened: Opened, window: QMainWindow, qtbot: QtBot) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    before = dialog.pos()
    window.move(window.x() + 40, window.y() + 30)
    qtbot.waitUntil(lambda: dialog.pos() != before)


def test_a_thin_veil_covers_the_window_below_its_menu_bar(opened: Opened, window: QMainWindow) -> None:
    window.menuBar().addMenu("File")
    QApplication.processEvents()
    opened(LogMicrodermabrasionDialog)
    veil = window.findChild(Veil)
    assert not veil.is_opaque
    assert veil.geometry().top() == window.menuBar().geometry().bottom() + 1
    assert veil.geometry().bottom() == window.rect().bottom()


def test_the_person_is_named_only_where_there_are_several(
    opened: Opened, record: Record, person: Person, theme: Theme, window: QMainWindow
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.subtitle_label.text() == ""
    dialog.reject()
    adding = PersonDialog(record, theme, window)
    adding.name.setText("Tomas Varga")
    adding.save()
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.subtitle_label.text() == "Maya Lindqvist"


def test_the_card_is_drawn_in_both_themes(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    light = dialog.grab().toImage().pixelColor(dialog.width() // 2, 60)
    theme.choose_mode("dark")
    dark = dialog.grab().toImage().pixelColor(dialog.width() // 2, 60)
    assert light.lightness() > 200
    assert dark.lightness() < 60
