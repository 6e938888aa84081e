"""What happened in words: terms by name or as they are kept, grades, days."""

from datetime import date
from uuid import uuid4

import pytest

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.ui.words import adverse_events as words
from tracker.ui.words.field_values import value_text

EVENT = AdverseEvent(
    id=uuid4(), person_id=uuid4(), entry_id=uuid4(), term="eyelid_ptosis", onset_on=date(2026, 3, 3), grade=4
)


def test_a_term_is_said_by_its_name_and_one_of_another_list_as_it_is_kept(catalog: Catalog) -> None:
    assert words.term(EVENT, catalog) == "One eyelid drooping"
    assert words.listed_term("gone_from_the_list", catalog) == "gone_from_the_list"
    assert value_text("term", "eyelid_ptosis", catalog, uuid4()) == "One eyelid drooping"


def test_grade_and_days_are_said(catalog: Catalog) -> None:
    assert words.weight(EVENT) == "Grade 4, life-threatening"
    assert words.duration(EVENT) == "3 Mar 2026, no end recorded"
    assert words.steps(EVENT) == ""


@pytest.mark.parametrize(("days", "said"), [(1, "1 day of downtime"), (3, "3 days of downtime")])
def test_downtime_is_counted_in_days(days: int, said: str) -> None:
    assert words.downtime(days) == said
