"""Entries: log, edit, duplicate, delete, bring back, sign, move."""

from typing import TYPE_CHECKING
from uuid import UUID

from tracker.core.errors import SkintervalError
from tracker.core.records import Botox, Kind, Microdermabrasion, OtherEvent, Rating
from tracker.ui.desks.desk import Desk

if TYPE_CHECKING:
    from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, OtherEventDraft, RatingDraft
    from tracker.core.records import Entry, PlannedTreatment


class EntryDesk(Desk):
    """Works on the entries of the person on screen."""

    def log(self, kind: Kind, plan: "PlannedTreatment | None" = None) -> None:
        """Ask for a new entry; of a treatment that carries ``plan`` out."""
        if self.to_change() is None:
            return
        if kind is Kind.BOTOX:
            self._open_botox(None, None, plan)
        elif kind is Kind.MICRODERMABRASION:
            self._open_session(None, None, plan)
        elif kind is Kind.OTHER_EVENT:
            self._open_other_event(None, None)
        else:
            self._open_rating(None, None)

    def edit(self, entry: "Entry | UUID") -> None:
        """Open an entry for changes; say so where it is gone."""
        if self.to_change() is None:
            return
        found = self._entry(entry)
        if isinstance(found, Botox):
            self._open_botox(found, None)
        elif isinstance(found, Microdermabrasion):
            self._open_session(found, None)
        elif isinstance(found, Rating):
            self._open_rating(found, None)
        elif isinstance(found, OtherEvent):
            self._open_other_event(found, None)

    def duplicate(self, entry: "Entry | UUID") -> None:
        """Ask for a new entry that begins as a copy of another one, with today's day."""
        from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, OtherEventDraft, RatingDraft

        if self.to_change() is None:
            return
        found = self._entry(entry)
        if isinstance(found, Botox):
            self._open_botox(None, BotoxDraft.of(found))
        elif isinstance(found, Microdermabrasion):
            self._open_session(None, MicrodermabrasionDraft.of(found))
        elif isinstance(found, Rating):
            self._open_rating(None, RatingDraft.of(found))
        elif isinstance(found, OtherEvent):
            self._open_other_event(None, OtherEventDraft.of(found))

    def delete(self, entry_ids: list[UUID]) -> None:
        """Delete entries; undo brings them back."""
        record = self.to_change()
        if record is not None and entry_ids:
            self.try_out(lambda: record.entries.remove(entry_ids))

    def recently_deleted(self) -> None:
        """Show what was deleted lately, first of whoever was on screen last; it is brought back from there."""
        record = self.seat.record
        if record is None:
            return
        from tracker.ui.trash.dialog import TrashDialog

        self.try_out(lambda: TrashDialog(record, self.seat.latest_person, self.seat.theme, self.seat.window).open())

    def sign(self, entry_ids: list[UUID]) -> None:
        """Sign entries as who works here now; undo takes it back."""
        record = self.to_change()
        if record is not None and entry_ids:
            self.try_out(lambda: record.entries.sign(entry_ids))

    def move(self, entry: "Entry") -> None:
        """Ask to whom an entry goes that was logged on the person on screen."""
        record, giver = self.to_change(), self.seat.person
        if record is None or giver is None:
            return

        self.pick_other(self.tr("Move to another person"), giver, lambda taker: self.move_to(entry, taker))

    def move_to(self, entry: "Entry", taker_id: UUID) -> None:
        """Ask whether an entry goes from the person on screen to another one."""
        record, giver = self.seat.record, self.seat.person
        if record is None or giver is None:
            return
        from tracker.ui.dialogs.move_entry import MoveEntryDialog

        taker = record.people.get(taker_id)
        MoveEntryDialog(record, entry, giver, taker, self.seat.theme, self.seat.window).open()

    def _entry(self, entry: "Entry | UUID") -> "Entry | None":
        if not isinstance(entry, UUID):
            return entry
        if self.seat.record is None:
            return None
        try:
            return self.seat.record.entries.get(entry)
        except SkintervalError as problem:
            self.say(problem)
            return None

    def _open_botox(
        self, entry: Botox | None, draft: "BotoxDraft | None", plan: "PlannedTreatment | None" = None
    ) -> None:
        from tracker.ui.dialogs.log_botox import LogBotoxDialog

        self.open(lambda *where: LogBotoxDialog(*where, entry=entry, draft=draft, plan=plan))

    def _open_session(
        self,
        entry: Microdermabrasion | None,
        draft: "MicrodermabrasionDraft | None",
        plan: "PlannedTreatment | None" = None,
    ) -> None:
        from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

        self.open(lambda *where: LogMicrodermabrasionDialog(*where, entry=entry, draft=draft, plan=plan))

    def _open_rating(self, entry: Rating | None, draft: "RatingDraft | None") -> None:
        from tracker.ui.dialogs.rate import RateDialog

        self.open(lambda *where: RateDialog(*where, entry=entry, draft=draft))

    def _open_other_event(self, entry: OtherEvent | None, draft: "OtherEventDraft | None") -> None:
        from tracker.ui.dialogs.log_other_event import LogOtherEventDialog

        self.open(lambda *where: LogOtherEventDialog(*where, entry=entry, draft=draft))
