"""A card whose fields make a draft: problems stand beside the fields, and nothing typed is lost when saving fails."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tracker.core.errors import FileReplacedError, InvalidDraftError, NotSavedError, Problem, SkintervalError
from tracker.core.unfinished import JsonValue, Unfinished
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.fields import Composite, Field, when_edited
from tracker.ui.dialogs.typed import type_into, typed_in
from tracker.ui.widgets.key_button import key_words
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.words.errors import error, not_saved_cause
from tracker.ui.words.problems import problem
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.ui.theme import Theme


class FormDialog(CardDialog):
    """Base of dialogs that save a draft. Ctrl+Enter saves from every field, Enter from every field of one line.

    A subclass builds its fields, then calls `begin`; it says what was typed (`draft`), what is wrong with it
    (`problems`) and how it is saved (`store`). ``kind_of_work`` names it where the lock keeps what was typed.
    """

    kind_of_work = ""

    def __init__(
        self,
        theme: "Theme",
        parent: QWidget | None,
        *,
        title: str,
        width: int,
        glyph: str = "",
        is_veil_opaque: bool = False,
    ) -> None:
        super().__init__(theme, parent, title=title, width=width, glyph=glyph, is_veil_opaque=is_veil_opaque)
        self._fields: dict[str, Field] = {}
        self._left: set[str] = set()
        self._has_tried = False
        self._is_filling = True
        self._untouched: object = None
        self._failed: SkintervalError | None = None
        self._build_footer()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _build_footer(self) -> None:
        self.failure = MessageFrame(self)
        self.failure.actionTriggered.connect(self._on_try_again)
        self.pin(self.failure)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("Cancel"), "cancel")
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Save"), "save", self.tr("Enter"), is_primary=True)
        mark_changing(self.save_button)
        self.save_button.clicked.connect(self.save)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Name the key that saves from where one types: in a note Enter makes a new line."""
        if now is not None and self.isAncestorOf(now):
            self.save_button.show_hint(key_words("Ctrl+Enter") if isinstance(now, QPlainTextEdit) else self.tr("Enter"))

    def draft(self) -> object:
        """Return what is typed, as a value that compares by its fields."""
        raise NotImplementedError

    def problems(self) -> Sequence[Problem]:
        """Return what is wrong with what is typed."""
        raise NotImplementedError

    def store(self) -> None:
        """Save what is typed. Raise a `SkintervalError` where it cannot be saved."""
        raise NotImplementedError

    def add_field(self, name: str, label: str, control: QWidget, *also: str) -> Field:
        """Return a field for the draft's attribute ``name``; problems of the attributes ``also`` stand there too."""
        field = Field(name, label, control)
        self._fields |= dict.fromkeys((name, *also), field)
        field.left.connect(self._on_left)
        when_edited(control, self._on_edited)
        return field

    def field(self, name: str) -> Field:
        """Return the field of an attribute. Raise KeyError for one that is not asked here."""
        return self._fields[name]

    def begin(self) -> None:
        """Take what stands in the fields as the start; from now on every edit is judged."""
        self._is_filling = False
        self.rows.addStretch(1)
        self.order_tabs(self.failure.button)
        self._untouched = self.draft()
        self.refresh()

    def is_changed(self) -> bool:
        return not self._is_filling and self.draft() != self._untouched

    def inputs(self) -> dict[str, QWidget]:
        """Return everything that is typed into, by name."""
        return {name: field.control for name, field in self._fields.items() if name == field.name}

    def opened_for(self) -> dict[str, JsonValue]:
        """Return what the dialog was opened for: ids by what they are."""
        return {}

    def unfinished(self) -> Unfinished | None:
        if not (self.draft() != self._untouched or self.is_changed()):
            return None
        typed = {name: typed_in(control) for name, control in self.inputs().items()}
        return Unfinished(self.kind_of_work, self.opened_for(), typed)

    def retype(self, typed: Mapping[str, Any]) -> None:
        # What one field offers can depend on another one after it: the second time all of it is offered.
        for _time in range(2):
            self._is_filling = True
            for name, control in self.inputs().items():
                type_into(control, typed[name])
            self._is_filling = False
            self.refresh()

    def refresh(self) -> None:
        """Say beside each field what is wrong there: once it was left, or once saving was tried."""
        self._show(self.problems())

    def save(self) -> None:
        """Save and close; where that is not possible, say why and keep everything."""
        if not self.save_button.isEnabled():
            return
        self._has_tried = True
        found = self.problems()
        self._show(found)
        if found:
            self._go_to(found)
            return
        try:
            self.store()
        except InvalidDraftError as refused:
            self._show(refused.problems)
            self._go_to(refused.problems)
        except SkintervalError as failed:
            self._say_failure(failed)
        else:
            self.accept()

    def _on_try_again(self) -> None:
        """Save once more; into the file that lies in the place of the record now, where it is another one."""
        failed, self._failed = self._failed, None
        if isinstance(failed, FileReplacedError):
            try:
                failed.reload()
            except SkintervalError as refused:
                self._say_failure(refused)
                return
        self.save()

    def _say_failure(self, failed: SkintervalError) -> None:
        self._failed = failed
        if isinstance(failed, NotSavedError):
            kept = self.tr("{cause} Your entry is kept here.").format(cause=not_saved_cause(failed))
            is_replaced = isinstance(failed, FileReplacedError)
            action = self.tr("Reload and save") if is_replaced else self.tr("Try again")
            self.failure.show_message("error", self.tr("Not saved."), kept, action=action)
        else:
            self.failure.show_message("error", self.tr("Not saved."), error(failed))
        self.pinned.show()
        self.failure.button.setFocus(Qt.FocusReason.TabFocusReason)
        self.announce(self.failure.text)

    def _show(self, found: Sequence[Problem]) -> None:
        said: dict[Field, str] = {}
        for item in found:
            field = self._fields.get(item.field)
            if field is not None and field not in said and self._is_to_be_said(item, field):
                said[field] = problem(item)
        for field in set(self._fields.values()):
            field.show_problem(said.get(field, ""))

    def _is_to_be_said(self, item: Problem, field: Field) -> bool:
        return self._has_tried or (field.name in self._left and item.code != "required")

    def _go_to(self, found: Sequence[Problem]) -> None:
        wrong = {self._fields[item.field] for item in found if item.field in self._fields}
        field = next((field for field in self._fields.values() if field in wrong), None)
        if field is None:
            return
        self.reveal(field)
        control = field.control
        at = control.mended_at if isinstance(control, Composite) else control
        at.setFocus(Qt.FocusReason.TabFocusReason)
        self.announce(field.problem)

    def reveal(self, widget: QWidget) -> None:
        """Open the parts in which ``widget`` stands, and scroll to it."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, Disclosure):
                above.open()
            above = above.parentWidget()
        self.fit()
        # Once now, and once more when what is said beneath the field has found its place.
        self._show_in_body(widget)
        QTimer.singleShot(0, self, lambda: self._show_in_body(widget))

    def _show_in_body(self, widget: QWidget) -> None:
        self.body.ensureWidgetVisible(widget, 0, self.body.rows.spacing())

    def announce(self, text: str) -> None:
        """Let a screen reader say ``text``."""
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_left(self, name: str) -> None:
        if not self._is_filling:
            self._left.add(name)
            self.refresh()

    def _on_edited(self) -> None:
        if not self._is_filling:
            self.refresh()
