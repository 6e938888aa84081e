"""What the numbers of the scale mean: the anchors of every score on the page, and how the further ones went."""

from itertools import accumulate

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.period_facts import MAIN_CONCERNS
from tracker.ui.reports.sheet import BLACK, META, META_STRONG, SECTION, WIDTH, Mark, Placed, rule, text
from tracker.ui.words import catalog as names
from tracker.ui.words import report_facts as words

_GAP = 9.0
_BELOW = 7.0
_ABOVE_LINES = 6.0
Row = tuple[str, str, str, str]


def scale(contents: ReportContents, x: float, width: float, y: float) -> Placed:
    """Return the table of anchors and, for concerns beside the two main ones, their change in a line each."""
    anchors = [contents.catalog.scale.anchors[fact.concern] for fact in contents.scores]
    rows: list[Row] = [
        (names.named(anchor.name), names.named(anchor.lowest), names.named(anchor.middle), names.named(anchor.highest))
        for anchor in anchors
    ]
    rooms = _rooms(rows, width)
    marks: list[Mark] = [text(words.scale_heading(), SECTION, x, y + 22)[0]]
    for said, left in zip((words.score_heading(), "0", "5", "10"), _lefts(x, rooms), strict=True):
        marks.append(text(said, META_STRONG, left, y + 43)[0])
    top = y + 50
    marks.append(rule(x, top, width, 1, BLACK))
    for row in rows:
        more, top = _row(row, x, rooms, top)
        marks += [*more, rule(x, top, width)]
    for fact in contents.scores[len(MAIN_CONCERNS) :]:
        mark, top = text(words.further_score(fact, contents.catalog), META, x, top + 15, width)
        marks.append(mark)
    return marks, top


def scale_in_lines(contents: ReportContents, x: float, y: float) -> Placed:
    """Return the same as text over the whole width, where there is no room for the table."""
    said = [
        f"{names.named(anchor.name)}: {names.anchors_line(anchor)}."
        for anchor in (contents.catalog.scale.anchors[fact.concern] for fact in contents.scores)
    ]
    said += [f"{words.further_score(fact, contents.catalog)}." for fact in contents.scores[len(MAIN_CONCERNS) :]]
    mark, end = text(" ".join(said), META, x, y + META.pitch + _ABOVE_LINES, WIDTH)
    return [mark], end


def _row(row: Row, x: float, rooms: list[float], top: float) -> Placed:
    marks, end = [], top
    for said, left, room in zip(row, _lefts(x, rooms), rooms, strict=True):
        mark, baseline = text(said, META, left, top + 15, room - _GAP)
        marks.append(mark)
        end = max(end, baseline + _BELOW)
    return marks, end


def _rooms(rows: list[Row], width: float) -> list[float]:
    """Return the columns' widths: as their texts need, then wider or narrower alike until all fill ``width``."""
    needed = [max(META.width(row[column]) for row in rows) + _GAP + 1 for column in range(4)]
    spare = width + _GAP - sum(needed)
    if spare < 0:
        return [room * (width + _GAP) / sum(needed) for room in needed]
    return [room + spare / 4 for room in needed]


def _lefts(x: float, rooms: list[float]) -> list[float]:
    return list(accumulate(rooms[:-1], initial=x))
