"""``due --notify``: a desktop notification for what is new, for a timer of the system while the window is closed."""

import sys
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from tracker.commands.call import Call, RefusalError

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.desktop.notifier import Notifier
    from tracker.ui.reminders.announcement import Announcement

WAIT_MS = 5_000


def run_notify(call: Call, record: "Record", person_id: UUID | None) -> int:
    """Show what is new and wait until the desktop has taken it. Raise `RefusalError` where it did not take all."""
    from tracker.ui.preferences import Preferences
    from tracker.ui.reminders.announcement import announcements, names_of

    application = _application()
    decision = record.reminders.look(person_id=person_id, is_start=True)
    has_words = Preferences.of_this_user().notification_words
    names = names_of(record, decision.show)
    keys = [one.key for one in decision.show]
    asked = announcements(keys, decision.show, names, call.clock.today(), has_words=has_words)
    missed = _missed(asked, _notifier()) if asked else set()
    _write_down(record, [one for one in asked if one.key in missed])
    del application
    if missed:
        raise RefusalError(
            QCoreApplication.translate(
                "Commands", "The desktop took no notification; the dates stand in the program's list."
            )
        )
    return 0


def _application() -> QCoreApplication | None:
    """Return what has to live while the desktop is spoken to; None where something does already."""
    if QCoreApplication.instance() is not None:
        return None
    if sys.platform == "linux":
        return QCoreApplication(["skinterval"])
    from PySide6.QtWidgets import QApplication

    return QApplication(["skinterval"])


def _notifier() -> "Notifier":
    from tracker.ui.desktop.ways import make_notifier

    if sys.platform == "linux":
        return make_notifier(None)
    from tracker.ui.desktop.tray import Tray

    return make_notifier(Tray().icon)


def _missed(asked: "list[Announcement]", notifier: "Notifier") -> set[str]:
    """Hand everything over; return the keys of what the desktop did not take in time."""
    waiting = {one.key for one in asked}
    missed: set[str] = set()
    loop = QEventLoop()

    def on_shown(key: str) -> None:
        waiting.discard(key)
        if not waiting:
            loop.quit()

    def on_not_shown(key: str, _reason: str) -> None:
        missed.add(key)
        on_shown(key)

    notifier.shown.connect(on_shown)
    notifier.notShown.connect(on_not_shown)
    QTimer.singleShot(0, lambda: _hand_over(asked, notifier))
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()
    notifier.close()
    return missed | waiting


def _hand_over(asked: "list[Announcement]", notifier: "Notifier") -> None:
    for one in asked:
        # Nobody is there any more to hear which button was pressed.
        notifier.notify(one.key, one.title, one.text)


def _write_down(record: "Record", missed: "list[Announcement]") -> None:
    keys = {key for one in missed for key in one.keys}
    if keys:
        record.reminders.could_not_show(keys)
