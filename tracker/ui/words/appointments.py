"""The words of the appointment card."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.judgement import Judgement
from tracker.core.records import Kind, PlannedTreatment
from tracker.ui.reports.appointments import NextPlan
from tracker.ui.words import catalog as names
from tracker.ui.words import reports, spacing
from tracker.ui.words.dates import clock_time, day_long, day_month_year, day_table, days

translate = QCoreApplication.translate


def heading(person: str) -> str:
    """Return "Next dates of Maya Lindqvist", or "Next dates" where nobody is named."""
    if not person:
        return reports.next_dates_heading()
    return translate("Appointments", "Next dates of {person}").format(person=person)


def planned_day(plan: PlannedTreatment) -> str:
    """Return day and time: "Thursday 19 March 2026, 14:30"."""
    return day_long(plan.on) if plan.at is None else f"{day_long(plan.on)}, {clock_time(plan.at)}"


def planned_lines(planned: NextPlan) -> list[str]:
    """Return what is planned, and how many days after the last treatment of its kind that is."""
    plan = planned.plan
    what = translate("Appointments", "Botox touch-up") if plan.is_touch_up else names.kind(plan.kind)
    return [what, _since(plan, planned.last)]


def _since(plan: PlannedTreatment, last: date | None) -> str:
    if last is None:
        if plan.kind is Kind.BOTOX:
            return translate("Appointments", "The first botox of the record")
        return translate("Appointments", "The first session of the record")
    if plan.kind is Kind.BOTOX:
        text = translate("Appointments", "{days} after the botox of {day}")
    else:
        text = translate("Appointments", "{days} after the session of {day}")
    return text.format(days=days((plan.on - last).days), day=day_table(last))


def window_lines(judgement: Judgement) -> list[str]:
    """Return from when to when a treatment may be booked that is not planned, and the rule that says so."""
    first, *others = reports.next_dates(judgement)
    return [reports.comma_separated(first, *others[:1]), *others[1:], spacing.why_line(judgement)]


def next_rating(on: date) -> str:
    """Return the day of the next rating."""
    return translate("Appointments", "Next rating of the skin: {day}").format(day=day_month_year(on))


def further_dates(count: int) -> str:
    """Return how many later dates a card has no room for."""
    if count == 1:
        return translate("Appointments", "and %n later date in the record", "", count)
    return translate("Appointments", "and %n later dates in the record", "", count)


def no_date() -> str:
    """Return what stands on the card when there is no date."""
    return translate("Appointments", "No date yet.")
