"""Settings that belong to the record, so that they go where the record goes; each is a JSON object."""

from collections.abc import Mapping
from typing import Any

from tracker.core.changes import ChangeLabel
from tracker.services.announcing import Announce
from tracker.store import planning
from tracker.store.store import Store


class RecordSettings:
    """The settings of one record."""

    def __init__(self, store: Store, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def of(self, name: str) -> Mapping[str, Any]:
        """Return a setting; empty where it was never changed."""
        with self._store.read() as connection:
            return planning.setting(connection, name)

    def change(self, name: str, value: Mapping[str, Any]) -> None:
        """Write a setting. Raise `NotSavedError`; nothing was saved then."""
        with self._store.write(ChangeLabel("edit", "settings")) as write:
            planning.put_setting(write.recorder, name, value)
        self._announce(write.change_set)
