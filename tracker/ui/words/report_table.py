"""The table of treatments and the notes of the printed report in words."""

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Kind, Microdermabrasion, OtherEvent, Treatment
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.happenings import Happening
from tracker.ui.reports.period_facts import PrivateNote, RatingNote, TreatmentRow
from tracker.ui.words import adverse_events as adverse
from tracker.ui.words import catalog as names
from tracker.ui.words import entries
from tracker.ui.words.dates import day_table, days
from tracker.ui.words.numbers import number


def treatments_heading() -> str:
    """Return the heading over the table of treatments."""
    return QCoreApplication.translate("Reports", "Treatments")


def no_treatments() -> str:
    """Return what stands in place of the table when there is nothing to list."""
    return QCoreApplication.translate("Reports", "No treatment recorded in this period.")


def column_headings() -> tuple[str, str, str, str, str, str]:
    """Return the headings of the table: date, treatment, details, units, lot, since last."""
    return (
        QCoreApplication.translate("Reports", "Date"),
        QCoreApplication.translate("Reports", "Treatment"),
        QCoreApplication.translate("Reports", "Details"),
        QCoreApplication.translate("Reports", "Units"),
        QCoreApplication.translate("Reports", "Lot, expiry"),
        QCoreApplication.translate("Reports", "Since last"),
    )


def rating_notes_heading() -> str:
    """Return the heading over the notes made with ratings."""
    return QCoreApplication.translate("Reports", "Notes with ratings")


def noted_heading() -> str:
    """Return the heading over notes and other events."""
    return QCoreApplication.translate("Reports", "Notes and other events")


def noted_event(event: OtherEvent, catalog: Catalog) -> tuple[str, str]:
    """Return what an event is, with the last day of what went on for longer, and what was noted with it."""
    until = QCoreApplication.translate("Reports", "until {day}")
    ended = "" if event.until is None else until.format(day=day_table(event.until))
    said = ", ".join(part for part in (names.other_event(event.event, catalog), ended) if part)
    return said, plain(event.note or "")


def private_notes_heading() -> str:
    """Return the heading over private notes."""
    return QCoreApplication.translate("Reports", "Private notes")


def private_note_of(noted: PrivateNote) -> str:
    """Return to what a private note belongs."""
    if noted.kind is None:
        return QCoreApplication.translate("Reports", "About the person")
    return names.kind(noted.kind)


def treatment_name(treatment: Treatment) -> str:
    """Return the treatment's everyday name; a touch-up says so."""
    if isinstance(treatment, Botox) and treatment.is_touch_up:
        return QCoreApplication.translate("Reports", "{treatment} touch-up").format(treatment=names.kind(Kind.BOTOX))
    return names.kind(treatment.kind)


def details(treatment: Treatment, catalog: Catalog) -> str:
    """Return where and with what, then the downtime: product and regions, or areas, device and passes."""
    said = _where_and_with_what(treatment, catalog)
    downtime = "" if not treatment.downtime_days else adverse.downtime(treatment.downtime_days)
    return ", ".join(part for part in (said, downtime) if part)


def _where_and_with_what(treatment: Treatment, catalog: Catalog) -> str:
    if isinstance(treatment, Microdermabrasion):
        return entries.session_details(treatment, catalog)
    regions = entries.regions_line(treatment, catalog)
    product = names.product(treatment.product, catalog)
    return f"{product}: {regions[:1].lower()}{regions[1:]}" if regions else product


def units(treatment: Treatment) -> str:
    """Return "44 U"; empty where there is no number. The product stands beside it in the details."""
    if isinstance(treatment, Botox) and treatment.units is not None:
        return QCoreApplication.translate("Reports", "{number} U").format(number=number(treatment.units))
    return ""


def lot(treatment: Treatment) -> str:
    """Return lot and expiry of a botox treatment, as far as known."""
    return entries.lot_and_expiry(treatment) if isinstance(treatment, Botox) else ""


def since_last(row: TreatmentRow) -> str:
    """Return the days since the treatment of the same kind before it, or "first"."""
    if row.days_since is None:
        return QCoreApplication.translate("Reports", "first")
    return days(row.days_since)


def override_note(reason: str) -> str:
    """Return the reason given when a firm rule was overridden."""
    return QCoreApplication.translate("Reports", "Too soon, recorded anyway: {reason}").format(reason=plain(reason))


def note(text: str) -> str:
    """Return what was noted with a treatment."""
    return QCoreApplication.translate("Reports", "Note: {text}").format(text=plain(text))


def rating_note(noted: RatingNote, catalog: Catalog) -> tuple[str, str]:
    """Return the scores and the note of a rating."""
    scores = [f"{names.concern(concern, catalog)} {score}" for concern, score in noted.scores]
    return ", ".join([*scores[:1], *(score[:1].lower() + score[1:] for score in scores[1:])]), plain(noted.note)


def happening(happened: Happening, catalog: Catalog) -> tuple[str, list[str]]:
    """Return what happened with its grade, and the lines under it: after what, how long, what was done and noted."""
    event = happened.event
    after = QCoreApplication.translate("Reports", "After {treatment}").format(
        treatment=adverse.treatment_line(happened.kind, happened.treated_on)
    )
    facts = ". ".join(part for part in (after, adverse.duration(event), adverse.steps(event)) if part)
    said = [plain(text) for text in (event.action, event.note) if text and text.strip()]
    return f"{adverse.term(event, catalog)}. {adverse.weight(event)}", [facts, *said]


def outside_period(contents: ReportContents) -> list[str]:
    """Return how many treatments of the record lie before and after the period."""
    said = []
    if contents.earlier == 1:
        said.append(QCoreApplication.translate("Reports", "and %n earlier treatment in the record", "", 1))
    elif contents.earlier:
        said.append(
            QCoreApplication.translate("Reports", "and %n earlier treatments in the record", "", contents.earlier)
        )
    if contents.later == 1:
        said.append(QCoreApplication.translate("Reports", "and %n later treatment in the record", "", 1))
    elif contents.later:
        said.append(QCoreApplication.translate("Reports", "and %n later treatments in the record", "", contents.later))
    return said


def override_key() -> str:
    """Return what the mark of an override means."""
    return QCoreApplication.translate("Reports", "sooner than a firm rule asks, recorded anyway")


def plain(text: str) -> str:
    """Return a note without blanks around it."""
    return text.strip()
