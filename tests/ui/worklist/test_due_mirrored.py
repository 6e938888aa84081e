"""The due list and the list of clients where lines are read from the right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from support import TODAY

from tracker.ui.widgets.mirroring import mirrored
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.page import DuePage
from tracker.ui.worklist.row_cells import box_rect


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    former = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(former)


class TextPainter(QPainter):
    """Keeps where texts are drawn."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.image = image
        self.drawn: list[QRect] = []

    def drawText(self, *given: Any) -> None:  # type: ignore[override]
        self.drawn.append(self.boundingRect(*given))


def test_a_part_stands_at_the_other_side(from_the_right: None) -> None:
    assert mirrored(QRect(0, 0, 100, 20), QRect(10, 5, 20, 10)) == QRect(70, 5, 20, 10)


def test_a_part_stays_where_lines_are_read_from_the_left(qapp: QApplication) -> None:
    assert mirrored(QRect(0, 0, 100, 20), QRect(10, 5, 20, 10)) == QRect(10, 5, 20, 10)


def test_name_and_number_stand_beside_each_other_and_the_box_is_pressed_where_it_stands(
    from_the_right: None, page: DuePage
) -> None:
    numbered = [replace(item, person=replace(item.person, client_number="0417")) for item in page.shown]
    page.show_items(numbered, TODAY)
    table = page.table
    index = table.model().index(1, Column.CLIENT)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 41)
    painter = TextPainter(QImage(300, 41, QImage.Format.Format_ARGB32))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table.itemDelegate().paint(painter, option, index)
    painter.end()
    texts = painter.drawn
    box = box_rect(option.rect)
    assert len(texts) == 2
    assert all(option.rect.contains(text) and not text.intersects(box) for text in texts)
    assert not any(one.intersects(other) for one in texts for other in texts if one is not other)
    at: QPoint = box_rect(table.visualRect(index)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert len(table.lines.ticked) == 1
