"""Words of the due list: its title line, counters, groups, rows and what it says when it is empty."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Kind, Named
from tracker.core.worklist import DueItem, Group
from tracker.core.worklist_filter import Period
from tracker.ui.words import catalog as names
from tracker.ui.words.contacts import contact_line
from tracker.ui.words.dates import day_long, day_short, day_table, days
from tracker.ui.words.one_line import one_line
from tracker.ui.words.spacing import pill

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the table, in their order."""

    CLIENT = 0
    TREATMENT = 1
    STATE = 2
    COURSE = 3
    LAST = 4
    CONTACT = 5
    ACT = 6


def column_title(column: Column) -> str:
    """Return the title of a column."""
    return {
        Column.CLIENT: translate("DueList", "Client"),
        Column.TREATMENT: translate("DueList", "Treatment"),
        Column.STATE: translate("DueList", "State"),
        Column.COURSE: translate("DueList", "Last visit to end of window"),
        Column.LAST: translate("DueList", "Last"),
        Column.CONTACT: translate("DueList", "Contact"),
        Column.ACT: "",
    }[column]


def subtitle(today: date, treatments: int, clients: int) -> str:
    """Return "Monday 9 March 2026, 38 treatments, 35 clients"."""
    text = translate("DueList", "{day}, {treatments}, {clients}")
    return text.format(day=day_long(today), treatments=treatment_count(treatments), clients=client_count(clients))


def treatment_count(count: int) -> str:
    """Return "1 treatment" or "38 treatments"."""
    if count == 1:
        return translate("DueList", "%n treatment", "", count)
    return translate("DueList", "%n treatments", "", count)


def client_count(count: int) -> str:
    """Return "1 client" or "35 clients"."""
    if count == 1:
        return translate("DueList", "%n client", "", count)
    return translate("DueList", "%n clients", "", count)


def about_whom(about: Sequence[tuple[Named, Kind | None]], name: str) -> str:
    """Return whom a contact is with: "Amara Nwosu, Botox", or how many treatments of how many clients.

    ``name`` is what stands for the first of them.
    """
    people = {person.id for person, _ in about}
    if len(about) == 1:
        ((_, treatment),) = about
        if treatment is None:
            return name
        return translate("DueList", "{person}, {treatment}").format(person=name, treatment=names.kind(treatment))
    text = translate("DueList", "{treatments}, {clients}")
    return text.format(treatments=treatment_count(len(about)), clients=client_count(len(people)))


def counter_lines(group: Group) -> tuple[str, str]:
    """Return the two lines beside a counter's number."""
    return {
        Group.PAST: (translate("DueList", "past"), translate("DueList", "window")),
        Group.CLOSING: (translate("DueList", "closing"), translate("DueList", "this week")),
        Group.OPEN: (translate("DueList", "open,"), translate("DueList", "no hurry")),
        Group.OPENING: (translate("DueList", "opening"), translate("DueList", "this week")),
        Group.HELD: (translate("DueList", "held by another"), translate("DueList", "treatment")),
    }[group]


def counter_tip(group: Group) -> str:
    """Return what a counter counts, exactly."""
    return {
        Group.PAST: translate("DueList", "The window has closed."),
        Group.CLOSING: translate("DueList", "The window closes within 7 days."),
        Group.OPEN: translate("DueList", "The window stays open for more than 7 days."),
        Group.OPENING: translate("DueList", "The window opens within 7 days."),
        Group.HELD: translate("DueList", "The treatment's own window is open or past, but another treatment holds it."),
    }[group]


def group_title(group: Group) -> str:
    """Return the name of a group of rows."""
    return {
        Group.PAST: translate("DueList", "Past window"),
        Group.CLOSING: translate("DueList", "Closing this week"),
        Group.OPEN: translate("DueList", "Window open"),
        Group.OPENING: translate("DueList", "Opening this week"),
        Group.HELD: translate("DueList", "Held by another treatment"),
    }[group]


def group_line(group: Group, count: int) -> str:
    """Return "Past window, 9"."""
    return translate("DueList", "{group}, {count}").format(group=group_title(group), count=count)


def kind_short(kind: Kind) -> str:
    """Return a treatment's name for a narrow place."""
    return translate("DueList", "Microderm") if kind is Kind.MICRODERMABRASION else names.kind(kind)


def number(person: Named) -> str:
    """Return "no. 0417", empty where the person has no number."""
    if not person.client_number:
        return ""
    return translate("DueList", "no. {number}").format(number=one_line(person.client_number))


def client(person: Named) -> str:
    """Return name and number in one line."""
    return f"{one_line(person.name)} {number(person)}".strip()


