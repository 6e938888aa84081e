"""Every document that can be printed of a person: vectors and text, on its own pages, and nothing that is not asked."""

import re
import unicodedata
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import uuid4

import numpy as np
import pypdfium2.raw as pdfium
import pytest
from report_support import (
    NAME,
    PERSON_ID,
    botox,
    person,
    picture,
    rating,
    ratings,
    report_of,
    session,
    treatments,
    written,
)
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry, InjectionPoint, Kind, OtherEvent, PlannedTreatment, Rater
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.glyphs import without_glyph
from tracker.ui.reports.kinds import A4, LETTER, PAPERS, Document
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.options import ReportOptions
from tracker.ui.words.dates import day_full, day_long, day_month_year, day_table
from tracker.ui.words.documents import document_name, document_title, suggested_file_name

ALL = frozenset(Document)
PRACTICE = Letterhead("Example Skin Practice")
WHO = person(client_number="A-1043")


def only(document: Document, **more: object) -> ReportOptions:
    """Return the choice of one document."""
    return ReportOptions(documents=frozenset([document]), **more)  # type: ignore[arg-type]


def mapped(on: date, **facts: object) -> Botox:
    """Return a treatment of seven sites and a free point."""
    given = {"procerus": 4, "corrugator-medial-l": "4.5", "corrugator-medial-r": 4, "canthal-upper-r": 13}
    points = [InjectionPoint(units=Decimal(units), site=site) for site, units in given.items()]
    free = InjectionPoint(units=Decimal(2), x=Decimal(200), y=Decimal(300))
    return botox(on, points=(*points, free), units=Decimal("27.5"), **facts)


def a_record() -> list[Entry]:
    """Return entries of every kind."""
    return [*treatments(7), *ratings(9), mapped(TODAY - timedelta(45), lot="C8612 C3", expires="2027-05")]


