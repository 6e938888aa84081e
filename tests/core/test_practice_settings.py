"""For whom a record is: read as it was written, home where that is missing or broken."""

import pytest

from tracker.core.practice_settings import MOST_LETTERS, Mode, PracticeSettings

CLINIC = PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic")


def test_a_record_is_kept_at_home_where_nobody_ever_said() -> None:
    assert PracticeSettings.from_dict({}) == PracticeSettings(mode=Mode.HOME, name="")
    assert not PracticeSettings().is_practice


def test_it_is_read_as_it_was_written() -> None:
    assert PracticeSettings.from_dict(CLINIC.to_dict()) == CLINIC
    assert CLINIC.is_practice


@pytest.mark.parametrize("stored", [None, [], "practice", {"mode": 1, "name": 2}, {"mode": "both", "name": None}])
def test_what_is_broken_is_home_without_a_name(stored: object) -> None:
    assert PracticeSettings.from_dict(stored) == PracticeSettings()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Haus \t der\nHaut ", "Haus der Haut"),
        ("<b>Skin</b> & 'Co' %_*", "<b>Skin</b> & 'Co' %_*"),
        ("half \ud83d pair\0", "half pair"),
        ("x" * 900, "x" * MOST_LETTERS),
        ("", ""),
    ],
)
def test_a_typed_name_becomes_one_line_that_can_be_stored(typed: str, kept: str) -> None:
    assert PracticeSettings.typed(Mode.PRACTICE, typed).name == kept
