"""Looks at the reminders of the record on screen when that is due, and hands what is new to the desktop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.core.errors import SkintervalError
from tracker.core.reminders.centre import Decision, Look
from tracker.core.reminders.log import LogRow, Outcome
from tracker.core.reminders.ticks import is_look_due
from tracker.ui.desktop.notifier import Notifier
from tracker.ui.jobs import Job, Jobs
from tracker.ui.reminders.announcement import DISMISS, LOG, SNOOZE, announcements, names_of

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.core.clock import Clock
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences

MINUTE_MS = 60_000
SOON_MS = 400


@dataclass(frozen=True, slots=True)
class _Handed:
    """What was handed to the desktop under one key, and the lines of the log that say so."""

    reminders: "tuple[Reminder, ...]"
    rows: tuple[LogRow, ...]


class ReminderCentre(QObject):
    """One tick a minute; the work is done on the worker thread. ``listedChanged`` carries what stands in the list,
    ``looked`` follows each look.

    ``opened`` and ``logRequested`` carry the reminder whose notification was clicked, or its button "Log now";
    ``listRequested`` follows a click on one notification of many reminders.
    ``answered`` carries the verb that a button of a notification asks for.
    """

    listedChanged = Signal(object)
    looked = Signal()
    opened = Signal(object)
    listRequested = Signal()
    logRequested = Signal(object)
    answered = Signal(object)
    _changed = Signal(object)

    def __init__(
        self, clock: "Clock", jobs: Jobs, notifier: Notifier, preferences: "Preferences", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._jobs = jobs
        self._notifier = notifier
        self._preferences = preferences
        self._record: Record | None = None
        self._can_notify = True
        self._looked: Look | None = None
        self._listed: tuple[Reminder, ...] = ()
        self._touched: list[frozenset[UUID]] = []
        self._shown: dict[str, _Handed] = {}
        # Verbs may run in a worker thread; the signal brings what they changed to this one.
        self._listener = self._changed.emit
        self._build()
        self._connect()

    def _build(self) -> None:
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)

    def _connect(self) -> None:
        self._minute.timeout.connect(self.tick)
        self._soon.timeout.connect(self._on_soon)
        self._changed.connect(self._on_changed)
        self._notifier.notShown.connect(self._on_not_shown)
        self._notifier.activated.connect(self._on_activated)
        self._notifier.actionChosen.connect(self._on_action_chosen)

    @property
    def listed(self) -> "tuple[Reminder, ...]":
        """Return what stands in the list as of the last look."""
        return self._listed

    def set_record(self, record: "Record | None", *, can_notify: bool = True) -> None:
        """Look after a record from now on; None lets go of it. ``can_notify`` is False where nothing leaves the app."""
        if self._record is not None:
            self._record.unlisten(self._listener)
        self._record, self._can_notify, self._looked = record, can_notify, None
        self._show_listed(())
        if record is None:
            self._minute.stop()
            self._soon.stop()
            return
        record.listen(self._listener)
        self._minute.start()
        self._look(is_start=True)

    def look(self) -> None:
        """Look now, whatever the time."""
        self._look()

    def tick(self) -> None:
        """Look where a minute that has passed may have changed something."""
        if self._record is None:
            return
        try:
            settings = self._record.reminders.settings
        except SkintervalError:
            # The file is out of reach for a moment; the next tick looks again.
            return
        if self._looked is None or is_look_due(self._looked, self._now(), settings):
            self.look()

    def _now(self) -> Look:
        clock = self._clock
        return Look(at=clock.now(), today=clock.today(), wall=clock.wall_time())

    def _look(self, person_id: UUID | None = None, *, is_start: bool = False) -> None:
        record, can_notify = self._record, self._can_notify
        if record is None:
            return
        if person_id is None:
            self._looked = self._now()

        def work(_job: Job) -> tuple[Decision, dict[UUID, str]]:
            decision = record.reminders.look(person_id=person_id, can_notify=can_notify, is_start=is_start)
            return decision, names_of(record, decision.show)

        self._jobs.run(
            work,
            lambda found: self._on_looked(record, person_id, *found),
            lambda _problem: self._on_look_failed(record, person_id),
            self,
        )

    def _on_looked(
        self, record: "Record", person_id: UUID | None, decision: Decision, names: Mapping[UUID, str]
    ) -> None:
        if record is not self._record:
            return
        self._show_listed_of(person_id, decision.listed)
        rows = {row.key: row for row in decision.log if row.outcome is Outcome.SHOWN}
        has_words = self._preferences.notification_words
        for one in announcements(decision.show, names, self._clock.today(), has_words=has_words):
            self._shown[one.key] = _Handed(one.reminders, tuple(rows[reminder.key] for reminder in one.reminders))
            self._notifier.notify(one.key, one.title, one.text, one.actions)
        self.looked.emit()

    def _on_failed(self, _problem: SkintervalError) -> None:
        # The next tick looks again.
        self._looked = None

    def _on_look_failed(self, record: "Record", person_id: UUID | None) -> None:
        """Show what stands in the list all the same; nothing was written down, so nothing is handed to the desktop."""
        self._looked = None
        self._jobs.run(
            lambda _job: record.reminders.listed(person_id),
            lambda listed: self._on_listed(record, person_id, listed),
            self._on_failed,
            self,
        )

    def _on_listed(self, record: "Record", person_id: UUID | None, listed: "tuple[Reminder, ...]") -> None:
        if record is self._record:
            self._show_listed_of(person_id, listed)
            self.looked.emit()

    def _show_listed_of(self, person_id: UUID | None, listed: "tuple[Reminder, ...]") -> None:
        others = [one for one in self._listed if person_id not in (None, one.person_id)]
        self._show_listed([*others, *listed])

    def _show_listed(self, listed: "Sequence[Reminder]") -> None:
        gone = {one.key for one in self._listed} - {one.key for one in listed}
        self._listed = tuple(listed)
        for key, shown in tuple(self._shown.items()):
            if all(one.key in gone for one in shown.reminders):
                self._notifier.withdraw(key)
                del self._shown[key]
        self.listedChanged.emit(self._listed)

    def _on_changed(self, change: "ChangeSet") -> None:
        self._touched.append(change.people)
        self._soon.start()

    def _on_soon(self) -> None:
        """Look at who was touched by the changes of late: at one person alone where it was only one."""
        touched, self._touched = self._touched, []
        people = frozenset[UUID]().union(*touched)
        self._look(next(iter(people)) if all(touched) and len(people) == 1 else None)

    def _on_not_shown(self, key: str, _reason: str) -> None:
        record, handed = self._record, self._shown.pop(key, None)
        if record is not None and handed is not None:
            self._jobs.run(lambda _job: record.reminders.could_not_show(handed.rows), _nothing, self._on_failed, self)

    def _on_activated(self, key: str) -> None:
        handed = self._shown.get(key)
        if handed is None:
            return
        if len(handed.reminders) == 1:
            self.opened.emit(handed.reminders[0])
        else:
            self.listRequested.emit()

    def _on_action_chosen(self, key: str, action: str) -> None:
        shown, record = self._shown.get(key), self._record
        if shown is None or record is None:
            return
        if action == LOG:
            self.logRequested.emit(shown.reminders[0])
        elif action == SNOOZE:
            tomorrow = self._clock.today() + timedelta(1)
            self.answered.emit(lambda: record.reminders.snooze(shown.reminders, tomorrow))
        elif action == DISMISS:
            self.answered.emit(lambda: record.reminders.dismiss(shown.reminders))


def _nothing(_result: object) -> None:
    """Do nothing with what a job returns."""
