"""Where backups go: the folder that was chosen, else that of the platform, and those in which older ones may lie."""

from pathlib import Path

from tracker.paths import backups_folder
from tracker.ui.preferences import Preferences


def backup_roots(preferences: Preferences) -> tuple[Path, ...]:
    """Return the folders of backups; new ones go into the first."""
    return tuple(dict.fromkeys((*preferences.backup_folders, backups_folder())))
