"""Search, filters and list of clients."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.client_query import MOST_FOUND, ClientFilter, ClientQuery
from tracker.core.errors import SkintervalError
from tracker.core.search_words import asked
from tracker.ui.clients.filters import ClientFilters
from tracker.ui.clients.list_view import ClientList
from tracker.ui.clients.parts import new_button
from tracker.ui.clients.search import ClientSearch
from tracker.ui.marks import mark_first_paint
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames
from tracker.ui.theme import Theme
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.empty_list import EmptyList
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import clients as words
from tracker.ui.words.errors import error
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record

FOLLOW_MS = 120
MENU_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SIDE, _TOP, _GAP = 16, 14, 10
_LONGEST_SAID, _SAID_ROOM = 200, 180
"""How much is repeated of what nobody was found by: so many letters at most, so many px."""


class ClientBrowser(QWidget):
    """Lists the clients of a record. ``chosen`` carries the id of one whose record is to be seen.

    ``entered`` follows it where the keys are to go there too. ``dueWanted`` asks who is due.
    """

    chosen = Signal(object)
    entered = Signal()
    newRequested = Signal()
    dueWanted = Signal()

    def __init__(self, theme: Theme, names: ShownNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._shown: UUID | None = None
        self._moved_to: UUID | None = None
        self._due: Sequence[UUID] | None = None
        self._has_begun = False
        self._problem: SkintervalError | None = None
        self._build(theme, names)
        self._connect()

    def _build(self, theme: Theme, names: ShownNames) -> None:
        self.search = ClientSearch(theme, self)
        self.new_button = new_button(theme, self)
        mark_changing(self.new_button)
        self.filters = ClientFilters(theme, self._tags_in_use, self)
        self.list = ClientList(theme, names, self)
        self.empty = EmptyList(self.list.viewport())
        self.empty.hide()
        QVBoxLayout(self.list.viewport()).addWidget(self.empty)
        self.foot = PlainLabel("", "small", self, wrap=True)
        self.foot.setContentsMargins(px(_SIDE), px(8), px(_SIDE), px(8))
        self.foot.hide()
        self.busy = BusyLine(self.list)
        self._lay_out()
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW_MS)

    def _lay_out(self) -> None:
        searching = QHBoxLayout()
        searching.setSpacing(px(6))
        searching.addWidget(self.search, 1)
        searching.addWidget(self.new_button)
        head = QVBoxLayout()
        head.setContentsMargins(px(_SIDE), px(_TOP), px(_SIDE), px(_TOP) - px(2))
        head.setSpacing(px(_GAP))
        head.addLayout(searching)
        head.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.stepped.connect(self._on_stepped)
        self.search.entered.connect(self._on_entered)
        self.search.left.connect(self.focus_list)
        self.filters.changed.connect(self._on_filter_changed)
        self.list.moved.connect(self._on_moved)
        self.list.entered.connect(self._on_entered)
        self.list.typed.connect(self._on_letters)
        self.list.left.connect(self.search.clear)
        self.list.rows.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._follow.timeout.connect(self._on_follow)
        for widget in (self.search, self.list):
            widget.installEventFilter(self)
        self.empty.pressed.connect(self._on_empty_pressed)
        self.new_button.clicked.connect(self.newRequested)

    @property
    def listed(self) -> "Sequence[Person]":
        """Return everybody who is listed. Raise as reading the record does."""
        if self._record is None:
            return ()
        return self._record.clients.page(self.list.rows.query, 0, self.list.rows.rowCount())

    def set_record(self, record: "Record | None") -> None:
        """Belong to another record; nothing is read of it before `begin`."""
        self._follow.stop()
        self._record, self._shown, self._due, self._has_begun = record, None, None, False
        self.search.clear()
        self.filters.clear()
        self.list.rows.show_query(None, ClientQuery(), self.list.rows.today)
        self.empty.hide()
        self.foot.hide()

    def begin(self) -> None:
        """Read the list for the first time."""
        if self._record is not None and not self._has_begun:
            self._has_begun = True
            mark_first_paint("clients", self.list.viewport())
            self.read_again()

    def show_person(self, person_id: UUID | None) -> None:
        """Mark whose record is on screen, where they are listed."""
        if person_id == self._shown and self._follow.isActive():
            # The record is about to follow a move; nothing that happens meanwhile takes it back.
            return
        self._follow.stop()
        self._shown = person_id
        if self._has_begun:
            self.list.lead_to(self._place_of(person_id))

    def reveal(self, person_id: UUID) -> None:
        """Mark whose record is on screen; list everybody where they are not listed."""
        self._shown = person_id
        if self._has_begun and self._place_of(person_id) is None:
            self.search.clear()
            self.filters.clear()
        self.show_person(person_id)

    def show_due(self, ids: Sequence[UUID] | None) -> None:
        """Know who is due, the most pressing first; None while nobody knows."""
        self._due = ids
        self.busy.end()
        if self._has_begun:
            self.read_again()

    def show_due_problem(self, problem: SkintervalError) -> None:
        """Say why nobody knows who is due, where that is what the list shows."""
        self.busy.end()
        if self.filters.only is ClientFilter.DUE and self._due is None:
            self._on_failed(problem)

    def read_again(self) -> None:
        """Read again what may have changed; the place in the list stays."""
        self._try_to_read(is_counted=True)

    def focus_search(self) -> None:
        """Go to the search field with what was typed before selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Go to the list; to the search where it is empty."""
        target = self.list if self.list.rows.rowCount() else self.search
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _try_to_read(self, *, is_counted: bool) -> None:
        """Read the list; in its place say why where that cannot be done."""
        record = self._record
        if record is None or not self._has_begun:
            return
        try:
            self._read(record)
            if is_counted:
                self._count(record)
        except SkintervalError as problem:
            self._on_failed(problem)

    def _read(self, record: "Record") -> None:
        self._problem = None
        marked = self._marked
        query, today = self._query(record), record.clock.today()
        if query == self.list.rows.query and self.list.rows.rowCount():
            self.list.rows.read_again(today)
        else:
            self.list.rows.show_query(record.clients, query, today)
        self.list.lead_to(self._place_of(marked), is_seen=not query.text)
        self._say(query)

    def _query(self, record: "Record") -> ClientQuery:
        only = self.filters.only
        among = None
        if only is ClientFilter.DUE:
            among = self._due or ()
        elif only is ClientFilter.RECENT:
            among = record.clients.recent()
        return ClientQuery(text=self.search.text(), only=only, tags=self.filters.tags, among=among)

    @property
    def _marked(self) -> UUID | None:
        """Return who is to be marked: who was moved to, while the record has not followed yet, else who is shown."""
        return self._moved_to if self._follow.isActive() else self._shown

    def _place_of(self, person_id: UUID | None) -> int | None:
        return None if person_id is None else self.list.rows.place_of(person_id)

    def _tags_in_use(self) -> tuple[str, ...]:
        try:
            return () if self._record is None else self._record.clients.tags()
        except SkintervalError:
            # The list itself says what is wrong with the record.
            return ()

    def _count(self, record: "Record") -> None:
        counts = {ClientFilter.ALL: record.clients.count(ClientQuery())}
        if self._due is not None:
            counts[ClientFilter.DUE] = len(self._due)
        self.filters.show_counts(counts)

    def _say(self, query: ClientQuery) -> None:
        """Say why the list is empty, and that a search found more than is shown."""
        count, has_words = self.list.rows.rowCount(), bool(asked(query.text))
        is_reading = query.only is ClientFilter.DUE and self._due is None
        self.empty.setVisible(count == 0 and not is_reading)
        if has_words:
            text = " ".join(query.text[:_LONGEST_SAID].split())
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, px(_SAID_ROOM))
            self.empty.say(words.nobody(shown), self.tr("&Clear"))
        else:
            self.empty.say(*words.empty_list(query.only, has_tags=bool(query.tags)))
        is_full = has_words and count >= MOST_FOUND
        self.foot.setText(words.more_found() if is_full else "")
        self.foot.setVisible(is_full)

    def _on_typed(self) -> None:
        self._follow.stop()
        self._try_to_read(is_counted=False)
        # Only typing puts a row on offer: who has moved since means the client that is marked.
        self.list.offer(0 if asked(self.search.text()) and self.list.rows.rowCount() else -1)
        self.list.scrollToTop()

    def _on_letters(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _on_stepped(self, event: QKeyEvent) -> None:
        self.list.step(event)

    def _on_filter_changed(self) -> None:
        self._problem = None
        if self.filters.only is ClientFilter.DUE and self._due is None and self._has_begun:
            self.busy.begin()
            self.dueWanted.emit()
        self.read_again()

    def _on_moved(self) -> None:
        person = self.list.rows.person_at(self.list.currentIndex().row())
        if person is not None:
            self._moved_to = person.id
            self._follow.start()

    def _on_follow(self) -> None:
        """Ask for the record of who was moved to."""
        self._follow.stop()
        if self._moved_to is not None and self._moved_to != self._shown:
            self.chosen.emit(self._moved_to)

    def _on_entered(self) -> None:
        if self.list.candidate >= 0:
            self.list.go_to(self.list.candidate)
        if self._follow.isActive():
            self._on_follow()
        if self.list.currentIndex().isValid():
            self.entered.emit()

    def _on_empty_pressed(self) -> None:
        if self._problem is not None:
            self._on_filter_changed()
        elif self.search.text().strip():
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.clear()

    def _on_failed(self, problem: SkintervalError) -> None:
        self._problem = problem
        self.empty.say(error(problem), self.tr("&Try again"))
        self.empty.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_menu_key = isinstance(event, QKeyEvent) and bool(event.modifiers() & MENU_KEYS)
        if is_menu_key and event.type() is QEvent.Type.ShortcutOverride and self._follow.isActive():
            # A key of the menus means the client that is marked, though the record has not followed yet.
            self._on_follow()
        return super().eventFilter(watched, event)
