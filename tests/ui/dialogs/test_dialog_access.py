"""Every dialog names its controls, takes hostile text literally, and can be left by Tab."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dialog_keys import focused, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, PersonDraft, RatingDraft
from tracker.core.records import TREATMENTS, Botox, Person
from tracker.services.record import Record
from tracker.ui.changes.dialog import ChangesDialog
from tracker.ui.charts.data import DataRow
from tracker.ui.charts.data_table import DataDialog
from tracker.ui.dialogs.about import AboutDialog
from tracker.ui.dialogs.calendar_file import CalendarDialog
from tracker.ui.dialogs.check import CheckDialog
from tracker.ui.dialogs.columns import Columns
from tracker.ui.dialogs.counting import CountingDialog
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.erase import EraseDialog
from tracker.ui.dialogs.help import HelpDialog
from tracker.ui.dialogs.import_history import ImportDialog
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.log_other_event import LogOtherEventDialog
from tracker.ui.dialogs.merge import MergeDialog
from tracker.ui.dialogs.move_entry import MoveEntryDialog
from tracker.ui.dialogs.person import PersonDialog
from tracker.ui.dialogs.practitioners import PractitionersDialog
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.dialogs.salvage import SalvageDialog
from tracker.ui.dialogs.settings import SettingsDialog
from tracker.ui.dialogs.templates import TemplatesDialog
from tracker.ui.dialogs.what_happened import WhatHappenedDialog
from tracker.ui.lots.dialog import LotDialog
from tracker.ui.person_picker import PersonPicker
from tracker.ui.preferences import Preferences
from tracker.ui.reminders.list_dialog import ReminderListDialog
from tracker.ui.reminders.settings_dialog import ReminderSettingsDialog
from tracker.ui.reminders.why_dialog import WhyDialog
from tracker.ui.theme import Theme
from tracker.ui.trash.dialog import TrashDialog

CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
SAME_ROW = 12
AFTERWARDS = ("happened", "lot")
ENTRIES = ("botox", "session", "rating", "other_event", "move")
PEOPLE = ("person", "picker", "merge", "erase", "trash")
REMINDERS = ("reminders", "why", "reminder-settings")
HOSTILE = "<b>Eve</b> & <img src=x> %1 {0}"


OTHERS = (
    "settings",
    "about",
    "help",
    "import",
    "calendar",
    "changes",
    "practitioners",
    "templates",
    "counting",
    "chart-table",
    "amending",
    "check",
    "salvage",
)


@pytest.fixture(params=[*ENTRIES, *PEOPLE, *AFTERWARDS, *REMINDERS, *OTHERS])
def dialog(
    request: pytest.FixtureRequest,
    record: Record,
    person: Person,
    preferences: Preferences,
    theme: Theme,
    window: QMainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> QDialog:
    """Return each dialog in turn, opened, with all its parts open."""
    for kind in TREATMENTS:
        record.plans.add(person.id, kind, record.clock.today())
    if request.param in AFTERWARDS:
        record.entries.add(person.id, BotoxDraft(on=record.clock.today(), product="xeomin", lot="C8612"))
    path = tmp_path / "list.csv"
    ben = record.people.add(PersonDraft(name="Ben Example"))
    rating = record.entries.add(person.id, RatingDraft(on=record.clock.today(), scores={"texture": 5}))
    path.write_text("person,date,event,wrinkles\nMaya,2026-01-01,rating,5\n", "utf-8")
    make: dict[str, Callable[[], QDialog]] = {
        "botox": lambda: LogBotoxDialog(record, person, preferences, theme, window),
        "session": lambda: LogMicrodermabrasionDialog(record, person, preferences, theme, window),
        "rating": lambda: RateDialog(record, person, preferences, theme, window),
        "other_event": lambda: LogOtherEventDialog(record, person, preferences, theme, window),
        "person": lambda: PersonDialog(record, theme, window, person=person),
        "settings": lambda: SettingsDialog(preferences, theme, window),
        "about": lambda: AboutDialog(theme, window),
        "help": lambda: HelpDialog(theme, window),
        "import": lambda: ImportDialog(record, path, theme, window),
        "picker": lambda: PersonPicker(record, theme, window, title="Switch person", action="&Open"),
        "merge": lambda: MergeDialog(record, person.id, ben.id, theme, window),
        "move": lambda: MoveEntryDialog(record, rating, person, ben, theme, window),
        "calendar": lambda: CalendarDialog(record, person, theme, window),
        "happened": lambda: WhatHappenedDialog(record, person, preferences, theme, window),
        "lot": lambda: LotDialog(record, preferences, theme, window, lot="C8612"),
        "erase": lambda: EraseDialog(record, person, theme, window),
        "trash": lambda: TrashDialog(record, person, theme, window),
        "check": lambda: CheckDialog(record, theme, window),
        "salvage": lambda: SalvageDialog(record.path, record.clock, None, theme, window),
        "changes": lambda: ChangesDialog(record, person, preferences, theme, window),
        "practitioners": lambda: PractitionersDialog(record, theme, window),
        "templates": lambda: TemplatesDialog(record, theme, window),
        "counting": lambda: CountingDialog(record, theme, window),
        "chart-table": lambda: DataDialog((DataRow(what="Texture"),), "", theme, window, has_history=True),
        "amending": lambda: LogBotoxDialog(record, person, preferences, theme, window, entry=signed(record, person)),
        "reminders": lambda: ReminderListDialog(record, person, preferences, theme, window),
        "why": lambda: WhyDialog(record, person, preferences, theme, window),
        "reminder-settings": lambda: ReminderSettingsDialog(record, preferences, theme, window),
    }
    made = make[request.param]()
    made.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    for part in made.findChildren(Disclosure):
        part.open()
    return made


def signed(record: Record, person: Person) -> Botox:
    """Return a signed entry, in a record with practitioners and templates."""
    record.templates.add(";a", HOSTILE)
    record.made_by = record.practitioners.add(HOSTILE).name
    entry = record.entries.add(person.id, BotoxDraft(on=record.clock.today(), product="other"))
    record.entries.sign([entry.id])
    found = record.entries.get(entry.id)
    assert isinstance(found, Botox)
    return found


def controls(dialog: QDialog) -> list[QWidget]:
    found = [child for child in dialog.findChildren(QWidget) if isinstance(child, CONTROLS)]
    inner = ("qt_spinbox_lineedit", "qt_calendar")
    return [
        child
        for child in found
        if not child.objectName().startswith(inner)
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(child.parentWidget(), QComboBox | QAbstractSpinBox)
        and not any(above.inherits("QCalendarWidget") for above in ancestors(child))
    ]


def ancestors(widget: QWidget) -> list[QWidget]:
    above, found = widget.parentWidget(), []
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def test_every_control_has_a_name_for_screen_readers(dialog: QDialog) -> None:
    nameless = [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls(dialog)
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and (control.text() or not control.isVisible()))
    ]
    assert not nameless
    assert dialog.accessibleName() == dialog.windowTitle() != ""


def test_tab_reaches_every_shown_control_and_comes_round(dialog: QDialog) -> None:
    reached: list[QWidget] = []
    for _stop in range(200):
        if focused() in reached:
            break
        reached.append(focused())
        press(Qt.Key.Key_Tab)
    missing = [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls(dialog)
        if control.isVisible()
        and control.isEnabled()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control not in reached
    ]
    assert not missing


def test_tab_goes_from_top_to_bottom(dialog: Any) -> None:
    content = dialog.body.content
    # Where there are two columns, Tab goes down the first one before it goes down the second.
    columns = dialog.findChild(Columns)
    first, heights = focused(), []
    for _stop in range(200):
        if content.isAncestorOf(focused()):
            is_second = columns is not None and not columns.panel.isAncestorOf(focused())
            height = focused().mapTo(content, focused().rect().center()).y()
            heights.append(height + (content.height() if is_second else 0))
        press(Qt.Key.Key_Tab)
        if focused() is first:
            break
    turn = heights.index(min(heights)) if heights else 0
    in_order = heights[turn:] + heights[:turn]
    assert all(later >= earlier - SAME_ROW for earlier, later in pairwise(in_order))


def test_mnemonics_are_not_given_twice(dialog: QDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]
    assert len(letters) == len(set(letters)), sorted(letters)


def test_the_mnemonic_of_a_field_leads_into_its_control(dialog: QDialog) -> None:
    for label in dialog.findChildren(QLabel):
        buddy, key = label.buddy(), QKeySequence.mnemonic(label.text())
        if buddy is None or key.isEmpty() or not label.isVisible() or not buddy.isEnabled():
            continue
        press(label.text()[label.text().index("&") + 1].lower(), modifier=Qt.KeyboardModifier.AltModifier)
        assert buddy is focused() or buddy.isAncestorOf(focused()), label.text()


def test_hostile_text_is_shown_letter_by_letter(
    record: Record, preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    eve = record.people.add(PersonDraft(name=HOSTILE))
    record.people.add(PersonDraft(name="Somebody else"))
    draft = BotoxDraft(
        product="xeomin", lot=HOSTILE, provider=HOSTILE, note=HOSTILE, on=record.clock.today(), override_reason=HOSTILE
    )
    entry: Any = record.entries.add(eve.id, draft)
    dialog = LogBotoxDialog(record, eve, preferences, theme, window, entry=entry)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.subtitle_label.text() == HOSTILE
    assert dialog.subtitle_label.textFormat() == Qt.TextFormat.PlainText
    assert (dialog.lot.text(), dialog.provider.text(), dialog.note.text) == (HOSTILE, HOSTILE, HOSTILE)
    dialog.expires.setText(HOSTILE)
    dialog.save()
    label = dialog.field("expires").findChild(QLabel, "problem")
    assert HOSTILE in label.text()
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_name_is_shortened_and_does_not_widen_the_card(
    record: Record, preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    record.people.add(PersonDraft(name="Somebody else"))
    long = record.people.add(PersonDraft(name="Maximiliane " * 30))
    dialog = LogMicrodermabrasionDialog(record, long, preferences, theme, window)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.width() == 620
    assert dialog.subtitle_label.is_elided
