"""A page lies on the paper as large as it is made, and smaller only where a printer cannot reach its edges."""

import pytest
from PySide6.QtCore import QMarginsF, QRectF

from tracker.ui.reports.kinds import A4, LETTER, PAPERS
from tracker.ui.reports.printing import fitted
from tracker.ui.reports.sheet import MM, Sheet


def whole(sheet: Sheet) -> QRectF:
    return QRectF(0, 0, sheet.width, sheet.height)


@pytest.mark.parametrize("name", PAPERS)
def test_a_printer_that_leaves_little_blank_prints_the_page_as_it_is(name: str) -> None:
    sheet = Sheet.of(name)
    margin = 6 * MM
    printable = whole(sheet).marginsRemoved(QMarginsF(margin, margin, margin, margin))
    assert fitted(sheet, whole(sheet), printable).isIdentity()


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("margins", [(20, 20, 20, 20), (5, 5, 5, 25), (30, 5, 5, 5), (5, 30, 30, 5)])
def test_nothing_is_lost_where_a_printer_leaves_much_blank(name: str, margins: tuple[int, int, int, int]) -> None:
    sheet = Sheet.of(name)
    printable = whole(sheet).marginsRemoved(QMarginsF(*(side * MM for side in margins)))
    place = fitted(sheet, whole(sheet), printable)
    assert printable.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place.mapRect(sheet.content))
    assert place.m11() == place.m22() < 1


def test_another_paper_takes_the_page_smaller() -> None:
    sheet = Sheet.of(A4)
    half = QRectF(0, 0, sheet.width / 2, sheet.height / 2)
    assert fitted(sheet, half, half).m11() == pytest.approx(0.5)
    letter = whole(Sheet.of(LETTER))
    assert fitted(sheet, letter, letter).m11() < 1
