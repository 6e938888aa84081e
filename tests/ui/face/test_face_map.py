"""The face on which units are entered: by mouse, by keys, by a screen reader, together with the table."""

from decimal import Decimal

import pytest
from dialog_keys import focused, press
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.core.catalog import Catalog
from tracker.core.drafts import PointDraft
from tracker.ui.dialogs.site_table import SiteTable
from tracker.ui.face.editor import PointEditor
from tracker.ui.face.map import FaceMap
from tracker.ui.face.point import SIZE, PointButton
from tracker.ui.scale import px
from tracker.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SKIN = (150.0, 300.0)
"""A spot of the cheek, away from all sites."""


class Bench(QWidget):
    """A face and a table on one model, between two other fields."""

    def __init__(self, catalog: Catalog, theme: Theme) -> None:
        super().__init__()
        self.editor = PointEditor(catalog.sites, self)
        self.before, self.after = QLineEdit(), QLineEdit()
        self.map = FaceMap(self.editor, theme)
        self.table = SiteTable(self.editor)
        row = QHBoxLayout(self)
        for part in (self.before, self.map, self.table, self.after):
            row.addWidget(part)

    def units(self, key: str) -> object:
        return self.editor.state.units_at(key)

    def click(self, key: str, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self.map, button, pos=self.map.centre(key).toPoint())

    def spot(self, x: float, y: float) -> QPointF:
        return self.map._place().at(x, y)

    def across(self, key: str) -> int:
        return self.table.cell(key).mapTo(self.table, QPoint()).x()

    def drag(self, key: str, x: float, y: float) -> None:
        QTest.mousePress(self.map, LEFT, pos=self.map.centre(key).toPoint())
        for share in (0.5, 1.0):
            here = self.map.centre(key)
            QTest.mouseMove(self.map, (here + (self.spot(x, y) - here) * share).toPoint())
        QTest.mouseRelease(self.map, LEFT, pos=self.spot(x, y).toPoint())


@pytest.fixture
def bench(catalog: Catalog, theme: Theme, qtbot: QtBot) -> Bench:
    shown = Bench(catalog, theme)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.before.setFocus()
    return shown


def enter(bench: Bench, key: str = "procerus") -> None:
    """Come to a point by Tab."""
    bench.editor.choose(key)
    bench.before.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName().startswith(bench.editor.sites[key].name)


def test_a_click_adds_the_products_step_and_one_more_click_more(bench: Bench) -> None:
    bench.editor.step_by(Decimal(5))
    bench.click("corrugator-lateral-l")
    bench.click("corrugator-lateral-l")
    assert bench.units("corrugator-lateral-l") == Decimal(10)
    assert bench.table.cell("corrugator-lateral-l").text() == "10"
    assert focused().accessibleName() == "Corrugator, lateral, left, 10 units"


def test_the_nearest_centre_wins_where_hit_areas_meet(bench: Bench) -> None:
    between = (bench.map.centre("canthal-upper-r") * 0.4 + bench.map.centre("canthal-middle-r") * 0.6).toPoint()
    QTest.mouseClick(bench.map, LEFT, pos=between)
    assert bench.units("canthal-middle-r") == Decimal(1)
    assert all(button.width() >= px(SIZE) for button in bench.map.findChildren(PointButton))


def test_a_right_click_takes_a_point_away(bench: Bench) -> None:
    bench.click("procerus")
    bench.click("procerus", Qt.MouseButton.RightButton)
    assert bench.editor.state.points == ()


def test_a_click_on_skin_adds_a_free_point_and_beside_the_face_none(bench: Bench) -> None:
    QTest.mouseClick(bench.map, LEFT, pos=bench.spot(*SKIN).toPoint())
    (point,) = bench.editor.state.free
    assert (float(point.x or 0), float(point.y or 0)) == pytest.approx(SKIN, abs=1)
    assert focused().accessibleName() == "Other point 1, near levator labii sup. alaeque nasi, right, 1 unit"
    assert bench.table.cell(point.key).accessibleName().startswith("Other point 1, near")
    for beside in ((60.0, 400.0), (200.0, 50.0)):
        QTest.mouseClick(bench.map, LEFT, pos=bench.spot(*beside).toPoint())
    assert len(bench.editor.state.points) == 1


