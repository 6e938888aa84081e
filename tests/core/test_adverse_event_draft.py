"""What is wrong with an adverse event as typed, and the record that it becomes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from support import TODAY

from tracker.core.adverse_events import Side
from tracker.core.catalog import Catalog
from tracker.core.drafts import LONGEST_LINE, AdverseEventDraft, Unreadable

TREATED = TODAY - timedelta(10)
WHOLE = AdverseEventDraft(
    term="bruise",
    onset_on=TREATED,
    ended_on=TODAY,
    side=Side.LEFT,
    grade=2,
    action="cold pack",
    is_seen_by_clinician=True,
    is_reported=True,
    note="faded slowly",
)


def found(catalog: Catalog, **changes: Any) -> list[tuple[str, str]]:
    problems = replace(WHOLE, **changes).problems(TODAY, catalog, TREATED)
    return [(problem.field, problem.code) for problem in problems]


def test_a_whole_draft_has_no_problem_and_comes_back_from_its_record(catalog: Catalog) -> None:
    assert found(catalog) == []
    event = WHOLE.record(uuid4(), uuid4(), uuid4(), 7)
    assert AdverseEventDraft.of(event) == WHOLE


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"term": None}, ("term", "required")),
        ({"term": "haunting"}, ("term", "unknown_word")),
        ({"term": "other"}, ("other_term", "required")),
        ({"other_term": "x" * (LONGEST_LINE + 1)}, ("other_term", "too_long")),
        ({"grade": None}, ("grade", "required")),
        ({"grade": 5}, ("grade", "out_of_range")),
        ({"grade": 0}, ("grade", "out_of_range")),
        ({"onset_on": None}, ("onset_on", "required")),
        ({"onset_on": Unreadable("soon", "not_a_date")}, ("onset_on", "not_a_date")),
        ({"onset_on": TREATED - timedelta(1)}, ("onset_on", "before_treatment")),
        ({"onset_on": TODAY + timedelta(1), "ended_on": None}, ("onset_on", "in_future")),
        ({"ended_on": TODAY + timedelta(1)}, ("ended_on", "in_future")),
        ({"onset_on": TODAY, "ended_on": TODAY - timedelta(1)}, ("ended_on", "ends_before_onset")),
        ({"note": "\0"}, ("note", "bad_text")),
        ({"action": "\0"}, ("action", "bad_text")),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    changes: dict[str, Any], problem: tuple[str, str], catalog: Catalog
) -> None:
    assert found(catalog, **changes) == [problem]


def test_it_may_begin_on_the_day_of_the_treatment_and_last(catalog: Catalog) -> None:
    assert found(catalog, onset_on=TREATED, ended_on=None) == []
    assert found(catalog, term="other", other_term="itchy ear") == []


def test_own_words_are_kept_for_something_else_alone() -> None:
    ids = (uuid4(), uuid4(), uuid4(), 0)
    assert replace(WHOLE, term="other", other_term=" itch ").record(*ids).other_term == "itch"
    assert replace(WHOLE, other_term="itch").record(*ids).other_term is None


def test_days_are_those_of_the_calendar() -> None:
    event = replace(WHOLE, onset_on=date(2026, 2, 28)).record(uuid4(), uuid4(), uuid4(), 0)
    assert event.onset_on == date(2026, 2, 28)
