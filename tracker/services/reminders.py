"""Reminders: look what is to be shown now, answer one, and tell what became of each."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.collector import COLLECTOR
from tracker.core.reminders.centre import Decision, Look, failed, joined
from tracker.core.reminders.log import Answer, Outcome
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.settings import ReminderSettings
from tracker.core.reminders.stories import Story, stories
from tracker.core.reminders.tally import Tally, followed, tallied
from tracker.core.reminders.ticks import has_time_come
from tracker.services.announcing import Announce
from tracker.services.looks import SETTINGS, Looks
from tracker.services.settings import RecordSettings
from tracker.services.spacing import Spacing
from tracker.store import reminders as kept
from tracker.store.store import Store, Write
from tracker.store.touched import Mark, mark, touched_since
from tracker.store.waiting_lines import WaitingLines

SNOOZE, DISMISS, SUBJECT = "snooze", "dismiss", "reminder"
_SEEN = ChangeLabel("remind", SUBJECT)
_AT_ONCE = 100
"""Of so many reminders the log is read together: some were written about often."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at everybody came to, the look itself, and how far the record had come."""

    tally: Tally
    mark: Mark
    look: Look

    @property
    def to_follow(self) -> "Survey":
        """Return as much of it as the next survey needs."""
        return replace(self, tally=replace(self.tally, show=(), shown=()))