def test_a_point_is_dragged_to_a_free_place_and_back_to_a_site(bench: Bench) -> None:
    bench.click("procerus")
    bench.drag("procerus", *SKIN)
    (point,) = bench.editor.state.free
    assert bench.units(point.key) == Decimal(1)
    assert bench.editor.state.point("procerus") is None
    bench.drag(point.key, 183, 194)
    assert bench.units("corrugator-medial-r") == Decimal(1)
    assert bench.editor.state.free == ()
    assert focused().accessibleName() == "Corrugator, medial, right, 1 unit"


def test_a_point_dropped_beside_the_face_or_given_up_stays(bench: Bench) -> None:
    bench.click("procerus")
    bench.drag("procerus", 60, 400)
    QTest.mousePress(bench.map, LEFT, pos=bench.map.centre("procerus").toPoint())
    QTest.mouseMove(bench.map, bench.spot(*SKIN).toPoint())
    press(Qt.Key.Key_Escape)
    QTest.mouseRelease(bench.map, LEFT, pos=bench.spot(*SKIN).toPoint())
    assert [point.key for point in bench.editor.state.points] == ["procerus"]


def test_a_site_without_a_point_is_not_dragged(bench: Bench) -> None:
    bench.drag("procerus", *SKIN)
    assert bench.editor.state.points == ()


def test_the_map_is_one_tab_stop_and_tab_leaves_it(bench: Bench) -> None:
    press(Qt.Key.Key_Tab)
    assert bench.map.isAncestorOf(focused())
    press(Qt.Key.Key_Tab)
    assert not bench.map.isAncestorOf(focused())
    press(Qt.Key.Key_Tab, modifier=SHIFT)
    assert bench.map.isAncestorOf(focused())


def test_the_border_shows_that_the_map_has_the_keys(bench: Bench, theme: Theme) -> None:
    middle = bench.map.height() // 2
    assert bench.map.grab().toImage().pixelColor(1, middle).name() != theme.tokens["focus"].lower()
    enter(bench)
    assert bench.map.grab().toImage().pixelColor(1, middle).name() == theme.tokens["focus"].lower()
    bench.after.setFocus()
    assert bench.map.grab().toImage().pixelColor(1, middle).name() != theme.tokens["focus"].lower()


def test_arrows_go_to_the_nearest_point_that_way_as_it_is_shown(bench: Bench) -> None:
    enter(bench)
    press(Qt.Key.Key_Right)
    assert bench.editor.current == "corrugator-medial-l"
    press(Qt.Key.Key_Left, Qt.Key.Key_Down)
    assert bench.editor.current != "corrugator-medial-l"
    bench.map.show_mirrored(True)
    enter(bench)
    press(Qt.Key.Key_Right)
    assert bench.editor.current == "corrugator-medial-r"


def test_digits_set_units_and_backspace_takes_the_last_back(bench: Bench) -> None:
    enter(bench)
    press("12.55")
    assert bench.units("procerus") == Decimal("12.5")
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert bench.units("procerus") == Decimal(1)
    press(Qt.Key.Key_Right, "4")
    enter(bench)
    press("3")
    assert (bench.units("procerus"), bench.units("corrugator-medial-l")) == (Decimal(3), Decimal(4))
    assert focused().accessibleName() == "Procerus, 3 units"


@pytest.mark.parametrize(
    ("typed", "units"), [("2,5", "2.5"), ("2.5", "2.5"), (",5", "0.5"), (".5", "0.5"), ("1,,5,2", "1.5")]
)
def test_a_decimal_sign_is_never_passed_over(bench: Bench, typed: str, units: str) -> None:
    enter(bench)
    press(typed)
    assert bench.units("procerus") == Decimal(units)


def test_plus_minus_and_space_step_and_delete_clears(bench: Bench) -> None:
    bench.editor.step_by(Decimal(2))
    enter(bench)
    press("++", Qt.Key.Key_Space, "-")
    assert bench.units("procerus") == Decimal(4)
    press(Qt.Key.Key_Delete)
    assert bench.editor.state.points == ()
    assert focused().accessibleName() == "Procerus, no units"


