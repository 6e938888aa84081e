"""What is wrong with a note or another event as typed, and the record that it becomes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import invented
import pytest
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import LONGEST_LINE, OtherEventDraft, Unreadable, draft_of
from tracker.core.records import Kind

BEGAN = TODAY - timedelta(40)
WHOLE = invented.other_event(BEGAN)


def found(catalog: Catalog, **changes: Any) -> list[tuple[str, str]]:
    problems = replace(WHOLE, **changes).problems(TODAY, catalog)
    return [(problem.field, problem.code) for problem in problems]


def test_a_whole_draft_has_no_problem_and_comes_back_from_its_record(catalog: Catalog) -> None:
    assert found(catalog) == []
    event = WHOLE.record(uuid4(), uuid4(), 7)
    assert draft_of(event) == WHOLE
    assert event.kind is WHOLE.kind is Kind.OTHER_EVENT


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"on": None}, ("on", "required")),
        ({"on": TODAY + timedelta(1), "until": None}, ("on", "in_future")),
        ({"event": None}, ("event", "required")),
        ({"event": "haircut"}, ("event", "unknown_word")),
        ({"event": "note", "note": " \n"}, ("note", "required")),
        ({"event": "other", "note": ""}, ("note", "required")),
        ({"until": BEGAN - timedelta(1)}, ("until", "ends_before_onset")),
        ({"until": TODAY + timedelta(1)}, ("until", "in_future")),
        ({"until": Unreadable("soon", "not_a_date")}, ("until", "not_a_date")),
        ({"provider": "x" * (LONGEST_LINE + 1)}, ("provider", "too_long")),
        ({"private_note": "\0"}, ("private_note", "bad_text")),
    ],
)
def test_each_wrong_field_is_named(catalog: Catalog, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    assert found(catalog, **changes) == [problem]


def test_an_event_of_the_catalogue_needs_no_note_and_no_end(catalog: Catalog) -> None:
    assert found(catalog, event="filler", note="", until=None) == []


def test_what_ends_on_its_first_day_is_of_that_day_alone() -> None:
    assert replace(WHOLE, until=BEGAN).record(uuid4(), uuid4(), 1).until is None


def test_a_draft_without_an_event_is_no_record() -> None:
    with pytest.raises(ValueError, match="without an event"):
        OtherEventDraft(on=date(2026, 1, 1)).record(uuid4(), uuid4(), 1)
