"""The date field: a date typed as it is written is the date that is taken."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.date_edit import DateEdit

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> DateEdit:
    edit = DateEdit()
    edit.setDate(QDate(2026, 11, 22))
    qtbot.addWidget(edit)
    with qtbot.waitActive(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    return edit


def day_in(field: DateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


@pytest.mark.parametrize("way_in", ["first section", "all selected", "home"])
@pytest.mark.parametrize(
    ("pattern", "typed", "on"),
    [
        ("yyyy-MM-dd", "2026-01-05", date(2026, 1, 5)),
        ("yyyy-MM-dd", "2024-2-29", date(2024, 2, 29)),
        ("yyyy-MM-dd", "20250131", date(2025, 1, 31)),
        ("M/d/yyyy", "12/3/2025", date(2025, 12, 3)),
        ("M/d/yyyy", "1/5/2026", date(2026, 1, 5)),
        ("M/d/yyyy", "2/10/2026", date(2026, 2, 10)),
        ("M/d/yyyy", "01/05/2026", date(2026, 1, 5)),
        ("dd.MM.yyyy", "31.01.2026", date(2026, 1, 31)),
        ("dd.MM.yyyy", "5.1.2026", date(2026, 1, 5)),
        ("dd/MM/yyyy", "05/01/2026", date(2026, 1, 5)),
        ("d MMM yyyy", "31 1 2026", date(2026, 1, 31)),
    ],
)
def test_a_date_is_taken_as_it_is_typed(field: DateEdit, pattern: str, typed: str, on: date, way_in: str) -> None:
    field.setDisplayFormat(pattern)
    field.setSelectedSection(field.sectionAt(0))
    if way_in == "all selected":
        field.lineEdit().selectAll()
    elif way_in == "home":
        QTest.keyClick(field, Key.Key_Home)
    QTest.keyClicks(field, typed)
    assert day_in(field) == on
    assert field.text() == field.textFromDateTime(field.dateTime())


def test_one_section_can_be_typed_alone_and_is_taken_on_leaving(field: DateEdit) -> None:
    field.setDisplayFormat("yyyy-MM-dd")
    field.setSelectedSection(DateEdit.Section.DaySection)
    QTest.keyClicks(field, "3")
    assert field.text() == "2026-11-3"
    field.clearFocus()
    assert day_in(field) == date(2026, 11, 3)
    assert field.text() == "2026-11-03"


def test_half_a_year_leaves_the_date_as_it_was(field: DateEdit) -> None:
    field.setDisplayFormat("yyyy-MM-dd")
    field.setSelectedSection(DateEdit.Section.YearSection)
    QTest.keyClicks(field, "20")
    assert field.text() == "20-11-22"
    QTest.keyClick(field, Key.Key_Return)
    assert day_in(field) == date(2026, 11, 22)
    assert field.text() == "2026-11-22"


def test_a_number_that_cannot_be_is_not_taken(field: DateEdit) -> None:
    field.setDisplayFormat("yyyy-MM-dd")
    field.setSelectedSection(field.sectionAt(0))
    QTest.keyClicks(field, "0000-13-00")
    assert day_in(field) == date(2026, 11, 22)


def test_arrows_still_step(field: DateEdit) -> None:
    field.setDisplayFormat("yyyy-MM-dd")
    field.setSelectedSection(DateEdit.Section.DaySection)
    QTest.keyClick(field, Key.Key_Up)
    assert day_in(field) == date(2026, 11, 23)
