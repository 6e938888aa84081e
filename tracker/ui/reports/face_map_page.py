"""One botox treatment on the face, large, and beside it the units of every site, the regions, product and lot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from tracker.core.records import Botox
from tracker.core.units_over_time.table import free_numbers, region_rows, spots_in_order
from tracker.core.units_over_time.visits import Visit, visits_of
from tracker.ui.face.place import SHOWN
from tracker.ui.face_map.marks import face_marks
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.face_map import framed_face
from tracker.ui.reports.frame import heading_of
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import BLACK, CELL, META, META_STRONG, SECTION, Mark, Placed, rule, text
from tracker.ui.reports.single_page import pages_under
from tracker.ui.words import entries, face_map
from tracker.ui.words import face_map_page as words
from tracker.ui.words.documents import document_name

_TABLE, _GUTTER = 262.0, 24.0
_ROW, _LEAST_ROW, _CLOSING_GAP = 19.0, 13.5, 14.0
_HEAD = 46.0


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table: a name, a side, units; a heading has only a name."""

    name: str
    side: str = ""
    units: str = ""
    is_strong: bool = False


def lay_out_face_map(contents: ReportContents) -> Pages | None:
    """Return the page of the treatment on the map, None where there is none; very many points run on to others."""
    treatment = contents.map_page
    if treatment is None:
        return None
    heading = heading_of(contents, document_name(Document.FACE_MAP), words.about(treatment))
    return pages_under(contents, heading, lambda room: _bodies(treatment, contents, room))


def _bodies(treatment: Botox, contents: ReportContents, room: QRectF) -> list[list[Mark]]:
    lines = _lines(treatment, contents)
    most = max(1, int((room.height() - _HEAD) / _LEAST_ROW))
    first = _body(treatment, contents, room, lines[:most])
    further = [_table(lines[at : at + most], room) for at in range(most, len(lines), most)]
    return [first, *further]


def _body(treatment: Botox, contents: ReportContents, room: QRectF, lines: Sequence[_Line]) -> list[Mark]:
    width = room.width() - _TABLE - _GUTTER
    height = min(width * SHOWN.height() / SHOWN.width(), room.height() - 130)
    frame = QRectF(room.left(), room.top(), width, height)
    marks = list(face_marks(treatment, contents.catalog.sites).values())
    said, _ = _facts(treatment, contents, frame)
    return [
        *framed_face(frame, marks, whole=True),
        *said,
        *_table(lines, QRectF(room.right() - _TABLE, room.top(), _TABLE, room.height())),
    ]


def _facts(treatment: Botox, contents: ReportContents, frame: QRectF) -> Placed:
    y = frame.bottom() + 34
    heading, _ = text(face_map.total_units(treatment), SECTION, frame.left(), y)
    lines = [face_map.product_line(treatment, contents.catalog)]
    lines += [words.dilution(said)] if (said := entries.dilution(treatment)) else []
    lines += [] if treatment.points else [face_map.only_a_total()]
    marks = [heading]
    for line in (*lines, face_map.record_keeping()):
        mark, y = text(line, META, frame.left(), y + META.pitch + 2, frame.width())
        marks.append(mark)
    return marks, y


def _lines(treatment: Botox, contents: ReportContents) -> list[_Line]:
    (visit,) = visits_of([treatment])
    sites = contents.catalog.sites
    spots = spots_in_order([visit], sites)
    numbers = free_numbers(spots)
    lines = [
        _Line(
            face_map.row_name(spot, numbers.get(spot), contents.catalog),
            face_map.side(spot, contents.catalog),
            face_map.units(visit.units[spot]),
        )
        for spot in spots
    ]
    return [
        *lines,
        _Line(words.total(), "", face_map.units(treatment.units), is_strong=True),
        *_regions(visit, contents),
    ]


def _regions(visit: Visit, contents: ReportContents) -> list[_Line]:
    sites = contents.catalog.sites
    rows = region_rows([visit], spots_in_order([visit], sites), sites)
    return [_Line(entries.region(row.region), "", face_map.units(row.units[0])) for row in rows]


def _table(lines: Sequence[_Line], room: QRectF) -> list[Mark]:
    """Return the table, set as closely as its rows need to fit."""
    site, side, units = words.columns()
    left, right, side_x = room.left(), room.right(), room.right() - 74
    baseline = room.top() + 10
    marks = [
        text(site, META_STRONG, left, baseline)[0],
        text(side, META_STRONG, side_x, baseline)[0],
        text(units, META_STRONG, right, baseline, ends_right=True)[0],
        rule(left, room.top() + 17, room.width(), 1, BLACK),
    ]
    pitch = max(_LEAST_ROW, min(_ROW, (room.height() - _HEAD) / len(lines)))
    y = room.top() + 17
    for line in lines:
        face = META_STRONG if line.is_strong else CELL
        if line.is_strong:
            marks.append(rule(left, y, room.width(), 1, BLACK))
        baseline = y + pitch - (pitch - 9) / 2
        marks += [
            text(line.name, face, left, baseline)[0],
            text(line.side, CELL, side_x, baseline)[0],
            text(line.units, face, right, baseline, ends_right=True)[0],
            rule(left, y + pitch, room.width()),
        ]
        y += pitch
    return marks
