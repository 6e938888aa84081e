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
        ("log", "other_event"): QCoreApplication.translate("Changes", "Note or event logged"),
        ("edit", "botox"): QCoreApplication.translate("Changes", "Botox changed"),
        ("edit", "microdermabrasion"): QCoreApplication.translate("Changes", "Session changed"),
        ("edit", "rating"): QCoreApplication.translate("Changes", "Rating changed"),
        ("edit", "other_event"): QCoreApplication.translate("Changes", "Note or event changed"),
        ("delete", "botox"): QCoreApplication.translate("Changes", "Botox deleted"),
        ("delete", "microdermabrasion"): QCoreApplication.translate("Changes", "Session deleted"),
        ("delete", "rating"): QCoreApplication.translate("Changes", "Rating deleted"),
        ("delete", "other_event"): QCoreApplication.translate("Changes", "Note or event deleted"),
        ("bring_back", "botox"): QCoreApplication.translate("Changes", "Botox brought back"),
        ("bring_back", "microdermabrasion"): QCoreApplication.translate("Changes", "Session brought back"),
        ("bring_back", "rating"): QCoreApplication.translate("Changes", "Rating brought back"),
        ("bring_back", "other_event"): QCoreApplication.translate("Changes", "Note or event brought back"),
        ("bring_back", "adverse_event"): QCoreApplication.translate("Changes", "What happened brought back"),
        ("bring_back", "contact"): QCoreApplication.translate("Changes", "Contact brought back"),
        ("bring_back", "entries"): QCoreApplication.translate("Changes", "%n entries brought back", "", count),
        ("sign", "botox"): QCoreApplication.translate("Changes", "Botox signed"),
        ("sign", "microdermabrasion"): QCoreApplication.translate("Changes", "Session signed"),
        ("sign", "rating"): QCoreApplication.translate("Changes", "Rating signed"),
        ("sign", "other_event"): QCoreApplication.translate("Changes", "Note or event signed"),
        ("sign", "entries"): QCoreApplication.translate("Changes", "%n entries signed", "", count),
        ("amend", "botox"): QCoreApplication.translate("Changes", "Botox amended"),
        ("amend", "microdermabrasion"): QCoreApplication.translate("Changes", "Session amended"),
        ("amend", "rating"): QCoreApplication.translate("Changes", "Rating amended"),
        ("amend", "other_event"): QCoreApplication.translate("Changes", "Note or event amended"),
        ("log", "adverse_event"): QCoreApplication.translate("Changes", "What happened saved"),
        ("edit", "adverse_event"): QCoreApplication.translate("Changes", "What happened changed"),
        ("delete", "adverse_event"): QCoreApplication.translate("Changes", "What happened removed"),
        ("plan", "botox"): QCoreApplication.translate("Changes", "Botox planned"),
        ("plan", "microdermabrasion"): QCoreApplication.translate("Changes", "Session planned"),
        ("plan", "plan"): QCoreApplication.translate("Changes", "Dates planned"),
        ("move", "plan"): QCoreApplication.translate("Changes", "Plan moved"),
        ("move", "botox"): QCoreApplication.translate("Changes", "Botox moved to another person"),
        ("move", "microdermabrasion"): QCoreApplication.translate("Changes", "Session moved to another person"),
        ("move", "rating"): QCoreApplication.translate("Changes", "Rating moved to another person"),
        ("move", "other_event"): QCoreApplication.translate("Changes", "Note or event moved to another person"),
        ("unplan", "botox"): QCoreApplication.translate("Changes", "Botox plan removed"),
        ("unplan", "microdermabrasion"): QCoreApplication.translate("Changes", "Session plan removed"),
        ("edit", "interval"): QCoreApplication.translate("Changes", "Interval changed"),
        ("reset", "interval"): QCoreApplication.translate("Changes", "Interval reset"),
        ("snooze", "reminder"): QCoreApplication.translate("Changes", "Reminder put off"),
        ("dismiss", "reminder"): QCoreApplication.translate("Changes", "Reminder dismissed"),
        ("edit", "contact"): QCoreApplication.translate("Changes", "Contact changed"),
        ("edit", "settings"): QCoreApplication.translate("Changes", "Settings of the record changed"),
        ("add", "practitioner"): QCoreApplication.translate("Changes", "Practitioner added"),
        ("edit", "practitioner"): QCoreApplication.translate("Changes", "Practitioner changed"),
        ("delete", "practitioner"): QCoreApplication.translate("Changes", "Practitioner removed"),
        ("add", "template"): QCoreApplication.translate("Changes", "Text template added"),
        ("edit", "template"): QCoreApplication.translate("Changes", "Text template changed"),
        ("delete", "template"): QCoreApplication.translate("Changes", "Text template removed"),
        ("add", "person"): QCoreApplication.translate("Changes", "Person added"),
        ("edit", "person"): QCoreApplication.translate("Changes", "Person changed"),
        ("merge", "person"): QCoreApplication.translate("Changes", "Records merged"),
        ("erase", "person"): QCoreApplication.translate("Changes", "Person erased for good"),
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
        ("log", "other_event"): QCoreApplication.translate("Changes", "log note or event"),
        ("edit", "botox"): QCoreApplication.translate("Changes", "change botox"),
        ("edit", "microdermabrasion"): QCoreApplication.translate("Changes", "change session"),
        ("edit", "rating"): QCoreApplication.translate("Changes", "change rating"),
        ("edit", "other_event"): QCoreApplication.translate("Changes", "change note or event"),
        ("delete", "botox"): QCoreApplication.translate("Changes", "delete botox"),
        ("delete", "microdermabrasion"): QCoreApplication.translate("Changes", "delete session"),
        ("delete", "rating"): QCoreApplication.translate("Changes", "delete rating"),
        ("delete", "other_event"): QCoreApplication.translate("Changes", "delete note or event"),
        ("bring_back", "botox"): QCoreApplication.translate("Changes", "bring back botox"),
        ("bring_back", "microdermabrasion"): QCoreApplication.translate("Changes", "bring back session"),
        ("bring_back", "rating"): QCoreApplication.translate("Changes", "bring back rating"),
        ("bring_back", "other_event"): QCoreApplication.translate("Changes", "bring back note or event"),
        ("bring_back", "adverse_event"): QCoreApplication.translate("Changes", "bring back what happened"),
        ("bring_back", "contact"): QCoreApplication.translate("Changes", "bring back contact"),
        ("bring_back", "entries"): QCoreApplication.translate("Changes", "bring back %n entries", "", label.count),
        ("sign", "botox"): QCoreApplication.translate("Changes", "sign botox"),
        ("sign", "microdermabrasion"): QCoreApplication.translate("Changes", "sign session"),
        ("sign", "rating"): QCoreApplication.translate("Changes", "sign rating"),
        ("sign", "other_event"): QCoreApplication.translate("Changes", "sign note or event"),
        ("sign", "entries"): QCoreApplication.translate("Changes", "sign %n entries", "", label.count),
        ("amend", "botox"): QCoreApplication.translate("Changes", "amend botox"),
        ("amend", "microdermabrasion"): QCoreApplication.translate("Changes", "amend session"),
        ("amend", "rating"): QCoreApplication.translate("Changes", "amend rating"),
        ("amend", "other_event"): QCoreApplication.translate("Changes", "amend note or event"),
        ("log", "adverse_event"): QCoreApplication.translate("Changes", "save what happened"),
        ("edit", "adverse_event"): QCoreApplication.translate("Changes", "change what happened"),
        ("delete", "adverse_event"): QCoreApplication.translate("Changes", "remove what happened"),
        ("plan", "botox"): QCoreApplication.translate("Changes", "plan botox"),
        ("plan", "microdermabrasion"): QCoreApplication.translate("Changes", "plan session"),
        ("plan", "plan"): QCoreApplication.translate("Changes", "plan dates"),
        ("move", "plan"): QCoreApplication.translate("Changes", "move plan"),
        ("move", "botox"): QCoreApplication.translate("Changes", "move botox to another person"),
        ("move", "microdermabrasion"): QCoreApplication.translate("Changes", "move session to another person"),
        ("move", "rating"): QCoreApplication.translate("Changes", "move rating to another person"),
        ("move", "other_event"): QCoreApplication.translate("Changes", "move note or event to another person"),
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
        ("add", "practitioner"): QCoreApplication.translate("Changes", "add practitioner"),
        ("edit", "practitioner"): QCoreApplication.translate("Changes", "change practitioner"),
        ("delete", "practitioner"): QCoreApplication.translate("Changes", "remove practitioner"),
        ("add", "template"): QCoreApplication.translate("Changes", "add text template"),
        ("edit", "template"): QCoreApplication.translate("Changes", "change text template"),
        ("delete", "template"): QCoreApplication.translate("Changes", "remove text template"),
        ("add", "person"): QCoreApplication.translate("Changes", "add person"),
        ("edit", "person"): QCoreApplication.translate("Changes", "change person"),
        ("merge", "person"): QCoreApplication.translate("Changes", "merge records"),
        ("import", "entries"): QCoreApplication.translate("Changes", "import"),
    }
    if (label.verb, label.subject) in texts:
        return texts[label.verb, label.subject]
    return QCoreApplication.translate("Changes", "delete %n entries", "", label.count)
