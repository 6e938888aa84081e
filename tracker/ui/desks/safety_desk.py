"""What happened after treatments, who had a lot, and whether the file is sound."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from tracker.core.records import TREATMENTS
from tracker.ui import messages
from tracker.ui.desks.desk import Desk

if TYPE_CHECKING:
    from tracker.core.adverse_events import AdverseEvent


class SafetyDesk(Desk):
    """``personRequested`` carries the ids of somebody to put on screen, and of the entry to show there or None."""

    personRequested = Signal(object, object)

    def what_happened(self, entry_id: "UUID | None" = None, event: "AdverseEvent | None" = None) -> None:
        """Ask what happened after a treatment, the latest where none is named; ``event`` is opened for changes."""
        from tracker.ui.dialogs.what_happened import WhatHappenedDialog

        record, person = self.to_change(), self.seat.person
        if record is None or person is None:
            return
        if all(record.entries.latest(person.id, kind) is None for kind in TREATMENTS):
            said = self.tr("What happened belongs to a treatment. None is recorded yet.")
            messages.tell(self.seat.window, self.tr("Nothing to record yet"), said)
            return
        self.open(lambda *where: WhatHappenedDialog(*where, entry_id=entry_id, event=event))

    def remove_happened(self, event: "AdverseEvent") -> None:
        """Remove what happened; undo brings it back."""
        record = self.to_change()
        if record is not None:
            self.try_out(lambda: record.adverse_events.remove(event.id))

    def check(self) -> None:
        """Look at everything in the file of the record, and say what is found."""
        record = self.seat.record
        if record is None:
            return
        from tracker.ui.dialogs.check import CheckDialog

        dialog = CheckDialog(record, self.seat.theme, self.seat.window)
        dialog.rowActivated.connect(lambda row: self.personRequested.emit(row.person.id, row.entry_id))
        dialog.open()

    def who_had_lot(self, lot: str = "") -> None:
        """Show who had a lot; without one it is asked for."""
        record = self.seat.record
        if record is None:
            return
        from tracker.ui.lots.dialog import LotDialog

        def open_dialog() -> None:
            dialog = LotDialog(record, self.seat.preferences, self.seat.theme, self.seat.window, lot=lot)
            dialog.useActivated.connect(lambda use: self.personRequested.emit(use.person_id, use.entry_id))
            dialog.open()

        self.try_out(open_dialog)
