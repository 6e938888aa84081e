"""What a record holds comes back whole: written, read and written again, the bytes are the same."""

from datetime import date, time
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import LONGEST_LINE
from tracker.core.history_file import COLUMNS, parse_history, plan_import, write_history
from tracker.core.records import (
    CONCERNS,
    Botox,
    Entry,
    InjectionPoint,
    Microdermabrasion,
    OtherEvent,
    Person,
    Rater,
    Rating,
    Setting,
)

Contents = tuple[list[Person], list[Entry]]

awkward = st.sampled_from(
    ["=1+1", "'=x", "''", "-5", "@a", "\u202eabc", "a;b", 'say "hi"', "a\nb", "a\r\nb\rc", "💉🙂", "\uff1dx"]
)
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20) | awkward
lines = any_text.map(str.strip).filter(lambda text: 0 < len(text) <= LONGEST_LINE)
notes = any_text.filter(lambda text: bool(text.strip()))
days = st.dates(date(1900, 1, 1), TODAY)
numbers = st.integers(0, 10**9).map(lambda number: Decimal(number) / 1000)
tenths = st.integers(1, 5000).map(lambda number: Decimal(number) / 10)
TODAY_ID, OTHER_ID, THIRD_ID, FOURTH_ID = (UUID(int=number) for number in range(1, 5))
SITES = ("procerus", "corrugator-medial-r", "mentalis-l", "platysma-upper-r")


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


def common() -> dict[str, st.SearchStrategy[object]]:
    times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
    return {"id": st.uuids(), "on": days, "at": maybe(times), "note": maybe(notes)}


def treatment() -> dict[str, st.SearchStrategy[object]]:
    return {"provider": maybe(lines), "cost": maybe(numbers), "currency": maybe(st.sampled_from(["EUR", "GBP"]))}


free_points = st.builds(InjectionPoint, units=tenths, x=numbers, y=numbers)
site_points = st.lists(st.sampled_from(SITES), unique=True, max_size=4).flatmap(
    lambda sites: st.tuples(*(st.builds(InjectionPoint, units=tenths, site=st.just(site)) for site in sites))
)


@st.composite
def botoxes(draw: st.DrawFn, person: Person, entered: int) -> Botox:
    points = (*draw(site_points), *draw(st.lists(free_points, max_size=2)))
    total = sum((point.units for point in points), Decimal(0)) if points else draw(st.none() | tenths)
    fields = {
        "product": st.sampled_from(["botox_cosmetic", "dysport", "other"]),
        "dilution_ml": maybe(numbers),
        "lot": maybe(lines),
        "expires": maybe(st.sampled_from(["2027-05", "2027-05-31"])),
        "is_touch_up": st.booleans(),
    }
    drawn = draw(st.fixed_dictionaries({**common(), **treatment(), **fields}))
    return Botox(person_id=person.id, entered=entered, units=total, points=points, **drawn)


@st.composite
def sessions(draw: st.DrawFn, person: Person, entered: int) -> Microdermabrasion:
    fields = {
        "setting": maybe(st.sampled_from(Setting)),
        "device": maybe(st.sampled_from(["crystal", "hydradermabrasion"])),
        "grit": maybe(lines),
        "vacuum": maybe(numbers),
        "vacuum_unit": maybe(st.sampled_from(["kPa", "level"])),
        "passes": maybe(st.integers(0, 1000)),
        "minutes": maybe(st.integers(0, 1440)),
        "areas": st.lists(st.sampled_from(["full_face", "neck", "hands"]), unique=True).map(tuple),
        "reaction": maybe(st.integers(0, 4)),
    }
    drawn = draw(st.fixed_dictionaries({**common(), **treatment(), **fields}))
    return Microdermabrasion(person_id=person.id, entered=entered, **drawn)


@st.composite
def ratings(draw: st.DrawFn, person: Person, entered: int) -> Rating:
    rated = draw(st.sets(st.sampled_from(CONCERNS), min_size=1))
    scores = {concern: draw(st.integers(0, 10)) for concern in rated}
    drawn = draw(st.fixed_dictionaries({**common(), "rater": maybe(st.sampled_from(Rater))}))
    return Rating(person_id=person.id, entered=entered, **drawn, **scores)


