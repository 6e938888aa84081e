"""The estimate of Kaplan and Meier, beside the table of a textbook worked out day by day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.progress.kaplan_meier import Span, least_median_days, median_days

SEEN, AT_LEAST = False, True
spans_of_days = st.lists(st.builds(Span, st.integers(1, 30), st.booleans()), max_size=15)


def spans(*days: tuple[int, bool]) -> list[Span]:
    return [Span(*one) for one in days]


def textbook(found: list[Span]) -> int | None:
    """Return the median by the table: for every day the number at risk, the ends on it, and what still lasts."""
    lasting = 1.0
    for day in sorted({span.days for span in found if not span.is_censored}):
        at_risk = sum(span.days >= day for span in found)
        ended = sum(span.days == day and not span.is_censored for span in found)
        lasting *= 1 - ended / at_risk
        if lasting <= 0.5 + 1e-12:
            return day
    return None


def test_where_every_end_was_seen_it_is_the_day_by_which_half_had_ended() -> None:
    assert median_days(spans((101, SEEN), (118, SEEN), (131, SEEN))) == 118
    assert median_days(spans((131, SEEN), (101, SEEN), (118, SEEN), (125, SEEN))) == 118


def test_the_leukaemia_trial_that_textbooks_work_through_gives_their_median() -> None:
    # Remission in weeks under 6-mercaptopurine: Freireich and others, Blood 21 (1963) 699; the median is 23.
    seen = (6, 6, 6, 7, 10, 13, 16, 22, 23)
    censored = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)

    assert median_days([*(Span(week, SEEN) for week in seen), *(Span(week, AT_LEAST) for week in censored)]) == 23


def test_a_censored_span_counts_as_lasting_beyond_its_days() -> None:
    assert median_days(spans((100, AT_LEAST), (110, SEEN), (120, SEEN))) == 110
    assert median_days(spans((100, SEEN), (110, AT_LEAST), (120, SEEN))) == 120


def test_an_end_on_the_day_of_a_censored_span_comes_first() -> None:
    assert median_days(spans((100, AT_LEAST), (100, SEEN))) == 100


@pytest.mark.parametrize("days", [(), ((100, AT_LEAST),), ((90, SEEN), (100, AT_LEAST), (110, AT_LEAST))])
def test_where_more_than_half_last_the_median_is_not_reached(days: tuple[tuple[int, bool], ...]) -> None:
    assert median_days(spans(*days)) is None


def test_the_median_reaches_at_least_what_it_would_be_had_all_ended_where_they_were_last_seen() -> None:
    assert least_median_days(spans((40, AT_LEAST), (50, AT_LEAST), (130, AT_LEAST))) == 50
    assert least_median_days([]) is None


@given(spans_of_days)
def test_every_estimate_is_the_textbook_s(found: list[Span]) -> None:
    assert median_days(found) == textbook(found)


@given(spans_of_days)
def test_the_least_median_is_never_above_the_median_nor_above_any_way_in_which_the_spans_can_end(
    found: list[Span],
) -> None:
    least, middle = least_median_days(found), median_days(found)
    later = [Span(span.days + (7 if span.is_censored else 0), SEEN) for span in found]

    assert (least is None) is (not found)
    if least is not None:
        assert middle is None or least <= middle
        assert least <= (median_days(later) or 0)
