"""Strips of dots: every rating has one, none lies on another, and the median stands where there is enough."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from rated_people import START

from tracker.core.progress.ratings import Scored
from tracker.core.progress.together import Active, Group
from tracker.core.records import Kind
from tracker.ui.progress_page.dot_strip import DotStrip, x_of
from tracker.ui.theme import Theme

Show = Callable[..., DotStrip]


def group(scores: dict[int, int], treatments: int = 2) -> Group:
    """Return a group with so many ratings of each score."""
    ratings = [
        Scored(entry_id=None, on=START, at=None, score=score) for score, count in scores.items() for _ in range(count)
    ]
    return Group(active=Active.BOTOX_ONLY, ratings=tuple(ratings), treatments={Kind.BOTOX: treatments})


@pytest.fixture
def strip(qtbot: QtBot) -> Show:
    """Return a function that shows a group on a strip of 260 by 40 px."""

    def show(shown: Group, score: str = "wrinkles") -> DotStrip:
        widget = DotStrip(score)
        qtbot.addWidget(widget)
        widget.resize(260, 40)
        widget.show_group(shown)
        return widget

    return show


@pytest.mark.parametrize("scores", [{7: 1}, {0: 2, 5: 9, 10: 3}, {6: 40, 7: 158, 8: 77}, {5: 520, 6: 520}])
def test_every_rating_has_a_dot_of_its_own_inside_the_strip_nearest_to_its_score(
    strip: Show, scores: dict[int, int]
) -> None:
    shown = strip(group(scores))
    dots = [(dot.x(), dot.y()) for dot in shown.dots()]

    assert len(set(dots)) == len(dots) == sum(scores.values())
    assert all(0 <= x <= 260 and 0 < y < 40 for x, y in dots)
    nearest = Counter(min(range(11), key=lambda score: abs(x_of(score, 260) - x)) for x, _ in dots)
    assert nearest == scores


def ink_at(strip: DotStrip, score: float, y: int) -> str:
    return QColor(strip.grab().toImage().pixel(round(x_of(score, strip.width())), y)).name()


def test_median_and_middle_half_are_drawn_where_there_is_enough(strip: Show, theme: Theme) -> None:
    shown = strip(group({6: 3, 7: 3, 8: 3}))

    assert ink_at(shown, 7, 1) == theme.color("text").name()
    assert ink_at(shown, 6.5, 8) == theme.color("treatBar2").name()


def test_neither_is_drawn_where_there_is_not_enough(strip: Show, theme: Theme) -> None:
    shown = strip(group({6: 3, 7: 3, 8: 3}, treatments=1))

    assert ink_at(shown, 7, 1) != theme.color("text").name()
    assert ink_at(shown, 6.5, 8) != theme.color("treatBar2").name()


def test_the_dots_of_texture_are_filled_and_those_of_wrinkles_open(strip: Show, theme: Theme) -> None:
    one = group({7: 1})

    assert ink_at(strip(one, "texture"), 7, 20) == theme.color("texture").name()
    assert ink_at(strip(one, "wrinkles"), 7, 20) == theme.color("card").name()


def test_a_strip_says_its_group_and_every_rating(strip: Show) -> None:
    shown = strip(group({6: 1, 7: 3, 8: 2}))

    assert shown.accessibleName() == "Botox only: median 7, middle half 7 to 8 (6 ratings, 2 treatments)"
    assert shown.accessibleDescription() == "6: 1 rating, 7: 3 ratings, 8: 2 ratings"
