"""What a report says is what the record holds, no more and no less."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from report_support import NAME, botox, person, rating, ratings, report_of, session, treatments
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft, RatingDraft
from tracker.core.errors import NotFoundError
from tracker.core.progress.change import Change
from tracker.core.records import Kind, Rater
from tracker.ui.reports.contents import report_contents
from tracker.ui.reports.options import ReportOptions, paper_of_locale

NOTES = ReportOptions(with_notes=True)


def test_the_period_runs_from_the_first_entry_until_today(catalog: Catalog) -> None:
    contents = report_of([session(date(2025, 4, 2)), rating(date(2025, 3, 10))], catalog)
    assert (contents.start, contents.end) == (date(2025, 3, 10), TODAY)


def test_the_period_of_an_empty_record_is_today(catalog: Catalog) -> None:
    contents = report_of([], catalog)
    assert (contents.start, contents.end) == (TODAY, TODAY)
    assert contents.rows == ()


def test_only_what_lies_in_the_period_is_reported_and_the_rest_is_counted(catalog: Catalog) -> None:
    options = ReportOptions(start=TODAY - timedelta(45), end=TODAY - timedelta(15))
    contents = report_of([*treatments(6), *ratings(6)], catalog, options)
    assert [row.treatment.on for row in contents.rows] == [TODAY - timedelta(days) for days in (20, 30, 40)]
    assert (contents.earlier, contents.later) == (2, 1)
    assert contents.scores[0].count == 2


def test_the_first_and_the_last_day_belong_to_the_period(catalog: Catalog) -> None:
    start, end = TODAY - timedelta(30), TODAY - timedelta(10)
    days = [start - timedelta(1), start, end, end + timedelta(1)]
    contents = report_of([*map(session, days), *map(rating, days)], catalog, ReportOptions(start=start, end=end))
    assert [row.treatment.on for row in contents.rows] == [end, start]
    assert (contents.earlier, contents.later) == (1, 1)
    assert contents.scores[0].count == 2


def test_days_since_the_last_one_look_back_beyond_the_period(catalog: Catalog) -> None:
    entries = [session(TODAY - timedelta(50)), session(TODAY - timedelta(20))]
    contents = report_of(entries, catalog, ReportOptions(start=TODAY - timedelta(30)))
    assert [row.days_since for row in contents.rows] == [30]


def test_days_since_the_last_one_are_counted_by_kind(catalog: Catalog) -> None:
    entries = [session(TODAY - timedelta(50)), botox(TODAY - timedelta(40)), session(TODAY - timedelta(20))]
    assert [row.days_since for row in report_of(entries, catalog).rows] == [30, None, None]


def test_six_ratings_are_compared_by_medians_of_three(catalog: Catalog) -> None:
    scores = [2, 4, 3, 9, 7, 8]
    entries = [rating(TODAY - timedelta(60 - 10 * place), score, None) for place, score in enumerate(scores)]
    texture, wrinkles = report_of(entries, catalog).scores
    assert texture.change == Change(Decimal(3), Decimal(8), 6, True)
    assert (wrinkles.count, wrinkles.only, wrinkles.change) == (0, None, None)


def test_five_ratings_are_compared_first_against_latest(catalog: Catalog) -> None:
    entries = [rating(TODAY - timedelta(60 - 10 * place), score) for place, score in enumerate([2, 9, 9, 9, 5])]
    assert report_of(entries, catalog).scores[0].change == Change(Decimal(2), Decimal(5), 5, False)


def test_one_rating_stands_alone(catalog: Catalog) -> None:
    texture = report_of([rating(TODAY, 7)], catalog).scores[0]
    assert (texture.only, texture.change) == (7, None)


def test_ratings_of_a_practitioner_are_not_mixed_with_the_persons_own(catalog: Catalog) -> None:
    theirs = [rating(TODAY - timedelta(day), 1, rater=Rater.PRACTITIONER) for day in range(1, 9)]
    contents = report_of([*theirs, rating(TODAY - timedelta(20), 5), rating(TODAY, 8)], catalog)
    assert contents.scores[0].change == Change(Decimal(5), Decimal(8), 2, False)
    assert contents.raters == {Rater.SELF, Rater.PRACTITIONER}


def test_ratings_of_a_practitioner_count_where_there_are_no_others(catalog: Catalog) -> None:
    contents = report_of([rating(TODAY, 4, rater=Rater.PRACTITIONER)], catalog)
    assert contents.scores[0].only == 4


def test_further_concerns_are_reported_where_they_were_rated(catalog: Catalog) -> None:
    contents = report_of([rating(TODAY, tone=3)], catalog)
    assert [fact.concern for fact in contents.scores] == ["texture", "wrinkles", "tone"]


def test_units_are_added_up_by_product_and_never_across(catalog: Catalog) -> None:
    entries = [
        botox(TODAY - timedelta(400), units=Decimal("20.5")),
        botox(TODAY - timedelta(300), units=Decimal(24)),
        botox(TODAY - timedelta(200), product="dysport", units=Decimal(50), points=()),
        botox(TODAY - timedelta(100), product="xeomin", units=None, points=()),
    ]
    fact = report_of(entries, catalog).treatments[0]
    assert fact.units == (("botox_cosmetic", Decimal("44.5")), ("dysport", Decimal(50)))
    assert (fact.kind, fact.count, fact.without_units) == (Kind.BOTOX, 4, 1)


def test_touch_ups_count_as_visits_but_not_as_steps_between_treatments(catalog: Catalog) -> None:
    entries = [
        botox(TODAY - timedelta(200)),
        botox(TODAY - timedelta(180), is_touch_up=True),
        botox(TODAY - timedelta(100)),
    ]
    fact = report_of(entries, catalog).treatments[0]
    assert (fact.count, fact.touch_ups, fact.shortest, fact.longest) == (3, 1, 100, 100)


def test_an_override_is_told_but_its_reason_only_with_notes(catalog: Catalog) -> None:
    entries = [session(TODAY, override_reason="Wedding on Saturday", note="A little red")]
    (row,) = report_of(entries, catalog).rows
    assert (row.is_override, row.override_reason, row.note) == (True, None, None)
    (row,) = report_of(entries, catalog, NOTES).rows
    assert (row.override_reason, row.note) == ("Wedding on Saturday", "A little red")


@pytest.mark.parametrize("options", [ReportOptions(), ReportOptions(hide_identity=True, with_notes=True)])
def test_no_written_word_stays_in_the_contents_without_notes(catalog: Catalog, options: ReportOptions) -> None:
    entries: list[Any] = [
        session(TODAY, note="canary", provider="canary", override_reason="canary"),
        botox(TODAY, note="canary", provider="canary", override_reason="canary"),
        rating(TODAY, note="canary"),
    ]
    assert "canary" not in repr(report_of(entries, catalog, options))


def test_hidden_identity_leaves_nobody_in_the_contents(catalog: Catalog) -> None:
    who = person(birth_date=date(1980, 5, 4), client_number="A-1043")
    contents = report_of(treatments(2), catalog, ReportOptions(hide_identity=True), who)
    assert contents.identity is None
    assert NAME not in repr(contents)
    assert "A-1043" not in repr(contents)


def test_contents_come_from_the_record(record: Any) -> None:
    someone = record.people.add(PersonDraft(name=NAME, client_number="7"))
    session_draft = MicrodermabrasionDraft(on=TODAY - timedelta(3), device="diamond", passes=2, note="Fine")
    record.entries.add(someone.id, session_draft)
    record.entries.add(someone.id, RatingDraft(on=TODAY, scores={"texture": 6}, note="Smoother"))
    contents = report_contents(record, someone.id, NOTES)
    assert contents.identity is not None
    assert (contents.identity.name, contents.identity.client_number) == (NAME, "7")
    assert [(row.treatment.on, row.note) for row in contents.rows] == [(TODAY - timedelta(3), "Fine")]
    assert [(noted.on, noted.note) for noted in contents.rating_notes] == [(TODAY, "Smoother")]
    assert [judgement.treatment for judgement in contents.judgements] == [Kind.BOTOX, Kind.MICRODERMABRASION]
    assert contents.printed_on == TODAY


def test_a_report_of_nobody_is_refused(record: Any) -> None:
    with pytest.raises(NotFoundError):
        report_contents(record, person().id, ReportOptions())


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", "Letter"), ("en_GB", "A4"), ("de_DE", "A4"), ("fr_CA", "Letter"), ("es_MX", "Letter"), ("ja_JP", "A4")],
)
def test_the_paper_is_that_of_the_country(locale: str, paper: str) -> None:
    from PySide6.QtCore import QLocale

    assert paper_of_locale(QLocale(locale)) == paper
