"""Words of the list of clients and of the head of a client's record."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from tracker.core.ages import age_on
from tracker.core.client_query import MOST_FOUND, ClientFilter
from tracker.core.judgement import Judgement, Picture
from tracker.core.records import Gender, Named, Person
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_short
from tracker.ui.words.one_line import closed, one_line
from tracker.ui.words.spacing import FEW_DAYS, last_open_day, pill

translate = QCoreApplication.translate
_MOST_INITIALS = 3


def grouped(count: int) -> str:
    """Return a count as the system writes it: "2,431"."""
    return QLocale().toString(count)


def client_count(count: int) -> str:
    """Return "1 client" or "2,431 clients"."""
    if count == 1:
        return translate("Clients", "1 client")
    return translate("Clients", "{count} clients").format(count=grouped(count))


def number(person: Named) -> str:
    """Return "no. 0417", empty without a number."""
    if not person.client_number:
        return ""
    return translate("Clients", "no. {number}").format(number=one_line(person.client_number))


def row_facts(person: Person, today: date, title: str) -> str:
    """Return what stands under ``title`` in the list: "41, no. 0417"; the number only where it is not the title."""
    return _listed(_age(person, today), _number_under(title, person))


def head_facts(person: Person, today: date, title: str) -> str:
    """Return what stands beside ``title`` at the head of a record: "41, female, no. 0417", and who is archived."""
    archived = translate("Clients", "archived") if person.is_archived else ""
    return _listed(_age(person, today), _gender(person), _number_under(title, person), archived)


def _gender(person: Person) -> str:
    return {
        Gender.FEMALE: translate("Clients", "female"),
        Gender.MALE: translate("Clients", "male"),
        Gender.OTHER: translate("Clients", "other gender"),
    }.get(person.gender or Gender.UNKNOWN, "")


def _number_under(title: str, person: Person) -> str:
    said = number(person)
    return "" if said == title else said


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _age(person: Person, today: date) -> str:
    return "" if person.birth_date is None else str(age_on(person.birth_date, today))


def hidden_name(person: Named) -> str:
    """Return what stands in place of a name while names are hidden: the number, else initials."""
    return number(person) or _initials(person.name) or translate("Clients", "Client")


def _initials(name: str) -> str:
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    return " ".join(f"{letter.upper()}." for letter in letters[:_MOST_INITIALS])


def short_state(judgement: Judgement) -> str:
    """Return a state for a narrow row: "13 d past", "3 d left", "open", "27 d", "to 23 Mar", "no plan"."""
    picture, today, last = judgement.picture, judgement.on, last_open_day(judgement)
    if picture is Picture.WAIT and judgement.recommended is not None:
        return translate("Clients", "{days} d").format(days=(judgement.recommended - today).days)
    if picture is Picture.HELD and judgement.recommended is not None:
        return translate("Clients", "to {day}").format(day=day_short(judgement.recommended, today))
    if picture is Picture.PAST and last is not None:
        return translate("Clients", "{days} d past").format(days=(today - last).days)
    if picture is Picture.OPEN:
        return _open_state(None if last is None else (last - today).days)
    return no_plan()


def _open_state(left: int | None) -> str:
    if left == 0:
        return translate("Clients", "last day")
    if left is None or left > FEW_DAYS:
        return translate("Clients", "open")
    return translate("Clients", "{days} d left").format(days=left)


def no_plan() -> str:
    """Return what stands at somebody who has had no treatment, or whose interval is switched off."""
    return translate("Clients", "no plan")


def spoken(name: str, facts: str, judgements: Iterable[Judgement]) -> str:
    """Return a row as it is read out: "Ingrid Solberg. 41, no. 0417. Botox: 13 days past."."""
    states = [
        translate("Clients", "{treatment}: {state}").format(treatment=names.kind(one.treatment), state=pill(one))
        for one in judgements
    ]
    return " ".join(f"{part}." for part in (name, facts, *(states or [no_plan()])) if part)


def nobody(text: str) -> str:
    """Return the sentence of a search that found nobody."""
    return translate("Clients", "No client matches “{text}”.").format(text=closed(text))


def more_found() -> str:
    """Return what stands under the list where a search found more than is shown."""
    return translate("Clients", "The first {count} are shown. Type more letters.").format(count=MOST_FOUND)


def empty_list(only: ClientFilter, *, has_tags: bool) -> tuple[str, str]:
    """Return why a list without a search is empty, and the words of the button that helps."""
    show_all = translate("Clients", "&Show all")
    if has_tags:
        return translate("Clients", "No client bears these tags."), show_all
    return {
        ClientFilter.ALL: (translate("Clients", "No clients yet."), ""),
        ClientFilter.DUE: (translate("Clients", "Nobody is due this week."), show_all),
        ClientFilter.RECENT: (translate("Clients", "No client was changed yet."), show_all),
        ClientFilter.ARCHIVED: (translate("Clients", "No client is archived."), show_all),
    }[only]
