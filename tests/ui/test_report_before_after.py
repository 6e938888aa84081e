"""Before and after on paper: the same numbers as on the screen, what must be said with them, and how they flow."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pypdfium2
import pytest
from report_support import botox, rating, ratings, report_of, session, treatments, written
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, PersonDraft, RatingDraft
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.core.records import Entry, Rater
from tracker.ui.before_after.row import shown
from tracker.ui.reports.before_after import MOST_BESIDE
from tracker.ui.reports.contents import report_contents
from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.options import ReportOptions
from tracker.ui.words import before_after as words

TABLE = "Before and after each treatment"
SCALE = (
    "Texture: 0 very rough, 5 in between, 10 very smooth. Wrinkles: 0 deep lines, 5 some lines, 10 no visible lines."
)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def rated(scores: dict[int, int], **facts: Any) -> list[Entry]:
    return [rating(ago(days), None, score, **facts) for days, score in scores.items()]


ONE = [botox(ago(102)), *rated({110: 5, 102: 6, 80: 8, 60: 8, 40: 7})]


def test_a_treatment_stands_with_its_score_both_medians_their_counts_and_the_change(catalog: Catalog) -> None:
    page = written(report_of(ONE, catalog)).text
    assert f"{TABLE} Treatment Score Before After Change" in page
    assert "27 Nov 2025 Wrinkles 5.5 (2) 8 (3) +2.5" in page
    assert "Middle rating (number of ratings). Botox: 28 days before, days 14 to 84 after." in page
    assert "Microdermabrasion: 14 days" not in page


@pytest.mark.parametrize(("after", "change"), [(5, "0"), (3, "−2"), (6, "+1")])
def test_no_change_and_a_fall_are_printed_as_plainly_as_a_rise(catalog: Catalog, after: int, change: str) -> None:
    entries = [botox(ago(102)), *rated({110: 5, 102: 5, 80: after, 60: after})]
    page = written(report_of(entries, catalog)).text
    assert f"5 (2) {after} (2) {change} " in page
    assert ("Under 1 point: no clear change." in page) == (change == "0")


def test_with_too_few_ratings_no_number_is_printed(catalog: Catalog) -> None:
    page = written(report_of([botox(ago(102)), *rated({110: 5, 80: 8, 60: 8})], catalog)).text
    assert "27 Nov 2025 Wrinkles not enough ratings yet (1 | 2)" in page
    assert "+3" not in page


def test_all_sessions_are_one_row_and_said_to_be_all_where_the_period_has_fewer(catalog: Catalog) -> None:
    entries = [session(ago(100)), session(ago(50)), *[rating(ago(days), 6, None) for days in (101, 100, 80, 49, 30)]]
    whole = written(report_of(entries, catalog)).text
    assert "2 sessions Texture 6 (2) 6 (2) 0 " in whole
    assert "all of the record" not in whole
    part = written(report_of(entries, catalog, ReportOptions(start=ago(60)))).text
    assert "2 sessions Texture 6 (2) 6 (2) 0 " in part
    assert "Sessions: all of the record." in part
    none = written(report_of([*entries, botox(ago(10))], catalog, ReportOptions(start=ago(20)))).text
    assert "Texture 6 (2)" not in none


def test_only_treatments_of_the_period_are_listed_newest_first_as_of_its_end(catalog: Catalog) -> None:
    entries = [*map(botox, (ago(400), ago(300), ago(200), ago(100))), *rated({5: 5, 180: 5, 150: 5})]
    options = ReportOptions(start=ago(350), end=ago(160))
    contents = report_of(entries, catalog, options)
    assert [item.on for item in contents.before_after] == [ago(200), ago(300)]
    assert contents.before_after[0].after.count == 1


def test_marks_say_where_treatments_overlap_and_where_a_change_is_usual(catalog: Catalog) -> None:
    plain = written(report_of(ONE, catalog)).text
    assert "†" not in plain
    assert "usual variation" not in plain
    noisy = [rating(ago(day - later), None, 3 + 4 * later) for day in (500, 480, 460, 440, 420) for later in (0, 1)]
    noisy += rated({499: 3, 459: 2})
    marked = written(report_of([*ONE, session(ago(90)), *noisy], catalog)).text
    assert "27 Nov 2025 †" in marked
    assert "† some of these ratings also count as after the other treatment." in marked
    assert "+2.5 *" in marked
    assert "* within usual variation." in marked


def test_ratings_of_a_practitioner_are_said_to_be_theirs(catalog: Catalog) -> None:
    entries = [botox(ago(102)), *rated({110: 5, 102: 6, 80: 8, 60: 8}, rater=Rater.PRACTITIONER)]
    assert "Rated by a practitioner." in written(report_of(entries, catalog)).text
    assert "Rated by a practitioner." not in written(report_of(ONE, catalog)).text


def test_the_numbers_are_those_of_the_screen_and_follow_the_days_that_count(record: Any) -> None:
    someone = record.people.add(PersonDraft(name="Maya Lindqvist"))
    record.entries.add(someone.id, BotoxDraft(on=ago(102), product="dysport"))
    for days, score in {110: 5, 102: 6, 90: 2, 80: 8, 60: 8, 40: 7}.items():
        record.entries.add(someone.id, RatingDraft(on=ago(days), scores={"wrinkles": score}))
    said = []
    for windows in (CountingWindows(), CountingWindows(botox=CountingDays(before=7, first=10, last=30))):
        record.counting.change(windows)
        contents, progress = report_contents(record, someone.id, ReportOptions()), record.progress.of(someone.id)
        assert contents.before_after == progress.before_after
        (item,) = contents.before_after
        row = shown(progress.before_after[0], progress.windows, record.catalog)
        page = written(contents).text
        if row.pair is not None:
            before, after = row.change.split(" → ")
            assert f"{before} ({item.before.count}) {after} ({item.after.count}) {words.change(item)}" in page
        else:
            assert f"{row.change} ({row.counts})" in page
        assert words.window(item.kind, windows) in page
        said.append((row.change, row.counts))
    assert said == [("5.5 → 8", "2 | 3"), ("not enough ratings yet", "1 | 2")]


@pytest.mark.parametrize("entries", [treatments(6), ratings(6), []])
def test_without_treatments_or_without_ratings_there_is_no_table(catalog: Catalog, entries: list[Entry]) -> None:
    page = written(report_of(entries, catalog)).text
    assert TABLE not in page
    assert "What the scores mean" in page


def test_the_table_can_be_left_out(catalog: Catalog) -> None:
    contents = report_of(ONE, catalog, ReportOptions(before_after=False))
    assert contents.before_after == ()
    assert TABLE not in written(contents).text


@pytest.mark.parametrize("face_map", [True, False])
def test_a_short_table_leaves_what_the_scores_mean_and_the_next_dates_on_the_page(
    catalog: Catalog, face_map: bool
) -> None:
    page = written(report_of(ONE, catalog, ReportOptions(face_map=face_map))).text
    assert SCALE in page
    assert "What the scores mean" not in page
    assert "Next dates" in page
    assert ("Last botox, 20 units" in page) == face_map


def test_a_long_table_flows_on_whole_with_its_heads_on_every_page(catalog: Catalog) -> None:
    many = [botox(ago(100 * number), points=()) for number in range(1, 61)]
    report = written(report_of([*many, *ratings(40)], catalog))
    pages = [page for page in report.pages if "Before After Change" in page]
    assert len(pages) >= 2
    assert report.text.count(TABLE) == 1
    for given in many:
        assert report.text.count(f"{words.day_table(given.on)} Wrinkles") == 1
    assert "What the scores mean" in report.pages[0]


def test_a_table_goes_beside_the_others_up_to_its_most_rows(catalog: Catalog) -> None:
    many = [botox(ago(30 * number)) for number in range(1, MOST_BESIDE + 1)]
    few = report_of([*many, *ratings(8)], catalog)
    assert SCALE in written(few).text
    more = report_of([*many, botox(ago(300)), *ratings(8)], catalog)
    assert "What the scores mean" in written(more).text


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("points", [{}, {"points": ()}])
def test_no_text_of_the_page_is_written_over_another(catalog: Catalog, paper: str, points: dict[str, Any]) -> None:
    given = [botox(ago(day), lot="C8612 C3 with a long name", **points) for day in (102, 230, 340, 460, 580)]
    entries = [*given, session(ago(20)), *[rating(ago(day), 6, 5, tone=4, dullness=3) for day in range(5, 600, 14)]]
    with pypdfium2.PdfDocument(written(report_of(entries, catalog, ReportOptions(paper=paper))).data) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
    assert len(boxes) > 50
    for place, (left, bottom, right, top) in enumerate(boxes):
        for other in boxes[:place]:
            across = min(right, other[2]) - max(left, other[0])
            down = min(top, other[3]) - max(bottom, other[1])
            assert across < 1 or down < 1


def test_it_is_black_and_grey_on_a_grey_page(catalog: Catalog) -> None:
    entries = [*ONE, session(ago(90))]
    (page,) = written(report_of(entries, catalog, ReportOptions(greyscale=True))).pixels()
    assert np.ptp(page.astype(int), axis=2).max() == 0


def test_no_written_word_comes_with_it(catalog: Catalog) -> None:
    entries = [replace(entry, note="Secret note") for entry in ONE]
    contents = report_of(entries, catalog, ReportOptions(hide_identity=True))
    assert contents.before_after
    assert "Secret" not in repr(contents)
