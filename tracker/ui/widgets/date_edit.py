"""A date field that takes a date as it is written, digit by digit, in any order of day, month and year.

Qt's own field loses digits and mixes up sections when a separator follows a section that was left by itself, when all
is selected, and where the day typed first does not exist in the month that stands there.
"""

from calendar import monthrange

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

Section = QDateEdit.Section
_LONGEST = {Section.YearSection: 4, Section.MonthSection: 2, Section.DaySection: 2}
_HIGHEST = {Section.MonthSection: 12, Section.DaySection: 31}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class DateEdit(QDateEdit):
    """Digits fill the section with the cursor and go on to the next; a separator goes on where they did not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._digits = ""
        self._written: dict[QDateEdit.Section, int] = {}
        self._went_on = False

    def _write(self, digit: str) -> None:
        if self.lineEdit().selectedText() == self.lineEdit().text():
            self.setCurrentSectionIndex(0)
            self._written.clear()
        section = self.currentSection()
        if section not in _LONGEST:
            return
        self._digits += digit
        is_full = len(self._digits) == _LONGEST[section]
        if is_full or (section in _HIGHEST and int(self._digits) * 10 > _HIGHEST[section]):
            self._take()
            self._go_on()
            self._went_on = True
        else:
            self._show_digits(section)

    def _show_digits(self, section: QDateEdit.Section) -> None:
        """Show what was typed of a section so far; the date itself waits until the section is complete."""
        line, place = self.lineEdit(), self.currentSectionIndex()
        line.blockSignals(True)
        line.setText(self.textFromDateTime(self.dateTime()))
        self.setSelectedSection(section)
        start, text = line.selectionStart(), line.text()
        end = start + len(line.selectedText())
        line.setText(text[:start] + self._digits + text[end:])
        line.setCursorPosition(start + len(self._digits))
        self.setCurrentSectionIndex(place)
        line.deselect()
        line.setCursorPosition(start + len(self._digits))
        line.blockSignals(False)

    def _take(self) -> None:
        """Take the digits typed into the date; too few of a year, or a number that cannot be, leave it as it was."""
        digits, self._digits = self._digits, ""
        if not digits:
            return
        section, number = self.currentSection(), int(digits)
        is_whole_year = section is not Section.YearSection or len(digits) == _LONGEST[section]
        if is_whole_year and 1 <= number <= _HIGHEST.get(section, number):
            self._written[section] = number
        line, place = self.lineEdit(), self.currentSectionIndex()
        line.blockSignals(True)
        line.setText(self.textFromDateTime(self.dateTime()))
        self.setCurrentSectionIndex(place)
        line.blockSignals(False)
        self.setDate(self._written_date())

    def _written_date(self) -> QDate:
        """Return the date of what was written and, for the rest, what stands there; the day as late as it can be."""
        shown = self.date()
        year = self._written.get(Section.YearSection, shown.year())
        month = self._written.get(Section.MonthSection, shown.month())
        day = self._written.get(Section.DaySection, shown.day())
        return QDate(year, month, min(day, monthrange(year, month)[1]))

    def _go_on(self) -> None:
        following = min(self.currentSectionIndex() + 1, self.sectionCount() - 1)
        self.setCurrentSectionIndex(following)
        self.setSelectedSection(self.sectionAt(following))

    def _forget(self) -> None:
        self._take()
        self._written.clear()
        self._went_on = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        is_typed = bool(text) and text.isprintable() and not event.modifiers() & _COMMANDS
        if is_typed and text.isascii() and text.isdigit():
            self._went_on = False
            self._write(text)
        elif is_typed and not text.isalnum():
            if not self._went_on:
                self._take()
                self._go_on()
            self._went_on = False
        else:
            self._forget()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._forget()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._forget()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
