"""The four facts under the head: how the two scores went, how often each treatment was given."""

from PySide6.QtCore import QRectF

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.period_facts import MAIN_CONCERNS
from tracker.ui.reports.sheet import BLACK, FIGURE, META, TEXTURE, WIDTH, WRINKLES, Mark, Placed, Sheet, bar, text
from tracker.ui.words import catalog as names
from tracker.ui.words import report_facts as words

_INKS = dict(zip(MAIN_CONCERNS, (TEXTURE, WRINKLES), strict=True))


def facts(contents: ReportContents, sheet: Sheet, y: float) -> Placed:
    """Return the four facts, side by side."""
    main = [fact for fact in contents.scores if fact.concern in MAIN_CONCERNS]
    said = [
        (names.concern(fact.concern, contents.catalog), words.score_value(fact), words.score_note(fact))
        for fact in main
    ] + [
        (names.kind(fact.kind), words.treatment_value(fact), words.treatment_note(fact, contents.catalog))
        for fact in contents.treatments
    ]
    is_grey = contents.options.greyscale
    colors = [BLACK if is_grey else _INKS[fact.concern] for fact in main] + [BLACK] * len(contents.treatments)
    top, pitch = y + 15, (WIDTH + 14) / len(said)
    marks: list[Mark] = []
    bottom = top + 70
    for number, (label, value, note) in enumerate(said):
        x, room = sheet.left + number * pitch, pitch - 24
        marks.append(text(label, META, x + 14, top + 11)[0])
        marks.append(text(value, FIGURE, x + 14, top + 35)[0])
        mark, baseline = text(note, META, x + 14, top + 52, room)
        marks.append(mark)
        bottom = max(bottom, baseline + 3)
    marks += [
        bar(QRectF(sheet.left + number * pitch, top, 2, bottom - top), color) for number, color in enumerate(colors)
    ]
    return marks, bottom
