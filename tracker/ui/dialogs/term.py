"""What happened: a term of the list, or the own words of a person."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.adverse_events import OTHER_TERM
from tracker.core.folding import folded
from tracker.ui.dialogs.completing import CompletingLine, Offer
from tracker.ui.dialogs.fields import Composite
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel


class TermEdit(Composite):
    """A line that completes the terms of a treatment. Words that are no term are kept as they are typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._build(theme)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.listClosed.connect(self._on_text_changed)

    def _build(self, theme: Theme) -> None:
        self.line = CompletingLine(theme, self.tr("All that the list knows"), self)
        self.line.setObjectName("term")
        self.line.setAccessibleName(self.tr("What happened"))
        self.line.setPlaceholderText(self.tr("Choose from the list, or write it"))
        self._said = PlainLabel("", "small", self, wrap=True)
        self._said.setObjectName("ownWords")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.line)
        column.addWidget(self._said)
        self._said.hide()
        self.setFocusProxy(self.line)

    @property
    def mended_at(self) -> QWidget:
        return self.line

    @property
    def term(self) -> str | None:
        """Return the code of the term; that of other words where the list has none, None while nothing is typed."""
        typed = _alike(self.line.text())
        if not typed:
            return None
        return next((code for code, name in self._names.items() if _alike(name) == typed), OTHER_TERM)

    @property
    def own_words(self) -> str:
        """Return what was typed where that is no term of the list."""
        return self.line.text() if self.term == OTHER_TERM else ""

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer the terms of a treatment, each code with its name; what was typed stays."""
        self._names = names
        self.line.offer([Offer(name, name) for name in names.values()])
        self._on_text_changed()

    def fill(self, term: str | None, own_words: str, names: Mapping[str, str]) -> None:
        """Show a term, whose name is in ``names``, or own words."""
        self.line.setText(own_words or names.get(term or "", term or ""))

    def _on_text_changed(self) -> None:
        if self.line.is_choosing:
            # Going through the list chooses nothing yet, and opens no fixed text on the way.
            return
        is_own = self.term == OTHER_TERM
        self._said.setText(self.tr("Not in the list: kept in your own words.") if is_own else "")
        self._said.setVisible(is_own)
        self.changed.emit()


def _alike(text: str) -> str:
    return " ".join(folded(text).split())
