"""What the spacing rules say of the entry being logged, with the note that overrides a firm rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.dialogs.fields import Composite, Field, line_edit
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.guard import Guard

FIRM = "firm"


class OverrideEdit(Composite):
    """The box "Record it anyway" and, once it is ticked, the note that goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.box.toggled.connect(self._on_toggled)
        self.edit.textChanged.connect(self.changed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        self.box = QCheckBox(self.tr("Record it an&yway"), self)
        self.box.setObjectName("record_anyway")
        self.box.setAccessibleName(self.tr("Record it anyway. A note is needed and stays in the record."))
        self.edit = line_edit(self.tr("Why on this day?"))
        self.edit.setObjectName("override_reason")
        self.edit.setAccessibleName(self.tr("Note for recording it anyway"))
        self.edit.hide()
        row.addWidget(self.box)
        row.addWidget(PlainLabel(self.tr("A note is needed and stays in the record."), "muted", self, wrap=True), 1)
        column.addLayout(row)
        column.addWidget(self.edit)
        self.setFocusProxy(self.box)

    @property
    def is_on(self) -> bool:
        """Return whether the entry is to be recorded against the rule."""
        return self.box.isChecked()

    @property
    def reason(self) -> str:
        """Return the note; empty while the box is not ticked."""
        return self.edit.text() if self.is_on else ""

    def fill(self, reason: str) -> None:
        """Show a note that was given before."""
        self.edit.setText(reason)
        self.box.setChecked(bool(reason))

    def _on_toggled(self, is_on: bool) -> None:
        self.edit.setVisible(is_on)
        self.setFocusProxy(self.edit if is_on else self.box)
        if is_on and self.box.hasFocus():
            self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()


class GuardFrame(MessageFrame):
    """Red and asking for a note where a firm rule stands against the day; grey where the day is only early."""

    def __init__(self, override: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._override = override
        self._guard: Guard | None = None
        self.extra.addWidget(override)
        override.hide()

    @property
    def is_firm(self) -> bool:
        """Return whether a firm rule stands against the day."""
        return self._guard is not None and self._guard.kind == FIRM

    def show_guard(self, guard: Guard | None) -> bool:
        """Show what the rules say, or nothing. Return whether that is something new to say."""
        is_new = guard is not None and guard != self._guard
        self._guard = guard
        self._override.setVisible(self.is_firm)
        if guard is None:
            self.hide_message()
        elif is_new:
            source = "\n".join((guard.source, *guard.also))
            self.show_message(guard.kind, f"{guard.strong.rstrip('.')}.", guard.text, source)
        return is_new