def test_a_free_point_is_added_moved_and_removed_by_keys_alone(bench: Bench) -> None:
    enter(bench)
    press(Qt.Key.Key_Insert, "6")
    (point,) = bench.editor.state.free
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=CTRL)
    (moved,) = bench.editor.state.free
    assert (moved.units, moved.x, moved.y) == (Decimal(6), (point.x or 0) + 2, (point.y or 0) + 2)
    press(Qt.Key.Key_Delete)
    assert bench.editor.state.points == ()
    assert bench.map.isAncestorOf(focused())


def test_points_added_by_key_do_not_cover_each_other(bench: Bench) -> None:
    enter(bench)
    press(Qt.Key.Key_Insert, Qt.Key.Key_Insert, Qt.Key.Key_Insert)
    assert len({(point.x, point.y) for point in bench.editor.state.free}) == 3


def test_tab_from_a_free_point_goes_on_behind_the_map(bench: Bench) -> None:
    enter(bench)
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Tab)
    assert bench.table.isAncestorOf(focused())
    assert focused() is bench.table.cell(bench.editor.state.free[0].key)
    press(Qt.Key.Key_Tab)
    assert focused() is bench.after


def test_what_was_done_on_map_and_table_is_undone_in_turn(bench: Bench) -> None:
    bench.click("procerus")
    cell = bench.table.cell("procerus")
    cell.setFocus()
    cell.selectAll()
    press("12")
    assert bench.units("procerus") == Decimal(12)
    press("z", modifier=CTRL)
    assert (bench.units("procerus"), cell.text()) == (Decimal(1), "1")
    enter(bench)
    press("z", modifier=CTRL)
    assert bench.editor.state.points == ()
    press("z", modifier=CTRL | SHIFT)
    assert bench.units("procerus") == Decimal(1)


def test_every_point_has_a_name_with_its_units(bench: Bench, catalog: Catalog) -> None:
    bench.editor.fill([PointDraft(units=Decimal("2.5"), site="procerus")])
    names = {button.accessibleName() for button in bench.map.findChildren(PointButton)}
    assert len(names) == len(catalog.sites) == 38
    assert {"Procerus, 2.5 units", "Nasalis, right, no units"} <= names


def test_the_table_shows_the_sites_that_have_a_point_and_adds_up_by_side(bench: Bench) -> None:
    assert not bench.table.cell("procerus").isVisible()
    bench.editor.add_sites(["procerus", "corrugator-medial-r"])
    assert bench.table.cell("corrugator-medial-l").isVisible()
    assert bench.table.said_waiting == "2 points without units are not saved."
    bench.table.cell("procerus").setText("4")
    bench.table.cell("corrugator-medial-l").setText("2.5")
    assert bench.table.said_total() == "Total 6.5 units"
    assert bench.table.said_sides() == ("–", "4", "2.5")
    assert bench.table.said_waiting == "1 point without units is not saved."


def test_a_free_point_changes_its_column_with_its_side(bench: Bench, qtbot: QtBot) -> None:
    key = bench.editor.add_free((150, 300), has_units=True)
    qtbot.waitUntil(lambda: bench.across(key) > 0)
    right = bench.across(key)
    assert bench.table.said_sides() == ("1", "–", "–")
    bench.editor.move(key, (250, 300), snaps=True)
    assert bench.table.said_sides() == ("–", "–", "1")
    qtbot.waitUntil(lambda: bench.across(key) > right)


def test_the_cell_of_the_point_at_hand_is_tinted(bench: Bench) -> None:
    bench.click("procerus")
    cell = bench.table.cell("procerus").parentWidget()
    assert cell.property("current")
    bench.editor.choose("nasalis-l")
    assert not cell.property("current")


def test_units_that_cannot_be_read_are_shown_as_typed(bench: Bench) -> None:
    bench.editor.add_sites(["procerus"])
    bench.table.cell("procerus").setText("4x")
    assert bench.table.wrong() == [bench.table.cell("procerus")]
    names = {button.accessibleName() for button in bench.map.findChildren(PointButton)}
    assert "Procerus, 4x" in names
