"""The printed page says what the contents hold; read back from the PDF by libraries that did not write it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from report_support import (
    NAME,
    botox,
    other_event,
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

from tracker.charts.layout import KEY_ROW, LANE
from tracker.charts.view import BASELINE, TREND
from tracker.core.catalog import Catalog
from tracker.core.records import InjectionPoint, Rater
from tracker.ui.face.drawing import FaceDrawing
from tracker.ui.face.inks import PAPER_INKS
from tracker.ui.face_map.marks import face_marks
from tracker.ui.reports import typesetting
from tracker.ui.reports.chart import chart_room
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.face_map import whole_face
from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.letterhead import Letterhead
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.period_facts import FaceMapFact
from tracker.ui.reports.sheet import AIRY, DENSE, WIDTH, Density
from tracker.ui.words.dates import day_table
from tracker.ui.words.report_table import since_last, treatment_name
from tracker.ui.words.reports import foot

WHO = person(birth_date=date(1980, 5, 4), client_number="A-1043")
NOTE = "Slight redness for a day, gone by the next morning."


@pytest.fixture
def german_numbers() -> Iterator[None]:
    """Let the system write numbers as in Germany."""
    former = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(former)


def test_the_head_names_person_period_scale_and_day_of_printing(catalog: Catalog) -> None:
    page = written(report_of([rating(date(2025, 3, 10))], catalog, who=WHO)).text
    assert NAME in page
    assert "Skin progress report, 10 March 2025 to 9 March 2026" in page
    assert "Born 4 May 1980, client number A-1043" in page
    assert "Self-rated scores, 0 to 10" in page
    assert "10 is best for both scores" in page
    assert "Printed Monday 9 March 2026" in page


def test_the_facts_are_the_medians_and_say_so(catalog: Catalog) -> None:
    scores = [2, 4, 3, 9, 7, 8]
    entries = [rating(TODAY - timedelta(60 - 10 * place), score, 5) for place, score in enumerate(scores)]
    page = written(report_of(entries, catalog)).text
    assert "3 → 8" in page
    assert "medians: first three to last three of 6 ratings" in page


def test_fewer_than_six_ratings_are_first_to_latest_and_say_so(catalog: Catalog) -> None:
    page = written(report_of([rating(TODAY - timedelta(9), 3, 4), rating(TODAY, 7, 4)], catalog)).text
    assert "3 → 7" in page
    assert "first to latest of 2 ratings" in page


def test_units_stand_beside_their_product(catalog: Catalog) -> None:
    entries = [
        botox(TODAY - timedelta(200), units=Decimal("44.5")),
        botox(TODAY - timedelta(100), product="dysport", units=Decimal(50)),
    ]
    page = written(report_of(entries, catalog)).text
    assert "44.5 U Botox Cosmetic, 50 U Dysport" in page
    assert "94.5" not in page


@pytest.mark.usefixtures("german_numbers")
def test_numbers_are_written_as_the_system_writes_them(catalog: Catalog) -> None:
    assert "44,5 U" in written(report_of([botox(TODAY, units=Decimal("44.5"))], catalog)).text


@pytest.mark.parametrize("count", [0, 1, 18, 19, 120])
def test_every_treatment_stands_in_the_table_once_and_in_order(catalog: Catalog, count: int) -> None:
    contents = report_of([*treatments(count), *ratings(6)], catalog)
    page = written(contents).text
    place = page.index("Treatments")
    for row in contents.rows:
        said = f" {day_table(row.treatment.on)} {treatment_name(row.treatment)}"
        place = page.index(said, place) + len(said)
        assert since_last(row) in page[place : place + 130]
    assert page.count(" Microdermabrasion Full face, diamond tip, 2 passes") == count - count // 4


def test_without_treatments_the_page_says_so(catalog: Catalog) -> None:
    assert "No treatment recorded in this period." in written(report_of(ratings(2), catalog)).text


def test_without_ratings_the_chart_says_so(catalog: Catalog) -> None:
    assert "No rating recorded yet" in written(report_of(treatments(2), catalog)).text


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("count", [0, 1, 18])
def test_eighteen_treatments_fit_on_one_page(catalog: Catalog, paper: str, count: int) -> None:
    contents = report_of([*treatments(count), *ratings(27)], catalog, ReportOptions(paper=paper), WHO)
    assert contents.before_after or count < 2
    assert len(lay_out(contents)) == 1


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_most_that_fits_on_one_page_is_not_written_over_anything(catalog: Catalog, paper: str) -> None:
    made = written(report_of([*treatments(18), *ratings(27)], catalog, ReportOptions(paper=paper), WHO))
    assert len(made.pages) == 1
    assert made.overlaps() == []


def test_the_last_face_map_says_units_product_and_lot(catalog: Catalog) -> None:
    given = {"procerus": 4, "corrugator-lateral-l": "7.5", "canthal-upper-r": 13}
    points = tuple(InjectionPoint(units=Decimal(units), site=site) for site, units in given.items())
    free = InjectionPoint(units=Decimal(9), x=Decimal(200), y=Decimal(300))
    last = botox(TODAY - timedelta(40), points=(*points, free), units=Decimal("33.5"), lot="C8612 C3")
    earlier = botox(TODAY - timedelta(200), points=(InjectionPoint(units=Decimal(6), site="procerus"),))
    page = written(report_of([last, earlier, *ratings(6)], catalog))
    for text in (page.text, page.text_by_pdfium.replace("\r\n", " ")):
        after = text[text.index("Last botox, 33.5 units") :]
        between = after[: after.index("Treatments")]
        assert {"4", "7.5", "13", "9", "right", "left"} <= set(re.split(r"[ ’]", between))
        assert "Botox Cosmetic, lot C8612 C3" in between
    assert not page.has_bitmap()


def test_the_face_map_can_be_left_out_and_is_left_out_where_no_point_is_known(catalog: Catalog) -> None:
    total = botox(TODAY - timedelta(40), points=(), units=Decimal(44))
    assert "Patient" in written(report_of([botox(TODAY - timedelta(90))], catalog)).text
    assert "Patient" not in written(report_of([botox(TODAY)], catalog, ReportOptions(face_map=False))).text
    assert "Patient" not in written(report_of([total], catalog)).text
    assert "Last face map, 20 units" in written(report_of([botox(TODAY - timedelta(90)), total], catalog)).text


def test_the_face_map_is_that_of_the_period_and_of_no_touch_up(catalog: Catalog) -> None:
    entries = [
        botox(TODAY - timedelta(200)),
        botox(TODAY - timedelta(100)),
        botox(TODAY - timedelta(86), units=Decimal(3), is_touch_up=True),
    ]
    assert report_of(entries, catalog).face_map == FaceMapFact(entries[1], is_last=True)
    options = ReportOptions(end=TODAY - timedelta(150))
    assert report_of(entries, catalog, options).face_map == FaceMapFact(entries[0], is_last=True)


@pytest.mark.parametrize("density", [AIRY, DENSE])
def test_every_unit_on_the_face_lies_in_its_frame(catalog: Catalog, density: Density) -> None:
    points = tuple(InjectionPoint(units=Decimal(1), site=site) for site in catalog.sites)
    marks = list(face_marks(botox(TODAY, points=points), catalog.sites).values())
    frame = QRectF(0, 0, 154, density.face)
    place = FaceDrawing(PAPER_INKS).place(whole_face(frame, marks))
    assert all(frame.adjusted(4, 4, -4, -4).contains(place.at(mark.x, mark.y)) for mark in marks)


def test_every_page_repeats_head_and_foot_and_is_counted(catalog: Catalog) -> None:
    contents = report_of(treatments(120), catalog)
    pages = written(contents).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert NAME in page
        assert "Date Treatment Details" in page
        assert " ".join(foot().split()) in page
        assert f"page {number} of {len(pages)}" in page


def test_what_lies_outside_of_the_period_is_counted_under_the_table(catalog: Catalog) -> None:
    options = ReportOptions(start=TODAY - timedelta(25), end=TODAY - timedelta(15))
    page = written(report_of(treatments(4), catalog, options)).text
    assert "and 2 earlier treatments in the record" in page
    assert "and 1 later treatment in the record" in page


def test_next_dates_carry_the_year_and_the_rule(catalog: Catalog) -> None:
    page = written(report_of([botox(TODAY - timedelta(60))], catalog)).text
    assert "From 8 April 2026" in page
    assert "Label interval 3 months: 30 days left" in page
    assert "None recorded, no date yet" in page


def test_the_anchors_of_the_scale_are_printed(catalog: Catalog) -> None:
    page = written(report_of([rating(TODAY, tone=4)], catalog)).text
    for anchor in ("Very rough", "Very smooth", "Deep lines", "No visible lines", "Very uneven", "Very even"):
        assert anchor in page
    assert "Skin tone 4, one rating in this period" in page
    assert "10 is best for every score" in page


def test_the_foot_says_self_reported_and_no_advice(catalog: Catalog) -> None:
    page = written(report_of([], catalog)).text
    for words in ("Self-reported", "no medical advice", "not interchangeable", "does not prove"):
        assert words in page


def test_ratings_of_a_practitioner_are_announced(catalog: Catalog) -> None:
    page = written(report_of([rating(TODAY, rater=Rater.PRACTITIONER)], catalog)).text
    assert "Practitioner-rated scores, 0 to 10" in page


@pytest.mark.parametrize(("paper", "size"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_pages_have_the_size_of_the_paper(catalog: Catalog, paper: str, size: tuple[int, int]) -> None:
    assert written(report_of(treatments(60), catalog, ReportOptions(paper=paper))).sizes == {size}


@pytest.mark.parametrize("greyscale", [False, True])
def test_the_document_holds_vectors_and_text_but_no_bitmap(catalog: Catalog, greyscale: bool) -> None:
    entries = [*treatments(40), *ratings(30), session(TODAY, override_reason="Because")]
    report = written(report_of(entries, catalog, ReportOptions(greyscale=greyscale)))
    assert not report.has_bitmap()
    assert report.kinds_of_objects() <= {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM}


def test_the_chart_is_text_and_lines(catalog: Catalog) -> None:
    page = written(report_of(ratings(6), catalog)).text
    for words in ("best", "worst", "today", "Texture 6", "Wrinkles 5"):
        assert words in page


def test_all_fonts_are_embedded(catalog: Catalog) -> None:
    fonts = written(report_of([*treatments(3), *ratings(8)], catalog)).fonts()
    assert fonts
    assert all(fonts.values())
    assert any("InterApp" in name for name in fonts)


def test_figures_can_be_read_back_although_the_program_sets_tabular_ones(catalog: Catalog, qapp: QApplication) -> None:
    former = qapp.font()
    tabular = QFont(former)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    qapp.setFont(tabular)
    try:
        page = written(report_of(treatments(1), catalog)).text
    finally:
        qapp.setFont(former)
    assert day_table(TODAY - timedelta(10)) in page


def test_greyscale_holds_no_colour(catalog: Catalog) -> None:
    entries = [*treatments(8), *ratings(8), session(TODAY, override_reason="Because")]
    grey, colour = (
        [np.ptp(page.astype(int), axis=2).max() for page in written(report_of(entries, catalog, options)).pixels()]
        for options in (ReportOptions(greyscale=True), ReportOptions())
    )
    assert max(grey) == 0
    assert max(colour) > 100


def test_notes_are_printed_only_when_asked_for(catalog: Catalog) -> None:
    entries = [session(TODAY, note=NOTE, override_reason="Wedding on Saturday"), rating(TODAY, note="Smooth today")]
    page = written(report_of(entries, catalog)).text
    assert "redness" not in page
    assert "Wedding" not in page
    assert "sooner than a firm rule asks, recorded anyway" in page
    page = written(report_of(entries, catalog, ReportOptions(with_notes=True))).text
    assert f"Note: {NOTE}" in page
    assert "Too soon, recorded anyway: Wedding on Saturday" in page
    assert "Smooth today" in page


def test_notes_and_other_events_of_the_period_are_told_only_when_notes_are_asked_for(catalog: Catalog) -> None:
    entries = [
        other_event(TODAY - timedelta(30), note="Started retinol", private_note="only us", provider="Dr B"),
        other_event(TODAY - timedelta(90), "sun_exposure", until=TODAY - timedelta(40)),
        other_event(TODAY - timedelta(91), note="long ago"),
    ]
    since = TODAY - timedelta(50)
    plain = written(report_of(entries, catalog, ReportOptions(start=since))).text
    assert "Started retinol" not in plain
    page = written(report_of(entries, catalog, ReportOptions(start=since, with_notes=True))).text
    told = page[page.index("Notes and other events") :]
    assert re.search(r"7 Feb 2026 Note Started retinol 9 Dec 2025 Sun exposure, until 28 Jan 2026", told)
    for words in ("long ago", "only us", "Dr B"):
        assert words not in page
    hidden = report_of(entries, catalog, ReportOptions(with_notes=True, hide_identity=True))
    assert "Started retinol" not in written(hidden).text


def test_the_key_of_overrides_is_left_out_where_there_is_none(catalog: Catalog) -> None:
    assert "firm rule" not in written(report_of(treatments(3), catalog)).text


def test_a_note_longer_than_a_page_is_printed_whole(catalog: Catalog) -> None:
    words = [f"word{number}" for number in range(2500)]
    contents = report_of([session(TODAY, note=" ".join(words))], catalog, ReportOptions(with_notes=True))
    report = written(contents)
    assert len(report.pages) > 2
    assert re.findall(r"word\d+", report.text_by_pdfium) == words


def test_hidden_identity_leaves_no_trace(catalog: Catalog) -> None:
    who = person("Zoraida Quillfeather", birth_date=date(1961, 5, 4), client_number="KX-99817")
    entries = [
        session(TODAY, note="canarynote", provider="Canaryprovider", override_reason="canaryreason"),
        botox(TODAY - timedelta(100), note="canarynote", provider="Canaryprovider"),
        rating(TODAY, note="canarynote"),
    ]
    hidden = written(report_of(entries, catalog, ReportOptions(hide_identity=True, with_notes=True), who))
    known = written(report_of(entries, catalog, ReportOptions(with_notes=True), who))
    assert hidden.title == "Skin progress report"
    for trace in ("Zoraida", "Quillfeather", "May 1961", "KX-99817", "canary", "Canary"):
        assert trace not in hidden.text
        for encoded in (trace.encode(), trace.encode("utf-16-be"), trace.encode().hex().encode()):
            assert encoded not in hidden.every_byte()
    assert "Zoraida Quillfeather" in known.text
    assert "Zoraida".encode("utf-16-be") in known.every_byte() or b"Zoraida" in known.every_byte()


def test_the_title_names_the_person_only_where_the_page_does(catalog: Catalog) -> None:
    assert written(report_of([], catalog)).title == f"Skin progress report, {NAME}"
    assert written(report_of([], catalog, ReportOptions(hide_identity=True))).title == "Skin progress report"


@pytest.mark.parametrize("name", ["Ångström Øster", "Мария Иванова", "Ελένη Παπαδοπούλου", "Đặng Thị Hương"])
def test_names_of_any_script_can_be_read_back(catalog: Catalog, name: str) -> None:
    assert name in written(report_of([], catalog, who=person(name))).text


def test_a_name_from_right_to_left_begins_at_the_left_margin(catalog: Catalog) -> None:
    dark = written(report_of([], catalog, who=person("نور الهدى"))).pixels()[0][45:75, :300].min(axis=2) < 128
    columns = np.flatnonzero(dark.any(axis=0))
    assert columns.size
    assert 35 <= columns[0] <= 45


@pytest.mark.parametrize("text", ["<img src='file:///etc/hostname'>", "<b>bold</b> & co", "100 % {day} %n \\u0041"])
def test_text_that_looks_like_markup_is_printed_letter_by_letter(catalog: Catalog, text: str) -> None:
    entries = [session(TODAY, note=text, override_reason=text), botox(TODAY, lot="L1", note=text)]
    report = written(report_of(entries, catalog, ReportOptions(with_notes=True), person(text)))
    assert report.text.count(text) == 4
    assert not report.has_bitmap()


def test_coloured_pictures_are_printed_by_name(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "is_picture", lambda letter: ord(letter) in (0x2603, 0x1F642))
    report = written(report_of([], catalog, who=person("Maya \u2603\ufe0f \U0001f642 5\u20e3")))
    assert "Maya [snowman] [slightly smiling face] 5" in report.text
    assert not report.has_bitmap()


def test_a_long_name_runs_on_and_is_not_cut(catalog: Catalog) -> None:
    name = " ".join(f"Name{number}" for number in range(60))
    first = written(report_of(treatments(40), catalog, who=person(name))).pages[0]
    assert name in first


def test_line_ends_in_a_note_stay_and_control_characters_do_no_harm(catalog: Catalog) -> None:
    contents = report_of([session(TODAY, note="first\r\nsecond\tthird\x07")], catalog, ReportOptions(with_notes=True))
    assert "Note: first second third" in written(contents).text


def test_lot_and_units_take_no_room_where_there_are_none(catalog: Catalog) -> None:
    page = written(report_of([session(TODAY)], catalog)).text
    assert "Lot" not in page
    assert "Units Since" not in page
    page = written(report_of([botox(TODAY, lot="C8612 C3", expires="2027-05")], catalog)).text
    assert "C8612 C3, 05/2027" in page


def test_more_than_one_page_is_set_roomily_again(catalog: Catalog) -> None:
    one = lay_out(report_of([*treatments(14), *ratings(8)], catalog))
    many = lay_out(report_of([*treatments(60), *ratings(8)], catalog))
    assert len(one) == 1
    assert len(many) > 1


GUIDES = frozenset({TREND, BASELINE})


def test_trend_and_baseline_are_drawn_and_named_where_they_are_asked_for(catalog: Catalog) -> None:
    entries = [*ratings(9), botox(TODAY - timedelta(30))]
    plain = written(report_of(entries, catalog)).text
    drawn = written(report_of(entries, catalog, ReportOptions(guides=GUIDES))).text
    for series in ("Texture", "Wrinkles"):
        assert f"{series}: smooth line through the ratings" in drawn
        assert f"{series} before the first treatment: {6 if series == 'Texture' else 5}" in drawn
    assert "smooth line" not in plain
    assert "before the first treatment" not in plain


def test_the_chart_gives_no_room_to_the_names_of_trend_and_baseline(catalog: Catalog) -> None:
    entries = [*ratings(20), *treatments(18)]
    drawn, plain = (report_of(entries, catalog, ReportOptions(guides=guides)) for guides in (GUIDES, frozenset()))
    assert chart_room(plain, WIDTH) == 0
    assert chart_room(drawn, WIDTH) == pytest.approx(2 * KEY_ROW)
    assert written(drawn).text.index("smooth line") < written(drawn).text.index("Treatments")


def test_the_chart_gives_no_room_to_notes_unless_that_saves_a_page(catalog: Catalog) -> None:
    entries = [*ratings(20), other_event(TODAY - timedelta(50)), other_event(TODAY - timedelta(20))]
    few, most = (
        report_of([*entries, *treatments(count)], catalog, options(LETTER), letterhead=Letterhead("", picture()))
        for count in (4, 18)
    )
    assert chart_room(few, WIDTH) >= LANE
    plain = report_of([*ratings(20), *treatments(4)], catalog, options(LETTER), letterhead=few.letterhead)
    assert scores_of(few) >= scores_of(plain) - 1
    assert len(written(most).pages) == 1
    # In points: 40 px, and the figure's own edges.
    assert scores_of(most) >= 25


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_a_logo_keeps_its_distance_from_the_name(catalog: Catalog, paper: str) -> None:
    made = written(report_of([], catalog, options(paper), letterhead=Letterhead("", picture(100, 100))))
    with pypdfium2.PdfDocument(made.data) as document:
        (logo,) = (item.get_bounds() for item in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    highest = max(top for *_, top, _width, _height in made.text_boxes())
    assert logo[1] - highest >= 4


def options(paper: str) -> ReportOptions:
    return ReportOptions(paper=paper)


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_very_long_names_and_numbers_are_written_over_nothing(catalog: Catalog, paper: str) -> None:
    long = "Donaudampfschifffahrt" * 23
    entries = [*treatments(6), *ratings(20), botox(TODAY, lot="L" * 300)]
    practice = Letterhead(long, picture())
    contents = report_of(entries, catalog, options(paper), person(long, client_number="9" * 480), letterhead=practice)
    written_pages = written(contents)
    assert len(written_pages.pages) == 2
    assert written_pages.overlaps() == []
    # Nothing but the foot stands at the foot.
    assert [page.count("Skinterval, page") for page in written_pages.pages] == [1, 1]
    assert "".join(written_pages.pages[0].split()).count(long) == 1


def scores_of(contents: ReportContents) -> float:
    """Return how many points the page has between the lines of the scores 0 and 10."""
    with pypdfium2.PdfDocument(written(contents).data) as document:
        page = document[0].get_textpage()
        best, worst = (page.search(word).get_next() for word in ("best", "worst"))
        heights = [page.get_charbox(found[0])[1] for found in (best, worst) if found is not None]
    return heights[0] - heights[1]
