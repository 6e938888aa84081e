"""What became of a score in sentences."""

from rated_people import END, botox, day, rating, session

from tracker.core.catalog import Catalog
from tracker.core.progress.summary import progress_of
from tracker.core.progress.windows import WINDOWS_AS_SHIPPED
from tracker.core.records import Entry, Rater
from tracker.ui.words.since import since_line


def line(catalog: Catalog, score: str, *entries: Entry) -> str:
    return since_line(progress_of(entries, WINDOWS_AS_SHIPPED, day(END)).since[score], catalog)


def test_a_rise_is_said_since_the_start_and_since_the_treatment(catalog: Catalog) -> None:
    said = line(catalog, "wrinkles", rating(0, 5), rating(80, 6), botox(100), rating(160, 8))

    assert said == (
        "Wrinkles: 5 at the first rating on 1 Jan 2024, 8 at the last on 9 Jun 2024: up 3 (clear change). "
        "Since the botox on 10 Apr 2024: up 2 (clear change)."
    )


def test_a_fall_and_no_change_are_said_as_plainly(catalog: Catalog) -> None:
    said = line(catalog, "texture", rating(0, texture=6), session(10), rating(5, texture=5), rating(40, texture=5))

    assert said.endswith("down 1 (small change). Since the microdermabrasion on 11 Jan 2024: unchanged.")


def test_what_is_missing_around_the_treatment_is_named(catalog: Catalog) -> None:
    said = line(catalog, "wrinkles", rating(0, 5), rating(5, 5), botox(10))

    assert said.endswith("unchanged. For the botox on 11 Jan 2024 a rating up to its day or one after it is missing.")


def test_without_a_treatment_nothing_is_said_of_one_and_another_rater_is_named(catalog: Catalog) -> None:
    said = line(catalog, "wrinkles", *(rating(on, 5 + on, rater=Rater.PRACTITIONER) for on in (0, 1)))

    assert said.endswith("up 1 (small change). Rated by a practitioner.")
