"""The table of treatments and the notes with ratings, as strips for the pages."""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.core.records import OtherEvent
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.period_facts import PrivateNote, RatingNote, TreatmentRow
from tracker.ui.reports.sheet import (
    BLACK,
    CELL,
    META,
    META_STRONG,
    TOO_SOON,
    WIDTH,
    Density,
    Mark,
    glyph,
    override_mark,
    rule,
    text,
)
from tracker.ui.reports.strips import Section, Strip, heading, sentence
from tracker.ui.reports.typesetting import Block
from tracker.ui.words import report_table as words
from tracker.ui.words.dates import day_table

_GAP = 14.0
_BESIDE_GLYPH = 16.0
_LONGEST_LOT = 124.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand, from the left edge of the content; a column without any value takes no room."""

    treatment: float
    details: float
    details_end: float
    units_end: float
    since: float
    lot: float
    lot_width: float


def treatments_section(contents: ReportContents, density: Density) -> Section:
    """Return the table of treatments, newest first, and what must be said about it."""
    closing = [sentence(said, stays=True) for said in words.outside_period(contents)]
    if not contents.rows:
        return Section(heading(words.treatments_heading()), None, (sentence(words.no_treatments()), *closing))
    columns = _columns(contents)
    mark_color = BLACK if contents.options.greyscale else TOO_SOON
    body = [strip for row in contents.rows for strip in _row(row, contents, columns, density, mark_color)]
    if any(row.is_override for row in contents.rows):
        closing.append(_override_key(mark_color))
    return Section(heading(words.treatments_heading()), _head(columns, contents), (*body, *closing))


def rating_notes_section(contents: ReportContents) -> Section:
    """Return the notes with ratings, newest first; for contents that hold at least one."""
    x = max(CELL.width(day_table(noted.on)) for noted in contents.rating_notes) + _GAP
    body = [strip for noted in contents.rating_notes for strip in _rating_note(noted, contents, x)]
    return Section(heading(words.rating_notes_heading()), _ruled_space(), tuple(body))


def noted_section(contents: ReportContents) -> Section:
    """Return the notes and other events, newest first; for contents that hold at least one."""
    x = max(CELL.width(day_table(event.on)) for event in contents.noted) + _GAP
    body = [strip for event in contents.noted for strip in _event(event, contents, x)]
    return Section(heading(words.noted_heading()), _ruled_space(), tuple(body))


def private_notes_section(contents: ReportContents) -> Section:
    """Return the private notes, the person's first; for contents that hold at least one."""
    x = max(CELL.width(_day(noted)) for noted in contents.private_notes) + _GAP
    body = [strip for noted in contents.private_notes for strip in _private_note(noted, x)]
    return Section(heading(words.private_notes_heading()), _ruled_space(), tuple(body))


def _columns(contents: ReportContents) -> Columns:
    date, treatment, _details, units, lot, since = words.column_headings()
    rows = contents.rows
    lots = [said for row in rows if (said := words.lot(row.treatment))]
    doses = [said for row in rows if (said := words.units(row.treatment))]
    marked = _BESIDE_GLYPH if any(row.is_override for row in rows) else 0.0
    since_width = _widest(since, [words.since_last(row) for row in rows]) + marked
    lot_width = min(_widest(lot, lots), _LONGEST_LOT) if lots else 0.0
    treatment_x = _widest(date, [day_table(row.treatment.on) for row in rows]) + _GAP
    names_width = _widest(treatment, [words.treatment_name(row.treatment) for row in rows]) + _BESIDE_GLYPH
    details_x = treatment_x + names_width + _GAP
    lot_x = WIDTH - since_width - _GAP - (lot_width + _GAP if lots else 0.0)
    units_end = (lot_x if lots else lot_x + _GAP) - _GAP
    details_end = units_end - (_widest(units, doses) + _GAP if doses else 0.0)
    return Columns(treatment_x, details_x, details_end, units_end, WIDTH - since_width, lot_x, lot_width)


def _widest(column: str, cells: list[str]) -> float:
    return max([META_STRONG.width(column), *(CELL.width(cell) for cell in set(cells))])


def _head(columns: Columns, contents: ReportContents) -> Strip:
    date, treatment, details, units, lot, since = words.column_headings()
    has_doses = any(words.units(row.treatment) for row in contents.rows)

    def draw(x: float, y: float) -> list[Mark]:
        baseline = y + 15
        marks = [
            text(date, META_STRONG, x, baseline)[0],
            text(treatment, META_STRONG, x + columns.treatment, baseline)[0],
            text(details, META_STRONG, x + columns.details, baseline)[0],
            text(since, META_STRONG, x + WIDTH, baseline, ends_right=True)[0],
            rule(x, y + 22, WIDTH, 1, BLACK),
        ]
        if has_doses:
            marks.append(text(units, META_STRONG, x + columns.units_end, baseline, ends_right=True)[0])
        if columns.lot_width:
            marks.append(text(lot, META_STRONG, x + columns.lot, baseline)[0])
        return marks

    return Strip(22, draw)


