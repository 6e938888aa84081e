"""Why a reminder was not shown outside the window, in words."""

from PySide6.QtCore import QCoreApplication


def not_shown(reason: str) -> str:
    """Return the sentence for a `Reason` of `tracker.ui.reminders.notifier`."""
    sentences = {
        "no_service": QCoreApplication.translate("Notices", "This desktop has no notification service."),
        "no_answer": QCoreApplication.translate("Notices", "The desktop's notification service did not answer."),
        "gone": QCoreApplication.translate("Notices", "The desktop's notification service ended before it answered."),
        "refused": QCoreApplication.translate("Notices", "The desktop's notification service refused it."),
        "no_tray": QCoreApplication.translate("Notices", "There was no tray icon to show it beside."),
        "nothing": QCoreApplication.translate("Notices", "This desktop has no way to show it."),
        "withdrawn": QCoreApplication.translate("Notices", "It was withdrawn before it was shown."),
    }
    return sentences[reason]
