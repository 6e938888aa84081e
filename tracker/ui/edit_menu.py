"""Cut, copy, paste, delete and select all for whatever has the focus; undo for a focused text field first.

The entries are on only while the menu is open. The keys themselves go to the focused widget, which knows them.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from tracker.ui.actions import Actions

TextField = QLineEdit | QPlainTextEdit | QTextEdit
_CONTROL, _PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_PRESSED = {
    "cut": (Qt.Key.Key_X, _CONTROL),
    "copy": (Qt.Key.Key_C, _CONTROL),
    "paste": (Qt.Key.Key_V, _CONTROL),
    "delete": (Qt.Key.Key_Delete, _PLAIN),
    "selectAll": (Qt.Key.Key_A, _CONTROL),
}


class EditMenu(QObject):
    """Keeps the editing part of the Edit menu in step with the focus."""

    def __init__(self, menu: QMenu, actions: Actions) -> None:
        super().__init__(menu)
        self._actions = actions
        self._editing = (actions.cut, actions.copy, actions.paste, actions.delete, actions.select_all)
        menu.aboutToShow.connect(self._on_about_to_show)
        # The menu hides before it triggers the entry chosen, which must still be on then.
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(0)
        self._after.timeout.connect(self._switch_off)
        menu.aboutToHide.connect(self._after.start)
        for action in self._editing:
            action.triggered.connect(self._act(action))
        self._switch_off()

    def _act(self, action: QAction) -> Callable[[], None]:
        def act() -> None:
            target = QApplication.focusWidget()
            if target is not None:
                perform(target, action)

        return act

    def _on_about_to_show(self) -> None:
        target = QApplication.focusWidget()
        for action in self._editing:
            action.setEnabled(target is not None and self._can(action, target))

    def _can(self, action: QAction, target: QWidget) -> bool:
        if isinstance(target, QAbstractItemView):
            own = _own_action(target, action.shortcut())
            return action is self._actions.select_all or (own is not None and own.isEnabled())
        if not isinstance(target, QLineEdit | QPlainTextEdit | QTextEdit):
            return False
        if action is self._actions.paste:
            return not target.isReadOnly() and bool(QGuiApplication.clipboard().text())
        if action is self._actions.select_all:
            return True
        has_selection = _has_selection(target)
        return has_selection if action is self._actions.copy else has_selection and not target.isReadOnly()

    def _switch_off(self) -> None:
        for action in self._editing:
            action.setEnabled(False)


def perform(target: QWidget, action: QAction) -> None:
    """Let ``target`` do what ``action`` says: by an action of its own, else as if the keys had been pressed."""
    own = _own_action(target, action.shortcut())
    if own is not None:
        own.trigger()
        return
    key, modifiers = _PRESSED[action.objectName()]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, modifiers))


def focused_field(undoing: bool) -> TextField | None:
    """Return the focused text field that has typing to undo (or to redo); None where there is none."""
    target = QApplication.focusWidget()
    if isinstance(target, QLineEdit):
        return target if (target.isUndoAvailable() if undoing else target.isRedoAvailable()) else None
    if isinstance(target, QPlainTextEdit | QTextEdit):
        document = target.document()
        return target if (document.isUndoAvailable() if undoing else document.isRedoAvailable()) else None
    return None


def _own_action(target: QWidget, keys: QKeySequence) -> QAction | None:
    for action in target.actions():
        if any(own.matches(keys) is QKeySequence.SequenceMatch.ExactMatch for own in action.shortcuts()):
            return action
    return None


def _has_selection(target: TextField) -> bool:
    return target.hasSelectedText() if isinstance(target, QLineEdit) else target.textCursor().hasSelection()
