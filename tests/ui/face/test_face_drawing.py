"""The drawn face: its shapes, its sides, its points, on screen and on paper."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from tracker.ui.face.artwork import path_of, shapes
from tracker.ui.face.drawing import FaceDrawing, side_words
from tracker.ui.face.inks import PAPER_INKS, theme_inks
from tracker.ui.face.marks import MarkKind, PointMark
from tracker.ui.face.place import place_in
from tracker.ui.theme import Theme, tokens_of

RECT = QRectF(0, 0, 350, 484)
GIVEN = PointMark(150, 177, "4", MarkKind.GIVEN)
BESIDE_THE_NUMBER = (-6.5, 0)


def painted(
    drawing: FaceDrawing,
    *marks: PointMark,
    selected: PointMark | None = None,
    script: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QImage:
    image = QImage(350, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    painter.setLayoutDirection(script)
    drawing.paint(painter, RECT, marks, selected)
    painter.end()
    return image


def color_at(image: QImage, drawing: FaceDrawing, x: float, y: float) -> str:
    return image.pixelColor(drawing.place(RECT).at(x, y).toPoint()).name()


def test_every_shape_of_the_drawing_takes_an_ink() -> None:
    assert len(shapes()) == 44
    assert all(shape.fill or shape.stroke for shape in shapes())
    assert {shape.is_area for shape in shapes()} == {True, False}
    assert all(hasattr(PAPER_INKS, ink) for shape in shapes() for ink in (shape.fill, shape.stroke) if ink)


def test_a_command_that_the_artwork_does_not_use_is_refused() -> None:
    with pytest.raises(ValueError, match="'q'"):
        path_of("M 0 0 q 1 1 2 2")


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_spot_of_the_face_is_found_again_under_its_point(mirrored: bool) -> None:
    place = place_in(QRectF(20, 30, 500, 400), mirrored)
    assert place.spot(place.at(150, 177)) == pytest.approx((150, 177))


def test_the_patients_right_lies_on_the_viewers_left_and_a_mirror_swaps_the_sides() -> None:
    middle = RECT.center().x()
    assert place_in(RECT).at(150, 177).x() < middle < place_in(RECT, mirrored=True).at(150, 177).x()
    assert side_words(False) == ("Patient’s right", "Patient’s left")
    assert side_words(True) == ("Patient’s left", "Patient’s right")


def test_the_words_for_the_sides_stay_where_a_language_is_written_from_the_right(theme: Theme) -> None:
    drawing, pictures = FaceDrawing(theme_inks(theme.tokens)), []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(350, 500, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        drawing.paint(painter, QRectF(image.rect()))
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1]


def test_the_words_for_the_sides_can_be_left_out(theme: Theme) -> None:
    inks = theme_inks(theme.tokens)
    assert painted(FaceDrawing(inks, words=0)) != painted(FaceDrawing(inks))


def test_the_closest_sites_are_far_enough_apart_where_the_map_is_edited() -> None:
    assert place_in(RECT).scale >= 0.96


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_point_with_units_is_a_filled_circle_where_the_mirror_shows_it(qapp: object, is_dark: bool) -> None:
    inks = theme_inks(tokens_of(is_dark))
    plain, mirror = FaceDrawing(inks), FaceDrawing(inks, mirrored=True)
    for drawing in (plain, mirror):
        image = painted(drawing, GIVEN)
        edge = drawing.place(RECT).at(GIVEN.x, GIVEN.y) + QPointF(*BESIDE_THE_NUMBER)
        assert image.pixelColor(edge.toPoint()).name() == inks.mark.lower()
        assert color_at(image, drawing, 250, 165) == inks.area.lower()


def test_a_bare_site_is_hollow_and_a_waiting_one_is_a_large_ring(theme: Theme) -> None:
    inks = theme_inks(theme.tokens)
    drawing = FaceDrawing(inks)
    for kind, outside in ((MarkKind.BARE, inks.skin), (MarkKind.WAITING, inks.hollow)):
        image = painted(drawing, PointMark(213, 411, kind=kind))
        assert color_at(image, drawing, 213, 411) == inks.hollow.lower()
        assert color_at(image, drawing, 213 + 6.8, 411) == outside.lower()


def test_the_selected_point_has_a_ring(theme: Theme) -> None:
    inks = theme_inks(theme.tokens)
    drawing = FaceDrawing(inks)
    image = painted(drawing, GIVEN, selected=GIVEN)
    above = [color_at(image, drawing, GIVEN.x, GIVEN.y - away) for away in (12.5, 13, 13.5, 14, 14.5)]
    assert inks.selected.lower() in above


def test_a_script_from_right_to_left_leaves_the_sides_of_the_body_where_they_are(theme: Theme) -> None:
    drawing = FaceDrawing(theme_inks(theme.tokens))
    usual = painted(drawing, GIVEN)
    assert painted(drawing, GIVEN, script=Qt.LayoutDirection.RightToLeft) == usual
    assert painted(FaceDrawing(theme_inks(theme.tokens), mirrored=True), GIVEN) != usual


def test_soft_areas_can_be_left_out_and_nothing_is_painted_outside(theme: Theme) -> None:
    inks = theme_inks(theme.tokens)
    drawing = FaceDrawing(inks, shows_areas=False)
    image = painted(drawing)
    assert color_at(image, drawing, 200, 150) == inks.skin.lower()
    assert image.pixelColor(175, 495).name() == "#ff00ff"


def test_paper_gets_lines_and_letters_and_no_picture(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "face.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    FaceDrawing(PAPER_INKS).paint(painter, QRectF(0, 0, 3500, 4840), [GIVEN])
    painter.end()
    page = PdfReader(path).pages[0]
    assert len(page.images) == 0
    assert "Patient" in page.extract_text()
