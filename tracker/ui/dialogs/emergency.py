"""The panel with the fixed text of a red flag: what to do now, what to tell, where to report."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.adverse_events import RedFlag
from tracker.core.catalog import Catalog
from tracker.core.records import Treatment
from tracker.ui.history.detail_parts import BREAK_HERE, breakable
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.emergency import fixed_text, to_tell, where_to_report


class EmergencyPanel(QWidget):
    """Hidden until a red flag is shown; it stands over the fields and hinders nothing. It can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emergency")
        self._shown: tuple[str | None, RedFlag, tuple[str, ...]] | None = None
        self._build()
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def _build(self) -> None:
        frame = QFrame(self)
        frame.setObjectName("msg")
        frame.setProperty("kind", "firm")
        self._text = PlainLabel("", "headline", frame, wrap=True)
        self._text.setObjectName("emergencyText")
        self._facts = PlainLabel("", "medium", frame, wrap=True)
        self._facts.setObjectName("emergencyFacts")
        self._report = PlainLabel("", "small", frame, wrap=True)
        self._report.setObjectName("emergencyReport")
        for label in (self._text, self._facts, self._report):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = KeyButton(self.tr("Close this te&xt"), kind="flat", parent=frame)
        self.close_button.setObjectName("closeEmergency")
        column = QVBoxLayout()
        column.setSpacing(px(8))
        for label in (self._text, self._facts, self._report):
            column.addWidget(label)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(16), px(14), px(16), px(8))
        row.setSpacing(px(14))
        row.addWidget(Drawing("state-soon", "soon", 28, frame), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(14), px(24), 0)
        outer.addWidget(frame)

    @property
    def text(self) -> str:
        """Return everything said; empty while nothing is."""
        said = (self._text.text(), self._facts.text(), self._report.text())
        return "" if self.isHidden() else "\n".join(said).replace(BREAK_HERE, "")

    def show_flag(
        self, term: str | None, flag: RedFlag | None, treatments: Sequence[Treatment], catalog: Catalog
    ) -> bool:
        """Show the text of ``flag`` with what to tell of ``treatments``, or nothing. Return whether that is new.

        Once closed, it opens again for another ``term``.
        """
        told = tuple(line for treatment in treatments for line in to_tell(treatment, catalog))
        wanted = None if flag is None else (term, flag, told)
        if wanted == self._shown:
            return False
        self._shown = wanted
        if flag is None:
            self.hide()
            return False
        self._text.setText(fixed_text(flag, treatments[0].kind))
        self._facts.setText("\n".join(breakable(line) for line in told))
        self._report.setText(where_to_report())
        self.setAccessibleName(" ".join((self._text.text(), *told, self._report.text())))
        self.show()
        return True
