"""The Face map tab: the visits beside the face, the table by keys and mouse, two visits compared, nothing to show."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, PersonDraft, PointDraft
from tracker.core.records import Person
from tracker.core.units_over_time.visits import Spot
from tracker.services.record import Record
from tracker.ui.face.marks import MarkKind
from tracker.ui.face_map.grid import UnitsGrid
from tracker.ui.face_map.view import FaceMapView
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

Show = Callable[[], FaceMapView]
LATERAL_L = Spot(site="corrugator-lateral-l")


def read(grid: UnitsGrid) -> list[list[str]]:
    """Return what stands in the table: name, side, and the cells with their arrows."""
    return [[row.name, row.side, *(f"{cell.arrow}{cell.text}" for cell in row.cells)] for row in grid.grid.table.rows]


def marked(grid: UnitsGrid) -> tuple[int | None, int]:
    """Return the marked column and the row with the frame."""
    return grid.grid.chosen, grid.currentIndex().row()


@pytest.mark.usefixtures("visits")
def test_the_newest_visit_stands_beside_units_per_site_over_time(shown: Show) -> None:
    view = shown()
    card, grid = view.visit.card, view.visit.table.grid
    assert (card.title.text(), card.units.text()) == ("27 Oct 2025", "8 units")
    assert card.product.text() == "Botox Cosmetic, lot C8612, 05/2027"
    assert read(grid) == [
        ["Procerus", "mid", "4", "4", "4"],
        ["Corrugator, lateral", "L", "↓4", "↑5", "4"],
        ["Lateral canthal, upper", "R", "–", "2", "–"],
        ["Total units", "", "8", "11", "8"],
        ["Glabella", "", "8", "9", "8"],
        ["Lateral canthal", "", "–", "2", "–"],
        ["Lot", "", "C8612", "–", "–"],
    ]
    assert marked(grid) == (0, 0)
    given = {spot: mark.units for spot, mark in card.map.marks.items() if mark.kind is MarkKind.GIVEN}
    assert given == {Spot(site="procerus"): "4", LATERAL_L: "4"}


@pytest.mark.usefixtures("visits")
def test_the_visit_stepped_to_is_the_one_whose_map_is_printed(shown: Show, qtbot: QtBot) -> None:
    view = shown()
    view.visit.card.earlier.click()
    with qtbot.waitSignal(view.printRequested) as asked:
        view.visit.card.print_button.click()
    assert asked.args == [view.visit.chosen.treatment.id]
    assert view.visit.chosen.treatment.on == date(2025, 7, 7)


def test_a_visit_without_sites_has_no_map_to_print(shown: Show, give: Callable[..., object]) -> None:
    give("2025-03-31", units=Decimal(20))
    assert not shown().visit.card.print_button.isEnabled()


@pytest.mark.usefixtures("visits")
def test_buttons_and_the_keys_of_the_face_step_through_the_visits(shown: Show, qtbot: QtBot) -> None:
    card = shown().visit.card
    assert not card.later.isEnabled()
    card.earlier.click()
    assert card.title.text() == "7 Jul 2025"
    QTest.keyClick(card.map, Qt.Key.Key_Left)
    assert card.title.text() == "31 Mar 2025"
    assert not card.earlier.isEnabled()
    QTest.keyClick(card.map, Qt.Key.Key_Left)
    QTest.keyClick(card.map, Qt.Key.Key_Right)
    assert card.title.text() == "7 Jul 2025"
    card.later.click()
    assert card.title.text() == "27 Oct 2025"


@pytest.mark.usefixtures("visits")
def test_arrows_go_from_cell_to_cell_and_take_visit_ring_and_sentence_with_them(shown: Show) -> None:
    view = shown()
    card, grid = view.visit.card, view.visit.table.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert card.map.ringed == LATERAL_L
    assert view.visit.table.site.text() == "Corrugator, lateral, left"
    arrows = "An arrow marks a change from the visit before."
    assert view.visit.table.sentence.text() == f"5 in July 2025, 4 in October 2025. {arrows}"
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert (card.title.text(), marked(grid)) == ("7 Jul 2025", (1, 1))
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert card.title.text() == "31 Mar 2025"
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert card.title.text() == "31 Mar 2025"
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert card.title.text() == "27 Oct 2025"
    for _row in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert card.map.ringed is None
    assert view.visit.table.site.isHidden()
    assert view.visit.table.sentence.text() == arrows


@pytest.mark.usefixtures("visits")
def test_arrows_follow_the_columns_where_they_run_from_right_to_left(shown: Show) -> None:
    view = shown()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid = view.visit.table.grid
    for keys, day in ((Qt.Key.Key_Left, "7 Jul 2025"), (Qt.Key.Key_Right, "27 Oct 2025")):
        QTest.keyClick(grid, keys)
        assert view.visit.card.title.text() == day
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert view.visit.card.title.text() == "27 Oct 2025"


def test_beyond_six_visits_the_window_moves_and_the_row_stays(shown: Show, give: Callable[..., object]) -> None:
    for month in range(1, 9):
        give(f"2025-0{month}-01", {"procerus": 4, "corrugator-lateral-l": month})
    view = shown()
    grid = view.visit.table.grid
    grid.choose_spot(LATERAL_L)
    for _step in range(6):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert view.visit.card.title.text() == "1 Feb 2025"
    assert read(grid)[1] == ["Corrugator, lateral", "L", *(f"↑{month}" for month in range(7, 1, -1))]
    assert marked(grid) == (5, 1)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert (view.visit.card.title.text(), marked(grid)) == ("1 Aug 2025", (0, 1))


@pytest.mark.usefixtures("visits")
def test_a_click_on_a_point_or_a_cell_chooses_its_site_and_a_click_on_a_day_its_visit(
    shown: Show, qtbot: QtBot
) -> None:
    view = shown()
    face, grid = view.visit.card.map, view.visit.table.grid
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton, pos=face.point_of(LATERAL_L).toPoint())
    assert (grid.spot, face.ringed) == (LATERAL_L, LATERAL_L)
    name = grid.visualRect(grid.grid.index(0, 0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert face.ringed == Spot(site="procerus")
    header = grid.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(3) + 8, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.visit.card.title.text() == "7 Jul 2025"


def test_two_products_are_parted_and_named_and_never_compared(shown: Show, give: Callable[..., object]) -> None:
    give("2025-03-31", {"procerus": 4})
    give("2025-07-07", {"procerus": 10}, product="dysport")
    view = shown()
    columns = view.visit.table.grid.grid.table.columns
    assert [(column.product, column.is_parted) for column in columns] == [("Dysport", True), ("Botox Cosmetic", False)]
    assert read(view.visit.table.grid)[0] == ["Procerus", "mid", "10", "4"]
    said = view.visit.table.sentence.text()
    assert said.startswith("With Dysport: 10 in July 2025.")
    assert said.endswith("Units of different products are not compared.")


def test_a_total_without_sites_is_said_so(shown: Show, give: Callable[..., object]) -> None:
    give("2025-03-31", units=Decimal(44))
    view = shown()
    assert view.visit.card.note.isVisible()
    assert read(view.visit.table.grid) == [["Total units", "", "44"], ["Lot", "", "–"]]
    assert not view.visit.table.button.isEnabled()


def test_touch_ups_and_free_points_are_named(shown: Show, give: Callable[..., object]) -> None:
    free = PointDraft(units=Decimal("1.5"), x=Decimal(120), y=Decimal(300))
    give("2025-03-31", {"procerus": 4})
    give("2025-04-14", points=[free], is_touch_up=True)
    view = shown()
    assert view.visit.table.grid.grid.table.columns[0].lines == ("14 Apr", "2025", "touch-up")
    assert view.visit.card.units.text() == "1.5 units, touch-up"
    assert ["Other point 1", "", "1.5", "–"] in read(view.visit.table.grid)
    assert ["Other points", "", "1.5", "–"] in read(view.visit.table.grid)


@pytest.mark.usefixtures("visits")
def test_two_visits_are_compared_on_two_faces_and_in_a_table(shown: Show) -> None:
    view = shown()
    view.visit.table.button.click()
    page = view.comparison
    assert page.isVisible()
    assert (page.first.day.currentText(), page.second.day.currentText()) == ("7 Jul 2025", "27 Oct 2025")
    assert read(page.table.grid)[:4] == [
        ["Procerus", "mid", "4", "4", "0"],
        ["Corrugator, lateral", "L", "5", "4", "−1"],
        ["Lateral canthal, upper", "R", "2", "–", "−2"],
        ["Total units", "", "11", "8", "−3"],
    ]
    page.first.day.setCurrentIndex(2)
    assert read(page.table.grid)[1] == ["Corrugator, lateral", "L", "4", "4", "0"]
    page.table.grid.setFocus()
    QTest.keyClick(page.table.grid, Qt.Key.Key_Down)
    assert page.first.map.ringed == page.second.map.ringed == LATERAL_L
    page.table.button.click()
    assert view.visit.isVisible()
    assert view.visit.card.title.text() == "27 Oct 2025"


def test_two_products_side_by_side_have_no_difference(shown: Show, give: Callable[..., object]) -> None:
    give("2025-03-31", {"procerus": 4})
    give("2025-07-07", {"procerus": 10}, product="dysport")
    view = shown()
    view.visit.table.button.click()
    assert read(view.comparison.table.grid)[0] == ["Procerus", "mid", "4", "10", "–"]
    assert view.comparison.table.sentence.text() == "Units of different products are not compared."


@pytest.mark.usefixtures("visits")
def test_a_change_is_shown_at_once_and_what_was_on_screen_stays(
    shown: Show, record: Record, ingrid: Person, give: Callable[..., object]
) -> None:
    view = shown()
    view.visit.choose(1)
    give("2026-03-01", {"procerus": 6})
    assert view.visit.card.title.text() == "7 Jul 2025"
    assert read(view.visit.table.grid)[0] == ["Procerus", "mid", "↑6", "4", "4", "4"]
    view.compare()
    record.undo.undo()
    assert view.is_comparing
    assert view.comparison.first.day.currentText() == "31 Mar 2025"
    for entry in record.entries.of(ingrid.id):
        record.entries.remove([entry.id])
    assert view.empty.isVisible()


def test_another_person_begins_with_the_newest_visit(shown: Show, record: Record, give: Callable[..., object]) -> None:
    give("2025-03-31", {"procerus": 4})
    give("2025-07-07", {"procerus": 4})
    other = record.people.add(PersonDraft(name="Zoë"))
    for on in ("2025-01-01", "2025-06-01", "2025-12-01"):
        draft = BotoxDraft(on=date.fromisoformat(on), product="dysport", units=Decimal(50))
        record.entries.add(other.id, draft)
    view = shown()
    view.compare()
    view.set_person(other.id)
    assert view.visit.isVisible()
    assert view.visit.card.title.text() == "1 Dec 2025"


def test_without_a_treatment_one_sentence_and_one_action(shown: Show, qtbot: QtBot) -> None:
    view = shown()
    assert view.empty.isVisible()
    assert view.first_widget is view.empty.log_button
    with qtbot.waitSignal(view.logRequested):
        view.empty.log_button.click()


@pytest.mark.usefixtures("visits")
def test_mirror_view_and_areas_are_kept(shown: Show, preferences: Preferences) -> None:
    view = shown()
    card = view.visit.card
    left = card.map.point_of(LATERAL_L).x()
    card.ways.view.choose("mirror")
    card.ways.areas.setChecked(False)
    assert card.map.point_of(LATERAL_L).x() == pytest.approx(card.map.width() - left)
    assert (preferences.mirrors_face, preferences.shows_face_areas) == (True, False)
    other = shown().visit.card.map
    assert (other.is_mirrored, other.shows_areas) == (True, False)
    view.compare()
    assert view.comparison.first.map.is_mirrored


@pytest.mark.usefixtures("visits")
def test_how_the_face_is_seen_is_one_choice_wherever_it_is_made(shown: Show, preferences: Preferences) -> None:
    view = shown()
    view.compare()
    ways = view.comparison.ways
    ways.areas.setChecked(False)
    ways.view.choose("mirror")
    view.show_one()
    face = view.visit.card.map
    assert (face.is_mirrored, face.shows_areas) == (True, False)
    assert (preferences.mirrors_face, preferences.shows_face_areas) == (True, False)
    preferences.mirrors_face = False
    assert (face.is_mirrored, face.shows_areas) == (False, False)


@pytest.mark.usefixtures("visits")
def test_cells_and_points_are_named_for_those_who_listen(shown: Show) -> None:
    view = shown()
    grid, face = view.visit.table.grid, view.visit.card.map
    index = grid.grid.index(1, 3)
    assert grid.grid.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "Corrugator, lateral, left, 7 Jul 2025, 11 units, Botox Cosmetic: 5 units, more than the visit before"
    )
    assert face.accessibleName() == "Face map, 27 Oct 2025, 8 units, Botox Cosmetic"
    assert face.accessibleDescription() == "Procerus, 4 units. Corrugator, lateral, left, 4 units."
    assert QAccessible.queryAccessibleInterface(view.visit.card.earlier).text(QAccessible.Text.Name)
    view.compare()
    assert view.comparison.first.day.accessibleName() == "First date"


@pytest.mark.parametrize(("width", "height"), [(1280, 700), (1024, 575), (640, 700)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_overlaps_at_any_size(
    shown: Show, give: Callable[..., object], theme: Theme, width: int, height: int, mode: str
) -> None:
    give("2025-03-31", {"procerus": 12.5, "levator-labii-r": 100}, lot="L" * 80)
    give("2025-07-07", {"procerus": 10}, product="dysport")
    view = shown()
    theme.choose_mode("dark" if mode == "dark" else "light")
    view.resize(width, height)
    view.grab()
    card, table = view.visit.card.geometry(), view.visit.table.geometry()
    assert not card.intersects(table)
    assert view.visit.rect().contains(card)
    assert view.visit.rect().contains(table)
    assert view.horizontalScrollBar().maximum() == 0
