"""What changed after each treatment: every boundary, and an oracle that asks each rating by itself."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rated_people import START, botox, day, rating, session, textures, wrinkles

from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.noise import Size
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, Rater, Rating

LATE = day(3_000)


def items(entries: list[Entry], windows: CountingWindows = WINDOWS_AS_SHIPPED) -> tuple[BeforeAfter, ...]:
    return progress_of(entries, windows, LATE).before_after


def days(item: BeforeAfter) -> tuple[list[int], list[int]]:
    """Return the days that count as before and as after."""
    before, after = ([(rated.on - START).days for rated in side.ratings] for side in (item.before, item.after))
    return before, after


def every_day(rate: Callable[[dict[int, int]], list[Rating]], first: int, last: int) -> list[Rating]:
    return rate(dict.fromkeys(range(first, last + 1), 5))


def test_botox_is_compared_from_28_days_before_to_its_day_with_day_14_to_84() -> None:
    (item,) = items([botox(100), *every_day(wrinkles, 0, 300)])

    assert days(item) == (list(range(72, 101)), list(range(114, 185)))
    assert (item.kind, item.on, item.score) == (Kind.BOTOX, day(100), "wrinkles")


def test_a_session_is_compared_from_14_days_before_to_its_day_with_day_3_to_28() -> None:
    (item,) = items([session(100), *every_day(textures, 0, 300)])

    assert days(item) == (list(range(86, 101)), list(range(103, 129)))
    assert (item.kind, item.on, item.treatment_id, item.score) == (Kind.MICRODERMABRASION, None, None, "texture")


def test_the_windows_are_a_setting() -> None:
    windows = CountingWindows(
        botox=CountingDays(before=1, first=2, last=3), microdermabrasion=CountingDays(before=0, first=1, last=1)
    )
    of_botox, of_sessions = items(
        [botox(100), session(200), *every_day(wrinkles, 0, 300), *every_day(textures, 0, 300)], windows
    )

    assert days(of_botox) == ([99, 100], [102, 103])
    assert days(of_sessions) == ([200], [201])


def test_a_rating_on_the_day_of_the_next_botox_counts_as_before_that_one_alone() -> None:
    first, second = items([botox(100), botox(150), *every_day(wrinkles, 148, 151)])

    assert days(first) == ([], [148, 149])
    assert days(second) == ([148, 149, 150], [])


def test_before_is_not_cut_by_the_botox_before() -> None:
    _, second = items([botox(100), botox(110), *every_day(wrinkles, 80, 110)])

    assert days(second)[0] == list(range(82, 111))


def test_a_touch_up_belongs_to_its_main_treatment() -> None:
    (item,) = items([botox(100), botox(114, is_touch_up=True), *every_day(wrinkles, 90, 200)])

    assert days(item)[1] == list(range(114, 185))


def test_two_botox_treatments_of_one_day_do_not_end_each_other() -> None:
    first, second = items([botox(100), botox(100, "xeomin"), *every_day(wrinkles, 90, 120)])

    assert days(first) == days(second) == (list(range(90, 101)), list(range(114, 121)))
    assert first.treatment_id != second.treatment_id


def test_sessions_form_one_pool_in_which_a_rating_counts_once_and_may_be_on_both_sides() -> None:
    (item,) = items([session(100), session(110), *every_day(textures, 80, 150)])

    assert days(item) == (list(range(86, 111)), [*range(103, 110), *range(113, 139)])


def test_an_item_says_how_many_treatments_it_is_about() -> None:
    of_botox, of_sessions = items([botox(100), botox(110, is_touch_up=True), *map(session, (100, 100, 150))])

    assert (of_botox.treatment_count, of_sessions.treatment_count) == (1, 3)


def test_after_a_session_ends_on_the_day_of_the_next_which_counts_as_before() -> None:
    (item,) = items([session(100), session(107), *textures({106: 5, 107: 5, 108: 5})])

    assert days(item) == ([106, 107], [106])


def test_two_ratings_of_one_day_are_two_ratings() -> None:
    (item,) = items([botox(100), rating(100, 3), rating(100, 6)])

    assert (item.before.count, item.before.median) == (2, Decimal("4.5"))


def test_a_side_without_a_rating_has_no_median_and_there_is_no_change() -> None:
    (item,) = items([botox(100), *wrinkles({90: 3, 100: 4})])

    assert (item.before.median, item.after.median, item.after.count) == (Decimal("3.5"), None, 0)
    assert (item.change, item.size, item.is_enough) == (None, None, False)


def test_one_rating_on_a_side_has_a_median_but_a_change_is_not_called_anything() -> None:
    (item,) = items([botox(100), *wrinkles({90: 3, 100: 3, 120: 8})])

    assert (item.after.median, item.change, item.size, item.is_enough) == (Decimal(8), Decimal(5), None, False)


@pytest.mark.parametrize(
    ("after", "change", "size"), [((4, 4), 1, Size.SMALL), ((5, 5), 2, Size.CLEAR), ((2, 3), -0.5, Size.NONE)]
)
def test_from_two_ratings_on_each_side_a_change_is_called_by_its_size(
    after: tuple[int, int], change: float, size: Size
) -> None:
    (item,) = items([botox(100), *wrinkles({90: 3, 100: 3, 120: after[0], 121: after[1]})])

    assert (item.change, item.size) == (Decimal(change), size)


def test_a_change_within_the_person_s_usual_variation_is_called_so() -> None:
    noisy = [rating(1_000 + 100 * number + days, score) for number in range(5) for days, score in ((0, 1), (1, 9))]
    noisy[0] = rating(1_000, 9)
    (item,) = items([botox(100), *wrinkles({90: 3, 95: 3, 120: 6, 130: 6}), *noisy])

    assert (item.change, item.size) == (Decimal(3), Size.USUAL)


def test_a_side_says_whether_the_other_treatment_was_active_at_a_rating() -> None:
    entries = [botox(100), session(80), session(130), *wrinkles({90: 3, 120: 6}), *textures({81: 5, 140: 5})]
    of_botox, of_sessions = items(entries)

    assert (of_botox.before.is_mixed, of_botox.after.is_mixed) == (True, False)
    assert (of_sessions.before.is_mixed, of_sessions.after.is_mixed) == (False, True)
    assert of_botox.is_mixed
    assert of_sessions.is_mixed


def test_what_lies_after_today_does_not_count() -> None:
    entries = [botox(0), botox(120), session(130), *wrinkles({0: 3, 80: 7, 81: 8})]

    (item,) = progress_of(entries, WINDOWS_AS_SHIPPED, day(80)).before_after

    assert days(item) == ([0], [80])


def test_sessions_come_after_botox_oldest_first_and_only_where_there_is_one() -> None:
    assert [item.on for item in items([session(10), botox(200), botox(50)])] == [day(50), day(200), None]
    assert items([rating(1, 5)]) == ()


# The oracle: each rating is asked by itself, with nothing but comparisons of days.

_COURSES = st.lists(
    st.one_of(
        st.builds(botox, st.integers(0, 250), is_touch_up=st.booleans()),
        st.builds(session, st.integers(0, 250)),
        st.builds(
            rating,
            st.integers(0, 300),
            st.none() | st.integers(0, 10),
            texture=st.none() | st.integers(0, 10),
            rater=st.sampled_from((Rater.SELF, Rater.SELF, None, Rater.PRACTITIONER)),
        ),
    ),
    max_size=40,
)
_TODAY = st.integers(100, 320)


def oracle_ratings(entries: list[Entry], score: str, today: int) -> list[tuple[int, int]]:
    """Return day and score of what counts."""
    found = [
        ((one.on - START).days, getattr(one, score), one.rater is Rater.PRACTITIONER)
        for one in entries
        if isinstance(one, Rating) and getattr(one, score) is not None and (one.on - START).days <= today
    ]
    has_own = not all(is_other for *_, is_other in found)
    return sorted((on, value) for on, value, is_other in found if not (has_own and is_other))


def oracle_side(values: list[int]) -> tuple[float | None, int]:
    return (float(median(values)) if values else None), len(values)


def is_before(rated: int, treated: int, most: int) -> bool:
    return treated - most <= rated <= treated


def is_after(rated: int, treated: int, others: list[int], first: int, last: int) -> bool:
    return treated + first <= rated <= treated + last and not any(treated < other <= rated for other in others)


def oracle(entries: list[Entry], today: int) -> list[tuple[object, ...]]:
    """Return day of treatment, median and count before, median and count after, of each item."""
    seen = [(one, (one.on - START).days) for one in entries if (one.on - START).days <= today]
    botoxes = sorted(on for one, on in seen if isinstance(one, Botox) and not one.is_touch_up)
    sessions = sorted(on for one, on in seen if isinstance(one, Microdermabrasion))
    wrinkle, texture = (oracle_ratings(entries, score, today) for score in ("wrinkles", "texture"))
    found: list[tuple[object, ...]] = []
    for treated in botoxes:
        before = [value for on, value in wrinkle if is_before(on, treated, 28)]
        after = [value for on, value in wrinkle if is_after(on, treated, botoxes, 14, 84)]
        found.append((treated, *oracle_side(before), *oracle_side(after)))
    if sessions:
        before = [value for on, value in texture if any(is_before(on, treated, 14) for treated in sessions)]
        after = [value for on, value in texture if any(is_after(on, treated, sessions, 3, 28) for treated in sessions)]
        found.append((None, *oracle_side(before), *oracle_side(after)))
    return found


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@given(_COURSES, _TODAY)
def test_every_history_is_compared_as_the_oracle_does(entries: list[Entry], today: int) -> None:
    told = [
        (
            None if item.on is None else (item.on - START).days,
            _float(item.before.median),
            item.before.count,
            _float(item.after.median),
            item.after.count,
        )
        for item in progress_of(entries, WINDOWS_AS_SHIPPED, day(today)).before_after
    ]

    assert told == oracle(entries, today)


@given(_COURSES, _TODAY, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_changes_nothing(entries: list[Entry], today: int, random: Random) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)

    assert progress_of(shuffled, WINDOWS_AS_SHIPPED, day(today)) == progress_of(entries, WINDOWS_AS_SHIPPED, day(today))