def state(item: DueItem) -> str:
    """Return the words of a row's pill: "13 days past", "6 days left", "Window open", "in 5 days", "Held to 23 Mar"."""
    if item.group is Group.OPENING:
        return translate("DueList", "in {days}").format(days=days(item.days))
    return pill(item.judgement)


def long_states() -> list[str]:
    """Return the long texts that are to be expected in a pill."""
    held = translate("Spacing", "Held to {day}")
    ends = [held.format(day=day_table(date(2028, month, 28))) for month in range(1, 13)]
    return [translate("Spacing", "{days} past").format(days=days(88_888)), *ends]


def last(item: DueItem) -> str:
    """Return the day of the last treatment for its column."""
    return "" if item.last is None else day_table(item.last)


def latest_day(item: DueItem) -> str:
    """Return the last day of the window for its column."""
    return "" if item.latest is None else day_table(item.latest)


def list_title() -> str:
    """Return what the printed list is called."""
    return translate("DueList", "Due list")


def print_columns() -> tuple[str, ...]:
    """Return the titles of the columns of the printed list."""
    return (
        translate("DueList", "Client"),
        translate("DueList", "Treatment"),
        translate("DueList", "State"),
        translate("DueList", "Last"),
        translate("DueList", "Latest date"),
        translate("DueList", "Contact"),
    )


def csv_columns() -> tuple[str, ...]:
    """Return the titles of the columns of the list for a spreadsheet."""
    return (
        translate("DueList", "Client number"),
        translate("DueList", "Name"),
        translate("DueList", "Treatment"),
        translate("DueList", "State"),
        translate("DueList", "Days"),
        translate("DueList", "Last"),
        translate("DueList", "First date"),
        translate("DueList", "Latest date"),
        translate("DueList", "Contact"),
    )


def file_name(today: date) -> str:
    """Return the name proposed for a file of the list, without its suffix."""
    return translate("DueList", "Due list {day}").format(day=today.isoformat())


def contact(item: DueItem) -> str:
    """Return what the latest contact about it came to."""
    return contact_line(item.contact, item.on)


def act(item: DueItem) -> str:
    """Return what the button of a row does: what is booked is looked at, else a contact is logged."""
    return translate("DueList", "Open") if item.is_booked else log_contact()


def log_contact() -> str:
    """Return the words of the button that logs a contact."""
    return translate("DueList", "Log contact")


def selected(count: int) -> str:
    """Return "1 selected" or "2 selected"."""
    return translate("DueList", "%n selected", "", count)


def period(value: Period) -> str:
    """Return the name of a period by which the list is narrowed down."""
    return {
        Period.ENDS_IN_WEEK: translate("DueList", "Window ends this week"),
        Period.ENDS_IN_TWO_WEEKS: translate("DueList", "Window ends within 2 weeks"),
        Period.ENDS_IN_FOUR_WEEKS: translate("DueList", "Window ends within 4 weeks"),
        Period.PAST_UP_TO_FOUR_WEEKS: translate("DueList", "Past for up to 4 weeks"),
        Period.PAST_FOR_LONGER: translate("DueList", "Past for more than 4 weeks"),
        Period.SEEN_IN_HALF_YEAR: translate("DueList", "Last visit within 6 months"),
        Period.SEEN_IN_YEAR: translate("DueList", "Last visit within 12 months"),
        Period.NOT_SEEN_IN_YEAR: translate("DueList", "Last visit over 12 months ago"),
    }[value]


def spoken(item: DueItem, client_name: str) -> str:
    """Return a whole row as it is read out, its client named so: "Ingrid Solberg. Botox. Past window: 13 days past"."""
    grouped = translate("DueList", "{group}: {state}").format(group=group_title(item.group), state=state(item))
    said = [client_name, names.kind(item.kind), grouped]
    if item.last is not None:
        on = day_short(item.last, item.on)
        said.append(translate("DueList", "Last {day}").format(day=on))
    said.append(contact(item))
    return " ".join(f"{part}." for part in said)


def nothing_found() -> str:
    """Return the sentence of a list that a practitioner, a tag or a period leaves empty."""
    return translate("DueList", "Nothing of this selection is due.")


def nothing(group: Group | None, kind: Kind | None) -> str:
    """Return the sentence of an empty list, whole or filtered."""
    if group is None:
        if kind is None:
            return translate("DueList", "Nothing is due this week.")
        return translate("DueList", "{treatment}: nothing is due this week.").format(treatment=names.kind(kind))
    return {
        Group.PAST: translate("DueList", "No window has passed."),
        Group.CLOSING: translate("DueList", "No window closes this week."),
        Group.OPEN: translate("DueList", "No window stays open for longer than this week."),
        Group.OPENING: translate("DueList", "No window opens this week."),
        Group.HELD: translate("DueList", "No treatment is held by another one."),
    }[group]
