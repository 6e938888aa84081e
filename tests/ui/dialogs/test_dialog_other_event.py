"""Adding a note or another event: by keys alone, in a few of them, and nothing saved that says nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import invented
import pytest
from dialog_keys import focused, press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from support import TODAY, type_text

from tracker.core.records import Kind, OtherEvent, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_other_event import LogOtherEventDialog
from tracker.ui.dialogs.reading import day_text

Opened = Callable[..., LogOtherEventDialog]


def newest(record: Record, person: Person) -> OtherEvent:
    found = record.entries.latest(person.id, Kind.OTHER_EVENT)
    assert isinstance(found, OtherEvent)
    return found


def test_a_note_is_a_text_and_ctrl_enter(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogOtherEventDialog)
    assert focused() is dialog.note
    press("started retinol")
    save_from_any_field()
    saved = newest(record, person)
    assert (saved.event, saved.on, saved.until, saved.note) == ("note", TODAY, None, "started retinol")


def test_the_key_that_saves_is_named_where_one_types(opened: Opened) -> None:
    dialog = opened(LogOtherEventDialog)
    assert dialog.save_button.hint == "Ctrl Enter"
    tab_to(dialog.until)
    assert dialog.save_button.hint == "Enter"
    tab_to(dialog.note)
    assert dialog.save_button.hint == "Ctrl Enter"


def test_an_event_of_the_list_is_chosen_by_its_first_letters_and_has_an_end(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogOtherEventDialog)
    tab_to(dialog.event_box)
    press("Sun")
    dialog.when.set_day(TODAY - timedelta(20))
    tab_to(dialog.until)
    type_text(dialog.until, day_text(date(2026, 3, 1)))
    press(Qt.Key.Key_Return)
    saved = newest(record, person)
    assert (saved.event, saved.on, saved.until) == ("sun_exposure", TODAY - timedelta(20), date(2026, 3, 1))


def test_a_note_without_a_text_is_asked_for_it(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogOtherEventDialog)
    save_from_any_field()
    assert dialog.isVisible()
    assert dialog.field("note").problem == "This is needed."
    assert record.entries.latest(person.id, Kind.OTHER_EVENT) is None


@pytest.mark.parametrize(("event", "label"), [("note", "&Note"), ("filler", "&Note, optional"), ("other", "&Note")])
def test_the_label_says_whether_a_text_is_needed(opened: Opened, event: str, label: str) -> None:
    dialog = opened(LogOtherEventDialog)
    dialog.event_box.choose(event)
    assert dialog.field("note").label.text() == label


def test_editing_shows_everything_and_saving_changes_what_was_typed(
    opened: Opened, record: Record, person: Person
) -> None:
    entry = record.entries.add(person.id, invented.other_event(private_note="for us"))
    dialog = opened(LogOtherEventDialog, entry=entry)
    assert not dialog.is_changed()
    assert dialog.details.is_open
    dialog.note.selectAll()
    type_text(dialog.note, "three weeks by the sea")
    save_from_any_field()
    changed = newest(record, person)
    assert (changed.note, changed.private_note, changed.until) == ("three weeks by the sea", "for us", entry.until)


def test_logging_once_more_takes_everything_but_the_days(opened: Opened, person: Person) -> None:
    dialog = opened(LogOtherEventDialog, draft=invented.other_event())
    again: Any = dialog.draft()
    assert (again.event, again.note, again.on, again.until) == ("sun_exposure", "two weeks by the sea", TODAY, None)


def test_an_event_that_the_list_does_not_have_stays_what_it_is(opened: Opened, record: Record, person: Person) -> None:
    entry = OtherEvent(id=person.id, person_id=person.id, on=TODAY, event="of_a_newer_list", note="x")
    dialog = opened(LogOtherEventDialog, entry=entry)
    assert dialog.draft().event == "of_a_newer_list"
