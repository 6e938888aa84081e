"""People in words: who somebody is in one line, what two records have in common, and what merging them does."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from tracker.core.likeness import Likeness
from tracker.core.records import Gender, Person
from tracker.ui.words.dates import day_table
from tracker.ui.words.one_line import one_line

translate = QCoreApplication.translate
LONGEST_ON_BUTTON = 24
SKIN_TYPES = ("I", "II", "III", "IV", "V", "VI")
_BETWEEN = ", "


def person_line(person: Person) -> str:
    """Return "Zoë Møller, 0417, 12 Mar 1984": the name, with number and birth date as far as they are known."""
    born = "" if person.birth_date is None else day_table(person.birth_date)
    return _BETWEEN.join(part for part in (one_line(person.name), one_line(person.client_number or ""), born) if part)


def short(text: str) -> str:
    """Return a text for a button, on one line, shortened where it is long."""
    line = one_line(text)
    return line if len(line) <= LONGEST_ON_BUTTON else f"{line[: LONGEST_ON_BUTTON - 1].rstrip()}…"


def genders() -> list[tuple[str, str]]:
    """Return each gender with its word."""
    return [
        (Gender.FEMALE, translate("People", "Female")),
        (Gender.MALE, translate("People", "Male")),
        (Gender.OTHER, translate("People", "Other")),
        (Gender.UNKNOWN, translate("People", "Not known")),
    ]


def in_common(by: Iterable[Likeness]) -> str:
    """Return "Same name, same telephone"."""
    words = {
        Likeness.NAME: translate("People", "same name"),
        Likeness.BIRTH_DATE: translate("People", "same birth date, similar name"),
        Likeness.PHONE: translate("People", "same telephone"),
        Likeness.EMAIL: translate("People", "same e-mail"),
        Likeness.CLIENT_NUMBER: translate("People", "same client number"),
    }
    found = set(by)
    if {Likeness.NAME, Likeness.BIRTH_DATE} <= found:
        words[Likeness.BIRTH_DATE] = translate("People", "same birth date")
    said = ", ".join(word for likeness, word in words.items() if likeness in found)
    return said[:1].upper() + said[1:]


def field_name(name: str) -> str:
    """Return the word of a field of a person."""
    return {
        "name": translate("People", "Name"),
        "client_number": translate("People", "Client number"),
        "birth_date": translate("People", "Birth date"),
        "phone": translate("People", "Phone"),
        "email": translate("People", "E-mail"),
        "gender": translate("People", "Gender"),
        "skin_type": translate("People", "Skin type"),
        "goal_texture": translate("People", "Goal for texture"),
        "goal_wrinkles": translate("People", "Goal for wrinkles"),
        "allergies": translate("People", "Allergies"),
        "notes": translate("People", "Notes"),
        "private_note": translate("People", "Private note"),
        "cautions": translate("People", "Cautions"),
        "tags": translate("People", "Tags"),
    }[name]


def value_text(name: str, value: object) -> str:
    """Return the value of the field ``name`` of a person as it is read."""
    if isinstance(value, date):
        return day_table(value)
    if isinstance(value, Gender):
        return dict(genders())[value]
    return SKIN_TYPES[value - 1] if name == "skin_type" and isinstance(value, int) else str(value)


def moved_lines(moves: Mapping[str, int]) -> list[str]:
    """Return what goes over by merging, kind by kind: "12 botox treatments"."""
    return [_moved(table, count) for table, count in moves.items()]


def one_or_many(count: int, one: str, several: str) -> str:
    """Return ``one``, or ``several`` with the count in it."""
    return one if count == 1 else several.format(count=QLocale().toString(count))


def _moved(table: str, count: int) -> str:
    return one_or_many(count, *_kinds()[table])


def _kinds() -> dict[str, tuple[str, str]]:
    """Return the words for one row and for several rows of each table that a merge hands over."""
    return {
        "botox": (translate("People", "1 botox treatment"), translate("People", "{count} botox treatments")),
        "microdermabrasion": (
            translate("People", "1 microdermabrasion session"),
            translate("People", "{count} microdermabrasion sessions"),
        ),
        "rating": (translate("People", "1 rating"), translate("People", "{count} ratings")),
        "other_event": (translate("People", "1 note or event"), translate("People", "{count} notes and events")),
        "planned_treatment": (
            translate("People", "1 planned treatment"),
            translate("People", "{count} planned treatments"),
        ),
        "own_interval": (translate("People", "1 own interval"), translate("People", "{count} own intervals")),
        "reminder_answer": (
            translate("People", "1 answer to a reminder"),
            translate("People", "{count} answers to reminders"),
        ),
        "contact": (translate("People", "1 contact"), translate("People", "{count} contacts")),
        "adverse_event": (
            translate("People", "1 note of what happened after a treatment"),
            translate("People", "{count} notes of what happened after a treatment"),
        ),
        "amendment": (translate("People", "1 amendment"), translate("People", "{count} amendments")),
    }
