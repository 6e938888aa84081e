"""One person of a record: the head and what is to be known at once, over the pages of the tabs."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.records import Kind
from tracker.ui.actions import Actions
from tracker.ui.caution_strip import CautionStrip
from tracker.ui.name_bar import NameBar
from tracker.ui.person_menu import PersonMenu
from tracker.ui.preferences import Preferences
from tracker.ui.record_pages import HISTORY, OVERVIEW, PLAN, PROGRESS, RecordPages
from tracker.ui.reminders.banner import ReminderBanner
from tracker.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.core.changes import ChangeSet
    from tracker.core.records import Person
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record
    from tracker.ui.clients.head import PracticeHead
    from tracker.ui.face_map.view import FaceMapView
    from tracker.ui.history.view import HistoryView
    from tracker.ui.plan.view import PlanView
    from tracker.ui.progress_page.view import ProgressView


class RecordView(QWidget):
    """Shows one person. ``personChosen`` carries the id of another one who was picked, ``personShown`` who is shown.

    ``left`` follows Esc where nothing else takes it. ``detailsRequested`` asks for what is known of the person.
    ``othersCounted`` carries how many reminders there are for other people.
    """

    personChosen = Signal(object)
    personShown = Signal(object)
    detailsRequested = Signal()
    left = Signal()
    othersCounted = Signal(int)

    def __init__(self, theme: Theme, preferences: Preferences, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._record: Record | None = None
        self._person: Person | None = None
        self._reminders: Mapping[UUID, int] = {}
        self._build(actions)
        self._connect()

    def _build(self, actions: Actions) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.menu = PersonMenu(actions, self)
        tabs = [self.tr("Overview"), self.tr("History"), self.tr("Face map"), self.tr("Progress"), self.tr("Plan")]
        self.bar = NameBar(self._theme, self.menu, tabs, self)
        self._head: QWidget = self.bar
        self.cautions = CautionStrip(self)
        self.banner = ReminderBanner(self._theme, self._preferences, self)
        self.pages = RecordPages(self._theme, self._preferences, self)
        self.overview = self.pages.overview
        for part in (self.bar, self.cautions, self.banner):
            column.addWidget(part)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.bar.tabChosen.connect(self.show_tab)
        self.overview.historyRequested.connect(lambda: self.show_tab(HISTORY))
        self.overview.progressRequested.connect(lambda: self.show_tab(PROGRESS))
        self.pages.progressMade.connect(
            lambda progress: progress.historyRequested.connect(lambda: self.show_tab(HISTORY))
        )
        self.overview.tableRequested.connect(self._on_table_requested)
        self.overview.planActivated.connect(lambda plan: self.show_plan_day(plan.kind, plan.on))
        self.menu.personChosen.connect(self.personChosen)
        self.cautions.detailsRequested.connect(self.detailsRequested)

    @property
    def person(self) -> "Person | None":
        """Return who is on screen."""
        return self._person

    @property
    def history(self) -> "HistoryView | None":
        """Return the page of the history, None before it is first needed."""
        return self.pages.history

    @property
    def face_map(self) -> "FaceMapView | None":
        """Return the page of the face map, None before it is first needed."""
        return self.pages.face_map

    @property
    def progress(self) -> "ProgressView | None":
        """Return the page of the progress, None before it is first needed."""
        return self.pages.progress

    @property
    def plan(self) -> "PlanView | None":
        """Return the page of the plan, None before it is first needed."""
        return self.pages.plan

    @property
    def tab(self) -> int:
        """Return which tab is on screen, one of `TABS`."""
        return self.bar.tabs.currentIndex()

    def show_head(self, head: "PracticeHead | None") -> None:
        """Put the head of a practice over the pages in place of the name bar; None puts the bar back."""
        self._head.hide()
        if head is None:
            self.bar.take_back(self.bar.tabs)
        else:
            self._column.insertWidget(0, head)
            head.borrow(self.bar.tabs)
        self._head = self.bar if head is None else head
        self._head.show()
        self.overview.show_practice(head is not None)

    def show_person(self, record: "Record", person: "Person") -> None:
        """Show a person of a record; all of another person's data goes."""
        if record is not self._record:
            self.bar.show_tab(OVERVIEW)
        self._record, self._person = record, person
        self.pages.set_person(record, person)
        self._show_name()
        self._show_banner()
        self.pages.freshen()

    def show_reminders(self, listed: "Mapping[UUID, int]") -> None:
        """Show what is to be reminded of now: ``listed`` is how many there are by person; empty shows nothing."""
        self._reminders = listed
        self._show_banner()

    def forget(self) -> None:
        """Show nobody; let go of the record."""
        self._record = self._person = None
        self.pages.set_person(None, None)
        self.show_reminders({})
        self.menu.set_person(None, None)
        self.cautions.show_person(None, None)
        self.bar.show_person("", has_others=False)
        self.overview.forget()
        self.show_tab(OVERVIEW)

    def take_in(self, change: "ChangeSet") -> None:
        """Read again what a change touched: the tab on screen now, the others when they are shown."""
        if self._record is None or self._person is None:
            return
        if change.people and self._person.id not in change.people:
            self._show_name()
            return
        self._person = self._record.people.get(self._person.id)
        self.pages.set_person(self._record, self._person)
        self._show_name()
        self.pages.freshen()

    def read_again(self) -> None:
        """Read everything again, as when a new day has begun."""
        self.pages.read_again()

    def focus_next_pane(self, focused: QWidget | None) -> None:
        """Go from the bar to the page under it and back, as with F6."""
        reason = Qt.FocusReason.TabFocusReason
        if focused is None or not self._head.isAncestorOf(focused):
            self.bar.tabs.setFocus(reason)
            return
        page = self.pages.currentWidget()
        for following in page.findChildren(QWidget) if page is not None else ():
            if _takes_tab(following):
                following.setFocus(reason)
                return

    def show_tab(self, place: int) -> None:
        """Put a tab on screen."""
        self.bar.show_tab(place)
        self.pages.show_tab(place)
        first = self.pages.first_widget()
        if first is not None and not self.bar.tabs.hasFocus():
            first.setFocus()

    def focus_search(self) -> None:
        """Go to the search field of the history."""
        self.show_tab(HISTORY)
        if self.history is not None:
            self.history.focus_search()

    def sign_selected(self) -> None:
        """Ask to sign the entries selected in the history; where it is not on screen, go there first."""
        if self.tab == HISTORY and self.history is not None:
            self.history.sign_selected()
        else:
            self.show_tab(HISTORY)

    def select_entry(self, entry_id: UUID) -> None:
        """Show an entry in the history."""
        self.show_tab(HISTORY)
        if self.history is not None:
            self.history.select_entry(entry_id)

    def show_plan_day(self, kind: Kind, on: date) -> None:
        """Show a day in the plan."""
        self.show_tab(PLAN)
        if self.plan is not None:
            self.plan.weeks.timeline.go_to(kind, on)

    def _show_name(self) -> None:
        if self._record is None or self._person is None:
            return
        self.menu.set_person(self._record, self._person.id)
        if self._head is self.bar:
            self.bar.show_person(self._person.name, has_others=self._record.people.count() > 1)
        self.cautions.show_person(self._person, self._record.catalog)
        self.personShown.emit(self._person)

    def _show_banner(self) -> None:
        if self._record is None or self._person is None:
            self.banner.hide()
            self.othersCounted.emit(0)
            return
        count = self._reminders.get(self._person.id, 0)
        own = _listed(self._record, self._person.id) if count else ()
        self.banner.show_reminders(own, self._record.clock.today())
        self.othersCounted.emit(sum(self._reminders.values()) - count)

    def _on_table_requested(self, start: date, end: date) -> None:
        self.show_tab(HISTORY)
        if self.history is not None:
            self.history.filter_to(start, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _listed(record: "Record", person_id: UUID) -> "tuple[Reminder, ...]":
    """Return what stands in a person's list; nothing where the file is out of reach for a moment."""
    try:
        return record.reminders.listed(person_id)
    except SkintervalError:
        return ()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
