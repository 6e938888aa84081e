"""``chart`` and ``report``: one person's chart or pages as a file. Qt draws offscreen; no display is needed."""

import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, qInstallMessageHandler

from tracker.charts.ranges import paper_range
from tracker.commands.call import Call, RefusalError, WrongUsageError
from tracker.commands.output import plain
from tracker.commands.records import asked_person, opened_record
from tracker.core.timeline import Timeline
from tracker.ui.reports.contents import ReportContents, report_contents
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.options import ReportOptions, paper_of_locale
from tracker.ui.words.charts import chart_words
from tracker.ui.words.documents import missing_glyphs, nothing_to_print

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def run_chart(call: Call) -> int:
    """Draw one person's chart into a file of the kind that its name says."""
    start, end, output = call.options.start, call.options.end, call.options.output
    if start is not None and end is not None and end < start:
        raise WrongUsageError(QCoreApplication.translate("Commands", "the chart would end before it starts"))
    with opened_record(call) as record:
        timeline = record.timelines.of(asked_person(call, record).id)
        words, path = chart_words(record.catalog), record.path
    first, last = _axis(timeline, start, end)
    from tracker.ui.charts.saving import save_chart

    save_chart(timeline, output, words, first, last, record=path)
    return 0


def _axis(timeline: Timeline, start: date | None, end: date | None) -> tuple[date, date]:
    try:
        first, last = paper_range(timeline, start, end)
    except ValueError as error:
        raise RefusalError(QCoreApplication.translate("Commands", "The record has no days in this range.")) from error
    # An axis needs two ends: a single day is drawn up to the next.
    return first, max(last, first + timedelta(days=1))


def run_report(call: Call) -> int:
    """Write the documents of one person as a PDF file."""
    output: Path = call.options.output
    with opened_record(call) as record:
        contents, path = report_contents(record, asked_person(call, record).id, _report_options(call)), record.path
    _application = _offscreen_application()
    from tracker.ui.reports.pdf import write_pdf

    _say_missing(contents)
    if not write_pdf(contents, output, record=path):
        raise RefusalError(nothing_to_print())
    return 0


def _say_missing(contents: ReportContents) -> None:
    """Say which characters no font has a glyph for, before they are printed as boxes."""
    from tracker.ui.fonts import load_fonts
    from tracker.ui.reports.glyphs import texts_in, without_glyph

    load_fonts()
    missing = without_glyph(texts_in(contents))
    if missing:
        print(plain(" ".join(missing_glyphs(missing))), file=sys.stderr)


def _report_options(call: Call) -> ReportOptions:
    options = call.options
    documents = frozenset(map(Document, options.documents or [Document.PROGRESS]))
    return ReportOptions(
        documents=documents,
        paper=options.paper or paper_of_locale(),
        hide_identity=options.hide_identity,
        with_notes=options.with_notes,
        with_private_notes=options.with_private_notes,
        greyscale=options.greyscale,
    )


def _offscreen_application() -> "QGuiApplication":
    """Return the application that Qt's drawing needs, never on a screen; keep it for as long as Qt draws."""
    # A platform that the environment names for windows would need its display.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # While it starts, Qt complains of locales that it then does without; standard error is for what went wrong.
    before = qInstallMessageHandler(lambda *_said: None)
    try:
        return QGuiApplication(["skinterval"])
    finally:
        qInstallMessageHandler(before)
