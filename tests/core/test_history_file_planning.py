"""Whom an import creates, what it adds, what it skips, and to which treatment a touch-up belongs."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.history_file import ImportPlan, parse_history, plan_import
from tracker.core.history_file.writing import entry_cells
from tracker.core.records import Botox, Entry, Person, Rating

HEADER = "person,birth_date,date,time,event,texture,product,units,points,touch_up,note,id\n"
KNOWN_ID = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")


def planned(
    catalog: Catalog, rows: str, people: tuple[Person, ...] = (), entries: tuple[Entry, ...] = ()
) -> ImportPlan:
    return plan_import(parse_history((HEADER + rows).encode(), TODAY, catalog), people, entries)


def rating(name: str, day: str = "2026-01-05", *, born: str = "", texture: int = 7, entry_id: str = "") -> str:
    return f"{name},{born},{day},,rating,{texture},,,,,,{entry_id}\n"


def botox(day: str, *, at: str = "", is_touch_up: bool = False) -> str:
    return f"Ada,,{day},{at},botox,,xeomin,,,{'yes' if is_touch_up else ''},,\n"


def person(name: str, born: date | None = None, *, is_archived: bool = False) -> Person:
    return Person(id=uuid4(), name=name, birth_date=born, is_archived=is_archived)


def test_an_unknown_person_is_created_once(catalog: Catalog) -> None:
    plan = planned(catalog, rating("Ada") + rating(" Ada ", "2026-01-06"))
    assert [new.name for new in plan.new_people] == ["Ada"]
    assert plan.imported == 2
    assert {entry.person_id for entry in plan.new_entries} == {plan.new_people[0].id}


def test_people_are_told_apart_by_birth_date(catalog: Catalog) -> None:
    plan = planned(catalog, rating("Ada", born="1990-01-01") + rating("Ada", born="1991-01-01"))
    assert [new.birth_date for new in plan.new_people] == [date(1990, 1, 1), date(1991, 1, 1)]


def test_a_row_without_birth_date_goes_to_the_person_without_one(catalog: Catalog) -> None:
    older, plain = person("Ada", date(1990, 1, 1)), person("Ada")
    plan = planned(catalog, rating("Ada"), (older, plain))
    assert plan.new_entries[0].person_id == plain.id


def test_a_row_without_birth_date_goes_to_the_only_person_of_the_name(catalog: Catalog) -> None:
    only = person("Ada", date(1990, 1, 1), is_archived=True)
    plan = planned(catalog, rating("Ada"), (only, person("Bea")))
    assert plan.people == 0
    assert plan.new_entries[0].person_id == only.id


def test_a_row_that_could_mean_several_people_is_a_problem(catalog: Catalog) -> None:
    people = (person("Ada", date(1990, 1, 1)), person("Ada", date(1991, 1, 1)))
    plan = planned(catalog, rating("Bea") + rating("Ada"), people)
    assert [(problem.line, problem.column, problem.code) for problem in plan.problems] == [
        (3, "person", "several_people")
    ]
    assert (plan.imported, plan.skipped, plan.people) == (0, 0, 0)


def test_names_are_compared_exactly(catalog: Catalog) -> None:
    assert planned(catalog, rating("ada"), (person("Ada"),)).people == 1


def test_problems_of_rows_and_of_people_stand_together_in_line_order(catalog: Catalog) -> None:
    people = (person("Ada", date(1990, 1, 1)), person("Ada", date(1991, 1, 1)))
    plan = planned(catalog, rating("Bea", texture=11) + rating("Ada") + rating("Bea", "2026-02-30"), people)
    assert [problem.line for problem in plan.problems] == [2, 3, 4]


def test_a_row_with_a_stored_id_is_skipped_whatever_it_holds(catalog: Catalog) -> None:
    ada = person("Ada")
    stored = Rating(id=KNOWN_ID, person_id=ada.id, on=date(2025, 1, 1), texture=1)
    plan = planned(catalog, rating("Unknown", entry_id=str(KNOWN_ID).upper()), (ada,), (stored,))
    assert (plan.imported, plan.skipped, plan.people) == (0, 1, 0)


def test_an_id_that_stands_twice_in_the_file_is_imported_once(catalog: Catalog) -> None:
    plan = planned(catalog, rating("Ada", entry_id=str(KNOWN_ID)) + rating("Bea", entry_id=str(KNOWN_ID)))
    assert (plan.imported, plan.skipped, plan.people) == (1, 1, 1)
    assert plan.new_entries[0].id == KNOWN_ID


def test_a_row_equal_in_every_given_cell_is_skipped(catalog: Catalog) -> None:
    ada = person("Ada", date(1990, 1, 1))
    stored = Rating(id=uuid4(), person_id=ada.id, on=date(2026, 1, 5), texture=7, wrinkles=4, note="dry")
    plan = planned(catalog, rating("Ada") + rating("Ada", texture=8), (ada,), (stored,))
    assert (plan.imported, plan.skipped) == (1, 1)


def test_a_row_equal_to_an_earlier_row_is_skipped(catalog: Catalog) -> None:
    plan = planned(catalog, rating("Ada") + rating("Ada") + rating("Bea"))
    assert (plan.imported, plan.skipped) == (2, 1)


def test_many_rows_on_one_day_are_each_compared_once(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Entry] = []

    def counted(entry: Entry) -> dict[str, str]:
        written.append(entry)
        return entry_cells(entry)

    monkeypatch.setattr("tracker.core.history_file.planning.entry_cells", counted)
    rows = "".join(f"Ada,,2026-01-05,,rating,7,,,,,note {number},\n" for number in range(300))
    plan = planned(catalog, rows + rows)
    assert (plan.imported, plan.skipped) == (300, 300)
    assert len(written) == 300


def test_equal_rows_with_different_ids_are_different_entries(catalog: Catalog) -> None:
    plan = planned(catalog, rating("Ada", entry_id=str(uuid4())) + rating("Ada", entry_id=str(uuid4())))
    assert (plan.imported, plan.skipped) == (2, 0)


def test_numbers_and_the_order_of_points_are_compared_by_what_they_say(catalog: Catalog) -> None:
    rows = (
        "Ada,,2026-01-05,,botox,,xeomin,8,procerus:4|mentalis-r:4,,,\n"
        "Ada,,2026-01-05,,botox,,xeomin,8.0,mentalis-r:4.0|procerus:4,no,,\n"
    )
    plan = planned(catalog, rows)
    assert (plan.imported, plan.skipped) == (1, 1)


def test_importing_twice_adds_nothing(catalog: Catalog) -> None:
    rows = (
        rating("Ada") + botox("2026-01-05") + botox("2026-01-20", is_touch_up=True) + rating("Bea", born="1990-01-01")
    )
    first = planned(catalog, rows)
    again = planned(catalog, rows, first.new_people, first.new_entries)
    assert (again.imported, again.skipped, again.people) == (0, 4, 0)


def test_entries_are_entered_in_the_order_of_the_file_after_those_stored(catalog: Catalog) -> None:
    ada = person("Ada")
    stored = Rating(id=uuid4(), person_id=ada.id, on=date(2025, 1, 1), texture=1, entered=41)
    plan = planned(catalog, rating("Ada", "2026-01-07") + rating("Ada", "2026-01-06"), (ada,), (stored,))
    assert [entry.entered for entry in plan.new_entries] == [42, 43]


def touch_up_of(plan: ImportPlan) -> UUID | None:
    (touch_up,) = (entry for entry in plan.new_entries if isinstance(entry, Botox) and entry.is_touch_up)
    return touch_up.touch_up_of


def test_a_touch_up_belongs_to_the_last_main_treatment_before_it_wherever_that_stands(catalog: Catalog) -> None:
    days = ["2025-09-01", "2026-01-05", "2026-02-01"]
    for before, after in ((days, []), ([], days), ([], days[::-1]), (days[:1], days[1:])):
        mains = [*map(botox, before)], [*map(botox, after)]
        plan = planned(catalog, "".join([*mains[0], botox("2026-01-20", is_touch_up=True), *mains[1]]))
        assert touch_up_of(plan) == next(entry.id for entry in plan.new_entries if entry.on == date(2026, 1, 5))


def test_a_touch_up_belongs_to_a_stored_treatment(catalog: Catalog) -> None:
    ada = person("Ada")
    main = Botox(id=uuid4(), person_id=ada.id, on=date(2026, 1, 5), product="xeomin", entered=3)
    of_another = replace(main, id=uuid4(), person_id=uuid4(), on=date(2026, 1, 6))
    plan = planned(catalog, botox("2026-01-20", is_touch_up=True), (ada,), (main, of_another))
    assert touch_up_of(plan) == main.id


def test_a_touch_up_without_a_treatment_before_it_belongs_to_none(catalog: Catalog) -> None:
    assert touch_up_of(planned(catalog, botox("2026-01-20", is_touch_up=True) + botox("2026-02-01"))) is None


def test_times_decide_on_one_day(catalog: Catalog) -> None:
    rows = botox("2026-01-05", at="15:00", is_touch_up=True) + botox("2026-01-05", at="09:00")
    plan = planned(catalog, rows)
    assert touch_up_of(plan) == plan.new_entries[1].id


def test_the_first_rows_are_kept_as_examples(catalog: Catalog) -> None:
    plan = planned(catalog, "".join(rating("Ada", f"2026-01-{day:02}") for day in range(1, 21)))
    assert [example.line for example in plan.examples] == list(range(2, 10))
    assert plan.examples[0].person.name == "Ada"
