"""Why a record is only read, and what is to be known of how it was opened, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.core.shared_places import NETWORK
from tracker.ui.words.dates import day_full

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.errors import RecordInUseError
    from tracker.core.shared_places import SharedPlace
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


def taking_over(found: "RecordInUseError") -> tuple[str, str, str]:
    """Return title, text and button of the question whether nobody has a record open any more on another computer."""
    title = QCoreApplication.translate("Access", "Is Skinterval closed on {host}?").format(host=found.host)
    text = QCoreApplication.translate(
        "Access",
        "Open the record here only if {host} is switched off or Skinterval is closed there. Where it is still open "
        "there, two computers write into one file, and what one of them saves can be lost.",
    ).format(host=found.host)
    return title, text, QCoreApplication.translate("Access", "It is closed there, open it here")


def closed_there(found: "RecordInUseError") -> str:
    """Return when a record can be opened although another computer has it open."""
    text = QCoreApplication.translate(
        "Access", "If {host} is switched off, or Skinterval is closed there, the record can be opened here."
    )
    return text.format(host=found.host)


def nothing_can_be_saved() -> str:
    """Return why a button is off."""
    return QCoreApplication.translate("Access", "The record is opened read-only.")


def shared(place: "SharedPlace") -> str:
    """Return what can happen to a record that something else may change, and what keeps it apart from that."""
    if place.kind == NETWORK:
        return QCoreApplication.translate(
            "Access",
            "This record lies on a network share. Where the connection breaks during a save, the file can be damaged: "
            "it is better kept on this computer, with copies on the share.",
        )
    text = QCoreApplication.translate(
        "Access",
        "This record lies in a folder of {service}. Opened on two computers, one of them can replace what the other "
        "saved: it is better kept outside that folder, with copies in it.",
    )
    return text.format(service=place.name)


def copies_beside(names: "Sequence[str]") -> str:
    """Return that a service laid copies beside the record because two computers had changed it."""
    if len(names) == 1:
        text = QCoreApplication.translate(
            "Access", "Two computers changed this record. What the other one saved lies beside it as {name}."
        )
        return text.format(name=names[0])
    text = QCoreApplication.translate(
        "Access",
        "Two computers changed this record. What others saved lies beside it in %n files, such as {name}.",
        "",
        len(names),
    )
    return text.format(name=names[0])


def unclean_end(*, is_checked: bool) -> str:
    """Return what is said after the program was killed, or the computer stopped, with the record open."""
    if is_checked:
        return QCoreApplication.translate(
            "Access", "Skinterval was not closed properly last time. The record was checked and is sound."
        )
    return QCoreApplication.translate(
        "Access", "Skinterval was not closed properly last time. Everything that was saved is in the record."
    )


def end_by_error(report: str) -> str:
    """Return what is said after an error of ours ended the program; ``report`` is its path, empty for none."""
    said = QCoreApplication.translate(
        "Access",
        "Skinterval was closed after an error of its own last time. Everything that was saved is in the record.",
    )
    if not report:
        return said
    where = QCoreApplication.translate("Access", "The report is kept as {path}.").format(path=report)
    return f"{said} {where}"


def clock_behind(latest: "date") -> str:
    """Return what it means that the latest change, made on the day ``latest``, is still to come by the clock."""
    return QCoreApplication.translate(
        "Access",
        "The latest change in this record was made on {day}, which is still to come by the clock of this computer. "
        "If today's date is wrong here, set it right before anything is entered: due dates and reminders go by it.",
    ).format(day=day_full(latest))


def settings_damaged() -> str:
    """Return what became of settings that could not be read."""
    return QCoreApplication.translate(
        "Access",
        "The file with the settings of this program is damaged. What could not be read is as at the first start; "
        "nothing in the record has changed.",
    )