def plan(kind: Kind, days: int, **facts: object) -> PlannedTreatment:
    """Return a plan so many days ahead."""
    return PlannedTreatment(id=uuid4(), person_id=PERSON_ID, kind=kind, on=TODAY + timedelta(days), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_document_is_vectors_and_text_with_its_fonts_in_it(catalog: Catalog, document: Document, paper: str) -> None:
    made = written(report_of(a_record(), catalog, only(document, paper=paper), WHO, letterhead=PRACTICE))
    assert not made.has_bitmap()
    assert made.kinds_of_objects() <= {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM}
    assert made.fonts()
    assert all(made.fonts().values())
    assert made.sizes == ({(595, 842)} if paper == A4 else {(612, 792)})
    assert made.title == f"{document_name(document)}, {NAME}"


@pytest.mark.parametrize("document", Document)
def test_a_document_names_person_and_practice_and_counts_its_pages(catalog: Catalog, document: Document) -> None:
    made = written(report_of(a_record(), catalog, only(document), WHO, letterhead=PRACTICE))
    for number, page in enumerate(made.pages, start=1):
        assert NAME in page
        assert PRACTICE.name in page
        assert f"page {number} of {len(made.pages)}" in page
    without = written(report_of(a_record(), catalog, only(document, letterhead=False), WHO, letterhead=PRACTICE))
    assert PRACTICE.name not in without.text


@pytest.mark.parametrize("document", Document)
def test_a_document_without_identity_has_no_trace_of_who_it_is_about(catalog: Catalog, document: Document) -> None:
    who = person("Zoraida Quillfeather", client_number="KX-99817", private_note="canary")
    words = {"note": "canary", "provider": "Canary", "private_note": "canary"}
    entries = [
        session(TODAY, override_reason="canary", products_after="canary", **words),
        mapped(TODAY - timedelta(9), **words),
        rating(TODAY, note="canary", private_note="canary"),
    ]
    options = only(document, hide_identity=True, with_notes=True, with_private_notes=True)
    made = written(report_of(entries, catalog, options, who, plans=[plan(Kind.BOTOX, 90, note="canary")]))
    assert made.title == document_name(document)
    for trace in ("Zoraida", "Quillfeather", "KX-99817", "canary", "Canary"):
        assert trace not in made.text_by_pdfium
        for encoded in (trace.encode(), trace.encode("utf-16-be"), trace.encode().hex().encode()):
            assert encoded not in made.every_byte()


@pytest.mark.parametrize("document", Document)
def test_a_grey_document_holds_no_colour(catalog: Catalog, document: Document) -> None:
    for page in written(report_of(a_record(), catalog, only(document, greyscale=True))).pixels():
        assert np.ptp(page.astype(int), axis=2).max() == 0


@pytest.mark.parametrize("document", Document)
def test_a_document_of_an_empty_record_is_one_page_or_none(catalog: Catalog, document: Document) -> None:
    assert len(lay_out(report_of([], catalog, only(document)))) == (0 if document is Document.FACE_MAP else 1)


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("count", [0, 1, 18, 19, 500])
def test_no_text_lies_outside_of_the_margins(catalog: Catalog, document: Document, count: int) -> None:
    contents = report_of([*treatments(count), *ratings(20)], catalog, only(document), letterhead=PRACTICE)
    if document is Document.FACE_MAP and contents.map_page is None:
        assert len(lay_out(contents)) == 0
        return
    made = written(contents)
    assert made.pages
    for left, bottom, right, top, width, height in made.text_boxes():
        assert left > 30
        assert right < width - 30
        assert bottom > 15
        assert top < height - 15


def test_documents_follow_one_another_each_on_pages_of_its_own(catalog: Catalog) -> None:
    one_by_one = [
        page for document in Document for page in written(report_of(a_record(), catalog, only(document))).pages
    ]
    together = written(report_of(a_record(), catalog, ReportOptions(documents=ALL)))
    assert together.pages == one_by_one
    assert together.title == f"Skin record, {NAME}"


def test_the_file_is_named_after_what_is_in_it(catalog: Catalog) -> None:
    history = report_of([], catalog, only(Document.HISTORY))
    assert suggested_file_name(history) == "treatment-history-Maya-Lindqvist-2026-03-09.pdf"
    several = report_of([], catalog, ReportOptions(documents=ALL, hide_identity=True))
    assert suggested_file_name(several) == "skin-record-2026-03-09.pdf"
    assert document_title(several) == "Skin record"


@pytest.mark.parametrize("document", sorted(set(Document) - {Document.APPOINTMENTS}))
def test_the_logo_is_the_only_bitmap(catalog: Catalog, document: Document) -> None:
    made = written(report_of(a_record(), catalog, only(document), letterhead=Letterhead("Practice", picture())))
    assert made.kinds_of_objects() >= {pdfium.FPDF_PAGEOBJ_IMAGE}
    assert made.image_sizes() == {(300, 120)}


def test_the_logo_is_grey_on_a_grey_page_and_lies_above_the_head(catalog: Catalog) -> None:
    options = ReportOptions(greyscale=True)
    (page,) = written(report_of([], catalog, options, letterhead=Letterhead("Practice", picture()))).pixels()
    assert np.ptp(page.astype(int), axis=2).max() == 0
    assert page[22:38, 44:88].max() < 128


def test_a_logo_that_is_no_picture_is_left_out(catalog: Catalog) -> None:
    made = written(report_of([], catalog, letterhead=Letterhead("Practice", b"no picture")))
    assert not made.has_bitmap()
    assert "Practice" in made.text


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("name", ["שרה כהן", "نور الهدى", "王小明", "さくら", "김민준", "Ελένη", "ქართული"])
def test_a_name_in_any_script_is_printed_with_the_glyphs_of_the_system(
    catalog: Catalog, document: Document, name: str
) -> None:
    load_fonts()
    if without_glyph([name]):
        pytest.skip("no font of this computer has the letters")
    made = written(report_of(a_record(), catalog, only(document), person(name)))
    assert set(name) <= set(unicodedata.normalize("NFKC", made.text_by_pdfium))
    assert all(made.fonts().values())
    assert not made.has_bitmap()


# The progress page


@pytest.mark.parametrize(
    ("paper", "letterhead"),
    [(paper, letterhead) for paper in PAPERS for letterhead in (PRACTICE, Letterhead("Practice", b"some"))],
)
def test_a_letterhead_leaves_eighteen_treatments_on_one_page(
    catalog: Catalog, paper: str, letterhead: Letterhead
) -> None:
    entries = [*treatments(18), *ratings(27)]
    contents = report_of(entries, catalog, ReportOptions(paper=paper), WHO, letterhead=letterhead)
    assert len(lay_out(contents)) == 1


# The chart


def test_the_chart_alone_is_that_of_the_period_with_what_its_scores_mean(catalog: Catalog) -> None:
    options = only(Document.CHART, start=TODAY - timedelta(60))
    (page,) = written(report_of(a_record(), catalog, options)).pages
    assert f"Skin progress chart, {day_month_year(TODAY - timedelta(60))} to 9 March 2026" in page
    for words in ("best", "worst", "today", "Texture 6", "Wrinkles 5", "10 very smooth", "10 is best for both scores"):
        assert words in page
    assert "Treatments" not in page


# The face map


def test_the_face_map_has_every_site_with_its_units_the_product_and_the_lot(catalog: Catalog) -> None:
    entries = [mapped(TODAY - timedelta(9), lot="C8612 C3", dilution_ml=Decimal("2.5")), botox(TODAY - timedelta(90))]
    (page,) = written(report_of(entries, catalog, only(Document.FACE_MAP))).pages
    assert "Face map, 28 February 2026" in page
    for line in (
        "Procerus mid 4",
        "Corrugator, medial R 4",
        "Corrugator, medial L 4.5",
        "Lateral canthal, upper R 13",
        "Other point 1 2",
        "Total units 27.5",
        "Glabella 12.5",
        "Botox Cosmetic, lot C8612 C3",
        "Diluted with 2.5 ml",
        "not an injection guide",
        "Patient’s right",
    ):
        assert line in page


def test_the_face_map_is_that_of_the_treatment_asked_for(catalog: Catalog) -> None:
    earlier = mapped(TODAY - timedelta(100), is_touch_up=True)
    entries = [mapped(TODAY - timedelta(9)), earlier, botox(TODAY, points=())]
    (page,) = written(report_of(entries, catalog, only(Document.FACE_MAP))).pages
    assert "Face map, 28 February 2026" in page
    (page,) = written(report_of(entries, catalog, only(Document.FACE_MAP, map_of=earlier.id))).pages
    assert "Face map, 29 November 2025, touch-up" in page


def test_every_site_of_the_face_at_once_fits_on_the_page(catalog: Catalog) -> None:
    points = tuple(InjectionPoint(units=Decimal(1), site=site) for site in catalog.sites)
    entries = [botox(TODAY, points=points, units=Decimal(len(points)))]
    made = written(report_of(entries, catalog, only(Document.FACE_MAP, paper=LETTER), letterhead=PRACTICE))
    assert len(made.pages) == 1
    assert min(bottom for _, bottom, *_ in made.text_boxes()) > 15
    assert made.overlaps() == []


def test_more_points_than_the_page_has_room_for_run_on_to_another(catalog: Catalog) -> None:
    points = tuple(InjectionPoint(units=Decimal(1), x=Decimal(100 + 2 * at), y=Decimal(200)) for at in range(90))
    entries = [botox(TODAY, points=points, units=Decimal(90), lot="L" * 500)]
    made = written(report_of(entries, catalog, only(Document.FACE_MAP, paper=LETTER), letterhead=PRACTICE))
    assert len(made.pages) == 2
    assert [f"page {number} of 2" in page for number, page in enumerate(made.pages, start=1)] == [True, True]
    assert re.findall(r"Other point (\d+)", made.text_by_pdfium) == [str(number) for number in range(1, 91)]
    assert min(bottom for _, bottom, *_ in made.text_boxes()) > 15


# The history


def test_the_history_has_every_entry_oldest_first_whatever_the_period(catalog: Catalog) -> None:
    entries = a_record()
    made = written(report_of(entries, catalog, only(Document.HISTORY, start=TODAY)))
    days = [day_table(entry.on) for entry in sorted(entries, key=lambda entry: entry.on)]
    place = made.text.index("Date Entry Details")
    for day in days:
        place = made.text.index(day, place) + 1
    assert f"Full history, {len(entries)} entries" in made.text
    assert "10 is best for every score." in made.text


def test_the_history_says_all_that_is_known_of_a_treatment(catalog: Catalog) -> None:
    given = session(
        TODAY, at=time(14, 30), minutes=20, grit="120", reaction=1, cost=Decimal(80), currency="EUR", downtime_days=2
    )
    toxin = mapped(TODAY - timedelta(9), lot="C8612 C3", expires="2027-05", provider="Dr A. Example")
    rated = rating(TODAY, rater=Rater.PRACTITIONER, provider="Dr B. Example")
    page = written(report_of([given, toxin, rated], catalog, only(Document.HISTORY))).text_by_pdfium.replace(
        "\r\n", " "
    )
    for words in (
        "Full face, clinic",
        "Diamond tip, grit 120, 2 passes, 20 min",
        "Reaction: 1, faint pink",
        "2 days of downtime, cost 80 EUR",
        "Rated by Dr B. Example, practitioner",
        "Botox Cosmetic, lot C8612 C3, 05/2027: 27.5 units",
        "Procerus, 4 units. Corrugator, medial, left, 4.5 units.",
        "Given by Dr A. Example",
    ):
        assert words in page


def test_the_history_names_an_event_and_says_its_note_only_where_it_is_asked_for(catalog: Catalog) -> None:
    on = TODAY - timedelta(30)
    event = OtherEvent(
        id=uuid4(), person_id=uuid4(), on=on, event="sun_exposure", until=TODAY, note="by the sea", provider="Dr B"
    )
    page = written(report_of([event], catalog, only(Document.HISTORY))).text_by_pdfium
    for words in ("Sun exposure", "Until 9 Mar 2026", "Practitioner: Dr B"):
        assert words in page
    assert "sea" not in page
    asked = written(report_of([event], catalog, only(Document.HISTORY, with_notes=True))).text_by_pdfium
    assert "Note: by the sea" in asked
    hidden = written(report_of([event], catalog, only(Document.HISTORY, hide_identity=True))).text_by_pdfium
    assert "Dr B" not in hidden


def test_the_chart_on_paper_has_no_word_of_a_note(catalog: Catalog) -> None:
    noted = OtherEvent(id=uuid4(), person_id=uuid4(), on=TODAY - timedelta(30), event="note", note="by the sea")
    page = written(report_of([rating(TODAY), noted], catalog, only(Document.CHART, with_notes=True))).text_by_pdfium
    assert "Note" in page
    assert "sea" not in page


def test_the_history_has_notes_only_where_they_are_asked_for(catalog: Catalog) -> None:
    entries = [session(TODAY, note="Red", override_reason="Wedding", private_note="only us"), rating(TODAY, note="Ok")]
    who = person(private_note="about her")
    page = written(report_of(entries, catalog, only(Document.HISTORY), who)).text
    assert "Sooner than a firm rule asks, recorded anyway" in page
    for words in ("Red", "Wedding", "only us", "Note", "about her"):
        assert words not in page
    page = written(report_of(entries, catalog, only(Document.HISTORY, with_notes=True), who)).text
    assert "recorded anyway: Wedding" in page
    assert "Note: Red" in page
    assert "Note: Ok" in page
    assert "only us" not in page
    assert "about her" not in page
    page = written(report_of(entries, catalog, only(Document.HISTORY, with_private_notes=True), who)).text
    assert "Private note: only us" in page
    assert "about her" in page
    assert "Red" not in page


# The rating sheet


@pytest.mark.parametrize("paper", PAPERS)
def test_the_rating_sheet_has_the_days_asked_for_and_both_scales(catalog: Catalog, paper: str) -> None:
    asked = [TODAY + timedelta(days) for days in (3, 14, 33)]
    (page,) = written(report_of([], catalog, only(Document.RATING_SHEET, paper=paper), asked=asked)).pages
    for on in asked:
        assert day_full(on) in page
    for words in ("Rating sheet", "Very rough", "Very smooth", "Deep lines", "No visible lines", "Tick one number"):
        assert words in page
    rows = page.count(" ".join(str(score) for score in range(11)))
    assert rows >= 2 * 20


def test_a_rating_sheet_for_nobody_has_a_line_for_the_name(catalog: Catalog) -> None:
    (page,) = written(report_of([], catalog, only(Document.RATING_SHEET, hide_identity=True))).pages
    assert " Name " in page


def test_more_days_than_rows_fill_the_sheet_and_no_second_one(catalog: Catalog) -> None:
    asked = [TODAY + timedelta(days) for days in range(60)]
    assert len(lay_out(report_of([], catalog, only(Document.RATING_SHEET), asked=asked))) == 1


# The appointment card


def test_the_card_has_each_plan_with_its_time_and_its_reason(catalog: Catalog) -> None:
    plans = [plan(Kind.MICRODERMABRASION, 20), plan(Kind.BOTOX, 60, at=time(14, 30))]
    entries = [botox(TODAY - timedelta(40)), botox(TODAY - timedelta(20), is_touch_up=True)]
    asked = [TODAY + timedelta(3)]
    made = report_of(entries, catalog, only(Document.APPOINTMENTS), plans=plans, asked=asked, letterhead=PRACTICE)
    page = written(made).text
    assert f"Next dates of {NAME}" in page
    assert f"{day_long(plans[0].on)} Microdermabrasion The first session of the record" in page
    assert f"{day_long(plans[1].on)}, 14:30 Botox 100 days after the botox of 28 Jan 2026" in page
    assert "Next rating of the skin: 12 March 2026" in page


def test_the_card_says_from_when_to_when_what_is_not_planned_may_be_booked(catalog: Catalog) -> None:
    page = written(report_of([botox(TODAY - timedelta(60))], catalog, only(Document.APPOINTMENTS))).text
    assert "Botox From 8 April 2026, until" in page
    assert "Label interval 3 months: 30 days left" in page
    assert "Microdermabrasion" not in page


def test_a_plan_after_another_is_counted_from_that_one(catalog: Catalog) -> None:
    plans = [plan(Kind.BOTOX, 20), plan(Kind.BOTOX, 34, is_touch_up=True), plan(Kind.BOTOX, 120)]
    page = written(report_of([], catalog, only(Document.APPOINTMENTS), plans=plans)).text
    assert page.count("The first botox of the record") == 1
    assert page.count("14 days after the botox of 29 Mar 2026") == 1
    assert page.count("100 days after the botox of 29 Mar 2026") == 1


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_a_card_of_very_many_dates_has_the_soonest_and_counts_the_others(catalog: Catalog, paper: str) -> None:
    plans = [plan(Kind.BOTOX, 100 * number) for number in range(1, 41)]
    asked = [TODAY + timedelta(3)]
    made = written(report_of([], catalog, only(Document.APPOINTMENTS, paper=paper), plans=plans, asked=asked))
    shown = [one for one in plans if day_long(one.on) in made.text]
    assert shown == plans[: len(shown)]
    assert f"and {40 - len(shown)} later dates in the record Next rating of the skin" in made.text
    assert made.overlaps() == []
    assert len(made.pages) == 1


def test_the_card_of_somebody_without_a_date_says_so(catalog: Catalog) -> None:
    assert "No date yet." in written(report_of([], catalog, only(Document.APPOINTMENTS))).text
