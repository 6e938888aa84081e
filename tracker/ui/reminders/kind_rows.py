"""One row of the reminder settings for each kind: whether, how many days before, and at what time."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tracker.core.reminders.settings import MOST_NOTICE_DAYS, KindSettings, ReminderKind
from tracker.ui.reminders.entered import EnteredEdit, NumberField, TimeField
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel


class KindRow:
    """The three controls of one kind; the edits are off with the reminder."""

    def __init__(self, kind: ReminderKind, parent: QWidget) -> None:
        text = kind_text(kind)
        plain = text.replace("&", "")
        self.box = QCheckBox(text, parent)
        self.box.setObjectName(f"{kind.value}-on")
        self.box.setAccessibleName(plain)
        days = QCoreApplication.translate("KindRows", "{kind}, days before").format(kind=plain)
        at = QCoreApplication.translate("KindRows", "{kind}, time").format(kind=plain)
        self.notice = NumberField(f"{kind.value}-notice", days, (0, MOST_NOTICE_DAYS), parent)
        self.at = TimeField(f"{kind.value}-at", at, parent)
        self.edits: tuple[EnteredEdit, ...] = (self.notice, self.at)
        for edit in self.edits:
            self.box.toggled.connect(edit.setEnabled)

    def fill(self, settings: KindSettings) -> None:
        """Show settings."""
        self.box.blockSignals(True)
        self.box.setChecked(settings.is_on)
        self.box.blockSignals(False)
        for edit in self.edits:
            edit.setEnabled(settings.is_on)
        self.notice.fill(settings.notice_days)
        self.at.fill(settings.at)


class KindRows(QWidget):
    """A grid of all kinds. ``kindChanged`` carries a kind and its settings, ``judged`` what is wrong with an edit."""

    kindChanged = Signal(object, object)
    judged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings: Mapping[ReminderKind, KindSettings] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 1)
        grid.addWidget(PlainLabel(self.tr("Remind of"), "section", self), 0, 0)
        grid.addWidget(PlainLabel(self.tr("Days before"), "field", self), 0, 1)
        grid.addWidget(PlainLabel(self.tr("Time"), "field", self), 0, 2)
        self.rows = {kind: KindRow(kind, self) for kind in ReminderKind}
        for place, row in enumerate(self.rows.values(), start=1):
            grid.addWidget(row.box, place, 0)
            grid.addWidget(row.notice, place, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(row.at, place, 2)

    def _connect(self) -> None:
        for kind, row in self.rows.items():
            row.box.toggled.connect(lambda _on, kind=kind: self._on_edited(kind))
            for edit in row.edits:
                edit.entered.connect(lambda kind=kind: self._on_edited(kind))
                edit.judged.connect(self.judged)

    @property
    def edits(self) -> tuple[EnteredEdit, ...]:
        """Return every field that is typed into."""
        return tuple(edit for row in self.rows.values() for edit in row.edits)

    def fill(self, settings: Mapping[ReminderKind, KindSettings]) -> None:
        """Show how each kind reminds."""
        self._settings = settings
        for kind, row in self.rows.items():
            row.fill(settings[kind])

    def keep(self, settings: Mapping[ReminderKind, KindSettings]) -> None:
        """Take note that ``settings`` are saved; what is being typed stays."""
        self._settings = settings

    def _on_edited(self, kind: ReminderKind) -> None:
        row, kept = self.rows[kind], self._settings[kind]
        days, at = row.notice.value, row.at.value
        changed = KindSettings(
            is_on=row.box.isChecked(),
            notice_days=kept.notice_days if days is None else days,
            at=kept.at if at is None else at,
        )
        if changed != kept:
            self.kindChanged.emit(kind, changed)


def kind_text(kind: ReminderKind) -> str:
    """Return what is switched, with its mnemonic."""
    return {
        ReminderKind.EARLIEST: QCoreApplication.translate("KindRows", "&Earliest day of a treatment"),
        ReminderKind.RECOMMENDED: QCoreApplication.translate("KindRows", "&Window of a treatment opens"),
        ReminderKind.LAPSED: QCoreApplication.translate("KindRows", "T&reatment past its window"),
        ReminderKind.RATING: QCoreApplication.translate("KindRows", "Rating &asked for"),
        ReminderKind.PLANNED: QCoreApplication.translate("KindRows", "&Planned treatment"),
        ReminderKind.TOUCH_UP_REVIEW: QCoreApplication.translate("KindRows", "&Touch-up review after botox"),
    }[kind]
