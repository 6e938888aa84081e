"""For whom the record is: kept with the record, undone like any other change."""

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
