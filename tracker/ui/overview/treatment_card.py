"""The card of one treatment: when it was last, when it may come next, and why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from tracker.core.judgement import Judgement, Picture
from tracker.core.records import Kind, PlannedTreatment
from tracker.ui.overview.card_head import CardHead
from tracker.ui.scale import px
from tracker.ui.widgets.card import INSET, LOW_INSET, Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle
from tracker.ui.widgets.spacing_bar import SpacingBar
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing as words
from tracker.ui.words.cautions import caution_mark
from tracker.ui.writing_switch import mark_changing

CARD, LOW_CARD = 204, 146
"""Least heights in px at 100 percent, at home and in a practice."""


class TreatmentCard(Card):
    """Shows one treatment's judgement. ``logRequested`` and ``whyRequested`` carry the kind."""

    logRequested = Signal(object)
    whyRequested = Signal(object)

    def __init__(self, kind: Kind, log_text: str, key_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.judgement: Judgement | None = None
        self.cautions: tuple[str, ...] = ()
        self._is_practice = False
        self.setProperty("treatment", kind.value)
        self.setAccessibleName(names.kind(kind))
        self._build(log_text, key_hint)
        self._connect()

    def _build(self, log_text: str, key_hint: str) -> None:
        self.setMinimumHeight(px(CARD))
        self.head = CardHead(self.kind, names.kind(self.kind), self)
        self.headline = PlainLabel("", "headline", self, elide=True)
        self.last_line = PlainLabel("", "small", self, wrap=True)
        self.why_line = PlainLabel("", "small", self, wrap=True)
        self.bar = SpacingBar(self)
        self.log_button = KeyButton(log_text, key_hint, "quick", self)
        mark_changing(self.log_button)
        self.log_button.setObjectName(f"log-{self.kind.value}")
        self.why_button = KeyButton(self.tr("Why these dates?"), "", "flat", self)
        self.why_button.setObjectName(f"why-{self.kind.value}")
        self.why_button.setAccessibleName(self.tr("Why these dates?"))
        self.caution_mark = PlainLabel("", "caption", self, elide=True)
        self.caution_mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(10))
        self._buttons.addWidget(self.log_button)
        self._buttons.addWidget(self.why_button)
        self._buttons.addWidget(self.caution_mark, 1)
        self.inner.addWidget(self.head)
        self.inner.addSpacing(px(5))
        self.inner.addWidget(self.headline)
        self.inner.addWidget(self.last_line)
        self.inner.addWidget(self.why_line)
        self._over_bar, self._under_bar = QSpacerItem(0, px(8)), QSpacerItem(0, px(6))
        self.inner.addSpacerItem(self._over_bar)
        self.inner.addStretch(1)
        self.inner.addWidget(self.bar)
        self.inner.addSpacerItem(self._under_bar)
        self.inner.addStretch(1)
        self.inner.addLayout(self._buttons)

    def _connect(self) -> None:
        self.log_button.clicked.connect(lambda: self.logRequested.emit(self.kind))
        self.why_button.clicked.connect(lambda: self.whyRequested.emit(self.kind))

    def show_practice(self, is_practice: bool) -> None:
        """Be low and leave logging to the head of the record, as in a practice, or offer it here, as at home."""
        self._is_practice = is_practice
        self.log_button.setVisible(not is_practice)
        self.set_inset(LOW_INSET if is_practice else INSET)
        self.setMinimumHeight(px(LOW_CARD if is_practice else CARD))
        self._put_why()

    def _put_why(self) -> None:
        """Stand beside the state in a practice, under the bar at home."""
        is_low = self._is_practice
        self.why_button.setText(self.tr("Why?") if is_low else self.tr("Why these dates?"))
        self.why_button.setProperty("kind", "low" if is_low else "flat")
        restyle(self.why_button)
        self._over_bar.changeSize(0, px(4) if is_low else px(8))
        self._under_bar.changeSize(0, 0 if is_low else px(6))
        if is_low:
            self.head.take_in(self.caution_mark, self.why_button)
            return
        self._buttons.addWidget(self.why_button)
        self._buttons.addWidget(self.caution_mark, 1)

    def show_judgement(
        self, judgement: Judgement, today: date, plan: PlannedTreatment | None = None, cautions: Sequence[str] = ()
    ) -> None:
        """Show what the rules say on ``today``, the next plan, and that there are ``cautions``."""
        self.judgement, self.cautions = judgement, tuple(cautions)
        is_new = judgement.picture is Picture.NO_PLAN and judgement.last is None
        has_rules = bool(judgement.reasons) and not is_new
        self.head.pill.show_state(judgement.picture.value, words.pill(judgement))
        self.head.show_empty(is_new)
        self.headline.setText(words.headline(judgement))
        last = _invitation(self.kind) if is_new else words.last_line(judgement)
        said = [
            *([words.planned_line(plan, today)] if plan else []),
            *([words.why_line(judgement)] if has_rules else []),
        ]
        is_short = self._is_practice and not is_new
        self.last_line.setText(words.short_line(judgement, plan) if is_short else last)
        self.why_line.setText(" ".join(said))
        self.why_line.setVisible(bool(said) and not is_short)
        self.why_button.setVisible(has_rules)
        self._show_mark(has_rules)
        self.bar.show_judgement(judgement, today)
        described = (words.pill(judgement), self.headline.text(), last, *said)
        self.setAccessibleDescription(". ".join(text.rstrip(".") for text in described))

    def forget(self) -> None:
        """Say nothing of anybody any more."""
        self.judgement, self.cautions = None, ()
        for label in (self.headline, self.last_line, self.why_line, self.caution_mark):
            label.setText("")
        self.head.pill.show_state("none", "")
        self.bar.forget()
        self.setAccessibleDescription("")

    def _show_mark(self, is_told: bool) -> None:
        mark = caution_mark(len(self.cautions)) if is_told and self.cautions else ""
        self.caution_mark.setText(mark)
        self.why_button.setAccessibleDescription(mark)


def _invitation(kind: Kind) -> str:
    if kind is Kind.BOTOX:
        return QCoreApplication.translate("TreatmentCard", "Past visits count too. Add the last one you remember.")
    return QCoreApplication.translate("TreatmentCard", "Add the last one, or skip this if you do not have it.")
