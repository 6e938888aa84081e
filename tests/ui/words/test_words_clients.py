"""Words of the list of clients: short states, facts, names that are hidden, cautions in one line."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.client_query import ClientFilter
from tracker.core.events import Event
from tracker.core.records import Gender, Kind, Person
from tracker.core.spacing import SpacingEngine
from tracker.ui.words import clients as words
from tracker.ui.words.cautions import cautions_line

INGRID = Person(
    id=uuid4(), name="Ingrid Solberg", client_number="0417", birth_date=date(1984, 10, 12), gender=Gender.FEMALE
)


def state(catalog: Catalog, *treated: tuple[Kind, int], kind: Kind = Kind.BOTOX) -> str:
    """Return the short state of a treatment when others were given so many days ago."""
    engine = SpacingEngine(catalog.rules, catalog.products, catalog.regions)
    events = [
        Event(kind=kind, on=TODAY - timedelta(ago), product="botox_cosmetic" if kind is Kind.BOTOX else None)
        for kind, ago in treated
    ]
    return words.short_state(engine.judge(kind, TODAY, events))


@pytest.mark.parametrize(
    ("ago", "said"),
    [(63, "27 d"), (95, "open"), (116, "3 d left"), (119, "last day"), (133, "14 d past")],
)
def test_a_state_takes_few_letters(catalog: Catalog, ago: int, said: str) -> None:
    assert state(catalog, (Kind.BOTOX, ago)) == said


def test_a_held_treatment_names_the_day_and_no_treatment_has_no_plan(catalog: Catalog) -> None:
    held = state(catalog, (Kind.MICRODERMABRASION, 20), (Kind.BOTOX, 4), kind=Kind.MICRODERMABRASION)
    assert held == "to 19 Mar"
    assert state(catalog) == "no plan"


def test_a_row_says_age_and_number_and_the_head_gender_and_archive_too() -> None:
    assert words.row_facts(INGRID, TODAY, "Ingrid Solberg") == "41, no. 0417"
    assert words.head_facts(INGRID, TODAY, "Ingrid Solberg") == "41, female, no. 0417"
    gone = replace(INGRID, gender=Gender.UNKNOWN, is_archived=True, birth_date=None)
    assert words.head_facts(gone, TODAY, gone.name) == "no. 0417, archived"
    assert words.row_facts(Person(id=uuid4(), name="Ann"), TODAY, "Ann") == ""


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("Ingrid Solberg", "I. S."),
        ("zoë", "Z."),
        ("<b>Bo</b> % 7", "Client"),
        ("A b C d", "A. B. C."),
        ("李 雷", "李. 雷."),
    ],
)
def test_without_a_number_initials_stand_for_a_hidden_name(name: str, hidden: str) -> None:
    assert words.hidden_name(Person(id=uuid4(), name=name)) == hidden


def test_a_hidden_name_is_the_number_which_is_then_not_said_twice() -> None:
    assert words.hidden_name(INGRID) == "no. 0417"
    assert words.row_facts(INGRID, TODAY, "no. 0417") == "41"


def test_allergies_and_cautions_stand_in_one_line(catalog: Catalog) -> None:
    said = cautions_line(replace(INGRID, allergies="latex\nnickel.", cautions=("retinoid", "gone_code")), catalog)
    assert said.startswith("Allergies: latex nickel. Cautions: ")
    assert said.endswith(", gone_code.")
    assert catalog.cautions["retinoid"].name in said
    assert cautions_line(INGRID, catalog) == ""


def test_counts_are_grouped_as_the_system_writes_them() -> None:
    assert words.client_count(1) == "1 client"
    assert words.client_count(0) == "0 clients"
    assert words.client_count(2431) in ("2,431 clients", "2431 clients", "2.431 clients")


def test_every_empty_list_says_why() -> None:
    said = {words.empty_list(only, has_tags=False)[0] for only in ClientFilter}
    assert len(said) == len(ClientFilter)
    assert words.empty_list(ClientFilter.ALL, has_tags=True)[1]
