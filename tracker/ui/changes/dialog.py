"""The changes of a person or of one entry: searched, filtered, read in full, printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from tracker.ui import shortcuts
from tracker.ui.changes.paper import paper_maker
from tracker.ui.changes.reader import ChangeReader
from tracker.ui.changes.search import ChangeSearch, Group
from tracker.ui.changes.table import ROW_HEIGHT, ChangeTable
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.history.detail_parts import breakable
from tracker.ui.history.filter_bar import SearchField
from tracker.ui.reminders.room import rows_that_fit
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.catalog import kind
from tracker.ui.words.change_history import ChangeLine, about_text, made_text
from tracker.ui.words.change_paper import document_title, file_name
from tracker.ui.words.dates import day_table

if TYPE_CHECKING:
    from tracker.core.records import Entry, Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 980
_MOST_ROWS, _AROUND, _DETAIL_HEIGHT, _SEARCH_WIDTH = 8, 506, 120, 220
_SEARCH_MS = 120


class ChangesDialog(CardDialog):
    """Lists what was changed, newest first; what is chosen stands in full below."""

    def __init__(
        self,
        record: "Record",
        person: "Person",
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry: "Entry | None" = None,
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Changes"), width=WIDTH)
        self.setObjectName("changesDialog")
        self._record = record
        self._person = person
        self._preferences = preferences
        self._entry = entry
        self._later = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self.reader = ChangeReader(record, person.id, None if entry is None else entry.id, self)
        self.set_subtitle(shown_name(person) if entry is None else f"{kind(entry.kind)}, {day_table(entry.on)}")
        self._build()
        self._connect()
        self.order_tabs()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        self._search_now()

    def _build(self) -> None:
        self.rows.setSpacing(px(12))
        self.rows.addLayout(self._filters())
        self.message = MessageFrame(self)
        self.rows.addWidget(self.message)
        self.table = ChangeTable(self.theme, rows_that_fit(self.parentWidget(), _AROUND, ROW_HEIGHT, _MOST_ROWS), self)
        self.rows.addWidget(self.table)
        self.about = PlainLabel("", "strong", self, wrap=True)
        self.about.setObjectName("changeAbout")
        self.made = PlainLabel("", "caption", self, wrap=True)
        self.made.setObjectName("changeMade")
        self.detail = QPlainTextEdit(self)
        self.detail.setObjectName("changeDetail")
        self.detail.setAccessibleName(self.tr("Fields of the chosen change"))
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFixedHeight(px(_DETAIL_HEIGHT))
        for part in (self.about, self.made, self.detail):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self.busy = BusyLine(self)
        self._build_footer()

    def _filters(self) -> QHBoxLayout:
        groups = {
            Group.ALL: self.tr("All"),
            Group.BOTOX: self.tr("Botox"),
            Group.MICRODERMABRASION: self.tr("Microdermabrasion"),
            Group.RATING: self.tr("Ratings"),
            Group.OTHER_EVENT: self.tr("Notes and events"),
            Group.PERSON: self.tr("Person"),
            Group.OTHER: self.tr("Others"),
        }
        self.kinds = Chips(list(groups.items()), self, name=self.tr("Kinds of changes"), exclusive=True)
        self.kinds.choose([Group.ALL])
        self.kinds.setVisible(self._entry is None)
        self.search = SearchField(self.theme, self)
        self.search.setObjectName("changeSearch")
        self.search.setPlaceholderText(self.tr("Search changes"))
        self.search.setAccessibleName(self.tr("Search who, dates, fields and values"))
        self.search.setFixedWidth(px(_SEARCH_WIDTH))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.kinds, 1, Qt.AlignmentFlag.AlignVCenter)
        if self._entry is not None:
            line.addStretch(1)
        line.addWidget(self.search)
        return line

    def _build_footer(self) -> None:
        self.private = QCheckBox(self.tr("Print private &notes"), self)
        self.private.setObjectName("privateNotes")
        self.footer.addWidget(self.private)
        self.footer.addStretch(1)
        self.print_button = self.add_button(self.tr("&Print…"), "printChanges")
        self.add_button(self.tr("&Close"), "closeChanges", is_primary=True).clicked.connect(self.accept)

    def _connect(self) -> None:
        self._later.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._later.start)
        self.search.leftDownwards.connect(self.table.setFocus)
        self.kinds.chosenChanged.connect(self._search_now)
        self.reader.pageRead.connect(self._on_page_read)
        self.reader.failed.connect(self._on_failed)
        self.table.changes.moreAsked.connect(self.reader.read_on)
        self.table.placeChosen.connect(self._on_place_chosen)
        self.print_button.clicked.connect(self._on_print)
        QShortcut(QKeySequence(shortcuts.FIND), self).activated.connect(self.search.setFocus)

    @property
    def is_waiting(self) -> bool:
        """Return whether something typed is still to be looked for, or changes are being read."""
        return self._later.isActive() or self.reader.is_reading

    def _about(self) -> str:
        """Return what the list is narrowed to, for the head of the page."""
        group = Group((self.kinds.chosen or (Group.ALL,))[0])
        named = "" if group is Group.ALL else self.kinds.chip(group).text()
        return about_text(self._entry, named, self.search.text())

    def _search_now(self) -> None:
        self._later.stop()
        group = Group((self.kinds.chosen or (Group.ALL,))[0])
        self.busy.begin()
        self.reader.begin(ChangeSearch.of(group, self.search.text()))

    def _on_page_read(self, lines: list[ChangeLine], is_first: bool) -> None:
        self.busy.end()
        if not is_first:
            self.table.changes.add_lines(lines, has_more=self.reader.has_more)
            return
        self.message.hide_message()
        self.table.changes.show_lines(lines, has_more=self.reader.has_more)
        self.print_button.setEnabled(bool(lines))
        self.table.choose_first()

    def _on_place_chosen(self, place: int) -> None:
        lines = self.table.changes.lines
        if not 0 <= place < len(lines):
            self.about.setText(self.tr("No change matches.") if self.search.text() else self.tr("No changes."))
            self.made.setText("")
            self.detail.clear()
            return
        line = lines[place]
        self.about.setText(line.what)
        self.made.setText(breakable(made_text(line)))
        self.detail.setPlainText("\n".join(field.said for field in line.fields))

    def _on_failed(self, text: str) -> None:
        self.busy.end()
        self.message.show_message("error", text)

    def _on_print(self) -> None:
        from tracker.ui.reports.listing_dialog import ListingDialog
        from tracker.ui.reports.person_file import letterhead_of

        name, today = self._person.name, self._record.clock.today()
        ListingDialog(
            paper_maker(self.reader, self._person, self._about(), today, with_private=self.private.isChecked()),
            document_title(name),
            file_name(name, today),
            self._record.path,
            self._preferences.paper,
            self.theme,
            self,
            lambda: letterhead_of(self._record),
        ).open()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reader.stop()
