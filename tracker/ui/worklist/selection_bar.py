"""The dark bar under the due list: how many rows are ticked, and what can be done with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import worklist as words
from tracker.ui.writing_switch import mark_changing

HEIGHT = 44


class SelectionBar(QFrame):
    """Shown while rows are ticked. ``contactRequested``, ``printRequested``, ``exportRequested`` and ``cleared`` follow
    its buttons."""

    contactRequested = Signal()
    printRequested = Signal()
    exportRequested = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setFixedHeight(px(HEIGHT))
        self._build(theme)
        self._connect()
        self.show_count(0)

    def _build(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        row.setSpacing(px(12))
        self.label = PlainLabel("", parent=self)
        self.contact_button = self._button(words.log_contact(), "selectionContact")
        self.print_button = self._button(self.tr("Print documents…"), "selectionPrint")
        self.export_button = self._button(self.tr("Export CSV"), "selectionExport")
        self.clear_button = self._button("", "selectionClear")
        self.clear_button.setAccessibleName(self.tr("Select none"))
        self.clear_button.setToolTip(self.tr("Select none (Esc)"))
        mark_changing(self.contact_button)
        keep_icon(self.clear_button, "x", theme, "window", px(18))
        row.addWidget(self.label, 1)
        for button in (self.contact_button, self.print_button, self.export_button, self.clear_button):
            row.addWidget(button)

    def _button(self, text: str, name: str) -> KeyButton:
        button = KeyButton(text, "", "inverse", self)
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self.contact_button.clicked.connect(self.contactRequested)
        self.print_button.clicked.connect(self.printRequested)
        self.export_button.clicked.connect(self.exportRequested)
        self.clear_button.clicked.connect(self.cleared)

    def show_count(self, count: int) -> None:
        """Say how many rows are ticked; hide where none is."""
        self.label.setText(words.selected(count))
        self.setAccessibleName(self.label.text())
        self.setVisible(count > 0)