class Reminders:
    """The reminders of one record. Everything is worked out anew at each look; only answers and the log are kept."""

    def __init__(
        self, store: Store, clock: Clock, spacing: Spacing, settings: RecordSettings, announce: Announce
    ) -> None:
        self._store = store
        self._clock = clock
        self._looks = Looks(store, spacing)
        self._settings = settings
        self._announce = announce

    @property
    def settings(self) -> ReminderSettings:
        """Return how the record reminds."""
        return ReminderSettings.from_dict(self._settings.of(SETTINGS))

    def change_settings(self, settings: ReminderSettings) -> None:
        """Remind in another way. Raise `NotSavedError`; nothing was saved then."""
        self._settings.change(SETTINGS, settings.to_dict())

    def look(self, *, person_id: UUID | None = None, can_notify: bool = True, is_start: bool = False) -> Decision:
        """Return what is to be shown now and what stands in the list, and write down what became of each reminder.

        Of everybody, or of ``person_id`` alone. Two programs on one record never both show a reminder: what is to be
        shown is written down before. Raise `NotSavedError`, `RecordUnreadableError`; nothing was written down then and
        nothing may be shown.
        """
        look, before = self._look(can_notify=can_notify, is_start=is_start), self._mark()
        people = self._looks.everybody() if person_id is None else self._looks.these([person_id])
        lines = WaitingLines()
        decision = joined(_noted(self._looks.decisions(look, people), lines))
        if self._write_down(lines, before) is not None:
            return decision
        # Another program has written meanwhile: look again at what it left.
        return self.look(person_id=person_id, can_notify=can_notify, is_start=is_start)

    def survey(
        self,
        most: int,
        watched: Collection[str] = (),
        since: Survey | None = None,
        *,
        can_notify: bool = True,
        is_start: bool = False,
    ) -> Survey:
        """Do as `look` does for everybody, and return it in numbers, with ``most`` of the reminders to show.

        ``since`` is a former one of this record: those about whom nothing can have changed are as they were then.
        ``watched`` are keys of which it is asked whether they stand in the list.
        """
        look, before = self._look(can_notify=can_notify, is_start=is_start), self._mark()
        ids = None if since is None else self._changeable(since, look)
        people = self._looks.everybody() if ids is None else self._looks.these(ids)
        lines = WaitingLines()
        tally = tallied(_noted(self._looks.decisions(look, people), lines), most, watched)
        after = self._write_down(lines, before)
        if after is None:
            return self.survey(most, watched, since, can_notify=can_notify, is_start=is_start)
        if since is not None and ids is not None:
            tally = followed(since.tally, ids, tally, watched)
        return Survey(tally, after, look)

    def tally(self, watched: Collection[str] = ()) -> Tally:
        """Return what stands in the list now, in numbers; writes nothing."""
        return tallied(self._looks.decisions(self._look(), self._looks.everybody()), 0, watched)

    def could_not_show(self, keys: Collection[str]) -> None:
        """Write down that the desktop did not show what a look gave out under ``keys``. Raise `NotSavedError`."""
        look, asked, lines = self._look(), tuple(keys), WaitingLines()
        for start in range(0, len(asked), _AT_ONCE):
            with self._store.read() as connection:
                rows = kept.lines_about(connection, asked[start : start + _AT_ONCE])
            shown = {row.key: row for row in rows if row.outcome is Outcome.SHOWN}
            lines.add(failed(row, look) for row in shown.values())
        with self._store.write(_SEEN) as write:
            _write(lines, write)

    def listed(self, person_id: UUID | None = None) -> tuple[Reminder, ...]:
        """Return what stands in the list now, of everybody or of one person, by person and day; writes nothing."""
        people = self._looks.everybody() if person_id is None else self._looks.these([person_id])
        return joined(self._looks.decisions(self._look(), people)).listed

    def snooze(self, reminders: Sequence[Reminder], until: date) -> None:
        """Remind again on the day ``until``, in one change. Raise `NotSavedError`; nothing was saved then."""
        self._answer(SNOOZE, reminders, until)

    def dismiss(self, reminders: Sequence[Reminder]) -> None:
        """Remind no more of ``reminders``, in one change. Raise `NotSavedError`; nothing was saved then."""
        self._answer(DISMISS, reminders, None)

    def stories(self, person_id: UUID | None = None) -> list[Story]:
        """Return what became of each reminder, of everybody or of one person, the one about the latest day first."""
        with self._store.read() as connection:
            rows = kept.log_rows(connection, person_id)
        people = self._looks.everybody() if person_id is None else self._looks.these([person_id])
        with COLLECTOR.at_rest():
            return stories(rows, self._looks.verdicts(self._look(), people))

    def _look(self, *, can_notify: bool = True, is_start: bool = False) -> Look:
        clock = self._clock
        return Look(
            at=clock.now(), today=clock.today(), wall=clock.wall_time(), can_notify=can_notify, is_start=is_start
        )

    def _mark(self) -> Mark:
        with self._store.read() as connection:
            return mark(connection)

    def _changeable(self, since: Survey, look: Look) -> frozenset[UUID] | None:
        """Return about whom something can have changed since, None where that may be everybody."""
        former = since.look
        if look.is_start or (look.today, look.can_notify) != (former.today, former.can_notify):
            return None
        with self._store.read() as connection:
            touched = touched_since(connection, since.mark)
        if touched is None or not has_time_come(former, look, self.settings):
            return touched
        return touched | since.tally.waiting

    def _write_down(self, lines: WaitingLines, before: Mark) -> Mark | None:
        """Write ``lines`` and return how far the record has come by them; None where the log had gone on before."""
        if not lines:
            return before
        with self._store.write(_SEEN) as write:
            if mark(write.connection).line != before.line:
                return None
            _write(lines, write)
            return Mark(before.change, mark(write.connection).line)

    def _answer(self, verb: str, reminders: Sequence[Reminder], until: date | None) -> None:
        at, on = self._clock.now(), self._clock.today()
        given = [(one.person_id, Answer(key=one.key, at=at, on=on, until=until)) for one in reminders]
        with self._store.write(ChangeLabel(verb, SUBJECT, count=len(given))) as write:
            kept.put_answers(write.recorder, given)
        self._announce(write.change_set)


def _noted(decisions: Iterable[Decision], lines: WaitingLines) -> Iterator[Decision]:
    """Yield ``decisions``, and add to ``lines`` what is to be written down of each."""
    for decision in decisions:
        lines.add(decision.log)
        yield decision


def _write(lines: WaitingLines, write: Write) -> None:
    for part in lines.parts():
        kept.add_lines(write.connection, part)
