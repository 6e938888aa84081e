"""Folders of the program: its resources and the person's data.

Stands beside the layers, for `app`, `commands` and `ui`; Qt is imported only where a platform folder is asked for.
"""

import sys
from pathlib import Path

RECORD_FILE_NAME = "skinterval.db"


def resource_folder() -> Path:
    """Return the folder of icons, fonts, style and catalogue: frozen program, installed wheel or checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "tracker" / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_folder() -> Path:
    """Return the platform's folder for this program's data (it may not exist yet)."""
    from PySide6.QtCore import QStandardPaths

    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / "skinterval"


def log_folder() -> Path:
    """Return the platform's folder for reports of errors of this program (it may not exist yet)."""
    from PySide6.QtCore import QStandardPaths

    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(base) / "skinterval" / "crashes"


def backups_folder() -> Path:
    """Return the folder of all backups, one folder a record (it may not exist yet)."""
    return data_folder() / "backups"


def documents_folder() -> Path:
    """Return the folder in which a person keeps documents, where files are offered to be opened and saved.

    The home folder where there is none: a file dialog takes the name of a missing folder for that of a file.
    """
    from PySide6.QtCore import QStandardPaths

    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def default_record() -> Path:
    """Return the path of the person's own record in the data folder."""
    return data_folder() / RECORD_FILE_NAME
