"""The dialog of a short list that the record keeps: choose one to change or remove it, or add another."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tracker.core.errors import InvalidDraftError, SkintervalError
from tracker.core.unfinished import JsonValue, Unfinished
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, row_of
from tracker.ui.dialogs.typed import type_into, typed_in
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.errors import error
from tracker.ui.words.problems import problem
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH, LIST_HEIGHT, ROW_HEIGHT = 560, 210, 32
LONGEST_SHOWN = 200


class KeptListDialog(CardDialog):
    """Base of such dialogs. Each button is one change of the record; undo takes it back.

    A subclass builds its fields with `kept_field` and calls `begin`; ``kept`` are id and text of what is listed.
    ``kind_of_work`` names it where the lock keeps what was typed.
    """

    kind_of_work = ""

    def __init__(self, theme: "Theme", parent: QWidget | None, *, title: str, list_name: str, nothing: str) -> None:
        super().__init__(theme, parent, title=title, width=WIDTH)
        self.fields: dict[str, Field] = {}
        self._shown: dict[str, JsonValue] = {}
        self._build_list(list_name, nothing)

    def _build_list(self, list_name: str, nothing: str) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("people")
        self.list.setAccessibleName(list_name)
        self.list.setFixedHeight(px(LIST_HEIGHT))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel(nothing, "muted", self, wrap=True)
        self.rows.addWidget(self.nothing)
        self.rows.addWidget(self.list)

    def kept(self) -> Sequence[tuple[UUID, str]]:
        """Return id and text of what is listed, in its order."""
        raise NotImplementedError

    def show_chosen(self, kept_id: UUID | None) -> None:
        """Fill the fields with what is chosen, or empty them."""
        raise NotImplementedError

    def add(self) -> UUID:
        """Add what the fields hold and return its id."""
        raise NotImplementedError

    def change(self, kept_id: UUID) -> None:
        """Change what is chosen into what the fields hold."""
        raise NotImplementedError

    def remove(self, kept_id: UUID) -> None:
        """Remove what is chosen."""
        raise NotImplementedError

    def kept_field(self, name: str, label: str, control: QWidget) -> Field:
        """Return a field whose problems the verbs name as ``name``."""
        self.fields[name] = Field(name, label, control)
        return self.fields[name]

    def begin(self, hint: str, *further: KeyButton) -> None:
        """Add the buttons, ``further`` ones among them, and under them a ``hint``; show what is kept."""
        self.add_one = self._button(self.tr("&Add"), "add_kept")
        self.change_one = self._button(self.tr("&Change"), "change_kept")
        self.remove_one = self._button(self.tr("&Remove"), "remove_kept")
        self.for_chosen = (self.change_one, *further, self.remove_one)
        self.rows.addLayout(row_of(self.add_one, *self.for_chosen, spacing=10))
        self.rows.addWidget(PlainLabel(hint, "small", self, wrap=True))
        self.failure = MessageFrame(self)
        self.rows.addWidget(self.failure)
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        close = self.add_button(self.tr("C&lose"), "close_kept", is_primary=True)
        close.setDefault(False)
        close.clicked.connect(self.accept)
        self._connect()
        self.order_tabs()
        self.read_again(None)
        (self.list if self.list.count() else next(iter(self.fields.values())).control).setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _button(self, text: str, name: str) -> KeyButton:
        button = KeyButton(text, parent=self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._on_chosen())
        mark_changing(self.add_one, self.change_one, self.remove_one)
        self.add_one.clicked.connect(self._on_add)
        self.change_one.clicked.connect(lambda: self.act(self.change))
        self.remove_one.clicked.connect(self.remove_chosen)

    @property
    def chosen(self) -> UUID | None:
        """Return what is chosen, None where nothing is."""
        item = self.list.currentItem()
        return None if item is None else UUID(item.data(Qt.ItemDataRole.UserRole))

    def act(self, verb: Callable[[UUID], object]) -> None:
        """Run a verb on what is chosen."""
        chosen = self.chosen
        if chosen is not None and self.try_out(lambda: verb(chosen)):
            self.read_again(chosen)

    def remove_chosen(self) -> None:
        """Remove what is chosen."""
        self.act(self.remove)

    def try_out(self, verb: Callable[[], object]) -> bool:
        """Run a verb; say beside the fields, or beneath the list, where it could not be done."""
        self.failure.hide_message()
        self._say({})
        try:
            verb()
        except InvalidDraftError as refused:
            self._say({found.field: problem(found) for found in reversed(refused.problems)})
        except SkintervalError as failed:
            self.say_failure(failed)
        else:
            return True
        return False

    def say_failure(self, failed: SkintervalError) -> None:
        """Say beneath the list why nothing was changed."""
        self.failure.show_message("error", self.tr("Nothing was changed."), error(failed))

    def read_again(self, chosen: UUID | None) -> None:
        """Show what is kept by now and choose ``chosen`` again; nothing where it is gone."""
        kept = self.kept()
        self.list.blockSignals(True)
        self.list.clear()
        for kept_id, text in kept:
            item = QListWidgetItem(" ".join(text.split())[:LONGEST_SHOWN], self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(kept_id))
            item.setSizeHint(QSize(0, px(ROW_HEIGHT)))
        self.list.blockSignals(False)
        self.list.setVisible(bool(kept))
        self.nothing.setVisible(not kept)
        places = [place for place, (kept_id, _text) in enumerate(kept) if kept_id == chosen]
        self.list.setCurrentRow(places[0] if places else -1)
        self._on_chosen()

    def _typed(self) -> dict[str, JsonValue]:
        return {name: typed_in(field.control) for name, field in self.fields.items()}

    def unfinished(self) -> Unfinished | None:
        typed, chosen = self._typed(), self.chosen
        if typed == self._shown:
            return None
        return Unfinished(self.kind_of_work, {"chosen": None if chosen is None else str(chosen)}, typed)

    def retype(self, typed: Mapping[str, Any]) -> None:
        for name, field in self.fields.items():
            type_into(field.control, typed[name])

    def _say(self, said: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_problem(said.get(name, ""))

    def _on_chosen(self) -> None:
        self._say({})
        for button in self.for_chosen:
            button.setEnabled(self.chosen is not None)
        # What Enter does in a field of one line.
        (self.add_one if self.chosen is None else self.change_one).setDefault(True)
        self.show_chosen(self.chosen)
        self._shown = self._typed()

    def _on_add(self) -> None:
        added: list[UUID] = []
        if self.try_out(lambda: added.append(self.add())):
            self.read_again(None)
            first = next(iter(self.fields.values())).control
            first.setFocus(Qt.FocusReason.OtherFocusReason)
