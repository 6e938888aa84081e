"""Each kept picture is what is drawn today; the comparison bears other letters, and no moved point or lost mark."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from chart_samples import NEXT, timeline_of, year, year_entries
from golden_charts import FOLDER, GOLDEN, GREYS, LIGHT, Draw, drawn_timeline, picture_of
from matplotlib.figure import Figure
from picture_likeness import difference, keep_picture, read_picture
from PySide6.QtCore import QLocale

from tracker.charts.style import ChartStyle
from tracker.core.records import Entry, Kind, Rating
from tracker.core.timeline import Timeline

MOST_BYTES = 30_000


@pytest.fixture(autouse=True)
def _plain_locale():
    former = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(former)


@pytest.mark.parametrize("name", GOLDEN)
def test_chart_is_drawn_as_it_was_kept(name, tmp_path):
    drawn = picture_of(GOLDEN[name])
    apart = difference(drawn, read_picture(FOLDER / f"{name}.png"))
    if apart is not None:
        keep_picture(drawn, tmp_path / f"{name}.png")
        pytest.fail(f"{apart}; drawn now: {tmp_path / f'{name}.png'}")


def test_every_kept_picture_is_one_of_the_charts_and_small():
    kept = {path.stem: path.stat().st_size for path in FOLDER.iterdir()}
    assert kept.keys() == GOLDEN.keys()
    assert max(kept.values()) < MOST_BYTES


@pytest.mark.parametrize("name", GOLDEN)
@pytest.mark.parametrize("hinting", ["default", "force_autohint"])
def test_letters_rasterised_in_another_way_are_the_same_picture(name, hinting):
    assert difference(picture_of(GOLDEN[name], hinting), read_picture(FOLDER / f"{name}.png")) is None


def year_with(change: Callable[[Entry], Entry | None], style: ChartStyle = LIGHT) -> Draw:
    """Return what draws the year of the kept picture with every entry changed, or left out where it becomes None."""

    def timeline() -> Timeline:
        return timeline_of([new for one in year_entries() if (new := change(one)) is not None], NEXT)

    return drawn_timeline(timeline, style)


def rated(change: Callable[[Rating], Rating | None]) -> Draw:
    return year_with(lambda one: change(one) if isinstance(one, Rating) else one)


def colored(**colors: str) -> Draw:
    return drawn_timeline(year, replace(LIGHT, colors={**LIGHT.colors, **colors}))


def lost(take: Callable[[list[Entry]], Entry]) -> Draw:
    gone = take(year_entries())
    return year_with(lambda one: None if one.id == gone.id else one)


def first(kind: Kind) -> Callable[[list[Entry]], Entry]:
    return lambda entries: next(one for one in entries if one.kind is kind)


def without_marks(figure: Figure) -> None:
    """Draw the year without the mark of its first botox treatment; its line and bar stay."""
    drawn_timeline(year)(figure)
    marks = next(line for line in figure.axes[1].lines if line.get_marker() == "v" and len(line.get_xdata()) == 3)
    marks.set_data(marks.get_xdata()[1:], marks.get_ydata()[1:])


RATINGS = [one for one in year_entries() if isinstance(one, Rating)]
SPOILED: dict[str, Draw] = {
    "texture a point lower": rated(lambda one: replace(one, texture=one.texture - 1)),
    "wrinkles a point higher": rated(lambda one: replace(one, wrinkles=one.wrinkles + 1)),
    "one rating of texture a point higher": rated(
        lambda one: replace(one, texture=one.texture + 1) if one.id == RATINGS[12].id else one
    ),
    "one rating of wrinkles a point lower": rated(
        lambda one: replace(one, wrinkles=one.wrinkles - 1) if one.id == RATINGS[20].id else one
    ),
    "all ratings five days later": rated(lambda one: replace(one, on=one.on + timedelta(5))),
    "one rating lost": lost(lambda entries: entries[9]),
    "a botox treatment lost": lost(first(Kind.BOTOX)),
    "a session lost": lost(first(Kind.MICRODERMABRASION)),
    "the mark of a treatment lost": without_marks,
    "texture in the ink of wrinkles": colored(texture=LIGHT.color("wrinkle")),
    "texture in grey": colored(texture=LIGHT.color("text2")),
    "no days counted as after": colored(band=LIGHT.color("card")),
    "a darker ground": colored(card="#F4F4F4"),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_comparison_sees_what_is_wrong(spoiled):
    assert difference(picture_of(SPOILED[spoiled]), read_picture(FOLDER / "treatments.png")) is not None


def test_comparison_sees_a_lost_hatch_on_paper():
    plain = drawn_timeline(year, replace(GREYS, is_mono=False))
    assert difference(picture_of(plain), read_picture(FOLDER / "treatments-greys.png")) is not None


def test_comparison_sees_another_size():
    assert difference(picture_of(GOLDEN["treatments"]), picture_of(GOLDEN["long-names"])) is not None
