"""The contacts with one client: read, log another, change one or remove it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from tracker.core.contacts import Contact
from tracker.core.errors import SkintervalError
from tracker.core.records import Person
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip
from tracker.ui.words.contacts import details_line, title_line
from tracker.ui.words.errors import error
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, ITEM_HEIGHT, FEWEST_SHOWN, MOST_SHOWN = 640, 46, 2, 6
LONGEST_SHOWN = 400


class ContactList(QListWidget):
    """One contact an item, the latest first; ``removeAsked`` follows Delete, ``editAsked`` Enter or a double click."""

    removeAsked = Signal()
    editAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contacts")
        self.setAccessibleName(self.tr("Contacts, latest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(px(4))
        self.itemDoubleClicked.connect(lambda _item: self.editAsked.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.editAsked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removeAsked.emit()
        else:
            super().keyPressEvent(event)


class ContactsDialog(CardDialog):
    """Lists contacts. ``logRequested`` and ``editRequested`` follow when the dialog has left; undo is the window's."""

    logRequested = Signal()
    editRequested = Signal(object)

    def __init__(self, record: "Record", person: Person, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Contacts"), width=WIDTH)
        self.setObjectName("contactsDialog")
        self._record = record
        self._person = person
        self._contacts: tuple[Contact, ...] = ()
        self.set_subtitle(shown_name(person))
        self._build()
        self._connect()
        self.order_tabs()
        self._read()

    def _build(self) -> None:
        self.failure = MessageFrame(self)
        self.nothing = PlainLabel(self.tr("No contact was logged yet."), "muted", self, wrap=True)
        self.list = ContactList(self)
        for widget in (self.failure, self.nothing, self.list):
            self.rows.addWidget(widget)
        self.failure.hide()
        self.edit_button = self.add_flat_button(self.tr("&Edit…"), "editContact")
        self.remove_button = self.add_flat_button(self.tr("&Remove"), "removeContact")
        self.footer.addStretch(1)
        self.log_button = self.add_button(self.tr("&Log contact…"), "logContactOfClient")
        mark_changing(self.edit_button, self.remove_button, self.log_button)
        self.close_list = self.add_button(self.tr("&Close"), "closeContacts", is_primary=True)

    def _connect(self) -> None:
        self.list.editAsked.connect(self._on_edit)
        self.list.removeAsked.connect(self._on_remove)
        self.edit_button.clicked.connect(self._on_edit)
        self.remove_button.clicked.connect(self._on_remove)
        self.log_button.clicked.connect(self._on_log)
        self.close_list.clicked.connect(self.accept)

    def _read(self) -> None:
        today, place = self._record.clock.today(), max(0, self.list.currentRow())
        self._contacts = self._record.contacts.of(self._person.id)
        self.list.clear()
        for contact in self._contacts:
            details = details_line(contact, today)
            item = QListWidgetItem(f"{title_line(contact, today)}\n{details[:LONGEST_SHOWN]}")
            item.setToolTip(plain_tooltip(details))
            self.list.addItem(item)
        has_any, shown = bool(self._contacts), min(max(len(self._contacts), FEWEST_SHOWN), MOST_SHOWN)
        self.list.setFixedHeight(px(ITEM_HEIGHT) * shown)
        self.list.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(has_any)
        self.list.setCurrentRow(min(place, len(self._contacts) - 1))
        (self.list if has_any else self.log_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> Contact | None:
        place = self.list.currentRow()
        return self._contacts[place] if 0 <= place < len(self._contacts) else None

    def _on_log(self) -> None:
        self.accept()
        self.logRequested.emit()

    def _on_edit(self) -> None:
        contact = self._chosen()
        if contact is not None:
            self.accept()
            self.editRequested.emit(contact)

    def _on_remove(self) -> None:
        contact = self._chosen()
        if contact is None:
            return
        try:
            self._record.contacts.remove([contact.id])
            self._read()
        except SkintervalError as problem:
            self.failure.show_message("error", error(problem))
