"""What the window shows of a record: a person, the first screen of an empty one, or why it could not be opened."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotFoundError
from tracker.core.records import Kind
from tracker.ui import messages, shortcuts
from tracker.ui.controller import Controller
from tracker.ui.edit_menu import EditMenu
from tracker.ui.files import FileChooser
from tracker.ui.marks import mark_first_paint
from tracker.ui.record_view import HISTORY, OVERVIEW, RecordView
from tracker.ui.undo_actions import UndoActions
from tracker.ui.welcome.page import WelcomePage
from tracker.ui.welcome.problem_page import ProblemPage
from tracker.ui.widgets.undo_strip import UndoStrip
from tracker.ui.window_look import WindowLook

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.core.records import Person
    from tracker.core.reminders import Reminder
    from tracker.services.record import Record
    from tracker.ui.history.view import HistoryView
    from tracker.ui.window_frame import WindowFrame

_MINUTE_MS = 60_000


class RecordStage(QObject):
    """Puts one record at a time on the window's pages, and follows its changes."""

    _changed = Signal(object)

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window
        self._record: Record | None = None
        self._is_kept = True
        # Verbs may run in a worker thread; the signal brings what they changed to this one.
        self._listener = self._changed.emit
        self._day = window.clock.today()
        self._build()
        self._connect()
        self._connect_actions()

    def _build(self) -> None:
        window = self._window
        self.controller = Controller(window.preferences, window.theme, window)
        self.files = FileChooser(window.theme, window)
        self.view = RecordView(window.theme, window.preferences, window.commands, window)
        self.welcome = WelcomePage(window.theme, window)
        self.problem = ProblemPage(window)
        for page in (self.view, self.welcome, self.problem):
            window.pages.addWidget(page)
        self.strip = UndoStrip(window.pages)
        self._undo = UndoActions(window.menus.edit, window.commands, self.controller, self.strip)
        EditMenu(window.menus.edit, window.commands)
        WindowLook(window, window.commands, window.preferences, window.theme)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.start()

    def _connect(self) -> None:
        window = self._window
        self._changed.connect(self._on_changed)
        self._minute.timeout.connect(self._on_minute)
        self.controller.personAdded.connect(lambda person: self.show_person(person.id))
        self.controller.reminderLogRequested.connect(self.log_reminder)
        self.view.banner.logRequested.connect(self.log_reminder)
        self.view.banner.snoozed.connect(self.controller.snooze)
        self.view.banner.dismissed.connect(self.controller.dismiss)
        self.view.banner.listRequested.connect(self._on_reminders)
        self.files.openChosen.connect(window.openRecordRequested)
        self.files.newChosen.connect(window.newRecordRequested)
        self.files.exported.connect(self._on_exported)
        self.view.overview.chart.panel.exported.connect(window.status.tell)
        window.menus.recentChosen.connect(window.openRecordRequested)
        self.view.personChosen.connect(self.show_person)
        self.view.historyMade.connect(self._on_history_made)
        self.view.bar.reportRequested.connect(self.controller.report)
        self.view.overview.logRequested.connect(self.controller.log)
        self.view.overview.entryActivated.connect(self.controller.edit)
        self.view.overview.importRequested.connect(self._on_import)
        self.welcome.continued.connect(self._on_welcome_continued)
        self.welcome.openRequested.connect(self._on_open)
        self.welcome.importRequested.connect(self._on_import)
        self.problem.openRequested.connect(self._on_open)
        self.problem.newRequested.connect(self._on_new)

    def _connect_actions(self) -> None:
        do, controller = self._window.commands, self.controller
        for kind, action in do.log.items():
            action.triggered.connect(lambda _checked=False, kind=kind: controller.log(Kind(kind)))
        for action, act in (
            (do.new_record, self._on_new),
            (do.open_record, self._on_open),
            (do.import_history, self._on_import),
            (do.export_history, self._on_export),
            (do.report, controller.report),
            (do.settings, controller.settings),
            (do.reminders, self._on_reminders),
            (do.why_not_reminded, controller.why_not_reminded),
            (do.about, controller.about),
            (do.help, controller.help),
            (do.add_person, controller.add_person),
            (do.person_details, controller.person_details),
            (do.switch_person, self._on_switch_person),
            (do.find, self.view.focus_search),
            (do.overview, lambda: self.view.show_tab(OVERVIEW)),
            (do.history, lambda: self.view.show_tab(HISTORY)),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())
        QShortcut(shortcuts.NEXT_PANE, self._window).activated.connect(self._on_next_pane)

    @property
    def record(self) -> "Record | None":
        """Return the record on screen."""
        return self._record

    def show_record(self, record: "Record", person_id: UUID | None = None, *, is_kept: bool = True) -> None:
        """Show a record: the person asked for, else who was on screen last, else the first, else the first screen.

        ``is_kept`` is False for the demo, which is gone when the program ends; nothing of it is remembered.
        """
        self._record, self._is_kept = record, is_kept
        record.listen(self._listener)
        self._undo.set_record(record)
        self._show_somebody(person_id or self._window.preferences.last_person(record.path))

    def close_record(self) -> None:
        """Let go of the record and show nothing of it."""
        if self._record is not None:
            self._record.unlisten(self._listener)
        self._record = None
        self._undo.set_record(None)
        self.controller.set_person(None, None)
        self.view.forget()
        self._window.pages.setCurrentIndex(0)
        self._window.commands.allow(has_record=False, has_person=False)
        self._window.status.show_nothing()
        self._window.show_title("")

    def show_problem(self, text: str) -> None:
        """Say that a record could not be opened, over the record on screen or on a page of its own."""
        if self._record is not None:
            messages.tell(self._window, self.tr("No record was opened"), text)
            return
        self._window.menus.show_personal(False)
        self.problem.show_problem(text)
        self._window.pages.setCurrentWidget(self.problem)

    def show_person(self, person_id: UUID) -> None:
        """Put a person of the record on screen."""
        if self._record is None:
            return
        person = self._record.people.get(person_id)
        if self._is_kept:
            self._window.preferences.keep_last_person(self._record.path, person.id)
        mark_first_paint("overview", self.view.overview.viewport())
        self.view.show_person(self._record, person)
        self._show_page(self.view, person)

    def log_reminder(self, reminder: "Reminder") -> None:
        """Put the person of a reminder on screen and ask for the entry that does what it reminds of."""
        if self.controller.try_out(lambda: self.show_person(reminder.person_id)):
            self.controller.log(reminder.done_by)

    def warm_charts(self) -> None:
        """Put the chart in place; its library must have been imported."""
        self.view.overview.chart.warm()

    def _show_somebody(self, wanted: UUID | None) -> None:
        """Show the person wanted if they are there, else who was added first, else the first screen."""
        if self._record is None:
            return
        people = self._record.people
        everybody = people.all() or people.all(include_archived=True)
        found = next((person for person in everybody if person.id == wanted), people.first() or _first(everybody))
        if found is not None:
            self.show_person(found.id)
            return
        self._show_page(self.welcome, None)
        self.welcome.start()

    def _show_page(self, page: QWidget, person: "Person | None") -> None:
        window, record = self._window, self._record
        self.controller.set_person(record, person)
        window.menus.show_personal(person is not None)
        window.commands.allow(has_record=record is not None, has_person=person is not None)
        self._undo.follow()
        window.pages.setCurrentWidget(page)
        if record is not None:
            window.show_title(self._title(record, person))
            where = str(record.path) if self._is_kept else self.tr("Demo with invented people, gone when you quit")
            window.status.show_record(where, None if person is None else record.entries.count_of(person.id))

    def _title(self, record: "Record", person: "Person | None") -> str:
        if person is None:
            return record.path.stem
        if record.people.count() == 1:
            return person.name
        return self.tr("{person} – {record}").format(person=person.name, record=record.path.stem)

    def _on_changed(self, change: "ChangeSet") -> None:
        record, person = self._record, self.view.person
        if record is None:
            return
        self._window.status.tell(self._undo.announce(change))
        if person is None:
            self._show_somebody(None)
            return
        try:
            self.view.take_in(change)
        except NotFoundError:
            self.view.forget()
            self._show_somebody(None)
            return
        seen = _after_import(record, change, person.id)
        if seen != person.id:
            self.show_person(seen)
        elif self.view.person is not None:
            self._show_page(self.view, self.view.person)

    def _on_minute(self) -> None:
        today = self._window.clock.today()
        if today != self._day:
            self._day = today
            self.view.read_again()

    def _on_history_made(self, history: "HistoryView") -> None:
        history.editRequested.connect(self.controller.edit)
        history.duplicateRequested.connect(self.controller.duplicate)
        history.deleteRequested.connect(self.controller.delete)
        history.exportRequested.connect(self._on_export)

    def _on_welcome_continued(self, name: str) -> None:
        record = self._record
        if record is not None:
            draft = PersonDraft(name=name.strip() or self.tr("Me"))
            if self.controller.try_out(lambda: record.people.add(draft)):
                self.view.overview.rating.rate_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_open(self) -> None:
        self.files.ask_open()

    def _on_new(self) -> None:
        self.files.ask_new()

    def _on_import(self) -> None:
        if self._record is not None:
            self.files.ask_import(self._record)

    def _on_export(self) -> None:
        if self._record is not None:
            self.files.ask_export(self._record)

    def _on_exported(self, path: Path) -> None:
        self._window.status.tell(self.tr("Exported to {path}").format(path=path))

    def _on_reminders(self) -> None:
        self.controller.reminders(self.view.reminders)

    def _on_switch_person(self) -> None:
        if self._record is None:
            return
        from tracker.ui.person_switcher import PersonSwitcher

        switcher = PersonSwitcher(self._record, self._window.theme, self._window)
        switcher.personChosen.connect(self.show_person)
        switcher.open()

    def _on_next_pane(self) -> None:
        """Go from the tabs to the page under them and back."""
        self.view.focus_next_pane(QApplication.focusWidget())


def _first(people: "tuple[Person, ...]") -> "Person | None":
    return people[0] if people else None


def _after_import(record: "Record", change: "ChangeSet", shown: UUID) -> UUID:
    """Return who is to be seen: after an import somebody who has entries now, in place of a person who has none."""
    if change.label.verb != "import" or record.entries.count_of(shown):
        return shown
    return next((person.id for person in record.people.all() if person.id in change.people), shown)
