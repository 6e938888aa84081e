"""A record becomes a draft and the same record again; what was typed becomes a record in one form."""

import string
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.catalog import Catalog
from tracker.core.drafts import (
    EARLIEST_DAY,
    LONGEST_LINE,
    BotoxDraft,
    MicrodermabrasionDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
    Unreadable,
    draft_of,
    is_expiry,
    plain_number,
)
from tracker.core.other_events import TOLD_BY_NOTE
from tracker.core.records import (
    CONCERNS,
    Botox,
    InjectionPoint,
    Kind,
    Microdermabrasion,
    OtherEvent,
    Person,
    Rater,
    Rating,
    Setting,
)
from tracker.core.scales import flipped

TODAY = date(2200, 12, 31)
ENTRY, PERSON = uuid4(), uuid4()

letters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
lines = st.none() | st.text(letters, max_size=LONGEST_LINE).map(str.strip).filter(bool)
notes = st.none() | st.text(letters, max_size=40).filter(str.strip)
days = st.dates(EARLIEST_DAY, TODAY)
wall_times = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
numbers = st.none() | st.decimals(0, 999_999_999, places=6).map(lambda value: Decimal(plain_number(value)))
tenths = st.integers(0, 10_000).map(lambda count: Decimal(plain_number(Decimal(count) / 10)))
currencies = st.none() | st.text(string.ascii_uppercase, min_size=3, max_size=3)
scores = st.none() | st.integers(0, 10)


def codes(known: Any) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(sorted(known)), unique=True).map(tuple)


def entries() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "id": st.just(ENTRY),
        "person_id": st.just(PERSON),
        "on": days,
        "at": wall_times,
        "note": notes,
        "entered": st.integers(0, 2**62),
    }


def treatments() -> dict[str, st.SearchStrategy[Any]]:
    return entries() | {"provider": lines, "cost": numbers, "currency": currencies, "override_reason": notes}


def optional(known: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(sorted(known))


def people(catalog: Catalog) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(PERSON),
        name=lines.filter(bool),
        sort_name=lines,
        client_number=lines,
        birth_date=st.none() | days,
        phone=lines,
        email=lines,
        skin_type=st.none() | st.integers(1, 6),
        cautions=codes(catalog.cautions),
        allergies=notes,
        notes=notes,
        is_archived=st.booleans(),
        goal_texture=scores,
        goal_wrinkles=scores,
    )


def sessions(catalog: Catalog) -> st.SearchStrategy[Microdermabrasion]:
    return st.builds(
        Microdermabrasion,
        **treatments(),
        setting=st.sampled_from((None, *Setting)),
        device=optional(catalog.devices),
        grit=lines,
        vacuum=numbers,
        vacuum_unit=optional(catalog.vacuum_units),
        passes=st.none() | st.integers(0, 1_000),
        minutes=st.none() | st.integers(0, 1_440),
        areas=codes(catalog.areas),
        reaction=st.none() | st.integers(0, 4),
        products_after=notes,
    )


@st.composite
def botox_treatments(draw: st.DrawFn, catalog: Catalog) -> Botox:
    sites = draw(st.lists(st.sampled_from(sorted(catalog.sites)), unique=True, max_size=5))
    points = [InjectionPoint(site=site, units=draw(tenths)) for site in sites]
    points += [
        InjectionPoint(x=x, y=y, units=draw(tenths)) for x, y in draw(st.lists(st.tuples(tenths, tenths), max_size=3))
    ]
    total = Decimal(plain_number(sum((point.units for point in points), Decimal(0))))
    is_touch_up = draw(st.booleans())
    return Botox(
        **{name: draw(values) for name, values in treatments().items()},
        product=draw(st.sampled_from(sorted(catalog.products))),
        units=total if points else draw(st.none() | tenths),
        points=tuple(points),
        dilution_ml=draw(numbers),
        lot=draw(lines),
        expires=draw(st.none() | days.map(date.isoformat) | days.map(lambda day: day.isoformat()[:7])),
        is_touch_up=is_touch_up,
        touch_up_of=draw(st.none() | st.uuids()) if is_touch_up else None,
    )


@st.composite
def ratings(draw: st.DrawFn) -> Rating:
    rated = {concern: draw(scores) for concern in CONCERNS}
    if all(score is None for score in rated.values()):
        rated["texture"] = draw(st.integers(0, 10))
    wrinkles = rated["wrinkles"]
    return Rating(
        **{name: draw(values) for name, values in entries().items()},
        rater=draw(st.sampled_from((None, *Rater))),
        prior_shown=draw(st.booleans()),
        wrinkles_original=None if wrinkles is None or draw(st.booleans()) else flipped(wrinkles),
        **rated,
    )


@st.composite
def other_events(draw: st.DrawFn, catalog: Catalog) -> OtherEvent:
    event = draw(st.sampled_from(sorted(catalog.other_events)))
    drawn = {name: draw(values) for name, values in entries().items()}
    if event in TOLD_BY_NOTE:
        drawn["note"] = draw(notes.filter(bool))
    until = draw(st.none() | st.dates(drawn["on"], TODAY))
    return OtherEvent(**drawn, event=event, until=None if until == drawn["on"] else until, provider=draw(lines))


