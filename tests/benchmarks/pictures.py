"""Redrawing the chart, hovering over it and writing the report, beside matplotlib and Qt doing the same alone."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.history import decade_file, history_file, record_of
from tests.benchmarks.paired import Figure, compare, timed
from tracker.core.clock import SystemClock
from tracker.paths import resource_folder
from tracker.services.record import Record

SIZE_PX = (820, 330)
DPI = 96
DRAWS = 30
HOVERS = 100
REPORTS = 9


def figures(folder: Path) -> list[Figure]:
    """Return the figures on one person of 100 entries and one of ten years. Needs a `QGuiApplication`."""
    today = SystemClock().today()
    record, decade = (
        record_of(folder / name, history)
        for name, history in (("one.db", history_file(1, today)), ("decade.db", decade_file(today)))
    )
    found = [
        *_chart(record, today - timedelta(days=365), ""),
        *_chart(decade, today - timedelta(days=7 * 520), ": ten years of weekly ratings"),
        _report(record),
    ]
    record.close()
    decade.close()
    return found


def _chart(record: Record, first: date, of_what: str) -> list[Figure]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Picture

    from tracker.charts.fonts import register_fonts
    from tracker.charts.style import ChartStyle
    from tracker.charts.timeline import TimelineChart
    from tracker.charts.view import ChartView
    from tracker.ui.words.charts import chart_words

    register_fonts(resource_folder() / "fonts")
    timeline = record.timelines.of(record.people.all()[0].id)
    picture = Picture(figsize=(SIZE_PX[0] / DPI, SIZE_PX[1] / DPI), dpi=DPI)
    canvas: Any = FigureCanvasAgg(picture)
    chart = TimelineChart(picture, ChartStyle.paper(), chart_words(record.catalog))
    end = timeline.today + timedelta(days=49)
    views = [ChartView(first + timedelta(days=later), end) for later in (0, 1)]
    turn = iter(range(1_000_000))

    def redraw() -> None:
        chart.show(timeline, views[next(turn) % 2])
        canvas.draw()

    redraw()
    drawn = compare(
        f"redraw the chart{of_what}",
        ("matplotlib, the same artists kept", lambda: timed(canvas.draw)),
        lambda: timed(redraw),
        goal=1.3,
        pairs=DRAWS,
        warm_ups=3,
    )
    return [drawn, _hover(chart, canvas, of_what)]


def _hover(chart: Any, canvas: Any, of_what: str) -> Figure:
    background = canvas.copy_from_bbox(chart.figure.bbox)
    stops = list(chart.hits.stops)
    turn = iter(range(1_000_000))
    artists = list(chart.point_at(stops[0]))

    def blit() -> None:
        canvas.restore_region(background)
        for artist in artists:
            artist.axes.draw_artist(artist)
        canvas.blit(chart.figure.bbox)

    def hover() -> None:
        canvas.restore_region(background)
        for artist in chart.point_at(stops[next(turn) % len(stops)]):
            artist.axes.draw_artist(artist)
        canvas.blit(chart.figure.bbox)

    return compare(
        f"hover over the chart{of_what}",
        ("a blit of the same artists", lambda: timed(blit)),
        lambda: timed(hover),
        goal=1.5,
        pairs=HOVERS,
        warm_ups=5,
    )


def _report(record: Record) -> Figure:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QPainter, QPdfWriter

    from tracker.ui.reports import chart as report_chart
    from tracker.ui.reports.contents import report_contents
    from tracker.ui.reports.documents import lay_out
    from tracker.ui.reports.options import ReportOptions
    from tracker.ui.reports.pdf import pdf_bytes

    person = record.people.all()[0].id
    contents = report_contents(record, person, ReportOptions())

    def bare() -> None:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        painter = QPainter(writer)
        painter.scale(writer.resolution() / 96, writer.resolution() / 96)
        report_chart.chart(contents, QRectF(0, 0, 640, 260))(painter)
        painter.end()

    def program() -> None:
        pdf_bytes(lay_out(report_contents(record, person, ReportOptions())), "")

    return compare(
        "one-page report",
        ("a bare QPdfWriter page with the same chart", lambda: timed(bare)),
        lambda: timed(program),
        goal=2,
        pairs=REPORTS,
    )
