"""What is handed to the desktop for the reminders of one look: one notification each, or one for many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.reminders.outlook import Reminder
from tracker.ui.words import reminders as words

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.desktop.notifier import Action

MOST_AT_ONCE = 3
LOG, SNOOZE, DISMISS = "log", "snooze", "dismiss"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One notification, the keys of the reminders that it stands for, and the reminder where it is one."""

    key: str
    title: str
    text: str
    actions: "tuple[Action, ...]"
    keys: tuple[str, ...]
    reminder: Reminder | None


def names_of(record: "Record", shown: Sequence[Reminder]) -> dict[UUID, str]:
    """Return the names of those who are reminded in a record of several people, else none."""
    if not shown or record.people.count() == 1:
        return {}
    return {one.person_id: record.people.get(one.person_id).name for one in shown}


def announcements(
    keys: Sequence[str], shown: Sequence[Reminder], names: Mapping[UUID, str], today: date, *, has_words: bool
) -> list[Announcement]:
    """Return what to hand to the desktop: each of ``shown``, or all as one where there are more than `MOST_AT_ONCE`.

    ``keys`` are those of all; of many the reminders themselves are not asked for. ``names`` are those of the people in
    a record of several, else empty. Without ``has_words`` no text names a person or a treatment.
    """
    if len(keys) > MOST_AT_ONCE:
        title, text = words.neutral_notification(len(keys))
        return [Announcement(f"many:{keys[0]}", title, text, (), tuple(keys), None)]
    return [_announcement(one, names.get(one.person_id, ""), today, has_words=has_words) for one in shown]


def _announcement(reminder: Reminder, name: str, today: date, *, has_words: bool) -> Announcement:
    said = words.notification(reminder, name, today) if has_words else words.neutral_notification(1)
    actions = (
        (LOG, QCoreApplication.translate("Reminders", "Log now")),
        (SNOOZE, QCoreApplication.translate("Reminders", "Snooze 1 day")),
        (DISMISS, QCoreApplication.translate("Reminders", "Dismiss")),
    )
    return Announcement(reminder.key, *said, actions, (reminder.key,), reminder)
