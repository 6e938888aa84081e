"""The words around the printed report: its head and foot, its next dates."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.judgement import Judgement, Picture
from tracker.core.records import Rater
from tracker.ui.reports.contents import Identity, ReportContents
from tracker.ui.reports.period_facts import MAIN_CONCERNS, FaceMapFact
from tracker.ui.words import spacing
from tracker.ui.words.dates import day_long, day_month_year, day_table
from tracker.ui.words.face_map import last_botox, product_line, total_units


def period(contents: ReportContents) -> str:
    """Return "10 March 2025 to 9 March 2026"."""
    if contents.start == contents.end:
        return day_month_year(contents.end)
    text = QCoreApplication.translate("Reports", "{start} to {end}")
    return text.format(start=day_month_year(contents.start), end=day_month_year(contents.end))


def comma_separated(*parts: str) -> str:
    """Return "Skin progress report, 10 March 2025 to 9 March 2026": the parts that are not empty."""
    return ", ".join(part for part in parts if part)


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


def next_dates_heading() -> str:
    """Return the heading over the next dates."""
    return QCoreApplication.translate("Reports", "Next dates")


def face_map_heading(fact: FaceMapFact) -> str:
    """Return "Last botox, 44 units"; "Last face map" where a later treatment has no points."""
    if fact.is_last:
        return last_botox(fact.treatment)
    text = QCoreApplication.translate("Reports", "Last face map, {units}")
    return text.format(units=total_units(fact.treatment))


def face_map_lines(fact: FaceMapFact, catalog: Catalog) -> list[str]:
    """Return day, product and lot of the treatment on the face map."""
    return [day_table(fact.treatment.on), product_line(fact.treatment, catalog)]


def no_ratings() -> str:
    """Return what stands in the chart when the record holds no rating."""
    return QCoreApplication.translate("Reports", "No rating recorded yet")


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
