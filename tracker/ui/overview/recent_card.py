"""The card of the latest entries."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QWidget

from tracker.ui.overview.recent_rows import ROW_HEIGHT, RecentDelegate, RecentModel, RecentRow
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.writing_switch import mark_changing

FEWEST, MOST = 2, 12


class RecentList(QListView):
    """The latest entries, as many as fit; ``rowChosen`` follows a click or Enter."""

    rowChosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Recent entries"))
        self.rows = RecentModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RecentDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._all: tuple[RecentRow, ...] = ()
        self.clicked.connect(self.rowChosen)

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show the first of ``rows`` that fit."""
        self._all = tuple(rows)
        self._fit()

    def _fit(self) -> None:
        room = max(FEWEST, self.height() // px(ROW_HEIGHT))
        shown = self._all[:room]
        if self.rows.rowCount() != len(shown) or any(
            self.rows.row_at(self.rows.index(place)) != row for place, row in enumerate(shown)
        ):
            self.rows.show_rows(shown)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT) * FEWEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(ROW_HEIGHT) * min(FEWEST, max(1, len(self._all))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.rowChosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RecentCard(Card):
    """Lists the latest entries. ``entryActivated`` carries the entry's id."""

    entryActivated = Signal(object)
    allRequested = Signal()
    importRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Recent"))
        self._build()
        self._connect()
        self.show_rows(())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Recent"), "section", self))
        head.addStretch(1)
        self.all_button = KeyButton(self.tr("All history"), "", "link", self)
        self.all_button.setObjectName("allHistory")
        head.addWidget(self.all_button)
        self.nothing = PlainLabel(self.tr("Nothing logged yet. Have a list already?"), "small", self, wrap=True)
        self.import_button = KeyButton(self.tr("Import a CSV file"), "", "link", self)
        mark_changing(self.import_button)
        self.import_button.setObjectName("importHistory")
        self.list = RecentList(self)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(4))
        self.inner.addWidget(self.list, 1)
        self.inner.addWidget(self.nothing)
        self.inner.addSpacing(px(4))
        self.inner.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.inner.addStretch(0)

    def _connect(self) -> None:
        self.list.rowChosen.connect(self._on_row_chosen)
        self.all_button.clicked.connect(self.allRequested)
        self.import_button.clicked.connect(self.importRequested)

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show the latest entries, newest first; without any, offer to import a list."""
        has_rows = bool(rows)
        self.list.setVisible(has_rows)
        self.all_button.setVisible(has_rows)
        self.nothing.setVisible(not has_rows)
        self.import_button.setVisible(not has_rows)
        self.list.show_rows(rows)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        self.entryActivated.emit(self.list.rows.row_at(index).entry_id)
