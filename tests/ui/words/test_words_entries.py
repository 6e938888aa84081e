"""Entries, numbers, days, problems and errors in words."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from tracker.core.catalog import Catalog
from tracker.core.drafts import Unreadable
from tracker.core.errors import (
    NOT_SAVED_REASONS,
    PROBLEM_CODES,
    UNREADABLE_REASONS,
    NotSavedError,
    Problem,
    RecordUnreadableError,
)
from tracker.core.records import Botox, InjectionPoint, Microdermabrasion, Rating
from tracker.ui.words import dates, entries, errors, numbers, problems

TODAY = date(2026, 3, 9)


def _botox(**fields: object) -> Botox:
    return Botox(id=uuid4(), person_id=uuid4(), on=TODAY, product="botox_cosmetic", **fields)  # type: ignore[arg-type]


def _session(**fields: object) -> Microdermabrasion:
    return Microdermabrasion(id=uuid4(), person_id=uuid4(), on=TODAY, **fields)  # type: ignore[arg-type]


def test_a_day_has_its_year_only_in_another_year() -> None:
    assert dates.day(date(2026, 3, 12), TODAY) == "Thu 12 Mar"
    assert dates.day(date(2025, 11, 27), TODAY) == "Thu 27 Nov 2025"


@pytest.mark.parametrize(("count", "said"), [(0, "today"), (1, "yesterday"), (2, "2 days ago")])
def test_days_ago_are_said_as_people_say_them(count: int, said: str) -> None:
    assert dates.ago(count) == said


def test_a_session_reads_areas_device_and_passes(catalog: Catalog) -> None:
    session = _session(areas=("cheeks", "chin"), device="diamond", passes=1)
    assert entries.details(session, catalog) == "Cheeks and chin, diamond tip, 1 pass"


def test_a_session_of_which_nothing_is_known_reads_its_note(catalog: Catalog) -> None:
    assert entries.details(_session(note="gentle\nsetting"), catalog) == "gentle setting"


def test_botox_reads_total_and_regions_and_never_converts(catalog: Catalog) -> None:
    points = (
        InjectionPoint(site="procerus", units=Decimal(4)),
        InjectionPoint(site="corrugator-medial-r", units=Decimal("4.5")),
        InjectionPoint(x=Decimal(10), y=Decimal(20), units=Decimal(1)),
    )
    botox = _botox(points=points, units=Decimal("9.5"))
    assert entries.details(botox, catalog) == "9.5 units: glabella 8.5, other points 1"


def test_botox_without_units_reads_its_brand(catalog: Catalog) -> None:
    assert entries.details(_botox(is_touch_up=True), catalog) == "Touch-up, Botox Cosmetic"


def test_a_rating_names_only_what_was_rated(catalog: Catalog) -> None:
    rating = Rating(id=uuid4(), person_id=uuid4(), on=TODAY, wrinkles=6, dullness=0)
    assert entries.scores_line(rating, catalog) == "Wrinkles 6, dullness 0"


def test_vacuum_is_said_in_the_unit_in_which_it_was_entered(catalog: Catalog) -> None:
    assert entries.vacuum(_session(vacuum=Decimal("4.5"), vacuum_unit="inHg"), catalog) == "4.5 inHg"
    assert entries.vacuum(_session(vacuum=Decimal(3), vacuum_unit="level"), catalog) == "level 3"
    assert entries.vacuum(_session(vacuum=Decimal(20)), catalog) == "20"


@pytest.mark.parametrize(
    ("amount", "said"),
    [("120", "120 EUR"), ("120.5", "120.50 EUR"), ("120.55", "120.55 EUR"), ("0.125", "0.125 EUR")],
)
def test_cost_has_cents_only_where_there_are_any(amount: str, said: str) -> None:
    assert entries.cost(Decimal(amount), "EUR") == said


def test_numbers_are_read_with_the_locales_sign_and_with_a_point() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert numbers.read_number(" 2,5 ") == Decimal("2.5")
        assert numbers.read_number("2.5") == Decimal("2.5")
        assert numbers.number(Decimal("2.50")) == "2,5"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("typed", ["1e5", "NaN", "inf", "1_0", "٣", "--1", "1.2.3", "9" * 5000, "."])
def test_what_is_no_plain_number_stays_as_it_was_typed(typed: str) -> None:
    assert numbers.read_number(typed) == Unreadable(typed, "not_a_number")


def test_nothing_typed_is_unknown_and_a_fraction_is_not_whole() -> None:
    assert numbers.read_number("  ") is None
    assert numbers.read_whole("2.5") == Unreadable("2.5", "not_whole")
    assert numbers.read_whole("2.0") == 2


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_every_problem_has_a_sentence(code: str) -> None:
    said = problems.problem(Problem("field", code, "0 10"))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("reason", UNREADABLE_REASONS)
def test_every_unreadable_record_has_one_sentence_with_its_path(reason: str) -> None:
    said = errors.error(RecordUnreadableError("here.db", reason))
    assert "here.db" in said
    assert ". " not in said


@pytest.mark.parametrize("reason", NOT_SAVED_REASONS)
def test_every_failed_save_says_not_saved(reason: str) -> None:
    assert errors.error(NotSavedError(reason)).startswith("Not saved. ")
