"""The spacing bar: what it draws for each picture, and what it says to those who hear it."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.course import course_of
from tracker.core.events import Event
from tracker.core.judgement import Judgement, Picture
from tracker.core.records import Kind, Setting
from tracker.core.spacing import SpacingEngine
from tracker.ui.theme import Theme
from tracker.ui.widgets.spacing_bar import SpacingBar, place_labels

SESSION, BOTOX = Kind.MICRODERMABRASION, Kind.BOTOX


def judged(catalog: Catalog, kind: Kind, *events: tuple[Kind, int]) -> Judgement:
    """Judge ``kind`` today after events so many days ago."""
    product = next(iter(catalog.products))
    happened = [
        Event(
            kind=of,
            on=TODAY - timedelta(days=ago),
            product=product if of is BOTOX else None,
            setting=Setting.CLINIC if of is SESSION else None,
        )
        for of, ago in events
    ]
    return SpacingEngine(catalog.rules, catalog.products, catalog.regions).judge(kind, TODAY, happened)


CASES: dict[Picture, tuple[Any, ...]] = {
    Picture.NO_PLAN: (SESSION,),
    Picture.WAIT: (SESSION, (SESSION, 10)),
    Picture.HELD: (SESSION, (SESSION, 20), (BOTOX, 3)),
    Picture.OPEN: (SESSION, (SESSION, 20)),
    Picture.PAST: (SESSION, (SESSION, 50)),
}


@pytest.fixture
def bar(qtbot: QtBot) -> SpacingBar:
    made = SpacingBar()
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    return made


def colors(image: QImage, left: float, right: float) -> set[int]:
    return {image.pixel(x, y) for x in range(int(left), int(right)) for y in range(4, 14)}


@pytest.mark.parametrize("picture", list(CASES))
def test_each_picture_of_the_design_is_drawn_with_its_own_segments(
    bar: SpacingBar, catalog: Catalog, theme: Theme, picture: Picture
) -> None:
    judgement = judged(catalog, *CASES[picture])
    assert judgement.picture is picture
    bar.show_judgement(judgement, TODAY)
    image = bar.grab().toImage()
    if picture is Picture.NO_PLAN:
        assert bar.course is None
        assert theme.color("noneSolid").rgb() in colors(image, 0, 400)
        return
    course = bar.course
    assert course is not None
    for segment in course.segments:
        token = "pastSolid" if segment.state == "past" else f"{segment.state}Solid"
        drawn = colors(image, bar.x_of(segment.start) + 6, bar.x_of(segment.end))
        if bar.x_of(segment.end) - bar.x_of(segment.start) > 16 and segment.state in ("ready", "past"):
            assert theme.color(token).rgb() in drawn, segment
        assert len(drawn) > 1 or segment.state == "ready"


def test_today_is_an_upright_line_with_a_halo(bar: SpacingBar, catalog: Catalog, theme: Theme) -> None:
    bar.show_judgement(judged(catalog, SESSION, (SESSION, 20)), TODAY)
    image, at = bar.grab().toImage(), bar.x_of(TODAY)
    column = {image.pixel(round(at), y) for y in range(2, 16)}
    assert theme.color("text").rgb() in column
    assert theme.color("card").rgb() in {image.pixel(round(at) + 2, y) for y in range(2, 16)}


def test_today_stands_beside_the_dot_of_a_treatment_given_today(
    bar: SpacingBar, catalog: Catalog, theme: Theme
) -> None:
    bar.show_judgement(judged(catalog, SESSION, (SESSION, 0)), TODAY)
    image = bar.grab().toImage()
    assert image.pixel(8, 9) == theme.color("treat").rgb()
    assert theme.color("text").rgb() in {image.pixel(x, 2) for x in range(10, 24)}


def test_segments_follow_one_another_without_gaps(catalog: Catalog) -> None:
    for case in CASES.values():
        course = course_of(judged(catalog, *case), TODAY)
        if course is None:
            continue
        assert course.segments[0].start == course.start
        assert course.segments[-1].end == course.end
        for one, following in zip(course.segments, course.segments[1:], strict=False):
            assert one.end == following.start


def test_waiting_shows_the_hatch_up_to_the_window(catalog: Catalog) -> None:
    course = course_of(judged(catalog, SESSION, (SESSION, 10)), TODAY)
    assert course is not None
    assert [segment.state for segment in course.segments] == ["wait", "ready", "past"]
    assert course.first == TODAY + timedelta(days=4)
    assert course.latest == TODAY + timedelta(days=24)


def test_a_hold_stands_between_waiting_and_window(catalog: Catalog) -> None:
    course = course_of(judged(catalog, SESSION, (SESSION, 20), (BOTOX, 6)), TODAY)
    assert course is not None
    assert [segment.state for segment in course.segments] == ["wait", "held", "ready", "past"]


def test_a_hold_without_an_earlier_treatment_begins_at_the_other_one(catalog: Catalog) -> None:
    judgement = judged(catalog, SESSION, (BOTOX, 3))
    course = course_of(judgement, TODAY)
    assert judgement.picture is Picture.HELD
    assert course is not None
    assert course.last is None
    assert course.start == TODAY - timedelta(days=3)
    assert [segment.state for segment in course.segments] == ["held", "ready"]


def test_a_window_long_past_still_shows_today(bar: SpacingBar, catalog: Catalog) -> None:
    bar.show_judgement(judged(catalog, SESSION, (SESSION, 900)), TODAY)
    assert bar.x_of(TODAY) <= bar.width()
    assert bar.course is not None
    assert bar.course.end > TODAY


def test_the_bar_says_everything_in_words(bar: SpacingBar, catalog: Catalog) -> None:
    bar.show_judgement(judged(catalog, SESSION, (SESSION, 20)), TODAY)
    assert bar.accessibleName() == (
        "Microdermabrasion. 14 days left. Last 17 Feb. First date 3 Mar. Last date 23 Mar. Today is day 20."
    )
    bar.show_judgement(judged(catalog, BOTOX), TODAY)
    assert bar.accessibleName() == "Botox. Nothing yet."


def test_without_dates_the_bar_is_low(qtbot: QtBot) -> None:
    bar = SpacingBar(with_dates=False)
    qtbot.addWidget(bar)
    assert bar.sizeHint().height() == 18
    assert SpacingBar().sizeHint().height() == 44


def test_labels_that_would_touch_move_apart_and_the_middle_one_may_go() -> None:
    assert place_labels([10, 200, 300], [40, 40, 40], 400) == [4.0, 180.0, 280.0]
    moved = place_labels([10, 280, 300], [40, 40, 40], 400)
    assert moved == [4.0, 232.0, 280.0]
    assert place_labels([10, 60, 70], [40, 40, 40], 90) == [4.0, None, 50.0]


def test_a_day_lies_between_its_neighbours(bar: SpacingBar, catalog: Catalog) -> None:
    bar.show_judgement(judged(catalog, SESSION, (SESSION, 20)), TODAY)
    days = [TODAY + timedelta(days=offset) for offset in range(-20, 14)]
    places = [bar.x_of(day) for day in days]
    assert places == sorted(places)
