"""What happened after treatments, as strips for the pages of the report."""

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.happenings import Happening
from tracker.ui.reports.sheet import BLACK, CELL, WIDTH, Mark, rule, text
from tracker.ui.reports.strips import Section, Strip, heading
from tracker.ui.reports.table import note_lines
from tracker.ui.reports.typesetting import Block
from tracker.ui.words.adverse_events import happened as heading_words
from tracker.ui.words.dates import day_table
from tracker.ui.words.report_table import happening

_GAP = 14.0
_ABOVE, _BELOW = 15.0, 3.0


def happened_section(contents: ReportContents) -> Section:
    """Return what happened, newest first; for contents that hold at least one thing."""
    x = max(CELL.width(day_table(one.event.onset_on)) for one in contents.happened) + _GAP
    body = [strip for one in contents.happened for strip in _event(one, contents, x)]
    return Section(heading(heading_words()), _ruled_space(), tuple(body))


def _event(happened: Happening, contents: ReportContents, dx: float) -> list[Strip]:
    said, lines = happening(happened, contents.catalog)
    block = Block(said, CELL, WIDTH - dx)

    def draw(x: float, y: float) -> list[Mark]:
        day = text(day_table(happened.event.onset_on), CELL, x, y + _ABOVE)[0]
        return [day, lambda painter: block.draw(painter, x + dx, y + _ABOVE)]

    return [Strip(_ABOVE + block.extent + _BELOW, draw), *note_lines(lines, dx)]


def _ruled_space() -> Strip:
    return Strip(8, lambda x, y: [rule(x, y + 7.5, WIDTH, 1, BLACK)])
