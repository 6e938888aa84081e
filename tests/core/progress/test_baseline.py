"""The baseline: the median of the ratings up to the first treatment, for each score and rater by itself."""

from datetime import date, timedelta
from decimal import Decimal

from chart_samples import botox, by_practitioner, rating, session, timeline_of

from tracker.core.progress.baseline import Baseline, baselines_of
from tracker.core.records import Rater

FIRST = date(2025, 6, 2)


def days_off(days: int) -> date:
    return FIRST + timedelta(days)


def test_it_is_the_median_up_to_the_day_of_the_first_treatment_of_any_kind():
    ratings = [rating(days_off(-200), 2, 7), rating(days_off(-9), 3, 5), rating(FIRST, 9), rating(days_off(1), 9, 9)]
    assert baselines_of(timeline_of([*ratings, session(FIRST), botox(days_off(5))])) == (
        Baseline("texture", Rater.SELF, Decimal(3), 3),
        Baseline("wrinkles", Rater.SELF, Decimal(6), 2),
    )


def test_raters_are_apart():
    entries = [rating(days_off(-3), 4, 5), by_practitioner(days_off(-2), 6, 8), botox(FIRST)]
    found = {(one.concern, one.rater): one.median for one in baselines_of(timeline_of(entries))}
    assert found["texture", Rater.SELF] == 4
    assert found["texture", Rater.PRACTITIONER] == 6


def test_without_a_treatment_or_without_a_rating_before_it_there_is_none():
    assert baselines_of(timeline_of([rating(FIRST, 5, 5)])) == ()
    assert baselines_of(timeline_of([botox(FIRST), rating(days_off(1), 5, 5)])) == ()
    assert baselines_of(timeline_of([])) == ()
