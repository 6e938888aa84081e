"""The picture of all cycles in words: the key, one cycle, and every number for a screen reader."""

from cycle_samples import COURSE, alike, cycles
from rated_people import botox, wrinkles

from tracker.charts.cycle_view import CycleView
from tracker.core.catalog import Catalog
from tracker.core.records import Kind, Rater
from tracker.ui.words.cycles import caption, choice, counted, cycle_lines, description, nothing_drawn, nothing_given


def test_a_cycle_says_its_day_product_rise_and_the_day_on_which_half_was_lost(catalog: Catalog) -> None:
    assert cycle_lines(alike(1)[0], catalog, is_timed=True) == [
        "Mon 1 Jan 2024, Dysport",
        "Wrinkles 4 before, 8 at its best",
        "Half of the gain was lost on day 105",
    ]


def test_a_cycle_whose_end_was_not_seen_says_how_long_at_least(catalog: Catalog) -> None:
    (cycle,) = cycles(botox(0), *wrinkles({-1: 4, 10: 8, 20: 8, 40: 7}))

    assert cycle_lines(cycle, catalog, is_timed=True)[-1] == "Lasted at least 40 days, the end was not seen"


def test_a_cycle_without_effect_or_without_ratings_says_so_without_a_number(catalog: Catalog) -> None:
    (flat,) = cycles(botox(0), *wrinkles({-1: 4, 10: 5, 20: 5}))
    (unrated,) = cycles(botox(0), *wrinkles({-1: 4}))

    assert cycle_lines(flat, catalog, is_timed=True)[1:] == [
        "Wrinkles 4 before, 5 at its best",
        "No clear effect to time",
    ]
    assert cycle_lines(unrated, catalog, is_timed=True)[1:] == ["Not enough ratings to time it"]


def test_where_no_number_is_given_for_all_cycles_none_is_given_for_one(catalog: Catalog) -> None:
    (cycle,) = alike(1)

    assert cycle_lines(cycle, catalog, is_timed=False) == [
        "Mon 1 Jan 2024, Dysport",
        "Wrinkles 4 before, 8 at its best",
    ]
    assert "Half" not in description(CycleView((cycle,), Rater.SELF, False), None, catalog)


def test_two_products_on_one_day_are_no_product_of_the_cycle(catalog: Catalog) -> None:
    (mixed,) = cycles(botox(0), botox(0, "xeomin"))

    assert cycle_lines(mixed, catalog, is_timed=True)[0] == "Mon 1 Jan 2024"


def test_the_key_names_each_thing_that_is_drawn_with_the_source_of_the_band(catalog: Catalog) -> None:
    product = catalog.products["daxxify"]

    assert caption(CycleView(alike(2, "daxxify"), Rater.SELF, True, 168), product) == [
        "Thin: earlier cycles",
        "Thick: median of every 14 days, from two cycles up",
        "Cross: half of the gain lost",
        "Shaded: usual duration of Daxxify, 168 days: median of trials, 24 weeks (Dermatol Surg 2023;49:862)",
        "Ratings after day 365 are not drawn",
    ]


def test_the_key_of_one_cycle_of_an_unknown_brand_leaves_out_what_is_not_drawn(catalog: Catalog) -> None:
    view = CycleView(cycles(botox(0, "other"), *wrinkles({-1: 4, 10: 8})), Rater.PRACTITIONER, False)

    assert caption(view, catalog.products["other"]) == ["Rated by a practitioner"]


def test_a_screen_reader_hears_every_number_of_the_picture(catalog: Catalog) -> None:
    said = description(CycleView(alike(2), Rater.SELF, True, 120), catalog.products["dysport"], catalog)

    assert said.startswith("2 cycles, the latest from 4 Feb 2025. Thin: earlier cycles. ")
    assert "usual duration of Dysport, 120 days" in said
    assert "Mon 1 Jan 2024, Dysport, Wrinkles 4 before, 8 at its best, Half of the gain was lost on day 105." in said
    assert "Tue 4 Feb 2025, Dysport, Wrinkles 4 before, 8 at its best, Half of the gain was lost on day 105." in said
    assert said.endswith("Median: " + ", ".join(f"day {day} {score}" for day, score in COURSE.items()) + ".")


def test_one_cycle_is_counted_as_one(catalog: Catalog) -> None:
    assert counted(CycleView(alike(1), Rater.SELF, True)) == "1 cycle, from 1 Jan 2024"


def test_what_is_missing_is_one_calm_sentence(catalog: Catalog) -> None:
    assert choice(Kind.MICRODERMABRASION, catalog) == "Microdermabrasion, texture"
    assert nothing_given(Kind.BOTOX) == "No botox is logged yet, so there is no cycle to time."
    assert nothing_drawn(Kind.MICRODERMABRASION, catalog) == (
        "The cycles will be drawn here, one line for each, from the first rating of texture on."
    )
