"""The field that names a practitioner: any name can be typed, those who work here are offered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme

ICON = 16


class ProviderEdit(QLineEdit):
    """A line that completes the ``names`` of practitioners; Down shows all of them."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._completer: QCompleter | None = None
        if names:
            self._offer(names, theme)

    def _offer(self, names: Sequence[str], theme: Theme) -> None:
        self._completer = QCompleter(list(names), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self._completer.popup()
        if popup is not None:
            popup.setObjectName("people")
        self.setCompleter(self._completer)
        shown = QAction(self.tr("Practitioners"), self)
        keep_icon(shown, "down", theme, "text2", px(ICON))
        shown.triggered.connect(self.show_all)
        self.addAction(shown, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the names that are offered."""
        if self._completer is None:
            return ()
        model = self._completer.model()
        return tuple(str(model.index(row, 0).data()) for row in range(model.rowCount()))

    def show_all(self) -> None:
        """Show all names, whatever is typed."""
        if self._completer is not None:
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            self._completer.setCompletionPrefix("")
            self._completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._completer is not None:
            self.show_all()
            return
        super().keyPressEvent(event)