@given(st.data())
def test_a_person_survives_being_edited_without_a_change(catalog: Catalog, data: st.DataObject) -> None:
    person = data.draw(people(catalog))
    draft = PersonDraft.of(person)

    assert draft.problems(TODAY, catalog) == ()
    assert draft.record(person.id) == person


@pytest.mark.parametrize("kind", Kind)
@given(st.data())
def test_an_entry_survives_being_edited_without_a_change(catalog: Catalog, kind: Kind, data: st.DataObject) -> None:
    of_kind = {
        Kind.MICRODERMABRASION: sessions(catalog),
        Kind.BOTOX: botox_treatments(catalog),
        Kind.RATING: ratings(),
        Kind.OTHER_EVENT: other_events(catalog),
    }
    entry = data.draw(of_kind[kind])
    draft = draft_of(entry)

    assert draft.kind is entry.kind is kind
    assert draft.problems(TODAY, catalog) == ()
    assert draft.record(entry.id, entry.person_id, entry.entered) == entry


def record(draft: Any) -> Any:
    return draft.record(ENTRY, PERSON, 1)


def test_blanks_around_short_texts_go_and_notes_stay_as_typed() -> None:
    session = record(MicrodermabrasionDraft(on=TODAY, provider="  Studio Lind ", grit=" \t", note="  two\n lines  "))

    assert (session.provider, session.grit, session.note) == ("Studio Lind", None, "  two\n lines  ")


def test_a_blank_note_is_no_note() -> None:
    assert record(MicrodermabrasionDraft(on=TODAY, note=" \n ")).note is None


def test_currency_is_kept_in_capitals() -> None:
    assert record(MicrodermabrasionDraft(on=TODAY, currency=" eur")).currency == "EUR"


def test_seconds_are_dropped_from_a_time() -> None:
    assert record(RatingDraft(on=TODAY, at=time(9, 30, 59), scores={"texture": 5})).at == time(9, 30)


def test_areas_and_cautions_are_kept_once_in_their_order() -> None:
    assert record(MicrodermabrasionDraft(on=TODAY, areas=("nose", "chin", "nose"))).areas == ("nose", "chin")
    assert PersonDraft(name="Ines", cautions=("acne", "acne")).record(PERSON).cautions == ("acne",)


def test_the_total_of_points_stands_where_no_total_was_typed() -> None:
    points = [PointDraft(site="procerus", units=Decimal("4.50")), PointDraft(site="mentalis-r", units=Decimal("2.5"))]
    treatment = record(BotoxDraft(on=TODAY, product="xeomin", points=points))

    assert str(treatment.units) == "7"
    assert [str(point.units) for point in treatment.points] == ["4.5", "2.5"]


def test_a_treatment_that_is_no_touch_up_belongs_to_none() -> None:
    assert record(BotoxDraft(on=TODAY, product="xeomin", touch_up_of=UUID(int=1))).touch_up_of is None


def test_a_concern_that_was_not_rated_is_absent_and_never_zero() -> None:
    rating = record(RatingDraft(on=TODAY, scores={"texture": 0, "tone": None}))

    assert (rating.texture, rating.tone, rating.wrinkles) == (0, None, None)


def test_the_number_of_an_imported_file_goes_when_its_score_is_changed() -> None:
    imported = RatingDraft(on=TODAY, scores={"wrinkles": 7}, wrinkles_original=3)
    kept = record(imported)
    imported.scores["wrinkles"] = 8

    assert kept.wrinkles_original == 3
    assert record(imported).wrinkles_original is None


def test_an_unreadable_day_never_becomes_a_record() -> None:
    with pytest.raises(ValueError, match="readable day"):
        record(MicrodermabrasionDraft(on=Unreadable("soon", "not_a_date")))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0.000", "0"),
        ("0E+3", "0"),
        ("4.0", "4"),
        ("2.50", "2.5"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("1E-6", "0.000001"),
        ("-2.10", "-2.1"),
        ("123456789.123456", "123456789.123456"),
    ],
)
def test_plain_numbers_have_a_point_no_exponent_and_no_needless_zero(value: str, text: str) -> None:
    assert plain_number(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=8))
def test_a_plain_number_reads_back_as_the_same_number(value: Decimal) -> None:
    text = plain_number(value)

    assert Decimal(text) == value
    assert plain_number(Decimal(text)) == text


@pytest.mark.parametrize("text", ["2026-02", "2024-02-29", "1999-12-31", "2100-01"])
def test_months_and_days_of_the_calendar_are_expiries(text: str) -> None:
    assert is_expiry(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-13",
        "2026-00",
        "2026-02-29",
        "2026-W01-1",
        "2026-1-01",
        "0000-01",
        "２０２６-02",
        "2026-02-",
        "2026-02\n",
    ],
)
def test_anything_else_is_no_expiry(text: str) -> None:
    assert not is_expiry(text)
