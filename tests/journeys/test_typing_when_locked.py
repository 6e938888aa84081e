"""What was being typed when the record locked is there again once it is open, in every dialog that edits."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import invented
import pytest
from journey_steps import record_of
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock
from vault import WORDS, make_keys_quickly, page_of, record_path, unlock

from tracker.core.adverse_events import Side
from tracker.core.catalog import Catalog
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import PersonDraft
from tracker.core.drafts.adverse_event import AdverseEventDraft
from tracker.core.drafts.contact import ContactDraft
from tracker.core.errors import NotSavedError
from tracker.core.records import Botox, Kind, Microdermabrasion, OtherEvent, Rating
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record, create_record, open_record
from tracker.ui import messages
from tracker.ui.application import Program
from tracker.ui.dialogs.calendar_file import ALL
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import NoteEdit
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.kept_list import KeptListDialog
from tracker.ui.dialogs.typed import typed_in
from tracker.ui.dialogs.when import DayEdit, WhenEdit
from tracker.ui.record_pages import PLAN
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.score_scale import ScoreScale
from tracker.ui.widgets.segments import Segments

ZOE, BO = "Zoë Example", "Bo Example"
SINGLE = (WhenEdit, DayEdit, NoteEdit, QComboBox, QLineEdit, QCheckBox, Segments, Chips, ScoreScale)
TYPED = "half a sentence, “quoted”\nand a second line\u00a0"


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    make_keys_quickly(monkeypatch)


def fill(record: Record) -> None:
    zoe = record.people.add(invented.person(name=ZOE))
    record.people.add(PersonDraft(name=BO, phone="1", notes="of Bo"))
    treatment = record.entries.add(zoe.id, invented.botox(TODAY - timedelta(100)))
    record.entries.add(zoe.id, invented.session(TODAY - timedelta(40)))
    record.entries.add(zoe.id, invented.rating(TODAY - timedelta(20)))
    record.entries.add(zoe.id, invented.other_event())
    record.practitioners.add("Dr C. Example")
    record.templates.add("wn", "went well")
    record.contacts.log([(zoe.id, Kind.BOTOX)], ContactDraft(on=TODAY, outcome=ContactOutcome.DECLINED))
    bruise = AdverseEventDraft(term="bruise", onset_on=TODAY - timedelta(90), grade=1, side=Side.LEFT)
    record.adverse_events.add(treatment.id, bruise)
    record.made_by = "Dr C. Example"
    rating = record.entries.latest(zoe.id, Kind.RATING)
    assert rating is not None
    record.entries.sign([rating.id])


@pytest.fixture
def program(
    start: Callable[..., Program], qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> Program:
    """Return the program with an encrypted record of two people, of whom Zoë is on screen."""
    path = record_path(tmp_path)
    path.parent.mkdir()
    record = create_record(path, catalog, clock, WORDS)
    fill(record)
    record.close()
    started = start(waits=False)
    unlock(started, qtbot)
    qtbot.waitUntil(lambda: started.lock is not None, timeout=20_000)
    started.window.stage.show_person(record_of(started).people.named(ZOE).id)
    return started


def newest(program: Program, kind: type[Any]) -> Any:
    record = record_of(program)
    return next(one for one in record.entries.of(record.people.named(ZOE).id) if isinstance(one, kind))


def other(program: Program) -> Any:
    return record_of(program).people.named(BO).id


def log_botox_by_site(program: Program) -> None:
    controller(program).entries.log(Kind.BOTOX)
    dialog = the_dialog(program)
    dialog.units.show_sites(True)
    sites = list(dialog.record.catalog.sites)
    dialog.points.set_units(sites[0], Decimal("2.5"))
    dialog.points.add_sites(sites[3:4])
    dialog.points.add_free((150.0, 200.0), has_units=True)
    dialog.touch_up.box.setChecked(True)
    dialog.planned.box.setChecked(False)
    type_over(dialog, skip=("units", "is_touch_up", "planned"))


def log_contact_of_two(program: Program) -> None:
    record = record_of(program)
    about = [(record.people.named(name), Kind.MICRODERMABRASION) for name in (ZOE, BO)]
    controller(program).people.log_contact(record, about, None, asks_treatment=False)


def change_contact(program: Program) -> None:
    record = record_of(program)
    zoe = record.people.named(ZOE)
    contact = record.contacts.of(zoe.id)[0]
    controller(program).people.log_contact(record, [(zoe, contact.treatment)], contact, asks_treatment=False)


def change_rule(program: Program) -> None:
    program.window.stage.show_tab(PLAN)
    plan = program.window.stage.view.plan
    assert plan is not None
    found = record_of(program).intervals.in_force(record_of(program).people.named(ZOE).id)
    plan.edit_rule(found[-1])


def change_template(program: Program) -> None:
    controller(program).templates()
    the_dialog(program).list.setCurrentRow(0)


OPENED: dict[str, Callable[[Program], object]] = {
    "log botox": lambda program: controller(program).entries.log(Kind.BOTOX),
    "log botox by site": log_botox_by_site,
    "edit botox": lambda program: controller(program).entries.edit(newest(program, Botox)),
    "log session": lambda program: controller(program).entries.log(Kind.MICRODERMABRASION),
    "edit session": lambda program: controller(program).entries.edit(newest(program, Microdermabrasion)),
    "rate": lambda program: controller(program).entries.log(Kind.RATING),
    "amend rating": lambda program: controller(program).entries.edit(newest(program, Rating)),
    "add note": lambda program: controller(program).entries.log(Kind.OTHER_EVENT),
    "edit event": lambda program: controller(program).entries.edit(newest(program, OtherEvent)),
    "move": lambda program: controller(program).entries.move_to(newest(program, Botox), other(program)),
    "add person": lambda program: controller(program).people.add(),
    "person details": lambda program: controller(program).people.details(),
    "merge": lambda program: controller(program).people.merge_with(
        record_of(program).people.named(ZOE).id, other(program)
    ),
    "what happened": lambda program: controller(program).safety.what_happened(),
    "change what happened": lambda program: controller(program).safety.what_happened(
        event=record_of(program).adverse_events.of(record_of(program).people.named(ZOE).id)[0]
    ),
    "log contact": lambda program: controller(program).people._open_contact(
        record_of(program), record_of(program).people.named(ZOE), None
    ),
    "log contact of two": log_contact_of_two,
    "change contact": change_contact,
    "change rule": change_rule,
    "new template": lambda program: controller(program).templates(),
    "change template": change_template,
    "practitioners": lambda program: controller(program).who_works_here(),
    "days that count": lambda program: controller(program).counting(),
}


def controller(program: Program) -> Any:
    return program.window.stage.controller


def snooze_to_a_day(program: Program) -> None:
    listed = record_of(program).reminders.listed(record_of(program).people.named(ZOE).id)
    controller(program).reminding.snooze_to_a_day(tuple(one for one in listed if one.until is None))
    the_dialog(program).edit.set_day(TODAY + timedelta(5))


def half_a_setting(program: Program) -> None:
    controller(program).reminding.settings()
    the_dialog(program).kinds.rows[ReminderKind.LAPSED].notice.setText("three")


def private_calendar_of_all(program: Program) -> None:
    record = record_of(program)
    program.window.stage.files.ask_calendar(record, record.people.named(ZOE))
    the_dialog(program).whose.choose(ALL)
    the_dialog(program).is_private.setChecked(False)


CHOSEN: dict[str, tuple[Callable[[Program], None], Callable[[Any], object]]] = {
    "snooze": (snooze_to_a_day, lambda dialog: dialog.edit.day),
    "reminder settings": (
        half_a_setting,
        lambda dialog: ([edit.text() for edit in dialog.edits], dialog.message.text, dialog.pinned.isVisible()),
    ),
    "calendar": (private_calendar_of_all, lambda dialog: (dialog.whose.chosen, dialog.is_private.isChecked())),
}


def the_dialog(program: Program) -> Any:
    """Return the one dialog that is open."""
    (dialog,) = [one for one in program.window.findChildren(CardDialog) if one.isVisible()]
    return dialog


def inputs_of(dialog: Any) -> dict[str, QWidget]:
    if isinstance(dialog, FormDialog):
        return dialog.inputs()
    return {name: field.control for name, field in dialog.fields.items()}


def values_of(dialog: Any) -> dict[str, Any]:
    """Return what stands in every control, and what the dialog makes of it."""
    values = {name: typed_in(control) for name, control in inputs_of(dialog).items()}
    if isinstance(dialog, FormDialog):
        values[""] = dialog.draft()
        values["title"] = dialog.title_label.text(), dialog.subtitle_label.text()
    return values


def type_over(dialog: Any, skip: tuple[str, ...] = ()) -> None:
    """Put something else into every control."""
    for name, control in inputs_of(dialog).items():
        if name not in skip:
            put_other(control, name)


def put_other(control: Any, name: str) -> None:
    """Put something else into a control of one part, or into each part of another one."""
    if isinstance(control, WhenEdit | DayEdit):
        control.set_day(TODAY - timedelta(3))
    elif isinstance(control, NoteEdit):
        control.setPlainText(f"{TYPED} {name}")
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(control.count() - 1)
    elif isinstance(control, QLineEdit):
        control.setText(f"{len(name)} not a number" if control.validator() is None else "33")
    elif isinstance(control, QCheckBox):
        control.setChecked(not control.isChecked())
    elif isinstance(control, Segments):
        control.choose(control._keys[-1])
    elif isinstance(control, Chips):
        control.choose(control._keys[-1:])
    elif isinstance(control, ScoreScale):
        control.choose(len(name) % 10)
    else:
        for part in control.findChildren(QWidget):
            if isinstance(part, SINGLE) and not isinstance(part.parentWidget(), SINGLE):
                put_other(part, name)


@pytest.mark.parametrize("opened", OPENED)
def test_every_value_typed_is_there_again(program: Program, qtbot: QtBot, opened: str) -> None:
    OPENED[opened](program)
    dialog = the_dialog(program)
    if opened != "log botox by site":
        type_over(dialog)
    before, kind = values_of(dialog), type(dialog)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.window.findChildren(CardDialog)))
    again = the_dialog(program)
    assert type(again) is kind
    assert again is not dialog
    assert values_of(again) == before
    assert again.unfinished() is not None
    record = record_of(program)
    assert record.unfinished.all() == ()
    assert record.check() == ()
    again.done(0)


@pytest.mark.parametrize("opened", CHOSEN)
def test_what_was_chosen_or_half_typed_is_there_again(program: Program, qtbot: QtBot, opened: str) -> None:
    open_it, seen_in = CHOSEN[opened]
    open_it(program)
    dialog = the_dialog(program)
    if opened == "reminder settings":
        dialog.kinds.rows[ReminderKind.LAPSED].notice.finish()
    before, kind = seen_in(dialog), type(dialog)
    lock_and_unlock(program, qtbot)
    again = the_dialog(program)
    assert type(again) is kind
    assert again is not dialog
    assert seen_in(again) == before
    assert record_of(program).unfinished.all() == ()
    again.done(0)


def test_a_day_to_snooze_to_still_does_what_it_was_chosen_for(program: Program, qtbot: QtBot) -> None:
    snooze_to_a_day(program)
    zoe = record_of(program).people.named(ZOE).id
    before = len(record_of(program).reminders.listed(zoe))
    lock_and_unlock(program, qtbot)
    the_dialog(program).snooze_button.click()
    assert len(record_of(program).reminders.listed(zoe)) < before


def test_a_number_that_was_being_typed_is_not_taken_before_it_is_left(program: Program, qtbot: QtBot) -> None:
    controller(program).reminding.settings()
    notice = the_dialog(program).kinds.rows[ReminderKind.LAPSED].notice
    former = notice.text()
    notice.setText("1")
    kept = the_dialog(program).unfinished()
    assert kept is not None
    the_dialog(program).done(0)
    controller(program).reminding.settings()
    the_dialog(program).retype(kept.typed)
    again = the_dialog(program).kinds.rows[ReminderKind.LAPSED].notice
    assert again.text() == "1"
    assert the_dialog(program).focusWidget() is again
    assert record_of(program).reminders.settings.kinds[ReminderKind.LAPSED].notice_days == int(former)
    the_dialog(program).done(0)


def test_an_import_that_was_looked_at_is_looked_at_again(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    record = record_of(program)
    path.write_bytes(record.transfer.export(record.people.named(ZOE).id))
    program.window.stage.files.preview_import(record, path)
    dialog = the_dialog(program)
    dialog.answer.choose("worse")
    dialog.preview.answer.choose("take")
    lock_and_unlock(program, qtbot)
    again = the_dialog(program)
    assert again is not dialog
    assert (again.answer.chosen, again.preview.answer.chosen) == ("worse", "take")
    qtbot.waitUntil(lambda: again._jobs.are_at_rest, timeout=20_000)
    assert again.subtitle_label.text() == "list.csv"
    again.done(0)


def lock_and_unlock(program: Program, qtbot: QtBot) -> None:
    """Lock, unlock, and wait for the dialog that comes back."""
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.window.findChildren(CardDialog)))


def test_every_dialog_that_edits_is_opened_here(program: Program) -> None:
    tried = set()
    for open_it in OPENED.values():
        open_it(program)
        dialog = the_dialog(program)
        tried.add(type(dialog))
        for one in program.window.findChildren(CardDialog):
            # The list of contacts is shown again after one of them.
            one.finished.disconnect()
            one.done(0)
            one.setParent(None)
            one.deleteLater()
    assert editing(FormDialog) | editing(KeptListDialog) == tried


def editing(base: type[Any]) -> set[type[Any]]:
    """Return the dialogs of a kind that nothing is made of any more."""
    found = set()
    for kind in base.__subclasses__():
        found |= editing(kind) or {kind}
    return {kind for kind in found if kind.__module__.startswith("tracker.")}


def test_a_dialog_in_which_nothing_was_typed_stays_closed(program: Program, qtbot: QtBot) -> None:
    controller(program).entries.log(Kind.BOTOX)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    unlock(program, qtbot)
    qtbot.wait(0)
    assert [one for one in program.window.findChildren(CardDialog) if one.isVisible()] == []


def test_it_lies_in_the_encrypted_file_and_nowhere_else_and_outlasts_a_restart(
    program: Program, qtbot: QtBot, start: Callable[..., Program], tmp_path: Path
) -> None:
    controller(program).entries.log(Kind.RATING)
    the_dialog(program).note.setPlainText("zqcanary")
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"zqcanary" not in path.read_bytes()
    program.window.close_record()
    program.close()
    again = start(waits=False)
    unlock(again, qtbot)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in again.window.findChildren(CardDialog)))
    assert the_dialog(again).note.text == "zqcanary"


def test_what_is_kept_waits_while_the_record_is_only_read(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    controller(program).entries.log(Kind.RATING)
    the_dialog(program).note.setPlainText(TYPED)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    said: list[messages.Message] = []
    with messages.answered_by(lambda message: bool(said.append(message))):
        program.window.readOnlyRequested.emit(record_path(tmp_path))
        page_of(program, qtbot)
        unlock(program, qtbot)
        qtbot.wait(0)
    assert record_of(program).is_read_only
    assert said == []
    assert [one for one in program.window.findChildren(CardDialog) if one.isVisible()] == []
    assert len(record_of(program).unfinished.all()) == 1


def test_what_the_disk_refuses_is_not_lost(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_dialogs: object) -> None:
        raise NotSavedError("disk_full")

    monkeypatch.setattr(record_of(program).unfinished, "keep", refuse)
    controller(program).entries.log(Kind.RATING)
    the_dialog(program).note.setPlainText(TYPED)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    unlock(program, qtbot)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in program.window.findChildren(CardDialog)))
    assert the_dialog(program).note.text == TYPED


def test_an_entry_that_is_gone_meanwhile_is_said(
    program: Program, qtbot: QtBot, tmp_path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    entry = newest(program, Botox)
    controller(program).entries.edit(entry)
    the_dialog(program).note.setPlainText(TYPED)
    program.window.commands.lock.trigger()
    page_of(program, qtbot)
    elsewhere = open_record(record_path(tmp_path), catalog, clock, WORDS)
    elsewhere.entries.remove([entry.id])
    elsewhere.close()
    said: list[messages.Message] = []
    with messages.answered_by(lambda message: bool(said.append(message))):
        unlock(program, qtbot)
        qtbot.waitUntil(lambda: bool(said))
    assert said[0].title == "Not everything that was being typed could be opened again"
    assert record_of(program).unfinished.all() == ()
