"""Whether a record is kept at home or in a practice, and the logo of the practice."""

from tracker.core.practice_logo import is_logo, logo_from_dict, logo_to_dict
from tracker.core.practice_settings import PracticeSettings
from tracker.services.settings import RecordSettings

PRACTICE, LOGO = "practice", "practice_logo"
"""The settings of the record that hold them."""


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

    @property
    def logo(self) -> bytes:
        """Return the logo as a PNG file, empty where there is none."""
        return logo_from_dict(self._settings.of(LOGO))

    def change_logo(self, logo: bytes) -> None:
        """Keep another logo; empty bytes take it away.

        Raise `ValueError` for what is no logo, `NotSavedError`; nothing was saved then.
        """
        if logo and not is_logo(logo):
            raise ValueError(f"no logo of {len(logo)} bytes")
        self._settings.change(LOGO, logo_to_dict(logo))
