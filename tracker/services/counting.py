"""Which days count as before and as after a treatment, as the record has it."""

from tracker.core.errors import InvalidDraftError
from tracker.core.progress.windows import CountingWindows, problems_of
from tracker.services.settings import RecordSettings

COUNTING = "counting_windows"
"""The setting of the record that holds them."""


class Counting:
    """The counting windows of one record."""

    def __init__(self, settings: RecordSettings) -> None:
        self._settings = settings

    @property
    def windows(self) -> CountingWindows:
        """Return the days that count; as they ship where nobody changed them."""
        return CountingWindows.from_dict(self._settings.of(COUNTING))

    def change(self, windows: CountingWindows) -> None:
        """Count other days. Raise `InvalidDraftError` or `NotSavedError`; nothing was saved then."""
        problems = problems_of(windows)
        if problems:
            raise InvalidDraftError(problems)
        self._settings.change(COUNTING, windows.to_dict())
