"""The words of the printed report, made from its plain values."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.judgement import Judgement, Picture
from tracker.core.records import Botox, Kind, Microdermabrasion, Rater, Treatment
from tracker.ui.reports.contents import (
    MAIN_CONCERNS,
    Identity,
    RatingNote,
    ReportContents,
    ScoreFact,
    TreatmentFact,
    TreatmentRow,
)
from tracker.ui.words import catalog as names
from tracker.ui.words import entries, spacing
from tracker.ui.words.dates import day_long, day_month_year, days
from tracker.ui.words.numbers import number


def report_name() -> str:
    """Return what the report is called."""
    return QCoreApplication.translate("Reports", "Skin progress report")


def document_title(contents: ReportContents) -> str:
    """Return the title of the document; it names the person only where the page does."""
    if contents.identity is None:
        return report_name()
    return f"{report_name()}, {_in_one_line(contents.identity.name)}"


def period(contents: ReportContents) -> str:
    """Return "10 March 2025 to 9 March 2026"."""
    if contents.start == contents.end:
        return day_month_year(contents.end)
    text = QCoreApplication.translate("Reports", "{start} to {end}")
    return text.format(start=day_month_year(contents.start), end=day_month_year(contents.end))


def subtitle(contents: ReportContents) -> str:
    """Return what stands under the name: the report and its period."""
    return f"{report_name()}, {period(contents)}"


def identity_line(identity: Identity) -> str:
    """Return birth date and client number, as far as they are known."""
    parts = []
    if identity.birth_date is not None:
        text = QCoreApplication.translate("Reports", "Born {day}")
        parts.append(text.format(day=day_month_year(identity.birth_date)))
    if identity.client_number:
        text = QCoreApplication.translate("Reports", "client number {number}")
        said = text.format(number=identity.client_number)
        parts.append(said if parts else said[:1].upper() + said[1:])
    return ", ".join(parts)


def who_rated(raters: frozenset[Rater]) -> str:
    """Return whose scores the page shows."""
    if raters == {Rater.PRACTITIONER}:
        return QCoreApplication.translate("Reports", "Practitioner-rated scores, 0 to 10")
    if Rater.PRACTITIONER in raters:
        return QCoreApplication.translate("Reports", "Self-rated and practitioner-rated scores, 0 to 10")
    return QCoreApplication.translate("Reports", "Self-rated scores, 0 to 10")


def direction(contents: ReportContents) -> str:
    """Return which end of the scale is best."""
    if len(contents.scores) > len(MAIN_CONCERNS):
        return QCoreApplication.translate("Reports", "10 is best for every score")
    return QCoreApplication.translate("Reports", "10 is best for both scores")


def printed_on(on: date) -> str:
    """Return "Printed Monday 9 March 2026"."""
    return QCoreApplication.translate("Reports", "Printed {day}").format(day=day_long(on))


def score_value(fact: ScoreFact) -> str:
    """Return "5 → 7", the one score there is, or a dash."""
    if fact.change is not None:
        return f"{number(fact.change.first)} → {number(fact.change.last)}"
    return "–" if fact.only is None else str(fact.only)


def score_note(fact: ScoreFact) -> str:
    """Return what is compared with what: medians from six ratings up, else the first and the latest."""
    if fact.change is None:
        if fact.count == 0:
            return QCoreApplication.translate("Reports", "not rated in this period")
        return QCoreApplication.translate("Reports", "one rating in this period")
    if fact.change.is_median:
        text = QCoreApplication.translate("Reports", "medians: first three to last three of {count} ratings")
    else:
        text = QCoreApplication.translate("Reports", "first to latest of {count} ratings")
    return text.format(count=fact.count)


def further_score(fact: ScoreFact, catalog: Catalog) -> str:
    """Return how a concern beside the two main ones went, in one line."""
    return f"{names.concern(fact.concern, catalog)} {score_value(fact)}, {score_note(fact)}"


def treatment_value(fact: TreatmentFact) -> str:
    """Return "3 visits" or "11 sessions"."""
    if fact.kind is Kind.BOTOX:
        if fact.count == 1:
            return QCoreApplication.translate("Reports", "%n visit", "", fact.count)
        return QCoreApplication.translate("Reports", "%n visits", "", fact.count)
    if fact.count == 1:
        return QCoreApplication.translate("Reports", "%n session", "", fact.count)
    return QCoreApplication.translate("Reports", "%n sessions", "", fact.count)


def treatment_note(fact: TreatmentFact, catalog: Catalog) -> str:
    """Return units by product (never added across products), how far the treatments lay apart, and touch-ups.

    A total is of the known units alone, so it says of how many treatments they are not known.
    """
    if fact.count == 0:
        return QCoreApplication.translate("Reports", "none in this period")
    parts = [_product_units(product, units, catalog) for product, units in fact.units]
    if fact.units and fact.without_units:
        parts.append(_without_units(fact.without_units))
    if fact.shortest is not None and fact.longest is not None:
        parts.append(_gaps(fact.shortest, fact.longest))
    if fact.touch_ups:
        parts.append(_touch_ups(fact.touch_ups))
    return ", ".join(parts)


def _product_units(product: str, units: Decimal, catalog: Catalog) -> str:
    return f"{number(units)} U {names.product(product, catalog)}"


def _without_units(count: int) -> str:
    return QCoreApplication.translate("Reports", "%n of unknown units", "", count)


def _touch_ups(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Reports", "%n touch-up", "", count)
    return QCoreApplication.translate("Reports", "%n touch-ups", "", count)


def _gaps(shortest: int, longest: int) -> str:
    if shortest == longest:
        return QCoreApplication.translate("Reports", "{days} apart").format(days=days(shortest))
    text = QCoreApplication.translate("Reports", "every {shortest} to {days}")
    return text.format(shortest=shortest, days=days(longest))


def next_dates_heading() -> str:
    """Return the heading over the next dates."""
    return QCoreApplication.translate("Reports", "Next dates")


def scale_heading() -> str:
    """Return the heading over the anchors of the scale."""
    return QCoreApplication.translate("Reports", "What the scores mean")


def score_heading() -> str:
    """Return the heading of the column that names the scores."""
    return QCoreApplication.translate("Reports", "Score")


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


def no_ratings() -> str:
    """Return what stands in the chart when the record holds no rating."""
    return QCoreApplication.translate("Reports", "No rating recorded yet")


def rating_notes_heading() -> str:
    """Return the heading over the notes made with ratings."""
    return QCoreApplication.translate("Reports", "Notes with ratings")


def next_dates(judgement: Judgement) -> list[str]:
    """Return when a treatment may come next, in short lines: the state with its days, the earliest day if another."""
    opens, last = judgement.recommended, spacing.last_open_day(judgement)
    if judgement.picture is Picture.NO_PLAN or opens is None:
        return [QCoreApplication.translate("Reports", "None recorded, no date yet")]
    if judgement.picture is Picture.OPEN and last is not None:
        return [QCoreApplication.translate("Reports", "Window open"), _until(last)]
    if judgement.picture is Picture.PAST and last is not None:
        return [QCoreApplication.translate("Reports", "Window closed"), day_month_year(last)]
    lines = [QCoreApplication.translate("Reports", "From {day}").format(day=day_month_year(opens))]
    if last is not None and opens > last:
        text = QCoreApplication.translate("Reports", "Window closed before, {day}")
        lines.append(text.format(day=day_month_year(last)))
    elif last is not None:
        lines.append(_until(last))
    if judgement.earliest is not None and judgement.earliest != opens:
        text = QCoreApplication.translate("Reports", "Earliest day {day}")
        lines.append(text.format(day=day_month_year(judgement.earliest)))
    return lines


def _until(last: date) -> str:
    return QCoreApplication.translate("Reports", "until {day}").format(day=day_month_year(last))


def treatment_name(treatment: Treatment) -> str:
    """Return the treatment's everyday name; a touch-up says so."""
    if isinstance(treatment, Botox) and treatment.is_touch_up:
        return QCoreApplication.translate("Reports", "{treatment} touch-up").format(treatment=names.kind(Kind.BOTOX))
    return names.kind(treatment.kind)


