"""Changes in words: for the undo strip and for the names of Undo and Redo in the menu."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.changes import ChangeLabel
from tracker.ui.words.dates import day


def done_text(label: ChangeLabel, today: date) -> str:
    """Return what was done: "Session logged, Thu 12 Mar"."""
    text = _done(label)
    return f"{text}, {day(date.fromisoformat(label.on), today)}" if label.on else text


def menu_text(label: ChangeLabel) -> str:
    """Return the change's name for the menu, after "Undo" or "Redo": "log botox"."""
    return _named(label)


def _done(label: ChangeLabel) -> str:
    count = label.count
    texts = {
        ("log", "botox"): QCoreApplication.translate("Changes", "Botox logged"),
        ("log", "microdermabrasion"): QCoreApplication.translate("Changes", "Session logged"),
        ("log", "rating"): QCoreApplication.translate("Changes", "Rating saved"),
        ("edit", "botox"): QCoreApplication.translate("Changes", "Botox changed"),
        ("edit", "microdermabrasion"): QCoreApplication.translate("Changes", "Session changed"),
        ("edit", "rating"): QCoreApplication.translate("Changes", "Rating changed"),
        ("delete", "botox"): QCoreApplication.translate("Changes", "Botox deleted"),
        ("delete", "microdermabrasion"): QCoreApplication.translate("Changes", "Session deleted"),
        ("delete", "rating"): QCoreApplication.translate("Changes", "Rating deleted"),
        ("plan", "botox"): QCoreApplication.translate("Changes", "Botox planned"),
        ("plan", "microdermabrasion"): QCoreApplication.translate("Changes", "Session planned"),
        ("plan", "plan"): QCoreApplication.translate("Changes", "Dates planned"),
        ("move", "plan"): QCoreApplication.translate("Changes", "Plan moved"),
        ("unplan", "botox"): QCoreApplication.translate("Changes", "Botox plan removed"),
        ("unplan", "microdermabrasion"): QCoreApplication.translate("Changes", "Session plan removed"),
        ("edit", "interval"): QCoreApplication.translate("Changes", "Interval changed"),
        ("reset", "interval"): QCoreApplication.translate("Changes", "Interval reset"),
        ("snooze", "reminder"): QCoreApplication.translate("Changes", "Reminder put off"),
        ("dismiss", "reminder"): QCoreApplication.translate("Changes", "Reminder dismissed"),
        ("edit", "contact"): QCoreApplication.translate("Changes", "Contact changed"),
        ("edit", "settings"): QCoreApplication.translate("Changes", "Settings of the record changed"),
        ("add", "person"): QCoreApplication.translate("Changes", "Person added"),
        ("edit", "person"): QCoreApplication.translate("Changes", "Person changed"),
    }
    if (label.verb, label.subject) in texts:
        return texts[label.verb, label.subject]
    if label.subject == "contact":
        return _contacts_done(label)
    if label.verb == "delete":
        return QCoreApplication.translate("Changes", "%n entries deleted", "", count)
    if count == 1:
        return QCoreApplication.translate("Changes", "%n entry imported", "", count)
    return QCoreApplication.translate("Changes", "%n entries imported", "", count)


def _contacts_done(label: ChangeLabel) -> str:
    is_one, is_logged = label.count == 1, label.verb == "log"
    if is_one and is_logged:
        return QCoreApplication.translate("Changes", "Contact logged")
    if is_one:
        return QCoreApplication.translate("Changes", "Contact removed")
    if is_logged:
        return QCoreApplication.translate("Changes", "%n contacts logged", "", label.count)
    return QCoreApplication.translate("Changes", "%n contacts removed", "", label.count)


def _named(label: ChangeLabel) -> str:
    texts = {
        ("log", "botox"): QCoreApplication.translate("Changes", "log botox"),
        ("log", "microdermabrasion"): QCoreApplication.translate("Changes", "log session"),
        ("log", "rating"): QCoreApplication.translate("Changes", "rate skin"),
        ("edit", "botox"): QCoreApplication.translate("Changes", "change botox"),
        ("edit", "microdermabrasion"): QCoreApplication.translate("Changes", "change session"),
        ("edit", "rating"): QCoreApplication.translate("Changes", "change rating"),
        ("delete", "botox"): QCoreApplication.translate("Changes", "delete botox"),
        ("delete", "microdermabrasion"): QCoreApplication.translate("Changes", "delete session"),
        ("delete", "rating"): QCoreApplication.translate("Changes", "delete rating"),
        ("plan", "botox"): QCoreApplication.translate("Changes", "plan botox"),
        ("plan", "microdermabrasion"): QCoreApplication.translate("Changes", "plan session"),
        ("plan", "plan"): QCoreApplication.translate("Changes", "plan dates"),
        ("move", "plan"): QCoreApplication.translate("Changes", "move plan"),
        ("unplan", "botox"): QCoreApplication.translate("Changes", "remove botox plan"),
        ("unplan", "microdermabrasion"): QCoreApplication.translate("Changes", "remove session plan"),
        ("edit", "interval"): QCoreApplication.translate("Changes", "change interval"),
        ("reset", "interval"): QCoreApplication.translate("Changes", "reset interval"),
        ("snooze", "reminder"): QCoreApplication.translate("Changes", "put off reminder"),
        ("dismiss", "reminder"): QCoreApplication.translate("Changes", "dismiss reminder"),
        ("log", "contact"): QCoreApplication.translate("Changes", "log contact"),
        ("edit", "contact"): QCoreApplication.translate("Changes", "change contact"),
        ("delete", "contact"): QCoreApplication.translate("Changes", "remove contact"),
        ("edit", "settings"): QCoreApplication.translate("Changes", "change settings of the record"),
        ("add", "person"): QCoreApplication.translate("Changes", "add person"),
        ("edit", "person"): QCoreApplication.translate("Changes", "change person"),
        ("import", "entries"): QCoreApplication.translate("Changes", "import"),
    }
    if (label.verb, label.subject) in texts:
        return texts[label.verb, label.subject]
    return QCoreApplication.translate("Changes", "delete %n entries", "", label.count)
