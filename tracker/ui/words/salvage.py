"""What was saved of a damaged record, in words: table by table, what is there and what is missing."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from tracker.core.salvage import Salvaged, SalvagedTable

translate = QCoreApplication.translate


def means() -> str:
    """Return what saving into a new file does."""
    return translate(
        "Salvage",
        "What can be read is saved into a new file, and you are told what is missing. The damaged record stays as it "
        "is. A good backup is better, where there is one.",
    )


def proposed_name(path: Path) -> str:
    """Return the name proposed for the new file."""
    return f"{path.stem}.repaired.db"


def lines(salvaged: Salvaged) -> list[str]:
    """Return a line for each table that holds, or held, something."""
    shown = [table for table in salvaged.tables if table.kept or not table.is_whole]
    return [_line(table) for table in shown]


def summary(salvaged: Salvaged) -> str:
    """Return whether all of it was saved."""
    if salvaged.is_whole:
        return translate("Salvage", "Everything could be read. The new record holds all that the damaged one held.")
    if all(table.is_whole for table in salvaged.tables):
        return translate("Salvage", "All rows could be read. The history of changes could not; it begins anew.")
    if salvaged.is_history_kept:
        return translate("Salvage", "Not everything could be read.")
    return translate("Salvage", "Not everything could be read. The history of changes begins anew.")


def _line(table: SalvagedTable) -> str:
    text = translate("Salvage", "{rows}: {kept} saved").format(rows=_name(table.name), kept=_number(table.kept))
    said = [text]
    if table.from_history:
        text = translate("Salvage", "{count} of them from the history of changes")
        said.append(text.format(count=_number(table.from_history)))
    if table.unreadable is None:
        said.append(translate("Salvage", "how many there were is not known"))
    elif table.unreadable:
        said.append(translate("Salvage", "{count} could not be read").format(count=_number(table.unreadable)))
    if table.left_out:
        text = translate("Salvage", "{count} left out, as they make no sense alone")
        said.append(text.format(count=_number(table.left_out)))
    return ", ".join(said)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _name(table: str) -> str:
    return {
        "person": translate("Salvage", "People"),
        "microdermabrasion": translate("Salvage", "Microdermabrasion sessions"),
        "botox": translate("Salvage", "Botox treatments"),
        "injection_point": translate("Salvage", "Injection points"),
        "rating": translate("Salvage", "Ratings"),
        "other_event": translate("Salvage", "Notes and other events"),
        "planned_treatment": translate("Salvage", "Planned treatments"),
        "own_interval": translate("Salvage", "Own intervals"),
        "record_setting": translate("Salvage", "Settings of the record"),
        "reminder_answer": translate("Salvage", "Answers to reminders"),
        "practitioner": translate("Salvage", "Practitioners"),
        "text_template": translate("Salvage", "Text templates"),
        "contact": translate("Salvage", "Contacts"),
        "adverse_event": translate("Salvage", "Notes of what happened"),
        "amendment": translate("Salvage", "Amendments"),
    }[table]