def details(treatment: Treatment, catalog: Catalog) -> str:
    """Return where and with what: product and regions, or areas, device and passes."""
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
    return QCoreApplication.translate("Reports", "Too soon, recorded anyway: {reason}").format(reason=_plain(reason))


def note(text: str) -> str:
    """Return what was noted with a treatment."""
    return QCoreApplication.translate("Reports", "Note: {text}").format(text=_plain(text))


def rating_note(noted: RatingNote, catalog: Catalog) -> tuple[str, str]:
    """Return the scores and the note of a rating."""
    scores = [f"{names.concern(concern, catalog)} {score}" for concern, score in noted.scores]
    return ", ".join([*scores[:1], *(score[:1].lower() + score[1:] for score in scores[1:])]), _plain(noted.note)


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


def foot() -> str:
    """Return the short form of the statements that every report carries."""
    return QCoreApplication.translate(
        "Reports",
        "Self-reported scores are subjective. Skinterval keeps records: no medical device, no medical advice, no"
        " diagnosis. A change after a treatment does not prove its cause. Dates follow general intervals; settle yours"
        " with your practitioner. Units of different products are not interchangeable.",
    )


def page_of(page: int, pages: int) -> str:
    """Return "Skinterval, page 1 of 2"."""
    return QCoreApplication.translate("Reports", "Skinterval, page {page} of {pages}").format(page=page, pages=pages)


def suggested_file_name(contents: ReportContents) -> str:
    """Return a file name for the PDF; it names the person only where the page does."""
    day = contents.printed_on.isoformat()
    if contents.identity is None:
        return f"skin-progress-report-{day}.pdf"
    kept = "".join(letter if letter.isalnum() else "-" for letter in contents.identity.name)
    name = "-".join(part for part in kept.split("-") if part)[:60]
    return f"skin-progress-report-{name}-{day}.pdf" if name else f"skin-progress-report-{day}.pdf"


def _plain(text: str) -> str:
    return text.strip()


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
