"""The row under the chart: before and after, the last face map, when each treatment may come next, the scale."""

from PySide6.QtCore import QRectF

from tracker.core.judgement import Judgement, Picture
from tracker.ui.reports.before_after import MOST_BESIDE, before_after_table
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.face_map import face_map
from tracker.ui.reports.period_facts import FaceMapFact
from tracker.ui.reports.scale import scale, scale_in_lines
from tracker.ui.reports.sheet import (
    LINE,
    LINE_STRONG,
    META,
    SECTION,
    WIDTH,
    Density,
    Placed,
    Sheet,
    glyph,
    text,
)
from tracker.ui.words import catalog as names
from tracker.ui.words import reports as words
from tracker.ui.words import spacing

_DATES = 348.0
"""Width of the next dates; the scale takes the rest."""
_COLUMN, _FACE, _GUTTER = 150.0, 154.0, 22.0
"""With a face map: widths of the next dates, under one another, and of the map; the scale takes the rest."""
_LARGE_LINES = 2


def has_table_beside(contents: ReportContents) -> bool:
    """Return whether before and after stands in this row: there is some, and not too much of it."""
    return 0 < len(contents.before_after) <= MOST_BESIDE


def dates_and_scale(contents: ReportContents, sheet: Sheet, y: float, density: Density) -> Placed:
    """Return what stands side by side under the chart; what the scale means takes the room that the others leave."""
    if has_table_beside(contents):
        return _with_table(contents, sheet, y, density)
    if contents.face_map is not None:
        return _with_map(contents, contents.face_map, sheet, y, density.face)
    dates, dates_end = _next_dates(contents, sheet.left, _DATES, y)
    anchors, anchors_end = scale(contents, sheet.left + _DATES, WIDTH - _DATES, y)
    return [*dates, *anchors], max(dates_end, anchors_end)


def _with_table(contents: ReportContents, sheet: Sheet, y: float, density: Density) -> Placed:
    width = WIDTH - _COLUMN - _FACE - 2 * _GUTTER
    marks, end = before_after_table(contents, density, sheet.left, width, y)
    beside = sheet.left + width + _GUTTER
    if contents.face_map is None:
        dates, dates_end = _next_dates(contents, beside, WIDTH - width - _GUTTER, y)
    else:
        drawn, map_end = face_map(contents.face_map, contents.catalog, QRectF(beside, y, _FACE, density.face))
        marks, end = [*marks, *drawn], max(end, map_end)
        dates, dates_end = _dates_in_a_column(contents, sheet.right - _COLUMN, y)
    anchors, anchors_end = scale_in_lines(contents, sheet.left, max(end, dates_end))
    return [*marks, *dates, *anchors], anchors_end


def _with_map(contents: ReportContents, fact: FaceMapFact, sheet: Sheet, y: float, face: float) -> Placed:
    at_map = sheet.left + _COLUMN + _GUTTER
    at_scale = at_map + _FACE + _GUTTER
    dates, dates_end = _dates_in_a_column(contents, sheet.left, y)
    drawn, map_end = face_map(fact, contents.catalog, QRectF(at_map, y, _FACE, face))
    anchors, anchors_end = scale(contents, at_scale, sheet.right - at_scale, y)
    return [*dates, *drawn, *anchors], max(dates_end, map_end, anchors_end)


def _dates_in_a_column(contents: ReportContents, x: float, y: float) -> Placed:
    marks = [text(words.next_dates_heading(), SECTION, x, y + 22)[0]]
    end = y + 22
    for judgement in contents.judgements:
        more, end = _next_date(judgement, x, end + 21, _COLUMN)
        marks += more
    return marks, end


def _next_dates(contents: ReportContents, x: float, width: float, y: float) -> Placed:
    marks = [text(words.next_dates_heading(), SECTION, x, y + 22)[0]]
    end = y + 22
    for column, judgement in enumerate(contents.judgements):
        more, bottom = _next_date(judgement, x + column * (width / 2), y + 43, width / 2 - 10)
        marks += more
        end = max(end, bottom)
    return marks, end


def _next_date(judgement: Judgement, x: float, baseline: float, width: float) -> Placed:
    marks = [
        glyph(judgement.treatment, x, baseline),
        text(names.kind(judgement.treatment), LINE_STRONG, x + 16, baseline)[0],
    ]
    lines = words.next_dates(judgement)
    small = [*lines[_LARGE_LINES:], *_reasons(judgement)]
    for said, face in (*((line, LINE) for line in lines[:_LARGE_LINES]), *((line, META) for line in small)):
        mark, baseline = text(said, face, x, baseline + face.pitch, width)
        marks.append(mark)
    return marks, baseline


def _reasons(judgement: Judgement) -> list[str]:
    return [] if judgement.picture is Picture.NO_PLAN else [spacing.why_line(judgement)]
