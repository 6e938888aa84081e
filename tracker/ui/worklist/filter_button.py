"""The button over the due list whose menu narrows it down by period and by tag."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from tracker.core.worklist_filter import ENDINGS, VISITS, Period
from tracker.ui.fonts import ui_font
from tracker.ui.menus import menu_text
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.words import worklist as words

WIDEST = 180


class FilterButton(KeyButton):
    """Says what it narrows the list down to. ``chosenChanged`` follows every choice."""

    chosenChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("dueFilter")
        self._tags: list[str] = []
        self._tag = ""
        self._period: Period | None = None
        self._build()
        self._say()

    def _build(self) -> None:
        self.choices = QMenu(self)
        self._periods = QActionGroup(self.choices)
        self._add_period(self.tr("&Any period"), None)
        for span in ENDINGS:
            self._add_period(words.period(span), span)
        self.choices.addSeparator()
        for span in VISITS:
            self._add_period(words.period(span), span)
        self.choices.addSeparator()
        self.tags = self.choices.addMenu(self.tr("&Tag"))
        self.tags.menuAction().setVisible(False)
        self.setMenu(self.choices)

    def _add_period(self, text: str, span: Period | None) -> None:
        action = QAction(text, self.choices)
        action.setCheckable(True)
        action.setChecked(span is None)
        action.setData(span)
        action.triggered.connect(lambda _checked=False: self.choose(span, self._tag))
        self._periods.addAction(action)
        self.choices.addAction(action)

    @property
    def period(self) -> Period | None:
        """Return the period chosen, None for any."""
        return self._period

    @property
    def tag(self) -> str:
        """Return the tag chosen, empty for any."""
        return self._tag

    def choose(self, period: Period | None, tag: str) -> None:
        """Choose a period and a tag; None and "" ask for any."""
        if (period, tag) == (self._period, self._tag):
            return
        self._period, self._tag = period, tag
        for action in self._periods.actions():
            action.setChecked(action.data() == period)
        self._fill_tags()
        self._say()
        self.chosenChanged.emit()

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer the tags that there are; the one chosen stays offered."""
        offered = [*tags, *({self._tag} - {"", *tags})]
        if offered != self._tags:
            self._tags = offered
            self._fill_tags()

    def _fill_tags(self) -> None:
        self.tags.clear()
        self.tags.menuAction().setVisible(bool(self._tags))
        for tag in ("", *self._tags):
            action = self.tags.addAction(menu_text(tag) if tag else self.tr("&Any tag"))
            action.setCheckable(True)
            action.setChecked(tag == self._tag)
            action.setData(tag)
            action.triggered.connect(lambda _checked=False, tag=tag: self.choose(self._period, tag))

    @property
    def said(self) -> str:
        """Return what is chosen, in words; empty where that is everything."""
        period = "" if self._period is None else words.period(self._period)
        return ", ".join(part for part in (period, " ".join(self._tag.split())) if part)

    def _say(self) -> None:
        said = self.said
        text = said or self.tr("Filter")
        shown = QFontMetrics(ui_font()).elidedText(text, Qt.TextElideMode.ElideRight, px(WIDEST))
        self.setText(shown.replace("&", "&&") if said else self.tr("&Filter"))
        self.setAccessibleName(self.tr("Filter: {choice}").format(choice=said) if said else self.tr("Filter"))
        self.setProperty("kind", "quick" if said else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
