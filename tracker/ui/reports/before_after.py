"""The table of before and after: beside the last face map where it is short, else as strips over the whole width."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.noise import Size
from tracker.core.records import Kind
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.sheet import (
    BLACK,
    CELL,
    META,
    META_STRONG,
    SECTION,
    SOFT,
    WIDTH,
    Density,
    Mark,
    Placed,
    glyph,
    rule,
    text,
)
from tracker.ui.reports.strips import Section, Strip, heading, sentence
from tracker.ui.reports.typesetting import SEMIBOLD, Face, broken
from tracker.ui.words import before_after as words
from tracker.ui.words import catalog as names

MOST_BESIDE = 6
"""With more rows the table takes the whole width and flows on to further pages."""
_STRONG = Face(11.5, 15, SEMIBOLD)
_SOFT = Face(11.5, 15, color=SOFT)
_GAP, _BESIDE_GLYPH = 14.0, 16.0
_HEAD = 50.0
"""From the upper edge to the rule under the heads of the columns."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are, from the left edge of the table: two that begin there, three that end there."""

    score: float
    before: float
    after: float
    change: float


def before_after_table(contents: ReportContents, density: Density, x: float, width: float, y: float) -> Placed:
    """Return the table at a place of its own, with what must be said under it."""
    columns, items = _columns(contents, width), contents.before_after
    marks = [text(words.table_heading(), SECTION, x, y + 22)[0], *_heads(columns, x, y + 43)]
    top = y + _HEAD
    marks.append(rule(x, top, width, 1, BLACK))
    for item in items:
        marks += _row(item, contents, columns, density)(x, top)
        top += _height(density)
    mark, baseline = text(" ".join(_sentences(contents)), META, x, top + META.pitch, width)
    return [*marks, mark], baseline


def before_after_section(contents: ReportContents, density: Density) -> Section:
    """Return the table as strips that flow over pages; for contents that hold at least one row."""
    columns = _columns(contents, WIDTH)
    rows = [Strip(_height(density), _row(item, contents, columns, density)) for item in contents.before_after]
    lines = broken(" ".join(_sentences(contents)), META, WIDTH)
    closing = [sentence(line, stays=True) for line in lines]
    return Section(heading(words.table_heading()), _head_strip(columns), (*rows, *closing))


def _head_strip(columns: _Columns) -> Strip:
    return Strip(22, lambda x, y: [*_heads(columns, x, y + 15), rule(x, y + 22, columns.change, 1, BLACK)])


def _heads(columns: _Columns, x: float, baseline: float) -> list[Mark]:
    treatment, score, *numbers = words.column_headings()
    ends = (columns.before, columns.after, columns.change)
    return [
        text(treatment, META_STRONG, x, baseline)[0],
        text(score, META_STRONG, x + columns.score, baseline)[0],
        *(
            text(said, META_STRONG, x + end, baseline, ends_right=True)[0]
            for said, end in zip(numbers, ends, strict=True)
        ),
    ]


def _columns(contents: ReportContents, width: float) -> _Columns:
    """Return the columns as their texts need; the numbers share the room that is left."""
    items, heads = contents.before_after, words.column_headings()
    enough = [item for item in items if item.is_enough]
    treatment = _widest(heads[0], [_occasion(item) for item in items]) + _BESIDE_GLYPH
    score = _widest(heads[1], [names.concern(item.score, contents.catalog) for item in items])
    before = _widest(heads[2], [words.cell(item.before) for item in enough])
    after = _widest(heads[3], [words.cell(item.after) for item in enough])
    change = _widest(heads[4], [_change(item) for item in enough], _STRONG)
    spare = max(width - treatment - score - before - after - change - 4 * _GAP, 0.0) / 3
    after_end = width - change - spare - _GAP
    return _Columns(treatment + _GAP, after_end - after - spare - _GAP, after_end, width)


def _widest(head: str, cells: list[str], face: Face = CELL) -> float:
    return max([META_STRONG.width(head), *(face.width(cell) for cell in cells)])


def _occasion(item: BeforeAfter) -> str:
    said = words.occasion(item)
    return f"{said} {words.MIXED_MARK}" if item.is_mixed else said


def _change(item: BeforeAfter) -> str:
    said = words.change(item)
    return f"{said} {words.USUAL_MARK}" if item.size is Size.USUAL else said


def _height(density: Density) -> float:
    return density.above + density.below


def _row(
    item: BeforeAfter, contents: ReportContents, columns: _Columns, density: Density
) -> Callable[[float, float], list[Mark]]:
    def draw(x: float, y: float) -> list[Mark]:
        baseline = y + density.above
        return [
            glyph(item.kind, x, baseline),
            text(_occasion(item), CELL, x + _BESIDE_GLYPH, baseline)[0],
            text(names.concern(item.score, contents.catalog), CELL, x + columns.score, baseline)[0],
            *(text(said, face, x + end, baseline, ends_right=True)[0] for said, face, end in _numbers(item, columns)),
            rule(x, y + _height(density), columns.change),
        ]

    return draw


def _numbers(item: BeforeAfter, columns: _Columns) -> Sequence[tuple[str, Face, float]]:
    if not item.is_enough:
        return [(words.too_few(item), _SOFT, columns.change)]
    return [
        (words.cell(item.before), CELL, columns.before),
        (words.cell(item.after), CELL, columns.after),
        (_change(item), _STRONG, columns.change),
    ]


def _sentences(contents: ReportContents) -> list[str]:
    sessions = sum(row.treatment.kind is Kind.MICRODERMABRASION for row in contents.rows)
    return words.under_table(contents.before_after, contents.timeline.counting, sessions)
