"""Contacts in words: what was reached, with which treatment in mind, and what that means for reminders."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.records import Kind
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day, day_short
from tracker.ui.words.one_line import closed

translate = QCoreApplication.translate
LONGEST_NAME = 80

ICONS = {
    ContactOutcome.MESSAGE_LEFT: "phone",
    ContactOutcome.REACHED: "phone",
    ContactOutcome.BOOKED: "check",
    ContactOutcome.DECLINED: "minus",
}
"""The drawing beside each outcome; the words beside it say the same."""


def outcome(value: ContactOutcome) -> str:
    """Return how a contact ended."""
    return {
        ContactOutcome.MESSAGE_LEFT: translate("Contacts", "Message left"),
        ContactOutcome.REACHED: translate("Contacts", "Reached"),
        ContactOutcome.BOOKED: translate("Contacts", "Booked"),
        ContactOutcome.DECLINED: translate("Contacts", "Does not want to be asked"),
    }[value]


def contact_line(contact: Contact | None, today: date) -> str:
    """Return "Message left 5 Mar", "Booked 12 Mar" with the day booked, or that there was no contact."""
    if contact is None:
        return translate("Contacts", "Not contacted")
    if contact.outcome is ContactOutcome.DECLINED:
        return outcome(contact.outcome)
    on = contact.until if contact.outcome is ContactOutcome.BOOKED and contact.until is not None else contact.on
    return translate("Contacts", "{outcome} {day}").format(outcome=outcome(contact.outcome), day=day_short(on, today))


def about(treatment: Kind | None) -> str:
    """Return which treatment a contact is about."""
    return translate("Contacts", "Both treatments") if treatment is None else names.kind(treatment)


def until_line(contact: Contact, today: date) -> str:
    """Return what a contact means from now on: the day booked, or the day to ask again."""
    if contact.outcome is ContactOutcome.DECLINED or contact.until is None:
        return translate("Contacts", "No reminders until the treatment is logged again")
    until = day(contact.until, today)
    if contact.outcome is ContactOutcome.BOOKED:
        return translate("Contacts", "Booked for {day}").format(day=until)
    return translate("Contacts", "Ask again {day}").format(day=until)


def answered(contact: Contact, today: date) -> str:
    """Return that a contact answers a reminder: the answer to "Why was I not reminded?"."""
    text = translate("Contacts", "Answered by the contact of {day}: {outcome}. {until}.")
    on, until = day(contact.on, today), until_line(contact, today)
    return text.format(day=on, outcome=outcome(contact.outcome).lower(), until=until)


def names_line(people: Sequence[str], most: int) -> str:
    """Return the names of people in one line, at most so many of them."""
    shown, rest = [closed(name[:LONGEST_NAME]) for name in people[:most]], len(people) - most
    if rest <= 0:
        return ", ".join(shown)
    return translate("Contacts", "{names} and {count} more").format(names=", ".join(shown), count=rest)


def declined_means() -> str:
    """Return what it means for reminders that somebody does not want to be asked."""
    return translate(
        "Contacts",
        "No reminders about it until the treatment is logged again or this contact is removed. "
        "The dates stay as they are.",
    )


def title_line(contact: Contact, today: date) -> str:
    """Return "Thu 5 Mar: message left. Botox." as the first line of a contact in a list."""
    text = translate("Contacts", "{day}: {outcome}, {treatment}")
    on = day(contact.on, today)
    return text.format(day=on, outcome=outcome(contact.outcome).lower(), treatment=about(contact.treatment).lower())


def details_line(contact: Contact, today: date) -> str:
    """Return what a contact means, by whom it was and what was noted, as the second line."""
    note = " ".join((contact.note or "").split())
    said = (until_line(contact, today), " ".join((contact.provider or "").split()), note)
    return ". ".join(part for part in said if part)
