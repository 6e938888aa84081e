"""The bar of names and tabs: every tab stays in sight, however large the letters are."""

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.name_bar import NameBar
from tracker.ui.theme import Theme


@pytest.mark.parametrize(("width", "has_report"), [(1024, True), (800, True), (640, False)])
def test_the_name_is_shortened_and_the_report_goes_before_a_tab_does(
    qtbot: QtBot, theme: Theme, width: int, has_report: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = NameBar(theme, QMenu(window), ["Overview", "History", "Face map", "Progress", "Plan"], window)
    bar.show_person("María del Rosario Fernández-Villalobos y Castellanos de la Torre", has_others=True)
    window.resize(1280, 200)
    bar.resize(width, bar.height())
    with qtbot.waitExposed(window):
        window.show()
    assert bar.report_button.isVisible() == has_report
    assert bar.tabs.width() >= bar.tabs.sizeHint().width()
    assert bar.rect().contains(bar.tabs.geometry())
