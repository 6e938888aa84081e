"""The name of a backup is the moment at which it was made."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tracker.core.backup_names import backup_name, moment_of

MADE = datetime(2026, 3, 9, 12, 0, 7, tzinfo=UTC)


def test_a_name_says_when_the_backup_was_made() -> None:
    assert backup_name(MADE) == "2026-03-09T120007Z.db"
    assert moment_of("2026-03-09T120007Z.db") == MADE


def test_the_zone_of_the_computer_does_not_show() -> None:
    assert backup_name(MADE.astimezone(timezone(timedelta(hours=5, minutes=45)))) == backup_name(MADE)


def test_a_second_backup_of_the_same_second_has_a_name_of_its_own() -> None:
    second = backup_name(MADE, {backup_name(MADE)})
    assert second == "2026-03-09T120007Z-2.db"
    assert backup_name(MADE, {backup_name(MADE), second}) == "2026-03-09T120007Z-3.db"
    assert moment_of(second) == MADE


@pytest.mark.parametrize(
    "name", ["", "record.db", "2026-03-09T120007Z.json", "2026-02-30T120007Z.db", "2026-03-09T120007Z.db.part"]
)
def test_other_names_are_no_backups(name: str) -> None:
    assert moment_of(name) is None
