"""The row under the chart: when each treatment may come next, and what the numbers of the scale mean."""

from itertools import pairwise

from tracker.core.judgement import Judgement, Picture
from tracker.ui.reports.contents import MAIN_CONCERNS, ReportContents
from tracker.ui.reports.sheet import (
    BLACK,
    CELL,
    LINE,
    LINE_STRONG,
    META,
    META_STRONG,
    SECTION,
    WIDTH,
    Placed,
    Sheet,
    glyph,
    rule,
    text,
)
from tracker.ui.words import catalog as names
from tracker.ui.words import reports as words
from tracker.ui.words import spacing

_DATES = 366.0
"""Width of the next dates; the scale takes the rest."""
_SCALE_SHARES = (0.0, 0.22, 0.47, 0.70)


def dates_and_scale(contents: ReportContents, sheet: Sheet, y: float) -> Placed:
    """Return the next dates and, beside them, what the numbers of the scale mean."""
    dates, dates_end = _next_dates(contents, sheet.left, y)
    scale, scale_end = _scale(contents, sheet.left + _DATES, WIDTH - _DATES, y)
    return [*dates, *scale], max(dates_end, scale_end)


def _next_dates(contents: ReportContents, x: float, y: float) -> Placed:
    marks = [text(words.next_dates_heading(), SECTION, x, y + 22)[0]]
    end = y + 22
    for column, judgement in enumerate(contents.judgements):
        more, bottom = _next_date(judgement, x + column * (_DATES / 2), y + 43, _DATES / 2 - 18)
        marks += more
        end = max(end, bottom)
    return marks, end


def _next_date(judgement: Judgement, x: float, baseline: float, width: float) -> Placed:
    marks = [
        glyph(judgement.treatment, x, baseline),
        text(names.kind(judgement.treatment), LINE_STRONG, x + 16, baseline)[0],
    ]
    for said, face in (
        *((line, LINE) for line in words.next_dates(judgement)),
        *((line, META) for line in _reasons(judgement)),
    ):
        mark, baseline = text(said, face, x, baseline + face.pitch, width)
        marks.append(mark)
    return marks, baseline


def _reasons(judgement: Judgement) -> list[str]:
    return [] if judgement.picture is Picture.NO_PLAN else [spacing.why_line(judgement)]


def _scale(contents: ReportContents, x: float, width: float, y: float) -> Placed:
    anchors = contents.catalog.scale.anchors
    rows = [
        (names.named(anchor.name), names.named(anchor.lowest), names.named(anchor.middle), names.named(anchor.highest))
        for anchor in (anchors[fact.concern] for fact in contents.scores)
    ]
    marks = [text(words.scale_heading(), SECTION, x, y + 22)[0]]
    columns = [width * share for share in _SCALE_SHARES]
    rooms = [after - before - 6 for before, after in pairwise([*columns, width + 6])]
    for said, dx in zip((words.score_heading(), "0", "5", "10"), columns, strict=True):
        marks.append(text(said, META_STRONG, x + dx, y + 43)[0])
    marks.append(rule(x, y + 50, width, 1, BLACK))
    top = y + 50
    for row in rows:
        end = top
        for said, dx, room in zip(row, columns, rooms, strict=True):
            mark, baseline = text(said, CELL, x + dx, top + 15, room)
            marks.append(mark)
            end = max(end, baseline + 7)
        marks.append(rule(x, end, width))
        top = end
    for fact in contents.scores[len(MAIN_CONCERNS) :]:
        mark, top = text(words.further_score(fact, contents.catalog), META, x, top + 15, width)
        marks.append(mark)
    return marks, top
