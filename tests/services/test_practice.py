"""For whom the record is: kept with the record, undone like any other change."""

import pytest

from tracker.core.practice_logo import MOST_BYTES
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.services.record import Record

CLINIC = PracticeSettings(mode=Mode.PRACTICE, name="Zoë’s <Skin> Clinic 🌿")


def test_a_record_becomes_that_of_a_practice_and_undo_takes_it_home_again(record: Record) -> None:
    assert record.practice.settings == PracticeSettings()
    record.practice.change(CLINIC)
    assert record.practice.settings == CLINIC
    record.undo.undo()
    assert record.practice.settings == PracticeSettings()
    record.undo.redo()
    assert record.practice.settings == CLINIC


LOGO = b"\x89PNG\r\n\x1a\n and more"


def test_a_logo_is_kept_with_the_record_and_undo_takes_it_away(record: Record) -> None:
    assert record.practice.logo == b""
    record.practice.change_logo(LOGO)
    assert record.practice.logo == LOGO
    record.undo.undo()
    assert record.practice.logo == b""
    record.undo.redo()
    record.practice.change_logo(b"")
    assert record.practice.logo == b""


@pytest.mark.parametrize("data", [b"GIF89a", LOGO + bytes(MOST_BYTES), b"\x89PNG"])
def test_what_is_no_logo_is_not_kept(record: Record, data: bytes) -> None:
    with pytest.raises(ValueError, match="no logo"):
        record.practice.change_logo(data)
    assert record.practice.logo == b""


@pytest.mark.parametrize("stored", [{}, {"png": 3}, {"png": "no base 64"}, {"png": "R0lGODlh"}, {"png": "é"}])
def test_a_damaged_logo_is_none(record: Record, stored: dict[str, object]) -> None:
    record.settings.change("practice_logo", stored)
    assert record.practice.logo == b""
