"""What the strip over the pages says of how the record was opened, and what its buttons do."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.ui.words.access import (
    clock_behind,
    copies_beside,
    end_by_error,
    read_only,
    settings_damaged,
    shared,
    unclean_end,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.ui.record_access import Access
    from tracker.ui.surroundings import Surroundings
    from tracker.ui.window_frame import WindowFrame

READ_ONLY, UNCLEAN_END, SHARED, COPIES = "readOnly", "uncleanEnd", "shared", "copies"
SETTINGS, CLOCK, ERROR_END = "settings", "clock", "errorEnd"
_MOST_AHEAD = timedelta(days=1)
"""Of two computers in other zones, or of which one goes a little fast, nobody need hear."""


class RecordNotices(QObject):
    """Follows which record is open in a window."""

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window
        self._path: Path | None = None
        self._are_settings_to_say = window.preferences.are_damaged
        self._report_to_say = window.preferences.take_end_by_error()
        window.notices.actionTriggered.connect(self._on_action)
        window.notices.dismissed.connect(self._on_dismissed)

    def follow(self, path: "Path", access: "Access") -> None:
        """Say what is to be known of the record at ``path``, which was opened with ``access``."""
        strip = self._window.notices
        strip.clear()
        self._path = path
        if access.read_only is not None:
            said, action = read_only(access.read_only), self.tr("Open &it for writing")
            strip.show_notice(READ_ONLY, said, action, is_lasting=True)
        elif access.lock is not None and access.lock.was_left:
            strip.show_notice(UNCLEAN_END, unclean_end(is_checked=False))
        if self._report_to_say is not None:
            strip.show_notice(ERROR_END, end_by_error(self._report_to_say))
        if self._are_settings_to_say:
            strip.show_notice(SETTINGS, settings_damaged())

    def follow_check(self, path: "Path") -> None:
        """Say after an unclean end that the whole record at ``path`` was looked at and nothing is wrong with it."""
        strip = self._window.notices
        if path == self._path and strip.notice(UNCLEAN_END) is not None:
            strip.show_notice(UNCLEAN_END, unclean_end(is_checked=True))

    def follow_latest_change(self, path: "Path", at: datetime | None) -> None:
        """Say where the latest change of the record at ``path`` was made at a moment that is still to come."""
        if path == self._path and at is not None and at - self._window.clock.now() > _MOST_AHEAD:
            self._window.notices.show_notice(CLOCK, clock_behind(at.astimezone().date()))

    def follow_surroundings(self, path: "Path", found: "Surroundings") -> None:
        """Say by what the record at ``path`` is shared, until a person has read it, and what was laid beside it."""
        if path != self._path:
            return
        strip = self._window.notices
        if found.copies:
            strip.show_notice(COPIES, copies_beside(found.copies))
        if found.place is not None and not self._window.preferences.knows_shared(path):
            strip.show_notice(SHARED, shared(found.place))

    def _on_dismissed(self, name: str) -> None:
        if name == ERROR_END:
            self._report_to_say = None
        if name == SETTINGS:
            self._are_settings_to_say = False
        if name == SHARED and self._path is not None:
            self._window.preferences.keep_shared_known(self._path)

    def _on_action(self, name: str) -> None:
        if name == READ_ONLY and self._path is not None:
            self._window.openRecordRequested.emit(self._path)
