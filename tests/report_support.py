"""Invented people and entries for reports, and what can be read back from a written PDF."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from support import TODAY

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.events import event_of
from tracker.core.progress.summary import progress_of
from tracker.core.records import (
    Botox,
    Entry,
    InjectionPoint,
    Kind,
    Microdermabrasion,
    OtherEvent,
    Person,
    PlannedTreatment,
    Rating,
    Setting,
    Treatment,
)
from tracker.core.spacing import SpacingEngine
from tracker.core.timeline import build_timeline, next_window
from tracker.ui.reports.contents import ReportContents, contents_of
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pdf import pdf_bytes
from tracker.ui.reports.person_file import PersonFile
from tracker.ui.words.documents import document_title

PERSON_ID = UUID("00000000-0000-4000-8000-000000000001")
NAME = "Maya Lindqvist"


def person(name: str = NAME, **facts: Any) -> Person:
    """Return an invented person."""
    return Person(id=PERSON_ID, name=name, **facts)


def session(on: date, **facts: Any) -> Microdermabrasion:
    """Return a session at a clinic, full face, two passes."""
    known = {"setting": Setting.CLINIC, "device": "diamond", "areas": ("full_face",), "passes": 2} | facts
    return Microdermabrasion(id=uuid4(), person_id=PERSON_ID, on=on, **known)


def botox(on: date, **facts: Any) -> Botox:
    """Return a treatment of 20 units at one site."""
    points = (InjectionPoint(units=Decimal(20), site="procerus"),)
    known = {"product": "botox_cosmetic", "units": Decimal(20), "points": points} | facts
    return Botox(id=uuid4(), person_id=PERSON_ID, on=on, **known)


def rating(on: date, texture: int | None = 6, wrinkles: int | None = 5, **facts: Any) -> Rating:
    """Return a rating."""
    return Rating(id=uuid4(), person_id=PERSON_ID, on=on, texture=texture, wrinkles=wrinkles, **facts)


def other_event(on: date, event: str = "note", **facts: Any) -> OtherEvent:
    """Return a note, or another event of the catalogue."""
    return OtherEvent(id=uuid4(), person_id=PERSON_ID, on=on, event=event, **facts)


def treatments(count: int) -> list[Entry]:
    """Return ``count`` treatments ten days apart, every fourth botox, the last one ten days ago."""
    days = [TODAY - timedelta(10 * number) for number in range(1, count + 1)]
    return [botox(on) if number % 4 == 3 else session(on) for number, on in enumerate(days)]


def ratings(count: int) -> list[Entry]:
    """Return ``count`` ratings two weeks apart, the last one today."""
    return [rating(TODAY - timedelta(14 * number)) for number in range(count)]


def report_of(
    entries: Iterable[Entry],
    catalog: Catalog,
    options: ReportOptions | None = None,
    who: Person | None = None,
    today: date = TODAY,
    happened: Sequence[AdverseEvent] = (),
    plans: Sequence[PlannedTreatment] = (),
    asked: Sequence[date] = (),
    letterhead: Letterhead | None = None,
) -> ReportContents:
    """Return the contents of a report made without a record."""
    known = list(entries)
    engine = SpacingEngine(catalog.rules, catalog.products, catalog.regions)
    events = [event_of(entry) for entry in known if isinstance(entry, Treatment)]
    judgements = tuple(engine.judge(kind, today, events) for kind in (Kind.BOTOX, Kind.MICRODERMABRASION))
    windows = tuple(window for judgement in judgements if (window := next_window(judgement)) is not None)
    timeline = build_timeline(PERSON_ID, known, today, windows)
    file = PersonFile(
        person=who or person(),
        entries=tuple(known),
        timeline=timeline,
        judgements=judgements,
        plans=tuple(plans),
        asked=tuple(asked),
        progress=partial(progress_of, known, timeline.counting),
        happened=tuple(happened),
        catalog=catalog,
        letterhead=letterhead,
    )
    return contents_of(file, options or ReportOptions())


def written(contents: ReportContents) -> "Written":
    """Return the report as its PDF file, to be read back."""
    return Written(pdf_bytes(lay_out(contents), document_title(contents)))


def picture(width: int = 300, height: int = 120, color: str = "#0A5A64") -> bytes:
    """Return a PNG file of one colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


