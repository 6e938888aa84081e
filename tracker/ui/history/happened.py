"""The part of the detail panel with what happened after a treatment, and what more can be asked of the treatment."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry, Treatment
from tracker.ui.history.detail_parts import BREAK_HERE, breakable
from tracker.ui.scale import px
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import adverse_events as words
from tracker.ui.writing_switch import mark_changing


class HappenedPart(QWidget):
    """Shown for one treatment. Its buttons only ask: for what happened, for a change of it, for who had the lot."""

    addAsked = Signal(object)
    editAsked = Signal(object)
    removeAsked = Signal(object)
    lotAsked = Signal(str)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._entry: Entry | None = None
        self._blocks: list[EventBlock] = []
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule(self))
        self._column.addSpacing(px(6))
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        self.add_button = KeyButton(self.tr("What happened…"), kind="link", parent=self)
        mark_changing(self.add_button)
        self.add_button.setObjectName("historyHappened")
        self.lot_button = KeyButton(self.tr("Who had this lot?"), kind="link", parent=self)
        self.lot_button.setObjectName("historyLot")
        for button in (self.add_button, self.lot_button):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            buttons.addLayout(row)
        self._column.addLayout(buttons)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.lot_button.clicked.connect(self._on_lot)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what is said of each event shown."""
        return tuple(block.text for block in self._blocks if not block.isHidden())

    @property
    def blocks(self) -> "tuple[EventBlock, ...]":
        """Return the events shown, each with its buttons."""
        return tuple(block for block in self._blocks if not block.isHidden())

    def show_entry(self, entry: Entry | None, happened: Sequence[AdverseEvent]) -> None:
        """Show what happened after a treatment; nothing for a rating or no entry."""
        self._entry = entry
        while len(self._blocks) < len(happened):
            block = EventBlock(self._catalog, self)
            block.editAsked.connect(self.editAsked)
            block.removeAsked.connect(self.removeAsked)
            self._column.insertWidget(1 + len(self._blocks), block)
            self._blocks.append(block)
        for place, block in enumerate(self._blocks):
            if place < len(happened):
                block.show_event(happened[place])
            block.setVisible(place < len(happened))
        self.lot_button.setVisible(isinstance(entry, Botox) and bool(entry.lot))
        self.setVisible(isinstance(entry, Treatment))

    def _on_add(self) -> None:
        if self._entry is not None:
            self.addAsked.emit(self._entry.id)

    def _on_lot(self) -> None:
        if isinstance(self._entry, Botox) and self._entry.lot:
            self.lotAsked.emit(self._entry.lot)


class EventBlock(QWidget):
    """One thing that happened: its term, how grave and how long it was, what was done, with Edit and Remove."""

    editAsked = Signal(object)
    removeAsked = Signal(object)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._event: AdverseEvent | None = None
        self._build()
        self.edit_button.clicked.connect(self._asking(self.editAsked.emit))
        self.remove_button.clicked.connect(self._asking(self.removeAsked.emit))

    def _build(self) -> None:
        self._term = PlainLabel("", "value", self, wrap=True)
        self._term.setObjectName("happenedTerm")
        self._facts = PlainLabel("", "caption", self, wrap=True)
        self._facts.setObjectName("happenedFacts")
        self.edit_button = KeyButton(self.tr("Edit"), kind="link", parent=self)
        self.remove_button = KeyButton(self.tr("Remove"), kind="link", parent=self)
        mark_changing(self.edit_button, self.remove_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(7), 0, px(3))
        column.setSpacing(px(2))
        column.addWidget(self._term)
        column.addWidget(self._facts)
        column.addLayout(buttons)

    @property
    def text(self) -> str:
        """Return everything said."""
        return f"{self._term.text()}\n{self._facts.text()}".replace(BREAK_HERE, "")

    def show_event(self, event: AdverseEvent) -> None:
        """Show another event."""
        self._event = event
        term = words.term(event, self._catalog)
        self._term.setText(breakable(f"{words.happened()}: {term[:1].lower()}{term[1:]}"))
        said = [words.weight(event), words.duration(event), words.steps(event), event.action or "", event.note or ""]
        self._facts.setText("\n".join(breakable(line) for line in said if line.strip()))
        for button, text in (
            (self.edit_button, self.tr("Edit: {term}")),
            (self.remove_button, self.tr("Remove: {term}")),
        ):
            button.setAccessibleName(text.format(term=term))

    def _asking(self, ask: Callable[[AdverseEvent], None]) -> Callable[[], None]:
        def act() -> None:
            if self._event is not None:
                ask(self._event)

        return act