@st.composite
def other_events(draw: st.DrawFn, person: Person, entered: int) -> OtherEvent:
    drawn = draw(st.fixed_dictionaries({**common(), "provider": maybe(lines), "note": notes}))
    until = draw(st.none() | st.dates(drawn["on"], TODAY).filter(lambda day: day != drawn["on"]))
    event = draw(st.sampled_from(["note", "superficial_peel", "other"]))
    return OtherEvent(person_id=person.id, entered=entered, event=event, until=until, **drawn)


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    people = draw(
        st.lists(
            st.builds(Person, id=st.uuids(), name=lines, birth_date=maybe(days), is_archived=st.booleans()),
            min_size=1,
            max_size=4,
            unique_by=(lambda person: person.id, lambda person: (person.name, person.birth_date)),
        )
    )
    kinds = st.sampled_from([botoxes, sessions, ratings, other_events])
    entries = [
        draw(draw(kinds)(draw(st.sampled_from(people)), entered)) for entered in range(1, draw(st.integers(0, 6)) + 1)
    ]
    return people, list({entry.id: entry for entry in entries}.values())


def written(people: list[Person], entries: list[Entry]) -> bytes:
    return write_history({person.id: person for person in people}, entries)


@given(contents())
def test_a_record_comes_back_byte_for_byte(catalog: Catalog, contents: Contents) -> None:
    data = written(*contents)
    plan = plan_import(parse_history(data, TODAY, catalog), (), ())
    assert plan.problems == ()
    assert plan.imported == len(contents[1])
    assert written(list(plan.new_people), list(plan.new_entries)) == data


@given(contents())
def test_every_entry_comes_back_as_it_was(catalog: Catalog, contents: Contents) -> None:
    people, entries = contents
    plan = plan_import(parse_history(written(people, entries), TODAY, catalog), people, ())
    before = {entry.id: entry for entry in entries}
    assert plan.people == 0
    for entry in plan.new_entries:
        old = before[entry.id]
        assert (entry.on, entry.at, entry.note, entry.person_id) == (old.on, old.at, old.note, old.person_id)
        for name in (
            "provider",
            "cost",
            "currency",
            "grit",
            "vacuum",
            "areas",
            "points",
            "units",
            "lot",
            "event",
            "until",
            *CONCERNS,
        ):
            assert getattr(entry, name, None) == getattr(old, name, None)


@given(contents())
def test_importing_an_export_again_skips_every_row(catalog: Catalog, contents: Contents) -> None:
    people, entries = contents
    plan = plan_import(parse_history(written(people, entries), TODAY, catalog), people, entries)
    assert (plan.imported, plan.skipped, plan.people, plan.problems) == (0, len(entries), 0, ())


def test_the_file_starts_with_a_mark_and_all_columns_and_ends_lines_alike() -> None:
    ada = Person(id=TODAY_ID, name="Ada", birth_date=date(1990, 1, 1))
    data = written([ada], [Rating(id=TODAY_ID, person_id=ada.id, on=TODAY, texture=7, note="=1;2")])
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert b",'=1;2," in data


def test_a_file_has_the_columns_of_other_events_only_where_there_is_one() -> None:
    ada = Person(id=TODAY_ID, name="Ada")
    rated = Rating(id=TODAY_ID, person_id=ada.id, on=TODAY, texture=7)
    noted = OtherEvent(id=OTHER_ID, person_id=ada.id, on=TODAY, event="note", note="=1+1")
    assert header([rated], ada) == list(COLUMNS)
    assert header([rated, noted], ada) == [*COLUMNS, "other_event", "until"]
    assert ",'=1+1," in written([ada], [noted]).decode("utf-8-sig")


def header(entries: list[Entry], person: Person) -> list[str]:
    return written([person], entries).decode("utf-8-sig").splitlines()[0].split(",")


def test_rows_are_sorted_by_person_birth_date_day_and_order_of_entry() -> None:
    old, young = Person(id=TODAY_ID, name="Ada", birth_date=date(1990, 1, 1)), Person(id=OTHER_ID, name="Ada")
    entries = [
        Rating(id=OTHER_ID, person_id=old.id, on=date(2026, 1, 1), texture=1, entered=1),
        Rating(id=TODAY_ID, person_id=young.id, on=date(2026, 1, 1), texture=2, entered=5),
        Rating(id=THIRD_ID, person_id=young.id, on=date(2026, 1, 1), texture=3, entered=4),
        Rating(id=FOURTH_ID, person_id=young.id, on=date(2025, 1, 1), texture=4, entered=9),
    ]
    text = written([old, young], entries).decode("utf-8-sig")
    place = COLUMNS.index("texture")
    assert [line.split(",")[place] for line in text.splitlines()[1:]] == ["4", "3", "2", "1"]
