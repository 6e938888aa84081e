"""Errors of ours in words: what was being done, and what is kept."""

from PySide6.QtCore import QCoreApplication

from tracker.core.crash_report import Fault


def what_was_done(faults: tuple[Fault, ...]) -> str:
    """Return in which part of the program it happened: "It happened while a report was made."."""
    modules = [place.module for fault in faults for place in fault.places]
    for part, sentence in _sentences():
        if any(module == part or module.startswith(f"{part}.") for module in modules):
            return sentence
    return QCoreApplication.translate("Crash", "It happened in the window itself.")


def what_is_kept() -> str:
    """Return what became of the record."""
    return QCoreApplication.translate(
        "Crash",
        "Everything that was saved is in the record, nothing of it by half. What stands in an open dialog is not "
        "saved yet.",
    )


def again(count: int) -> str:
    """Return that more of it happened while it was being said, empty where nothing did."""
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("Crash", "Since then it happened once more.")
    return QCoreApplication.translate("Crash", "Since then it happened %n more times.", "", count)


def where_kept(path: str) -> str:
    """Return where the report lies; an empty ``path`` says that it could not be written."""
    if not path:
        return QCoreApplication.translate("Crash", "The report could not be kept as a file.")
    return QCoreApplication.translate("Crash", "Kept as {path}").format(path=path)


def last_word(path: str) -> str:
    """Return the one sentence where there is no window: an error of ours ended the program."""
    if not path:
        return QCoreApplication.translate(
            "Crash", "Skinterval ended by an error of its own and could not keep a report."
        )
    return QCoreApplication.translate(
        "Crash", "Skinterval ended by an error of its own; a report without personal data is kept as {path}."
    ).format(path=path)


def _sentences() -> tuple[tuple[str, str], ...]:
    # The first part that the error came through is named: what a person sees before what it is made of.
    return (
        ("tracker.ui.reports", QCoreApplication.translate("Crash", "It happened while a report was made.")),
        (
            "tracker.ui.lock",
            QCoreApplication.translate("Crash", "It happened while the record was locked or unlocked."),
        ),
        ("tracker.ui.backups", QCoreApplication.translate("Crash", "It happened in the dialogs of backups.")),
        ("tracker.ui.charts", QCoreApplication.translate("Crash", "It happened while the chart was drawn.")),
        ("tracker.charts", QCoreApplication.translate("Crash", "It happened while the chart was drawn.")),
        ("tracker.services.transfer", QCoreApplication.translate("Crash", "It happened during an import or export.")),
        ("tracker.ui.history", QCoreApplication.translate("Crash", "It happened in the history.")),
        ("tracker.ui.face_map", QCoreApplication.translate("Crash", "It happened in the face map.")),
        ("tracker.ui.plan", QCoreApplication.translate("Crash", "It happened in the plan.")),
        ("tracker.ui.worklist", QCoreApplication.translate("Crash", "It happened in the due list.")),
        ("tracker.ui.clients", QCoreApplication.translate("Crash", "It happened in the list of clients.")),
        ("tracker.ui.overview", QCoreApplication.translate("Crash", "It happened in the overview.")),
        ("tracker.ui.reminders", QCoreApplication.translate("Crash", "It happened while reminders were worked out.")),
        ("tracker.ui.dialogs", QCoreApplication.translate("Crash", "It happened in a dialog.")),
        ("tracker.services", QCoreApplication.translate("Crash", "It happened while the record was read or changed.")),
        ("tracker.store", QCoreApplication.translate("Crash", "It happened while the record was read or changed.")),
    )
