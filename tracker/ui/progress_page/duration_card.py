"""The card of how long it lasts: the choice of a treatment, one sentence, a row for each product, and the rule."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.duration import Duration
from tracker.core.progress.summary import Progress
from tracker.core.records import TREATMENTS, Kind
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import catalog as names
from tracker.ui.words import cycles as cycle_words
from tracker.ui.words import progress as words


class DurationCard(Card):
    """Says a duration, or what is missing to say it. ``kindChosen`` follows the choice of another treatment."""

    kindChosen = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._build()
        self.choice.chosenChanged.connect(self.kindChosen)

    def _build(self) -> None:
        self.title = PlainLabel("", "section", self)
        choices = [(kind.value, cycle_words.choice(kind, self._catalog)) for kind in TREATMENTS]
        self.choice = Segments(choices, self, name=self.tr("Treatment and score"))
        self.choice.choose(Kind.BOTOX)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.choice)
        self.answer = PlainLabel("", "headline", self)
        self.details = PlainLabel("", "muted", self, wrap=True)
        self.products = QWidget(self)
        self.products.setObjectName("durationByProduct")
        self.products.setAccessibleName(self.tr("By product"))
        self.rule = PlainLabel("", "caption", self, wrap=True)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(8))
        for part in (self.answer, self.details, self.products):
            self.inner.addWidget(part)
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self.rule)
        self.inner.addStretch(1)

    @property
    def kind(self) -> Kind:
        """Return the treatment that is chosen."""
        return Kind(self.choice.chosen)

    def show_progress(self, progress: Progress, *, is_practice: bool) -> None:
        """Show how long the chosen treatment lasts."""
        kind, durations = self.kind, progress.durations[self.kind]
        is_given = bool(progress.cycles[kind])
        title = self.tr("How long does it last?") if is_practice else self.tr("How long does it last for you?")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.answer.setText(words.duration_answer(durations.together))
        self.answer.setVisible(bool(self.answer.text()))
        self.details.setText(
            self._details(durations.together, progress, is_practice=is_practice)
            if is_given
            else cycle_words.nothing_given(kind)
        )
        self._show_products(durations.by_product, progress, is_practice=is_practice)
        self.rule.setText(words.duration_rule(progress.windows, kind))
        self.rule.setVisible(is_given)

    def _details(self, duration: Duration, progress: Progress, *, is_practice: bool) -> str:
        if duration.missing is None:
            return words.duration_details(duration)
        return words.duration_line(duration, progress.windows, self.kind, is_practice=is_practice)

    def _show_products(
        self, by_product: tuple[tuple[str, Duration], ...], progress: Progress, *, is_practice: bool
    ) -> None:
        former, self.products = self.products, QWidget(self)
        self.products.setObjectName("durationByProduct")
        self.products.setAccessibleName(self.tr("By product"))
        grid = QGridLayout(self.products)
        grid.setContentsMargins(0, px(8), 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for place, (code, duration) in enumerate(by_product):
            line = words.duration_line(duration, progress.windows, self.kind, is_practice=is_practice)
            grid.addWidget(PlainLabel(names.product(code, self._catalog), "firm", self.products), place, 0)
            grid.addWidget(PlainLabel(line, "value", self.products, wrap=True), place, 1)
        self.inner.replaceWidget(former, self.products)
        former.hide()
        former.deleteLater()
        self.products.setVisible(bool(by_product))
