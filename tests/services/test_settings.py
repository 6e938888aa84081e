"""Settings of the record: written, read, undone; they belong to everybody."""

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.services.record import Record


def test_a_setting_is_read_as_it_was_written_and_undone(record: Record) -> None:
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    assert record.settings.of("reminders") == {}
    first = {"is_on": True, "quiet": ["22:00", "07:00"], "days": {"früh": 3}}
    record.settings.change("reminders", first)
    record.settings.change("schedule", {"is_on": False})
    record.settings.change("reminders", {"is_on": False})
    assert record.settings.of("reminders") == {"is_on": False}
    assert [(change.label, change.people) for change in heard] == [(ChangeLabel("edit", "settings"), frozenset())] * 3
    record.undo.undo()
    assert record.settings.of("reminders") == first
    assert record.settings.of("schedule") == {"is_on": False}
    record.undo.redo()
    assert record.settings.of("reminders") == {"is_on": False}
    for _ in range(3):
        record.undo.undo()
    assert record.settings.of("reminders") == record.settings.of("schedule") == {}


def test_a_setting_written_as_it_was_is_no_change(record: Record) -> None:
    record.settings.change("schedule", {"b": 1, "a": 2})
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    record.settings.change("schedule", {"a": 2, "b": 1})
    assert heard == []
