"""What a check found, one finding a line, those of one kind together and below them what can be done about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from tracker.ui.scale import px
from tracker.ui.words.check import remedy

if TYPE_CHECKING:
    from tracker.core.found_rows import FoundRow
    from tracker.services.check import Finding
    from tracker.ui.theme import Theme

HEIGHT, MOST_LISTED = 240, 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ABOUT, _IS_REMEDY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FindingList(QListWidget):
    """``rowActivated`` carries the `FoundRow` of somebody on which Enter or a double click fell.

    Ctrl+C copies the chosen lines, all of them where none is chosen.
    """

    rowActivated = Signal(object)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("checkFindings")
        self.setAccessibleName(self.tr("What was found"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(px(HEIGHT))
        self.itemDoubleClicked.connect(lambda _item: self.activate())
        theme.changed.connect(self._color)

    @property
    def lines(self) -> list[str]:
        """Return what is listed."""
        return [self.item(place).text() for place in range(self.count())]

    @property
    def chosen(self) -> "FoundRow | None":
        """Return the row of somebody that the current line is about, None where it is about none."""
        item = self.currentItem()
        about: FoundRow | None = None if item is None else item.data(_ABOUT)
        return about if about is not None and about.person is not None else None

    def show_findings(self, findings: "Sequence[Finding]", said: "Callable[[Finding], str]") -> None:
        """List ``findings`` in words; so many that a person may read them."""
        self.clear()
        shown = findings[:MOST_LISTED]
        for code in dict.fromkeys(finding.code for finding in shown):
            for finding in shown:
                if finding.code == code:
                    QListWidgetItem(said(finding), self).setData(_ABOUT, finding.about)
            QListWidgetItem(remedy(code), self).setData(_IS_REMEDY, True)
        self._color()
        self.setCurrentRow(0)

    def _color(self) -> None:
        for item in map(self.item, range(self.count())):
            if item.data(_IS_REMEDY):
                item.setForeground(self._theme.color("text2"))

    def activate(self) -> None:
        """Open what the current line is about; nothing where it is about nobody's."""
        if self.chosen is not None:
            self.rowActivated.emit(self.chosen)

    def copy(self) -> None:
        """Copy the chosen lines, or all, as text."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        QGuiApplication.clipboard().setText("\n".join(self.lines[place] for place in chosen or range(self.count())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER:
            self.activate()
        else:
            super().keyPressEvent(event)
