"""The chart as a file: PNG, SVG or PDF, on white with its key, without a window and without a date of making."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.charts.ranges import paper_range
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import Timeline
from tracker.ui.charts.warming import warm_charts
from tracker.ui.whole_file import write_whole

if TYPE_CHECKING:
    from tracker.charts.cycle_view import CycleView
    from tracker.charts.cycle_words import CycleWords

FORMATS = ("png", "svg", "pdf")


class UnknownFormatError(ValueError):
    """The name of the file ends in none of `FORMATS`."""


def save_chart(
    timeline: Timeline,
    path: Path,
    words: ChartWords,
    start: date | None = None,
    end: date | None = None,
    *,
    record: Path | None = None,
) -> None:
    """Write the chart of ``start`` to ``end`` into ``path``, in the format that its name ends in.

    None leaves that side to the record. Raise `UnknownFormatError`, ValueError where the range ends before it starts,
    or as `write_whole` does; nothing was written then.
    """
    view = ChartView(*paper_range(timeline, start, end))
    write_whole(path, picture(timeline, view, words, format_of(path)), record=record)


def format_of(path: Path) -> str:
    """Return the format that a file's name ends in. Raise `UnknownFormatError`."""
    ending = path.suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise UnknownFormatError(path.name)
    return ending


def picture(timeline: Timeline, view: ChartView, words: ChartWords, ending: str) -> bytes:
    """Return the chart as the bytes of a file of format ``ending``; the same data give the same bytes."""
    warm_charts()
    from tracker.charts.paper import write_picture

    buffer = BytesIO()
    write_picture(buffer, ending, timeline, words, view)
    return buffer.getvalue()


def cycle_picture(cycles: "CycleView", words: "CycleWords", said: Sequence[str], ending: str) -> bytes:
    """Return the picture of all cycles, with what is ``said`` of it, as `picture` returns the chart."""
    warm_charts()
    from tracker.charts.cycle_paper import write_cycles

    buffer = BytesIO()
    write_cycles(buffer, ending, cycles, words, said)
    return buffer.getvalue()
