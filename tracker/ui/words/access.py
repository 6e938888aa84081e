"""Why a record is only read, and what is to be known of how it was opened, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tracker.core.errors import RecordInUseError
    from tracker.ui.record_access import ReadOnly


def read_only(why: "ReadOnly") -> str:
    """Return the line over a record that is only read: "Opened read-only: in use on another computer, practice-2."."""
    return QCoreApplication.translate("Access", "Opened read-only: {cause}.").format(cause=_cause(why))


def _cause(why: "ReadOnly") -> str:
    if why.in_use is not None:
        return _in_use(why.in_use)
    causes = {
        "asked": QCoreApplication.translate("Access", "as you chose"),
        "file": QCoreApplication.translate("Access", "the file is write-protected"),
        "folder": QCoreApplication.translate("Access", "its folder or disk is write-protected"),
        "no_lock": QCoreApplication.translate("Access", "nothing can be written into its folder just now"),
    }
    return causes[why.cause]


def _in_use(found: "RecordInUseError") -> str:
    if found.is_here:
        return QCoreApplication.translate("Access", "in use in another window")
    return QCoreApplication.translate("Access", "in use on another computer, {host}").format(host=found.host)


def nothing_can_be_saved() -> str:
    """Return why a button is off."""
    return QCoreApplication.translate("Access", "The record is opened read-only.")


def unclean_end() -> str:
    """Return what is said after the program was killed, or the computer stopped, with the record open."""
    return QCoreApplication.translate(
        "Access", "Skinterval was not closed properly last time. Everything that was saved is in the record."
    )
