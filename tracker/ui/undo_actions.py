"""Undo and redo: named in the menu, a focused text field first, and the strip that offers to take a change back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from tracker.ui.actions import Actions
from tracker.ui.edit_menu import focused_field
from tracker.ui.widgets.undo_strip import UndoStrip

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.services.record import Record
    from tracker.ui.controller import Controller


class UndoActions(QObject):
    """Keeps undo and redo in step with a record and with the focus."""

    def __init__(self, menu: QMenu, actions: Actions, controller: "Controller", strip: UndoStrip) -> None:
        super().__init__(menu)
        self._actions = actions
        self._controller = controller
        self._strip = strip
        self._record: Record | None = None
        menu.aboutToShow.connect(self._on_about_to_show)
        menu.aboutToHide.connect(self.follow)
        actions.undo.triggered.connect(self._on_undo)
        actions.redo.triggered.connect(self._on_redo)
        strip.undoRequested.connect(controller.undo)

    def set_record(self, record: "Record | None") -> None:
        """Undo and redo the changes of another record."""
        self._record = record
        self._strip.dismiss()
        self.follow()

    def follow(self) -> None:
        """Name what undo and redo would do now, and switch them on or off."""
        from tracker.ui.words.changes import menu_text

        undo = None if self._record is None else self._record.undo.next_undo
        redo = None if self._record is None else self._record.undo.next_redo
        named = self.tr("&Undo {change}").format(change=menu_text(undo)) if undo else self.tr("&Undo")
        self._actions.undo.setText(named)
        self._actions.undo.setEnabled(undo is not None)
        named = self.tr("&Redo {change}").format(change=menu_text(redo)) if redo else self.tr("&Redo")
        self._actions.redo.setText(named)
        self._actions.redo.setEnabled(redo is not None)

    def announce(self, change: "ChangeSet") -> str:
        """Say what a change did: with an offer to undo it, and, after an undo or a redo, as the text returned."""
        from tracker.ui.words.changes import done_text, menu_text

        self.follow()
        if change.direction == "undo":
            self._strip.dismiss()
            return self.tr("Undone: {change}").format(change=menu_text(change.label))
        if self._record is not None:
            text = done_text(change.label, self._record.clock.today())
            self._strip.show_change(text, can_undo=change.can_undo)
        if change.direction == "redo":
            return self.tr("Redone: {change}").format(change=menu_text(change.label))
        return ""

    def _on_undo(self) -> None:
        field = focused_field(undoing=True)
        if field is not None:
            field.undo()
        else:
            self._controller.undo()

    def _on_redo(self) -> None:
        field = focused_field(undoing=False)
        if field is not None:
            field.redo()
        else:
            self._controller.redo()

    def _on_about_to_show(self) -> None:
        self.follow()
        if focused_field(undoing=True) is not None:
            self._actions.undo.setText(self.tr("&Undo typing"))
            self._actions.undo.setEnabled(True)
        if focused_field(undoing=False) is not None:
            self._actions.redo.setText(self.tr("&Redo typing"))
            self._actions.redo.setEnabled(True)
