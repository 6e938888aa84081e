"""The detail panel: everything recorded of the selected entry, and what can be done with it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.core.amendments import AmendedEntry
from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.ui.history.detail_parts import FactRow, NumberBlock
from tracker.ui.history.facts import facts_of
from tracker.ui.history.happened import HappenedPart
from tracker.ui.history.rows import SIGNED, UNSIGNED, HistoryRow
from tracker.ui.history.shown import BigNumber, EntryFacts, Fact
from tracker.ui.history.words import selected_line
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card, Rule
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.side_scroll import side_scroll
from tracker.ui.writing_switch import mark_changing

NARROWEST = 280
INSET = 8
"""Text stands this far inside, so that it is level with the text of the flat buttons."""


class DetailPanel(Card):
    """Shows one entry in full, or how many are selected. Its buttons only ask; the view knows of what."""

    editAsked = Signal()
    duplicateAsked = Signal()
    copyAsked = Signal()
    signAsked = Signal()
    deleteAsked = Signal()
    changesAsked = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(12, 14))
        self._catalog = catalog
        self._numbers: list[NumberBlock] = []
        self._facts: list[FactRow] = []
        self._shown: tuple[Sequence[HistoryRow], Mapping[UUID, date], Sequence[AmendedEntry]] = ((), {}, ())
        self._build()
        self._connect(theme)
        self.show_rows((), {})

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Selected entry"))
        self.inner.addLayout(self._head())
        self._when = PlainLabel("", "small", self, wrap=True)
        self._when.setContentsMargins(px(INSET), 0, px(INSET), 0)
        self._when.setObjectName("historyWhen")
        self.inner.addWidget(self._when)
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self._body(), 1)
        self._foot_rule = Rule(self)
        self.inner.addWidget(self._foot_rule)
        self.inner.addSpacing(px(8))
        self.inner.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(INSET), 0, 0, 0)
        row.setSpacing(px(8))
        self._glyph = Drawing(GLYPHS[Kind.BOTOX], "treat", 16, self)
        self._title = PlainLabel("", "section", self, elide=True)
        self._title.setObjectName("historyTitle")
        self._title.setMinimumHeight(px(32))
        self._edit = KeyButton(self.tr("Edit"), kind="flat", parent=self)
        mark_changing(self._edit)
        self._edit.setObjectName("historyEdit")
        row.addWidget(self._glyph)
        row.addWidget(self._title, 1)
        row.addWidget(self._edit)
        return row

    def _body(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("historyFacts")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(px(INSET), 0, px(INSET), 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._stage())
        self._caption = PlainLabel("", "caption", page, wrap=True)
        self._caption.setObjectName("historyCaption")
        self._caption.setContentsMargins(0, px(4), 0, 0)
        self._column.addWidget(self._caption)
        self._column.addSpacing(px(10))
        self.happened = HappenedPart(self._catalog, page)
        self._column.addWidget(self.happened)
        self._column.addStretch(1)
        return side_scroll(page, self)

    def _stage(self) -> QHBoxLayout:
        """Return the row of big numbers with the lines beside them."""
        self._stage_row = QHBoxLayout()
        self._stage_row.setSpacing(px(24))
        self._lines = PlainLabel("", "small", self, wrap=True)
        self._lines.setObjectName("historyLines")
        self._lines.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._stage_row.addWidget(self._lines)
        self._stage_row.addStretch(1)
        return self._stage_row

    def _foot(self) -> FlowLayout:
        row = FlowLayout(spacing=4)
        self._duplicate = KeyButton(self.tr("Duplicate"), kind="flat", parent=self)
        self._copy = KeyButton(self.tr("Copy"), kind="flat", parent=self)
        self._sign = KeyButton(self.tr("Sign"), kind="flat", parent=self)
        self._changes = KeyButton(self.tr("Changes"), kind="flat", parent=self)
        self._changes.setAccessibleName(self.tr("Changes of this entry"))
        self._delete = KeyButton(self.tr("Delete"), kind="flat", parent=self)
        mark_changing(self._duplicate, self._sign, self._delete)
        buttons = (self._duplicate, self._copy, self._sign, self._changes, self._delete)
        for button, name in zip(buttons, ("Duplicate", "Copy", "Sign", "Changes", "Delete"), strict=True):
            button.setObjectName(f"history{name}")
        for button in buttons:
            row.addWidget(button)
        return row

    def _connect(self, theme: Theme) -> None:
        self._edit.clicked.connect(self.editAsked)
        self._duplicate.clicked.connect(self.duplicateAsked)
        self._copy.clicked.connect(self.copyAsked)
        self._sign.clicked.connect(self.signAsked)
        self._delete.clicked.connect(self.deleteAsked)
        self._changes.clicked.connect(self.changesAsked)
        theme.changed.connect(self._on_theme_changed)

    def show_rows(
        self, rows: Sequence[HistoryRow], days_by_id: Mapping[UUID, date], amendments: Sequence[AmendedEntry] = ()
    ) -> None:
        """Show the one row selected with its ``amendments``, the number of several, or that none is."""
        self._shown = (rows, days_by_id, amendments)
        if len(rows) == 1:
            self._show_facts(facts_of(rows[0], self._catalog, days_by_id, amendments))
            self._glyph.show_drawing(GLYPHS[rows[0].kind], "treat")
        else:
            self._show_facts(EntryFacts(title=selected_line(len(rows))))
        self.happened.show_entry(*((rows[0].entry, rows[0].happened) if len(rows) == 1 else (None, ())))
        self._glyph.setVisible(len(rows) == 1)
        for button in (self._edit, self._duplicate, self._changes):
            button.setVisible(len(rows) == 1)
        is_signed = len(rows) == 1 and rows[0].signing == SIGNED
        self._edit.setText(self.tr("Amend") if is_signed else self.tr("Edit"))
        self._sign.setVisible(any(row.signing == UNSIGNED for row in rows))
        for shown in (self._foot_rule, self._copy, self._delete):
            shown.setVisible(bool(rows))

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return label and value of every fact shown."""
        return tuple(row.text for row in self._facts if not row.isHidden())

    def _show_facts(self, shown: EntryFacts) -> None:
        self._title.setText(shown.title)
        self._show_text(self._when, shown.when)
        self._show_text(self._lines, "\n".join(shown.lines))
        self._show_text(self._caption, shown.caption)
        self._show_numbers(shown.numbers)
        self._show_fact_rows(shown.facts)

    def _show_text(self, label: PlainLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_numbers(self, numbers: Sequence[BigNumber]) -> None:
        while len(self._numbers) < len(numbers):
            self._numbers.append(NumberBlock(self))
            self._stage_row.insertWidget(len(self._numbers) - 1, self._numbers[-1])
        for place, block in enumerate(self._numbers):
            if place < len(numbers):
                block.show_number(numbers[place])
            block.setVisible(place < len(numbers))

    def _show_fact_rows(self, facts: Sequence[Fact]) -> None:
        while len(self._facts) < len(facts):
            self._facts.append(FactRow(self))
            self._column.insertWidget(self._column.indexOf(self.happened), self._facts[-1])
        for place, row in enumerate(self._facts):
            if place < len(facts):
                row.show_fact(facts[place])
            row.setVisible(place < len(facts))

    def _on_theme_changed(self) -> None:
        self.show_rows(*self._shown)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(NARROWEST, 0))
