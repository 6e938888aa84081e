"""What the strip over the pages says of how the record was opened, and what its buttons do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.ui.words.access import read_only, unclean_end

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.ui.record_access import Access
    from tracker.ui.window_frame import WindowFrame

READ_ONLY, UNCLEAN_END = "readOnly", "uncleanEnd"


class RecordNotices(QObject):
    """Follows which record is open in a window."""

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window
        self._path: Path | None = None
        window.notices.actionTriggered.connect(self._on_action)

    def follow(self, path: "Path", access: "Access") -> None:
        """Say what is to be known of the record at ``path``, which was opened with ``access``."""
        strip = self._window.notices
        strip.clear()
        self._path = path
        if access.read_only is not None:
            said, action = read_only(access.read_only), self.tr("Open &it for writing")
            strip.show_notice(READ_ONLY, said, action, is_lasting=True)
        elif access.lock is not None and access.lock.was_left:
            strip.show_notice(UNCLEAN_END, unclean_end())

    def _on_action(self, name: str) -> None:
        if name == READ_ONLY and self._path is not None:
            self._window.openRecordRequested.emit(self._path)
