"""Every document that the program prints or saves as a PDF, of invented data; a new one is one line in the table."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from chart_samples import year
from cycle_samples import alike
from due_people import PEOPLE, import_people
from report_support import NAME, botox, person, picture, rating, ratings, report_of, session, treatments, written
from support import TODAY

from tracker.charts.cycle_view import CycleView
from tracker.charts.view import GUIDES
from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.passphrase import KEY_BYTES, RecoveryKey
from tracker.core.records import Entry, Rater
from tracker.services.record import Record
from tracker.ui.changes.paper import changes_on_paper
from tracker.ui.charts.saving import cycle_picture, save_chart
from tracker.ui.lock.recovery_key import key_sheet
from tracker.ui.lots.paper import uses_on_paper
from tracker.ui.reports.contents import Identity
from tracker.ui.reports.kinds import A4, LETTER, Document
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.listing import Listing
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.words.change_history import ChangeLine, FieldLine
from tracker.ui.words.charts import chart_words
from tracker.ui.words.cycles import cycle_words
from tracker.ui.words.documents import document_name
from tracker.ui.worklist.due_table import listing_of

LOT = "C8612 C3"


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it was written, and what has to be read on it. A practice's logo is the one picture there is."""

    data: bytes
    says: tuple[str, ...]
    has_logo: bool = False


Make = Callable[[Record], Printed]
"""Makes a document of an empty record, which it may fill, and of the record's catalogue."""


def _report(
    entries: Callable[[], list[Entry]],
    *says: str,
    name: str = NAME,
    options: ReportOptions | None = None,
    letterhead: Letterhead | None = None,
) -> Make:
    def make(record: Record) -> Printed:
        contents = report_of(entries(), record.catalog, options, person(name), letterhead=letterhead)
        named = () if contents.options.hide_identity else (name,)
        has_logo = letterhead is not None and bool(letterhead.logo)
        return Printed(written(contents).data, (*named, *says), has_logo)

    return make


def _course(count: int = 6) -> list[Entry]:
    """Return treatments and ratings, the last botox with a lot, a note and a broken rule."""
    last = botox(TODAY - timedelta(3), lot=LOT, note="a little swollen", override_reason="asked for by the person")
    return [*treatments(count), *ratings(20), last, session(TODAY), rating(TODAY, note="after a week in the sun")]


def _listed(listing: Listing, *says: str, paper: str = A4) -> Printed:
    return Printed(pdf_bytes(lay_out_listing(listing, paper), listing.title), (listing.title, *says))


def _only(document: Document) -> ReportOptions:
    return ReportOptions(documents=frozenset([document]))


def _heading(document: Document) -> tuple[str, ...]:
    """Return what a document is called on its page; a card has no room for that."""
    return () if document is Document.APPOINTMENTS else (document_name(document),)


def _due_list(record: Record) -> Printed:
    import_people(record, PEOPLE)
    return _listed(listing_of(record.due_board.items(TODAY), "All due", TODAY), *(set(PEOPLE) - {"Gus Waiting"}))


def _lot_list(record: Record) -> Printed:
    maya = record.people.add(PersonDraft(name=NAME))
    given = BotoxDraft(on=TODAY, product="botox_cosmetic", units=Decimal(20), lot=LOT)
    record.entries.add(maya.id, given)
    uses = record.lots.who_had(LOT)
    return _listed(uses_on_paper(uses, LOT, TODAY, record.catalog), LOT, NAME)


def _changes(_record: Record, count: int = 90) -> Printed:
    line = ChangeLine("9 Mar 2026, 12:00", "Dr A. Osei", "Botox changed", (FieldLine("Lot", "A1", "B7"),))
    whose = Identity(NAME, date(1984, 2, 29), "C-17")
    return _listed(changes_on_paper(whose, "All recorded changes", [line] * count, TODAY), "Lot: A1 → B7", paper=LETTER)


def _recovery_key(_record: Record) -> Printed:
    key = RecoveryKey(bytes(range(KEY_BYTES)))
    return _listed(key_sheet(key, Path("record.skint"), TODAY), key.text[:9])


def _saved_chart(record: Record) -> Printed:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chart.pdf"
        save_chart(year(), path, chart_words(record.catalog))
        return Printed(path.read_bytes(), ("Texture 7", "counted as after botox"))


def _saved_cycles(_record: Record) -> Printed:
    cycles = CycleView(alike(3), Rater.SELF, True, 120)
    return Printed(cycle_picture(cycles, cycle_words(), ("Botox, wrinkles",), "pdf"), ("Botox, wrinkles", "Median"))


DOCUMENTS: dict[str, Make] = {
    **{
        f"{document} by itself": _report(_course, *_heading(document), options=_only(document)) for document in Document
    },
    "all documents under a letterhead": _report(
        _course,
        *(said for document in Document for said in _heading(document)),
        options=ReportOptions(documents=frozenset(Document), paper=LETTER),
        letterhead=Letterhead("Example Skin Practice"),
    ),
    "all documents under a logo": _report(
        _course,
        "Example Skin Practice",
        options=ReportOptions(documents=frozenset(Document)),
        letterhead=Letterhead("Example Skin Practice", picture()),
    ),
    "progress": _report(_course, "Full face, diamond tip, 2 passes", LOT),
    "progress, letter, greyscale": _report(_course, options=ReportOptions(paper=LETTER, greyscale=True)),
    "progress with notes": _report(_course, "a week in the sun", options=ReportOptions(with_notes=True)),
    "progress, identity hidden": _report(_course, options=ReportOptions(hide_identity=True)),
    "progress with trend and baseline": _report(
        _course, "smooth line through the ratings", options=ReportOptions(guides=frozenset(GUIDES))
    ),
    "progress of nothing": _report(list, "No treatment recorded in this period."),
    "progress of 500 treatments": _report(partial(treatments, 500), "Botox Cosmetic"),
    "due list": _due_list,
    "who had a lot": _lot_list,
    "changes": _changes,
    "recovery key": _recovery_key,
    "chart as a file": _saved_chart,
    "cycles as a file": _saved_cycles,
}
"""What is made, by its name."""

SCRIPTS: dict[str, str] = {
    "Latin": "Zoë Ångström-Đặng",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Наталья Ющенко",
    "Hebrew": "נועה לוי",
    "Arabic": "ليلى حداد",
    "Devanagari": "आशा राव",
    "Thai": "สมหญิง ใจดี",
    "Han": "王小明",
    "Kana": "やまだ ハナコ",
    "Hangul": "김하늘",
}
"""Invented names by their script. Without a ligature that stands for letters in another order, as Devanagari has: a
page can say of such a shape no more than one letter."""


def named(name: str) -> Make:
    """Return what makes the report of somebody of that name."""
    return _report(_course, name=name)
