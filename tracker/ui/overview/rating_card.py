"""The card of ratings: when the skin was last rated, and in which fortnights."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.records import Kind
from tracker.core.reminders.rating_schedule import AskedRating
from tracker.ui.overview.card_head import CardHead
from tracker.ui.overview.fortnights import FortnightDots, rhythm_text
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.asked_ratings import next_rating, pill
from tracker.ui.words.dates import ago


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
        self.rate_button.setObjectName("rate")
        buttons = QHBoxLayout()
        buttons.addWidget(self.rate_button)
        buttons.addStretch(1)
        self.inner.addWidget(self.head)
        self.inner.addSpacing(px(5))
        self.inner.addWidget(self.headline)
        self.inner.addWidget(self.subline)
        self.inner.addSpacing(px(10))
        self.inner.addStretch(1)
        self.inner.addWidget(self.dots)
        self.inner.addSpacing(px(8))
        self.inner.addStretch(1)
        self.inner.addLayout(buttons)

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
