"""Rows in which something was found, in words; and what was found of them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.found_rows import FoundRow, RowKey
from tracker.core.records import Named
from tracker.services.check import Finding
from tracker.store.schema import DATA_TABLE_NAMES
from tracker.ui.words.check import found
from tracker.ui.words.found_rows import plain_name, row_text

DAY = date(2025, 11, 27)
MAYA = Named(id=uuid4(), name="Maya\n Lindqvist")
BOTOX = FoundRow("botox", MAYA, DAY, entry_id=uuid4())
ROWS = {
    "botox of 27 November 2025, Maya Lindqvist": BOTOX,
    "rating of 27 November 2025, Maya Lindqvist": FoundRow("rating", MAYA, DAY),
    "injection point in botox of 27 November 2025, Maya Lindqvist": FoundRow("injection_point", MAYA, within=BOTOX),
    "amendment, Maya Lindqvist": FoundRow("amendment", MAYA),
    "Maya Lindqvist": FoundRow("person", MAYA),
    "own interval “Botox, then botox”": FoundRow("own_interval", name="botox-botox"),
    "own interval “moon”, Maya Lindqvist": FoundRow("own_interval", MAYA, name="moon"),
    "setting of the record “reminders”": FoundRow("record_setting", name="reminders"),
    "practitioner “Dr C. Example”": FoundRow("practitioner", name="Dr C.\nExample"),
}


@pytest.mark.parametrize("said", ROWS)
def test_a_row_is_said_by_what_it_is_its_day_and_whose_it_is(catalog: Catalog, said: str) -> None:
    assert row_text(ROWS[said], catalog, plain_name) == said


@pytest.mark.parametrize("table", DATA_TABLE_NAMES)
def test_a_row_of_each_table_has_its_word(catalog: Catalog, table: str) -> None:
    assert row_text(FoundRow(table, MAYA), catalog, plain_name)


def test_a_person_is_named_as_asked(catalog: Catalog) -> None:
    assert row_text(BOTOX, catalog, lambda _person: "C-17") == "botox of 27 November 2025, C-17"


def test_what_is_found_of_one_row_is_said_of_it(catalog: Catalog) -> None:
    finding = Finding("total_differs", "botox 7", RowKey("botox", "7"), about=BOTOX)
    said = found(finding, catalog, plain_name)
    assert said == "The total is not the sum of its points: botox of 27 November 2025, Maya Lindqvist"
    assert found(replace(finding, about=None), catalog, plain_name).endswith(": botox 7")


def test_an_unknown_word_is_said_with_where_it_stands(catalog: Catalog) -> None:
    finding = Finding("unknown_word", "botox: acme", RowKey("botox", "7"), "acme", BOTOX)
    said = found(finding, catalog, plain_name).partition(": ")[2]
    assert said == "“acme” in botox of 27 November 2025, Maya Lindqvist"
