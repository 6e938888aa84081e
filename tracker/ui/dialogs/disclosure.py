"""A part of a form that opens on request. While it is closed it names what is filled in inside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

ICON_SIZE = 16


class Disclosure(QWidget):
    """A button with an arrow, and the rows that it opens. ``filled`` returns the names of the filled fields in them."""

    toggled = Signal(bool)

    def __init__(
        self, text: str, name: str, theme: "Theme", filled: Callable[[], list[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = filled
        self._build(text, name)
        self._button.toggled.connect(self._on_toggled)

    def _build(self, text: str, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._button = QToolButton(self)
        self._button.setObjectName(name)
        self._button.setText(text)
        self._button.setAccessibleName(text.replace("&", ""))
        self._button.setCheckable(True)
        self._button.setProperty("kind", "disclosure")
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setIconSize(QSize(px(ICON_SIZE), px(ICON_SIZE)))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._summary = PlainLabel("", "small", self, wrap=True)
        self._summary.hide()
        column.addWidget(self._summary)
        self.content = QWidget(self)
        self.rows = QVBoxLayout(self.content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(px(16))
        self.content.hide()
        column.addWidget(self.content)
        self._draw_arrow()

    @property
    def is_open(self) -> bool:
        """Return whether the rows are shown."""
        return self._button.isChecked()

    @property
    def summary(self) -> str:
        """Return what is said to be filled in while the rows are hidden."""
        return "" if self._summary.isHidden() else self._summary.text()

    def open(self) -> None:
        """Show the rows."""
        self._button.setChecked(True)

    def open_if_filled(self) -> None:
        """Show the rows where something is filled in."""
        if self._filled():
            self.open()

    def show_summary(self) -> None:
        """Say what is filled in while the rows are hidden."""
        names = [] if self.is_open else self._filled()
        self._summary.setText(self.tr("Filled in: {names}").format(names=", ".join(names)))
        self._summary.setVisible(bool(names))

    def _draw_arrow(self) -> None:
        arrow = "down" if self.is_open else "right"
        keep_icon(self._button, arrow, self._theme, "accent", px(ICON_SIZE))

    def _on_toggled(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.show_summary()
        self._draw_arrow()
        self.toggled.emit(is_open)
