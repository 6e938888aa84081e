"""Who works here now: chosen once on each computer, and every change is recorded under that name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from tracker.ui.menus import menu_text

if TYPE_CHECKING:
    from uuid import UUID

    from tracker.core.changes import ChangeSet
    from tracker.core.practice import Practitioner
    from tracker.services.record import Record
    from tracker.ui.window_frame import WindowFrame

TABLE = "practitioner"


class WorkingAs(QObject):
    """The menu "Working as" of the window, in the menu Record and in the status bar, for one record at a time.

    What is chosen for a record that is kept is remembered on this computer; of the demo nothing is.
    """

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window
        self._menu = window.menus.working_as
        self._record: Record | None = None
        self._is_kept = True
        self._chosen: UUID | None = None
        window.status.working.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def set_record(self, record: "Record | None", *, is_kept: bool = True) -> None:
        """Work in another record, as whom was chosen for it before."""
        self._record, self._is_kept = record, is_kept
        self._clear()
        is_remembered = record is not None and is_kept
        self._chosen = (
            self._window.preferences.working_as(record.path) if record is not None and is_remembered else None
        )
        self._show()

    def follow(self, change: "ChangeSet") -> None:
        """Follow a change of who works here."""
        if any(row.table == TABLE for row in change.rows):
            self._show()

    def choose(self, practitioner: "Practitioner | None") -> None:
        """Work as somebody from now on; None is nobody in particular."""
        self._chosen = None if practitioner is None else practitioner.id
        if self._record is not None and self._is_kept:
            self._window.preferences.keep_working_as(self._record.path, self._chosen)
        self._show()

    def _show(self) -> None:
        """Let the record know the name, and show it where anybody is listed."""
        record, do = self._record, self._window.commands
        everybody = () if record is None else record.practitioners.all()
        here = [one for one in everybody if one.id == self._chosen and not one.has_left]
        name = here[0].name if here else None
        if record is not None:
            record.made_by = name
        self._window.status.show_working(name, is_shown=bool(everybody))
        do.sign_entries.setVisible(bool(everybody))

    def _clear(self) -> None:
        """Hold no names any more."""
        self._menu.clear()
        for group in self._menu.findChildren(QActionGroup):
            group.deleteLater()

    def _fill(self) -> None:
        self._clear()
        group = QActionGroup(self._menu)
        here = () if self._record is None else self._record.practitioners.here()
        for one in here:
            self._add(group, menu_text(one.name), one)
        self._add(group, self.tr("&Nobody in particular"), None)
        self._menu.addSeparator()
        self._menu.addAction(self._window.commands.who_works_here)

    def _add(self, group: QActionGroup, text: str, practitioner: "Practitioner | None") -> None:
        action = QAction(text, group)
        action.setCheckable(True)
        is_chosen = self._record is not None and self._record.made_by is not None
        action.setChecked(practitioner.id == self._chosen if practitioner is not None else not is_chosen)
        action.triggered.connect(lambda _on=False: self.choose(practitioner))
        self._menu.addAction(action)
