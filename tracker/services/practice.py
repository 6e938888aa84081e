"""Whether a record is kept at home or in a practice."""

from tracker.core.practice_settings import PracticeSettings
from tracker.services.settings import RecordSettings

PRACTICE = "practice"
"""The setting of the record that holds it."""


class Practice:
    """For whom one record is kept."""

    def __init__(self, settings: RecordSettings) -> None:
        self._settings = settings

    @property
    def settings(self) -> PracticeSettings:
        """Return for whom the record is; home where nobody ever said."""
        return PracticeSettings.from_dict(self._settings.of(PRACTICE))

    def change(self, settings: PracticeSettings) -> None:
        """Keep the record for somebody else. Raise `NotSavedError`; nothing was saved then."""
        self._settings.change(PRACTICE, settings.to_dict())
