"""Why was I not reminded? What became of each reminder, as codes and days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.contacts import Contact
from tracker.core.records import Kind
from tracker.core.reminders.centre import Verdict
from tracker.core.reminders.log import LogRow, Outcome
from tracker.core.reminders.settings import ReminderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What became of one reminder: ``now`` if it is still there, and the lines of the log, newest first.

    ``again_on`` is the day until which it is put off or answered by ``contact``, None where it is not.
    """

    key: str
    kind: ReminderKind
    person_id: UUID
    treatment: Kind
    about: date
    since: date
    now: Outcome | None
    steps: tuple[LogRow, ...]
    again_on: date | None = None
    contact: Contact | None = None

    @property
    def comes_on(self) -> date | None:
        """Return the day that is to come for it: the one until which it is put off, or its own; None without any."""
        return self.about if self.now is Outcome.UPCOMING else self.again_on

    @property
    def was_shown(self) -> bool:
        """Return whether it was ever shown as a notification, and the desktop did not fail to."""
        outcomes = [step.outcome for step in self.steps]
        return outcomes.count(Outcome.SHOWN) > outcomes.count(Outcome.FAILED)

    @property
    def why(self) -> Outcome | None:
        """Return why it was not shown, or not yet: what stands now, else what was written down last."""
        if self.was_shown:
            return None
        return self.now or (self.steps[0].outcome if self.steps else None)


def stories(rows: Iterable[LogRow], verdicts: Iterable[Verdict]) -> list[Story]:
    """Return the story of each reminder of the log and of the present, the one about the latest day first.

    ``rows`` come in the order in which they were written.
    """
    written: dict[str, list[LogRow]] = {}
    for row in rows:
        written.setdefault(row.key, []).insert(0, row)
    present = {one.reminder.key: one for one in verdicts}
    told = [_story_of_present(one, written.get(key, [])) for key, one in present.items()]
    told += [_story_of_past(steps) for key, steps in written.items() if key not in present]
    return sorted(told, key=lambda story: (-story.about.toordinal(), story.key))


def _story_of_present(verdict: Verdict, steps: list[LogRow]) -> Story:
    reminder = verdict.reminder
    return Story(
        key=reminder.key,
        kind=reminder.kind,
        person_id=reminder.person_id,
        treatment=reminder.treatment,
        about=reminder.on,
        since=reminder.since,
        now=verdict.outcome,
        steps=tuple(steps),
        again_on=verdict.again_on,
        contact=reminder.contact if verdict.outcome is Outcome.CONTACTED else None,
    )


def _story_of_past(steps: list[LogRow]) -> Story:
    row = steps[0]
    return Story(
        key=row.key,
        kind=row.kind,
        person_id=row.person_id,
        treatment=row.treatment,
        about=row.about,
        since=row.since,
        now=None,
        steps=tuple(steps),
    )
