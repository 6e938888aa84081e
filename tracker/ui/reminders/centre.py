"""Looks at the reminders of the record on screen when that is due, and hands what is new to the desktop."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.core.errors import SkintervalError
from tracker.core.reminders.centre import Look
from tracker.core.reminders.ticks import is_look_due
from tracker.ui.desktop.notifier import Notifier
from tracker.ui.jobs import Job, Jobs
from tracker.ui.reminders.announcement import DISMISS, LOG, MOST_AT_ONCE, SNOOZE, announcements, names_of

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.core.clock import Clock
    from tracker.core.reminders.outlook import Reminder
    from tracker.core.reminders.tally import Tally
    from tracker.services.record import Record
    from tracker.services.reminders import Survey
    from tracker.ui.preferences import Preferences

MINUTE_MS = 60_000
SOON_MS = 400


@dataclass(frozen=True, slots=True)
class _Handed:
    """What was handed to the desktop as one: the keys of what still stands in the list; the reminder where it is one.

    ``announced`` are the keys of all.
    """

    announced: tuple[str, ...]
    keys: frozenset[str]
    reminder: "Reminder | None"


class ReminderCentre(QObject):
    """One tick a minute; the work is done on the worker thread. ``listedChanged`` carries by person how many reminders
    stand in the list, ``looked`` follows each look.

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
        self._survey: Survey | None = None
        self._listed: Mapping[UUID, int] = {}
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
        self._soon.timeout.connect(self.look)
        self._changed.connect(self._on_changed)
        self._notifier.notShown.connect(self._on_not_shown)
        self._notifier.activated.connect(self._on_activated)
        self._notifier.actionChosen.connect(self._on_action_chosen)

    @property
    def listed(self) -> "Mapping[UUID, int]":
        """Return by person how many reminders stand in the list as of the last look."""
        return self._listed

    def set_record(self, record: "Record | None", *, can_notify: bool = True) -> None:
        """Look after a record from now on; None lets go of it. ``can_notify`` is False where nothing leaves the app."""
        if self._record is not None:
            self._record.unlisten(self._listener)
        self._record, self._can_notify, self._looked, self._survey = record, can_notify, None, None
        self._show_listed({}, gone=self._watched())
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

    def _look(self, *, is_start: bool = False) -> None:
        record, can_notify, since = self._record, self._can_notify, self._survey
        if record is None:
            return
        self._looked = self._now()
        watched = self._watched()

        def work(_job: Job) -> "tuple[Survey, dict[UUID, str]]":
            survey = record.reminders.survey(MOST_AT_ONCE, watched, since, can_notify=can_notify, is_start=is_start)
            return survey, names_of(record, survey.tally.show)

        self._jobs.run(
            work,
            lambda found: self._on_looked(record, watched, *found),
            lambda _problem: self._on_look_failed(record),
            self,
        )

    def _watched(self) -> frozenset[str]:
        return frozenset[str]().union(*(handed.keys for handed in self._shown.values()))

    def _on_looked(
        self, record: "Record", watched: frozenset[str], survey: "Survey", names: Mapping[UUID, str]
    ) -> None:
        if record is not self._record:
            return
        tally, self._survey = survey.tally, survey.to_follow
        self._show_listed(tally.listed, gone=watched - tally.watched)
        has_words = self._preferences.notification_words
        for one in announcements(tally.shown, tally.show, names, self._clock.today(), has_words=has_words):
            self._shown[one.key] = _Handed(one.keys, frozenset(one.keys), one.reminder)
            self._notifier.notify(one.key, one.title, one.text, one.actions)
        self.looked.emit()

    def _on_failed(self, _problem: SkintervalError) -> None:
        # The next tick looks again.
        self._looked = None

    def _on_look_failed(self, record: "Record") -> None:
        """Show what stands in the list all the same; nothing was written down, so nothing is handed to the desktop."""
        self._looked = self._survey = None
        watched = self._watched()
        self._jobs.run(
            lambda _job: record.reminders.tally(watched),
            lambda tally: self._on_tallied(record, watched, tally),
            self._on_failed,
            self,
        )

    def _on_tallied(self, record: "Record", watched: frozenset[str], tally: "Tally") -> None:
        if record is self._record:
            self._show_listed(tally.listed, gone=watched - tally.watched)
            self.looked.emit()

    def _show_listed(self, listed: Mapping[UUID, int], gone: frozenset[str]) -> None:
        """Show what stands in the list; withdraw the notifications of which nothing stands there any more."""
        self._listed = listed
        for key, handed in tuple(self._shown.items()):
            still = handed.keys - gone
            if still:
                self._shown[key] = replace(handed, keys=still)
            else:
                self._notifier.withdraw(key)
                del self._shown[key]
        self.listedChanged.emit(listed)

    def _on_changed(self, _change: "ChangeSet") -> None:
        self._soon.start()

    def _on_not_shown(self, key: str, _reason: str) -> None:
        record, handed = self._record, self._shown.pop(key, None)
        if record is not None and handed is not None:
            self._jobs.run(
                lambda _job: record.reminders.could_not_show(handed.announced), _nothing, self._on_failed, self
            )

    def _on_activated(self, key: str) -> None:
        handed = self._shown.get(key)
        if handed is None:
            return
        if handed.reminder is not None:
            self.opened.emit(handed.reminder)
        else:
            self.listRequested.emit()

    def _on_action_chosen(self, key: str, action: str) -> None:
        handed, record = self._shown.get(key), self._record
        reminder = None if handed is None else handed.reminder
        if reminder is None or record is None:
            return
        if action == LOG:
            self.logRequested.emit(reminder)
        elif action == SNOOZE:
            tomorrow = self._clock.today() + timedelta(1)
            self.answered.emit(lambda: record.reminders.snooze([reminder], tomorrow))
        elif action == DISMISS:
            self.answered.emit(lambda: record.reminders.dismiss([reminder]))


def _nothing(_result: object) -> None:
    """Do nothing with what a job returns."""