@dataclass(frozen=True)
class Written:
    """A PDF file read by two libraries that have no part in writing it."""

    data: bytes

    @property
    def pages(self) -> list[str]:
        """Return the text of each page as it is copied, its lines joined by blanks."""
        return [" ".join(page.extract_text().splitlines()) for page in pypdf.PdfReader(io.BytesIO(self.data)).pages]

    @property
    def text(self) -> str:
        """Return the text of all pages."""
        return " ".join(self.pages)

    @property
    def text_by_pdfium(self) -> str:
        """Return the text of all pages as the other library reads it; pypdf loses a word now and then."""
        with pypdfium2.PdfDocument(self.data) as document:
            return " ".join(page.get_textpage().get_text_range() for page in document)

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """Return the sizes of the pages in whole points."""
        with pypdfium2.PdfDocument(self.data) as document:
            return {(round(page.get_width()), round(page.get_height())) for page in document}

    @property
    def title(self) -> str | None:
        """Return the title of the document."""
        metadata = pypdf.PdfReader(io.BytesIO(self.data)).metadata
        return None if metadata is None else metadata.title

    def kinds_of_objects(self) -> set[int]:
        """Return what the pages are made of, as pdfium names it, objects inside of forms included."""
        with pypdfium2.PdfDocument(self.data) as document:
            return {item.type for page in document for item in page.get_objects(max_depth=15)}

    def has_bitmap(self) -> bool:
        """Return whether any page or resource holds an image or a picture painted as a pattern."""
        reader = pypdf.PdfReader(io.BytesIO(self.data))
        subtypes = {item.get("/Subtype") for item in _dictionaries(reader)}
        patterns = {item.get("/PatternType") for item in _dictionaries(reader)}
        return "/Image" in subtypes or 1 in patterns or pdfium.FPDF_PAGEOBJ_IMAGE in self.kinds_of_objects()

    def image_sizes(self) -> set[tuple[int, int]]:
        """Return width and height of every image in px."""
        reader = pypdf.PdfReader(io.BytesIO(self.data))
        images = [item for item in _dictionaries(reader) if item.get("/Subtype") == "/Image"]
        return {(item["/Width"], item["/Height"]) for item in images}

    def fonts(self) -> dict[str, bool]:
        """Return the names of the fonts and whether each is embedded."""
        reader = pypdf.PdfReader(io.BytesIO(self.data))
        described = [item for item in _dictionaries(reader) if item.get("/Type") == "/FontDescriptor"]
        return {str(item["/FontName"]): "/FontFile2" in item or "/FontFile3" in item for item in described}

    def every_byte(self) -> bytes:
        """Return the file and every stream in it unpacked, to search for what must not be there."""
        reader = pypdf.PdfReader(io.BytesIO(self.data))
        streams = [item.get_data() for item in _dictionaries(reader) if isinstance(item, pypdf.generic.StreamObject)]
        return b"\n".join([self.data, *streams])

    def text_boxes(self) -> list[tuple[float, float, float, float, float, float]]:
        """Return left, bottom, right and top of every piece of text, then width and height of its page, in points."""
        boxes = []
        with pypdfium2.PdfDocument(self.data) as document:
            for page in document:
                text = page.get_textpage()
                found = (text.get_rect(number) for number in range(text.count_rects()))
                boxes += [(*box, page.get_width(), page.get_height()) for box in found]
        return boxes

    def overlaps(self) -> list[tuple[Any, Any]]:
        """Return the pieces of text that are written over another of their page."""
        found: list[tuple[Any, Any]] = []
        with pypdfium2.PdfDocument(self.data) as document:
            for page in document:
                text = page.get_textpage()
                boxes = [text.get_rect(number) for number in range(text.count_rects())]
                found += [
                    (one, other) for place, one in enumerate(boxes) for other in boxes[:place] if _meet(one, other)
                ]
        return found

    def pixels(self) -> Sequence[Any]:
        """Return the pages as arrays of red, green and blue."""
        with pypdfium2.PdfDocument(self.data) as document:
            return [page.render(scale=1).to_numpy() for page in document]


def _meet(one: Any, other: Any) -> bool:
    """Return whether two boxes share a point or more in both directions."""
    return min(one[2], other[2]) - max(one[0], other[0]) >= 1 and min(one[3], other[3]) - max(one[1], other[1]) >= 1


def _dictionaries(reader: pypdf.PdfReader) -> list[Any]:
    """Return every dictionary of the file."""
    numbers = [number for generation in reader.xref.values() for number in generation]
    found = [reader.get_object(pypdf.generic.IndirectObject(number, 0, reader)) for number in sorted(set(numbers))]
    return [item for item in found if isinstance(item, pypdf.generic.DictionaryObject)]
