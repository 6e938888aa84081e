"""The card of ratings: when the skin was last rated, and in which fortnights."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.records import Kind
from tracker.core.reminders.rating_schedule import AskedRating
from tracker.ui.overview.card_head import CardHead
from tracker.ui.overview.fortnights import FortnightDots, rhythm_text
from tracker.ui.overview.treatment_card import CARD
from tracker.ui.scale import px
from tracker.ui.widgets.card import INSET, LOW_INSET, Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.asked_ratings import next_rating, pill
from tracker.ui.words.dates import ago
from tracker.ui.writing_switch import mark_changing

_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class RatingCard(Card):
    """Shows when the skin was rated; carries the one filled button of the overview."""

    rateRequested = Signal()

    def __init__(self, key_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Skin rating"))
        self._build(key_hint)
        self.rate_button.clicked.connect(self.rateRequested)

    def _build(self, key_hint: str) -> None:
        self.head = CardHead(Kind.RATING, self.tr("Skin rating"), self)
        self.headline = PlainLabel("", "headline", self, elide=True)
        self.subline = PlainLabel("", "small", self, wrap=True)
        self.dots = FortnightDots(self)
        self.rate_button = KeyButton(self.tr("Rate your skin"), key_hint, "primary", self)
        mark_changing(self.rate_button)
        self.rate_button.setObjectName("rate")
        self._said = QHBoxLayout()
        self._said.setSpacing(px(16))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.headline)
        lines.addWidget(self.subline)
        self._said.addLayout(lines, 1)
        self.inner.addWidget(self.head)
        self.inner.addSpacing(px(5))
        self.inner.addLayout(self._said)
        self.inner.addStretch(1)
        self._lower = QWidget(self)
        column = QVBoxLayout(self._lower)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.dots)
        column.addStretch(1)
        self._buttons = QHBoxLayout()
        column.addLayout(self._buttons)
        self.inner.addWidget(self._lower)
        self.show_practice(False)

    def show_practice(self, is_practice: bool) -> None:
        """Be low, the button beside what is said, as in a practice; or with the fortnights above it, as at home."""
        self.set_inset(LOW_INSET if is_practice else INSET)
        self.setMinimumHeight(0 if is_practice else px(CARD))
        self._lower.setVisible(not is_practice)
        self.rate_button.setText(self.tr("Rate") if is_practice else self.tr("Rate your skin"))
        row, side = (self._said, _END) if is_practice else (self._buttons, _START)
        row.addWidget(self.rate_button, 0, side)

    def forget(self) -> None:
        """Say nothing of anybody any more."""
        for label in (self.headline, self.subline):
            label.setText("")
        self.head.pill.show_state("none", "")
        self.dots.hide()

    def show_ratings(self, days: Sequence[date], today: date, asked: AskedRating | None, rhythm_days: int) -> None:
        """Show the days on which the skin was rated, newest first, may be empty; and the rating asked for next."""
        self.head.pill.show_state("ready", pill(asked, today))
        self.head.pill.setVisible(bool(days))
        self.dots.setVisible(bool(days))
        self.dots.show_days(days, today)
        if days:
            self.headline.setText(self.tr("Last rated {ago}").format(ago=ago((today - days[0]).days)))
            planned = "" if asked is None else next_rating(asked, rhythm_days, today)
            self.subline.setText(planned or rhythm_text(self.dots.rated))
            return
        self.headline.setText(self.tr("Start here"))
        self.subline.setText(
            self.tr(
                "Two questions, ten seconds. A rating from before the next visit gives later ones something to "
                "compare with."
            )
        )
