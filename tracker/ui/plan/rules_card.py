"""The rules behind the dates: what each asks for, how firmly, who says so; every number can be changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.rules_in_force import RuleInForce
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card, Rule
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.rules import RuleWords, rule_rows
from tracker.ui.writing_switch import mark_changing

_STRETCH = (0, 5, 4, 1, 3, 9, 0)
_SIDE, _ROW, _PADDING = 20, 34, 6


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one row shows, to be compared with what it is to show."""

    found: RuleInForce
    words: RuleWords

    @property
    def key(self) -> tuple[str, str | None]:
        """Return which rule it belongs to, whatever its numbers."""
        return self.found.rule.id, self.found.product


class RulesCard(Card):
    """``editRequested`` carries the `RuleInForce` to be changed; ``mainChosen`` whether to count from it."""

    editRequested = Signal(object)
    mainChosen = Signal(bool)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(1, 1))
        self._catalog = catalog
        self._rules: Sequence[RuleInForce] = ()
        self._shown: list[_Shown] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(_SIDE - 1), px(10), px(_SIDE - 1), px(8))
        head.addWidget(PlainLabel(self.tr("Rules behind these dates"), "section", self))
        head.addStretch(1)
        self.all_button = KeyButton(self.tr("Show all rules"), "", "flat", self)
        self.all_button.setObjectName("allRules")
        self.all_button.setCheckable(True)
        head.addWidget(self.all_button)
        self.inner.addLayout(head)
        self._table = QWidget(self)
        self._table.setObjectName("rules")
        self._table.setAccessibleName(self.tr("Rules behind these dates"))
        self.inner.addWidget(self._table)
        self.inner.addWidget(Rule(self))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(_SIDE - 1), px(8), px(_SIDE - 1), px(12))
        self.from_main = QCheckBox(self.tr("Count botox from the main treatment, not from a touch-up"), self)
        self.from_main.setObjectName("countFromMain")
        mark_changing(self.from_main)
        foot.addWidget(self.from_main)
        self.inner.addLayout(foot)

    def _connect(self) -> None:
        self.all_button.toggled.connect(self._on_all_toggled)
        self.from_main.clicked.connect(self.mainChosen)

    def show_rules(self, rules: Sequence[RuleInForce], *, counts_from_main: bool) -> None:
        """Show the rules as they count for a person."""
        self._rules = rules
        self.from_main.setChecked(counts_from_main)
        self._fill()

    @property
    def rows(self) -> tuple[RuleWords, ...]:
        """Return what stands in the table."""
        return tuple(row.words for row in self._shown)

    def _on_all_toggled(self, is_all: bool) -> None:
        text = self.tr("Show fewer rules") if is_all else self.tr("Show all rules")
        self.all_button.setText(text)
        self._fill()

    def _fill(self) -> None:
        found = [one for one in self._rules if one.is_behind or one.own is not None or self.all_button.isChecked()]
        wanted = [_Shown(one, words) for one in found for words in rule_rows(one, self._catalog)]
        if wanted == self._shown:
            return
        focused = self._place_after(wanted)
        former, self._shown = self._table, wanted
        self._table = self._filled()
        self.inner.replaceWidget(former, self._table)
        former.hide()
        former.deleteLater()
        self._table.show()
        if focused is not None:
            self._table.findChildren(KeyButton)[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_after(self, wanted: Sequence[_Shown]) -> int | None:
        """Return which of the rows ``wanted`` is to have the focus: one of the rule that has it now, None for none."""
        # Asked of the window, which keeps its focus under a dialog.
        now, buttons = self.window().focusWidget(), self._table.findChildren(KeyButton)
        at = next((place for place, button in enumerate(buttons) if button is now), None)
        if at is None:
            return None
        before = [shown.key for shown in self._shown]
        after = [place for place, shown in enumerate(wanted) if shown.key == before[at]]
        return after[min(at - before.index(before[at]), len(after) - 1)] if after else None

    def _filled(self) -> QWidget:
        table = QWidget(self)
        table.setObjectName("rules")
        table.setAccessibleName(self.tr("Rules behind these dates"))
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        for column, stretch in enumerate(_STRETCH):
            grid.setColumnStretch(column, stretch)
        titles = (self.tr("Rule"), self.tr("Days"), self.tr("Kind"), self.tr("Source"), self.tr("Where it comes from"))
        head = QWidget(table)
        head.setObjectName("rulesHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid.addWidget(head, 0, 0, 1, len(_STRETCH))
        grid.setRowMinimumHeight(0, px(_ROW))
        for column, title in enumerate(titles):
            place, span = (0, 2) if column == 0 else (column + 1, 1)
            inset = _SIDE - 1 if column == 0 else 0
            grid.addLayout(_cell(PlainLabel(title, "column", table), left=inset), 0, place, 1, span)
        for number, row in enumerate(self._shown):
            self._add_row(grid, 2 * number + 1, row, table)
        return table

    def _add_row(self, grid: QGridLayout, at: int, row: _Shown, table: QWidget) -> None:
        words = row.words
        grid.addWidget(Rule(table), at, 0, 1, len(_STRETCH))
        glyph = Drawing(GLYPHS[row.found.rule.before.value], "treat", 12, table)
        grid.addLayout(_cell(glyph, left=_SIDE - 1), at + 1, 0)
        cells = (
            (words.rule, "value"),
            (words.days, "value"),
            (words.kind, "firm" if words.is_firm else "small"),
            (words.source, "value"),
            (words.origin, "small"),
        )
        for column, (text, role) in enumerate(cells, start=1):
            grid.addLayout(_cell(PlainLabel(text, role, table, wrap=True), down=_PADDING), at + 1, column)
        edit = KeyButton(self.tr("Edit"), "", "flat", table)
        mark_changing(edit)
        edit.setObjectName("editRule")
        edit.setAccessibleName(self.tr("Edit {rule}, {days}").format(rule=words.rule, days=words.days))
        edit.setAccessibleDescription(". ".join((words.source, words.origin)))
        edit.clicked.connect(lambda: self.editRequested.emit(row.found))
        grid.addLayout(_cell(edit, right=_SIDE - 9), at + 1, len(_STRETCH) - 1)
        grid.setRowMinimumHeight(at + 1, px(_ROW))


def _cell(widget: QWidget, *, left: int = 0, right: int = 0, down: int = 0) -> QHBoxLayout:
    """Return a cell with room around ``widget``: margins of a label itself do not outlast a style sheet."""
    cell = QHBoxLayout()
    cell.setContentsMargins(px(left), px(down), px(right), px(down))
    cell.addWidget(widget)
    return cell
