"""What the window shows of a record: a person, the first screen of an empty one, or why it could not be opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tracker.core.errors import NotFoundError
from tracker.ui import messages
from tracker.ui.controller import Controller
from tracker.ui.due_actions import DueActions
from tracker.ui.due_list import DueList
from tracker.ui.edit_menu import EditMenu
from tracker.ui.files import FileChooser
from tracker.ui.marks import mark_first_paint
from tracker.ui.practice_door import PracticeDoor
from tracker.ui.record_notices import RecordNotices
from tracker.ui.record_pages import OVERVIEW
from tracker.ui.record_view import RecordView
from tracker.ui.stage_links import StageLinks
from tracker.ui.stage_signs import StageSigns
from tracker.ui.undo_actions import UndoActions
from tracker.ui.welcome.page import WelcomePage
from tracker.ui.welcome.problem_page import ProblemPage
from tracker.ui.whom_to_show import seen_after_import, whom_to_show
from tracker.ui.widgets.undo_strip import UndoStrip
from tracker.ui.window_look import WindowLook
from tracker.ui.words.access import nothing_can_be_saved, taking_over
from tracker.ui.words.errors import error
from tracker.ui.working_as import WorkingAs
from tracker.ui.writing_switch import WritingSwitch

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.core.errors import RecordInUseError
    from tracker.core.records import Person
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record
    from tracker.ui.window_frame import WindowFrame

_MINUTE_MS = 60_000


class RecordStage(QObject):
    """Puts one record at a time on the window's pages, and follows its changes.

    ``recordShown`` carries the record and whether it is kept, ``recordLeft`` comes before it is closed.
    """

    recordShown = Signal(object, bool)
    recordLeft = Signal()
    _changed = Signal(object)
    _reloaded = Signal()

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
        StageLinks(self, window)

    def _build(self) -> None:
        window = self._window
        self.controller = Controller(window.preferences, window.theme, window)
        self.files = FileChooser(window.theme, window)
        self.view = RecordView(window.theme, window.preferences, window.commands, window)
        self.welcome = WelcomePage(window.theme, window)
        self.problem = ProblemPage(window)
        for page in (self.view, self.welcome, self.problem):
            window.pages.addWidget(page)
        self.due = DueList(window.pages, window.theme, self)
        self.signs = StageSigns(window)
        self.notices = RecordNotices(window)
        self._writing = WritingSwitch(self)
        DueActions(self.due, self.files, self.controller.print_people, window)
        self.strip = UndoStrip(window.pages)
        self.working_as = WorkingAs(window)
        self._undo = UndoActions(window.menus.edit, window.commands, self.controller, self.strip)
        EditMenu(window.menus.edit, window.commands)
        WindowLook(window, window.commands, window.preferences, window.theme)
        self.practice = PracticeDoor(self, window)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.start()

    def _connect(self) -> None:
        self._changed.connect(self._on_changed)
        self._reloaded.connect(self._on_reloaded)
        self._minute.timeout.connect(self._on_minute)
        self.due.personActivated.connect(self._on_due_person)
        self.due.backRequested.connect(self._on_back_from_due)

    @property
    def record(self) -> "Record | None":
        """Return the record on screen."""
        return self._record

    @property
    def is_kept(self) -> bool:
        """Return whether the record on screen is there after the program ends; False for the demo."""
        return self._is_kept

    def show_record(self, record: "Record", person_id: UUID | None = None, *, is_kept: bool = True) -> None:
        """Show a record: the person asked for, else who was on screen last, else the first, else the first screen.

        ``is_kept`` is False for the demo, which is gone when the program ends; nothing of it is remembered.
        """
        self._record, self._is_kept = record, is_kept
        if record.is_read_only:
            self._writing.switch_off(nothing_can_be_saved())
        record.listen(self._listener)
        record.call_when_reloaded(self._reloaded.emit)
        self._undo.set_record(record)
        self.due.set_record(record)
        self.working_as.set_record(record, is_kept=is_kept)
        self.practice.follow(record)
        self._show_somebody(person_id or self._window.preferences.last_person(record.path))
        self.recordShown.emit(record, is_kept)

    def close_record(self) -> None:
        """Let go of the record and show nothing of it; wait for what still reads it."""
        self.hide_record()
        self.files.stop()
        self.due.set_record(None)

    def hide_record(self) -> None:
        """Show nothing of the record any more, at once; what still reads it goes on."""
        self.recordLeft.emit()
        self._writing.switch_on()
        if self._record is not None:
            self._record.unlisten(self._listener)
            self._record.call_when_reloaded(None)
        self._record = None
        self._undo.set_record(None)
        self.controller.set_person(None, None)
        self.view.forget()
        self.working_as.set_record(None)
        self.practice.follow(None)
        self._window.pages.setCurrentIndex(0)
        self._window.commands.allow(has_record=False, has_person=False)
        self._window.notices.clear()
        self.signs.show_nothing()

    def show_problem(self, text: str, damaged: Path | None = None) -> None:
        """Say that a record could not be opened, over the record on screen or on a page of its own.

        The page offers to save what can be read of a ``damaged`` one.
        """
        if self._record is not None:
            messages.tell(self._window, self.tr("No record was opened"), text)
            return
        self._window.menus.show_personal(False)
        if damaged is None:
            self.problem.show_problem(text)
        else:
            self.problem.show_damaged(damaged, text)
        self._window.pages.setCurrentWidget(self.problem)

    def show_missing(self, path: Path, text: str) -> None:
        """Say that there is no record at ``path``, over the record on screen or on a page that offers to start one."""
        if self._record is not None:
            self.show_problem(text)
            return
        self._window.menus.show_personal(False)
        self.problem.show_missing(path, text)
        self._window.pages.setCurrentWidget(self.problem)

    def show_in_use(self, found: "RecordInUseError") -> None:
        """Say who has a record open, and offer to read it: over the record on screen or on a page of its own."""
        path = Path(found.path)
        if self._record is None:
            self._window.menus.show_personal(False)
            self.problem.show_in_use(found, error(found))
            self._window.pages.setCurrentWidget(self.problem)
            return
        title = self.tr("The record is in use")
        is_read_here = self._record.is_read_only and self._record.path == path
        if not is_read_here:
            self._ask(
                title, error(found), self.tr("Open it read-only"), lambda: self._window.readOnlyRequested.emit(path)
            )
        elif found.is_here:
            messages.tell(self._window, title, error(found))
        else:
            self._ask(title, error(found), self.tr("Open it here…"), lambda: self.ask_take_over(found))

    def ask_take_over(self, found: "RecordInUseError") -> None:
        """Ask whether nobody has a record open any more on another computer; open it here where that is said."""
        title, text, yes = taking_over(found)
        self._ask(title, text, yes, lambda: self._window.takeOverRequested.emit(found))

    def _ask(self, title: str, text: str, yes: str, do: Callable[[], None]) -> None:
        question = messages.Message(title=title, text=text, yes=yes, no=self.tr("Cancel"))
        messages.ask(self._window, question, lambda is_agreed: do() if is_agreed else None)

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
        record = self._record
        if record is None or not self.controller.try_out(lambda: self.show_person(reminder.person_id)):
            return
        planned = next((one for one in record.plans.of(reminder.person_id) if one.id == reminder.plan_id), None)
        self.controller.entries.log(reminder.done_by, planned)

    def show_tab(self, place: int) -> None:
        """Show a tab of the person, also from the due list."""
        self.show_record_page()
        self.view.show_tab(place)

    def show_record_page(self) -> None:
        """Go back from the due list to the record that was on screen."""
        if self.due.is_shown:
            self._show_page(self.view, self.view.person)

    def show_due_list(self) -> None:
        """Show the due list and go to its table."""
        self._show_due_list()
        if self.due.page is not None:
            self.due.page.table.setFocus()

    def focus_next_pane(self) -> None:
        """Go from the tabs, or what stands over the due list, to the page under them and back."""
        focused = QApplication.focusWidget()
        if self.practice.take_focus_after(focused):
            return
        page = self.due.page if self.due.page is not None and self.due.is_shown else self.view
        page.focus_next_pane(focused)

    def warm_charts(self) -> None:
        """Put the chart in place; its library must have been imported."""
        self.view.overview.chart.warm()
        if self.practice.is_open:
            self.due.count()

    def _show_somebody(self, wanted: UUID | None) -> None:
        """Show the person wanted if they are there, else who was added first, else the first screen."""
        if self._record is None:
            return
        found = whom_to_show(self._record, wanted)
        if found is not None:
            self.show_person(found.id)
            return
        self._show_page(self.practice.empty_page or self.welcome, None)
        if not self.practice.is_open:
            self.welcome.start(is_encrypted=self._record.is_encrypted)

    def _show_due_list(self) -> None:
        """Show the due list; nobody is on screen then whom an entry could be logged for."""
        self._show_page(self.due.show(self.view.person), None)

    def _show_page(self, page: QWidget, person: "Person | None") -> None:
        window, record = self._window, self._record
        self.controller.set_person(record, person)
        window.menus.show_personal(person is not None or page is self.due.page or self.practice.is_open)
        window.commands.allow(
            has_record=record is not None,
            has_person=person is not None,
            has_others=self.due.is_offered,
            has_due_list=page is self.due.page,
        )
        self._undo.follow()
        window.pages.setCurrentWidget(page)
        self.practice.show_page(page)
        if record is not None:
            self.signs.show(record, person, is_kept=self._is_kept)

    def _on_changed(self, change: "ChangeSet") -> None:
        record, is_on_due_list = self._record, self.due.is_shown
        if record is None:
            return
        self._window.status.tell(self._undo.announce(change))
        self.working_as.follow(change)
        self.due.read_again()
        if change.label.subject == "settings":
            self.practice.follow(record)
        self._follow(record, change)
        self.practice.read_again()
        if is_on_due_list and self.due.is_offered:
            self._show_due_list()

    def _follow(self, record: "Record", change: "ChangeSet") -> None:
        """Show a change on the person's page, whether that is on screen or under the due list."""
        person = self.view.person
        if person is None:
            self._show_somebody(None)
            return
        try:
            self.view.take_in(change)
        except NotFoundError:
            self.view.forget()
            self._show_somebody(None)
            return
        if self.due.is_shown and self.due.is_offered:
            return
        seen = seen_after_import(record, change, person.id)
        if seen != person.id:
            self.show_person(seen)
        elif self.view.person is not None:
            self._show_page(self.view, self.view.person)

    def _on_reloaded(self) -> None:
        """Read everything anew: another file lies in the place of the record, and a person chose it."""
        if self._record is None:
            return
        person = self.view.person
        self._undo.set_record(self._record)
        self.due.read_again()
        self.practice.follow(self._record)
        self.practice.read_again()
        self._show_somebody(None if person is None else person.id)

    def _on_minute(self) -> None:
        today = self._window.clock.today()
        if today != self._day:
            self._day = today
            self.view.read_again()
            self.due.read_again()
            self.practice.read_again()
            if self._record is not None:
                shown = None if self.due.is_shown else self.view.person
                self.signs.show_status(self._record, shown, is_kept=self._is_kept)

    def _on_due_person(self, person_id: UUID) -> None:
        if self.controller.try_out(lambda: self.show_person(person_id)):
            self.view.show_tab(OVERVIEW)
            self.view.focus_next_pane(None)

    def _on_back_from_due(self) -> None:
        self._show_page(self.view, self.view.person)
        self.view.focus_next_pane(None)
