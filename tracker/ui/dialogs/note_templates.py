"""Text templates in notes: an abbreviation expands when it is followed by a blank, Tab or Enter, or one is chosen."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from tracker.core.practice import TextTemplate
from tracker.ui.dialogs.fields import NoteEdit
from tracker.ui.icons import keep_icon
from tracker.ui.menus import menu_text
from tracker.ui.scale import px
from tracker.ui.theme import Theme

if TYPE_CHECKING:
    from tracker.services.record import Record

BUTTON, ICON, EDGE = 24, 16, 4
AFTER = {Qt.Key.Key_Space: " ", Qt.Key.Key_Tab: "", Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n"}
"""What follows the text that an abbreviation becomes, by the key that ends it."""


class NoteTemplates(QObject):
    """Offers ``templates`` in one note; undo in the note brings the abbreviation back."""

    def __init__(self, note: NoteEdit, templates: Sequence[TextTemplate], theme: Theme) -> None:
        super().__init__(note)
        self._note = note
        self._texts: Mapping[str, str] = {one.abbreviation: one.text for one in templates}
        self._build(templates, theme)
        note.installEventFilter(self)

    def _build(self, templates: Sequence[TextTemplate], theme: Theme) -> None:
        self.button = QToolButton(self._note)
        self.button.setObjectName("insert_template")
        self.button.setAccessibleName(self.tr("Insert template"))
        self.button.setToolTip(self.tr("Insert template"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setFixedSize(px(BUTTON), px(BUTTON))
        keep_icon(self.button, "note", theme, "text2", px(ICON))
        self.menu = QMenu(self.button)
        for one in templates:
            said = menu_text(f"{one.abbreviation}  {one.text}")
            self.menu.addAction(said).triggered.connect(lambda _on=False, text=one.text: self.insert(text))
        self.button.setMenu(self.menu)
        self._note.keep_free(px(BUTTON) + px(EDGE))
        QWidget.setTabOrder(self._note, self.button)
        self._place()

    def insert(self, text: str) -> None:
        """Put a template's text where the cursor is, over what is selected."""
        self._note.textCursor().insertText(text)
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _expand(self, after: str) -> bool:
        """Replace the abbreviation before the cursor; return whether there was one."""
        cursor = self._note.textCursor()
        if cursor.hasSelection():
            return False
        word = self._word_before(cursor)
        text = self._texts.get(word)
        if text is None:
            return False
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, _units(word))
        cursor.insertText(text + after)
        cursor.endEditBlock()
        self._note.setTextCursor(cursor)
        return True

    def _word_before(self, cursor: QTextCursor) -> str:
        before = QTextCursor(cursor)
        before.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        typed = before.selectedText()
        return "" if not typed or typed[-1].isspace() else typed.split()[-1]

    def _place(self) -> None:
        free = self._note.width() - self.button.width() - px(EDGE)
        left = px(EDGE) if self._note.isRightToLeft() else free
        self.button.move(QPoint(left, px(EDGE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not _has_modifier(event):
            after = AFTER.get(Qt.Key(event.key()))
            if after is not None and self._expand(after):
                return True
        return super().eventFilter(watched, event)


def offer_templates(dialog: QWidget, record: "Record", theme: Theme) -> None:
    """Offer the text templates of ``record`` in every note of ``dialog``."""
    templates = record.templates.all()
    if templates:
        for note in dialog.findChildren(NoteEdit):
            NoteTemplates(note, templates, theme)


def _has_modifier(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _units(text: str) -> int:
    """Return the length of ``text`` as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
