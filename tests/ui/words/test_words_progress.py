"""Progress in words: each thing that can be said of it."""

from datetime import date

import pytest

from tracker.core.progress.duration import Duration, Lack, Missing
from tracker.core.progress.noise import Size
from tracker.core.progress.together import Active
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.core.records import Kind
from tracker.ui.words import progress as words


def duration(median: int | None, at_least: int | None, censored: int) -> Duration:
    return Duration(
        median_days=median,
        at_least_days=at_least,
        shortest_days=101 if median else None,
        longest_days=131 if median else None,
        usable_cycles=4,
        censored_cycles=censored,
        missing=None,
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (duration(118, None, 0), "median 118 days (4 cycles, 101 to 131 days seen)"),
        (duration(118, None, 1), "median 118 days (4 cycles, 101 to 131 days seen, in 1 of them the end was not seen)"),
        (duration(None, 130, 4), "at least 130 days (4 cycles, in 4 of them the end was not seen)"),
    ],
)
def test_a_duration_stands_with_its_cycles_and_its_range(found: Duration, said: str) -> None:
    assert words.duration_line(found, WINDOWS_AS_SHIPPED, Kind.BOTOX) == said


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        (Lack.RATINGS, "This needs 3 cycles with a rating before and two after; you have 4."),
        (Lack.EFFECT, "No clear effect to time: of 4 rated cycles 2 gained 2 points or more."),
        (Lack.CHANGE, "No clear effect to time: half of the cycles changed by less than 1 point."),
        (Lack.NOISE, "No clear effect to time: half of the cycles gained no more than the usual variation."),
    ],
)
def test_every_lack_is_said_with_the_next_rating_that_helps(lack: Lack, said: str) -> None:
    missing = Missing(lack=lack, cycles=5, rated=4, rate_from=date(2026, 3, 9))

    line = words.missing_line(missing, 2, WINDOWS_AS_SHIPPED, Kind.BOTOX)

    assert line == f"{said} Next rating that helps: from Mon 9 Mar 2026."


@pytest.mark.parametrize(
    ("before", "said"), [(28, "in the 28 days before"), (1, "in the 1 day before"), (0, "on the day of")]
)
def test_where_no_rating_helps_now_the_next_treatment_is_named(before: int, said: str) -> None:
    windows = CountingWindows(botox=CountingDays(before=before, first=14, last=84))
    missing = Missing(lack=Lack.RATINGS, cycles=0, rated=0, rate_from=None)

    line = words.missing_line(missing, 0, windows, Kind.BOTOX)

    assert line.endswith(f"Next rating that helps: {said} the next treatment.")


def test_every_size_and_every_group_has_its_word() -> None:
    assert len({words.size(size) for size in Size}) == len(Size)
    assert len({words.group_name(active) for active in Active}) == len(Active)


def test_the_words_for_a_change_are_a_rule_of_thumb_with_these_limits() -> None:
    assert "Under 1 point" in words.rule_of_thumb()
    assert "from 2 points clear" in words.rule_of_thumb()


@pytest.mark.parametrize(
    ("found", "said"),
    [(duration(118, None, 0), "Median 118 days"), (duration(None, 130, 4), "At least 130 days")],
)
def test_the_number_alone_is_the_answer(found: Duration, said: str) -> None:
    assert words.duration_answer(found) == said


def test_in_a_practice_nobody_is_called_you() -> None:
    missing = Missing(lack=Lack.RATINGS, cycles=1, rated=1, rate_from=date(2026, 3, 9))

    line = words.missing_line(missing, 0, WINDOWS_AS_SHIPPED, Kind.BOTOX, is_practice=True)

    assert line == (
        "This needs 3 cycles with a rating before and two after; so far 1. Next rating that helps: from Mon 9 Mar 2026."
    )


@pytest.mark.parametrize(
    ("kind", "before", "said"),
    [
        (Kind.BOTOX, 28, "on day 7 to 60, less the median of the 28 days up to the treatment"),
        (Kind.MICRODERMABRASION, 14, "on day 3 to 28, less the median of the 14 days up to the treatment"),
        (Kind.BOTOX, 0, "on day 7 to 60, less the median of the day of the treatment"),
    ],
)
def test_the_rule_says_what_is_counted_from_which_days(kind: Kind, before: int, said: str) -> None:
    windows = CountingWindows(botox=CountingDays(before=before, first=14, last=84))

    assert said in words.duration_rule(windows, kind)
