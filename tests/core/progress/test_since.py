"""What became of a score since the first rating and since the latest treatment."""

from rated_people import END, botox, day, rating, session

from tracker.core.progress.noise import Size
from tracker.core.progress.since import Since
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED
from tracker.core.records import Entry, Kind, Rater


def since(*entries: Entry, today: int = END) -> dict[str, Since]:
    return dict(progress_of(entries, WINDOWS_AS_SHIPPED, day(today)).since)


def test_the_latest_rating_is_set_beside_the_first_and_the_last_before_the_treatment() -> None:
    found = since(rating(0, 5), rating(80, 6), botox(100), rating(130, 9), rating(160, 8))["wrinkles"]

    assert (found.since_start.first.on, found.since_start.last.on) == (day(0), day(160))
    assert (found.since_start.change, found.since_start.size) == (3, Size.CLEAR)
    assert found.treatment is not None
    assert found.treatment.on == day(100)
    assert found.since_treatment is not None
    assert (found.since_treatment.first.on, found.since_treatment.change) == (day(80), 2)


def test_a_rating_on_the_day_of_the_treatment_is_one_before_it() -> None:
    found = since(rating(0, 5), botox(100), rating(100, 6), rating(101, 7))["wrinkles"]

    assert found.since_treatment is not None
    assert (found.since_treatment.change, found.since_treatment.size) == (1, Size.SMALL)


def test_each_score_is_seen_beside_its_own_treatment() -> None:
    found = since(rating(0, 5, texture=4), session(20), botox(50), rating(30, 5, texture=5), rating(60, 6, texture=3))

    assert {score: one.treatment.kind for score, one in found.items() if one.treatment} == {
        "wrinkles": Kind.BOTOX,
        "texture": Kind.MICRODERMABRASION,
    }
    texture = found["texture"]
    assert texture.since_treatment is not None
    assert (texture.since_start.change, texture.since_treatment.change) == (-1, -1)


def test_touch_ups_belong_to_their_treatment() -> None:
    found = since(rating(0, 5), botox(100), rating(110, 7), botox(114, is_touch_up=True), rating(160, 8))["wrinkles"]

    assert found.treatment is not None
    assert found.treatment.on == day(100)


def test_without_a_rating_on_both_sides_nothing_is_said_of_the_treatment() -> None:
    only_before = since(rating(0, 5), rating(50, 6), botox(100))["wrinkles"]
    only_after = since(botox(0), rating(20, 5), rating(50, 6))["wrinkles"]

    assert only_before.treatment is not None
    assert only_before.since_treatment is only_after.since_treatment is None
    assert since(rating(0, 5), rating(50, 6))["wrinkles"].treatment is None


def test_one_rating_says_nothing_and_later_days_do_not_count() -> None:
    assert since(rating(0, 5)) == {}
    assert since(rating(0, 5), rating(50, 6), today=49) == {}


def test_raters_are_never_joined() -> None:
    by_others = [rating(number, 2, rater=Rater.PRACTITIONER) for number in (0, 200)]
    found = since(*by_others, rating(50, 5), rating(90, 6))["wrinkles"]

    assert (found.rater, found.since_start.first.score, found.since_start.last.score) == (Rater.SELF, 5, 6)
    assert since(*by_others)["wrinkles"].rater is Rater.PRACTITIONER


def test_a_change_within_the_usual_variation_is_called_so() -> None:
    noisy = [rating(place, 5 + 3 * (place % 2)) for place in range(8)]

    assert since(*noisy)["wrinkles"].since_start.size is Size.USUAL
