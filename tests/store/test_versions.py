"""An entry as one JSON object and back."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from invented import ENTRIES

from tracker.store.faults import DamagedValueError
from tracker.store.versions import entry_of, version_of


@given(ENTRIES)
def test_every_entry_comes_back_as_it_was(draft: Any) -> None:
    entry = draft.record(uuid4(), uuid4(), 7)
    assert entry_of(version_of(entry)) == entry


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"person": [{}]}', '{"botox": []}', '{"rating": [{}]}'])
def test_what_is_no_version_is_damage(text: str) -> None:
    with pytest.raises(DamagedValueError):
        entry_of(text)
