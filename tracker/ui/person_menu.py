"""The menu under the person's name: who is in the record, and what can be done with people."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from tracker.ui.actions import Actions
from tracker.ui.menus import menu_text

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record

MOST = 20


class PersonMenu(QMenu):
    """Lists people when it opens, archived ones apart; many are left to the dialog. ``personChosen`` carries an id."""

    personChosen = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personMenu")
        self._actions = actions
        self._record: Record | None = None
        self._shown: UUID | None = None
        self.aboutToShow.connect(self._fill)

    def set_person(self, record: "Record | None", shown: UUID | None) -> None:
        """Offer the people of a record; ``shown`` is the one on screen."""
        self._record, self._shown = record, shown
        if record is None:
            self._empty()

    def _empty(self) -> None:
        """Hold no names any more."""
        self.clear()
        for former in (*self.findChildren(QMenu), *self.findChildren(QActionGroup)):
            former.deleteLater()

    def _fill(self) -> None:
        self._empty()
        if self._record is not None:
            everybody = self._record.people.all(include_archived=True)
            self._add_people(self, [person for person in everybody if not person.is_archived])
            archived = [person for person in everybody if person.is_archived]
            if archived:
                self._add_people(self.addMenu(self.tr("Arc&hived")), archived)
            self.addSeparator()
        do = self._actions
        self.addActions([do.switch_person, do.add_person, do.person_details])
        self.addActions([do.contacts, do.changes, do.merge_people, do.erase_person])

    def _add_people(self, menu: QMenu, people: "list[Person]") -> None:
        group = QActionGroup(menu)
        for person in people[:MOST]:
            action = QAction(menu_text(person.name), menu)
            action.setCheckable(True)
            action.setChecked(person.id == self._shown)
            action.setData(str(person.id))
            action.triggered.connect(lambda _checked=False, person_id=person.id: self.personChosen.emit(person_id))
            group.addAction(action)
            menu.addAction(action)