def _row(
    row: TreatmentRow, contents: ReportContents, columns: Columns, density: Density, mark_color: str
) -> list[Strip]:
    treatment = row.treatment
    # Details run on over the columns in which the row has nothing to say.
    is_wide = not words.units(treatment) and not words.lot(treatment)
    details_width = (columns.since - _GAP if is_wide else columns.details_end) - columns.details
    details = Block(words.details(treatment, contents.catalog), CELL, details_width)
    lot = Block(words.lot(treatment), CELL, columns.lot_width or None)
    since = words.since_last(row)
    extent = max(details.extent, lot.extent)
    notes = [*_said(row.override_reason, words.override_note), *_said(row.note, words.note)]
    height = density.above + extent + (3 if notes else density.below)

    def draw(x: float, y: float) -> list[Mark]:
        baseline = y + density.above
        marks = [
            text(day_table(treatment.on), CELL, x, baseline)[0],
            glyph(treatment.kind, x + columns.treatment, baseline),
            text(words.treatment_name(treatment), CELL, x + columns.treatment + _BESIDE_GLYPH, baseline)[0],
            lambda painter: details.draw(painter, x + columns.details, baseline),
            text(words.units(treatment), CELL, x + columns.units_end, baseline, ends_right=True)[0],
            lambda painter: lot.draw(painter, x + columns.lot, baseline),
            text(since, CELL, x + WIDTH, baseline, ends_right=True)[0],
        ]
        if row.is_override:
            marks.append(override_mark(x + WIDTH - CELL.width(since) - _BESIDE_GLYPH, baseline, mark_color))
        if not notes:
            marks.append(rule(x, y + height, WIDTH))
        return marks

    return [Strip(height, draw), *note_lines(notes, columns.details)]


def _said(text_or_none: str | None, word: Callable[[str], str]) -> list[str]:
    return [word(text_or_none)] if text_or_none and text_or_none.strip() else []


def note_lines(notes: list[str], x: float) -> list[Strip]:
    """Return notes line by line, so that a long one can run on to the next page; the last line closes the row."""
    lines = [(block, number) for block in (Block(note, META, WIDTH - x) for note in notes) for number in _lines(block)]
    strips = []
    for place, (block, number) in enumerate(lines):
        is_last = place == len(lines) - 1
        strips.append(_note_line(block, number, x, META.pitch + (5 if is_last else 0), is_last, stays=place == 0))
    return strips


def _lines(block: Block) -> range:
    return range(len(block.lines))


def _note_line(block: Block, number: int, dx: float, height: float, is_last: bool, *, stays: bool) -> Strip:
    def draw(x: float, y: float) -> list[Mark]:
        marks: list[Mark] = [lambda painter: block.draw_line(painter, number, x + dx, y + 12)]
        if is_last:
            marks.append(rule(x, y + height, WIDTH))
        return marks

    return Strip(height, draw, stays)


def _rating_note(noted: RatingNote, contents: ReportContents, dx: float) -> list[Strip]:
    scores, note = words.rating_note(noted, contents.catalog)
    first = Strip(
        18,
        lambda x, y: [text(day_table(noted.on), CELL, x, y + 15)[0], text(scores, CELL, x + dx, y + 15)[0]],
    )
    return [first, *note_lines([note], dx)]


def _event(event: OtherEvent, contents: ReportContents, dx: float) -> list[Strip]:
    said, note = words.noted_event(event, contents.catalog)
    height = 18 if note else 20

    def draw(x: float, y: float) -> list[Mark]:
        marks = [text(day_table(event.on), CELL, x, y + 15)[0], text(said, CELL, x + dx, y + 15)[0]]
        return marks if note else [*marks, rule(x, y + height, WIDTH)]

    return [Strip(height, draw), *note_lines(_said(note, words.plain), dx)]


def _private_note(noted: PrivateNote, dx: float) -> list[Strip]:
    first = Strip(
        18,
        lambda x, y: [
            text(_day(noted), CELL, x, y + 15)[0],
            text(words.private_note_of(noted), CELL, x + dx, y + 15)[0],
        ],
    )
    return [first, *note_lines([words.plain(noted.note)], dx)]


def _day(noted: PrivateNote) -> str:
    return "" if noted.on is None else day_table(noted.on)


def _ruled_space() -> Strip:
    return Strip(8, lambda x, y: [rule(x, y + 7.5, WIDTH, 1, BLACK)])


def _override_key(color: str) -> Strip:
    return Strip(
        19,
        lambda x, y: [override_mark(x, y + 16, color), text(words.override_key(), META, x + 16, y + 16)[0]],
        stays=True,
    )
