"""The orders of the next treatments in words."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.orders import DayRange, Order
from tracker.core.planner import STRICT, Planner
from tracker.core.records import TREATMENTS, Kind
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing
from tracker.ui.words.dates import day, day_short, days
from tracker.ui.words.planner import against

FEW_DAYS = 7
"""A range of so many days or fewer is said to leave few."""


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What a card says of an order: its title, a line for each treatment, and what follows from it."""

    title: str
    lines: tuple[tuple[Kind, str], ...]
    note: str


def order_words(order: Order, planner: Planner) -> OrderWords:
    """Return what the card of an order says."""
    if order.second is None:
        return _alone_words(order, planner)
    title = (
        QCoreApplication.translate("Planner", "Botox first")
        if order.first is Kind.BOTOX
        else QCoreApplication.translate("Planner", "Microdermabrasion first")
    )
    if order.first_days is None or order.second_days is None:
        return OrderWords(title, ((order.first, _no_fit()),), _obstacle(order, planner.today))
    late = None if order.obstacle is None else order.obstacle.treatment
    first = _range(order.first_days, planner)
    if late is order.first:
        first = QCoreApplication.translate("Planner", "{days}, past the window").format(days=first)
    second = _placed(_second_line(order, order.second_days, planner), order, order.second, planner)
    return OrderWords(title, ((order.first, first), (order.second, second)), _pair_note(order, planner))


def _placed(said: str, order: Order, kind: Kind, planner: Planner) -> str:
    """Return a line with whether its day is inside the window of its treatment, if there is one."""
    if not _has_window(kind, planner):
        return said
    if order.obstacle is not None and order.obstacle.treatment is kind:
        return QCoreApplication.translate("Planner", "{days}, past the window").format(days=said)
    return QCoreApplication.translate("Planner", "{days}, inside the window").format(days=said)


def _has_window(kind: Kind, planner: Planner) -> bool:
    return planner.judge(kind, planner.today).lapsed is not None


def _no_fit() -> str:
    return QCoreApplication.translate("Planner", "Does not fit in these twelve weeks")


def _second_line(order: Order, found: DayRange, planner: Planner) -> str:
    if order.later_by:
        text = QCoreApplication.translate("Planner", "{days} later, {range}")
        return text.format(days=days(order.later_by), range=_short_range(found, planner))
    if found.count > 1:
        return QCoreApplication.translate("Planner", "The same day or later, {range}").format(
            range=_short_range(found, planner)
        )
    if order.more_days is None:
        return QCoreApplication.translate("Planner", "The same day, {day}").format(day=_short_range(found, planner))
    text = QCoreApplication.translate("Planner", "The same day, or {range}")
    return text.format(range=_short_range(order.more_days, planner))


def _range(found: DayRange, planner: Planner) -> str:
    today = planner.today
    starts_today = found.first == today
    if found.last >= planner.last_day:
        text = QCoreApplication.translate("Planner", "From {day} on")
        return _any_day() if starts_today else text.format(day=day(found.first, today))
    last = day(found.last, today)
    if found.count == 1:
        return QCoreApplication.translate("Planner", "Today only") if starts_today else _only(day(found.first, today))
    if starts_today:
        return QCoreApplication.translate("Planner", "Today to {last}").format(last=last)
    text = QCoreApplication.translate("Planner", "{first} to {last}")
    return text.format(first=day(found.first, today), last=last)


def _any_day() -> str:
    return QCoreApplication.translate("Planner", "Any day from today on")


def _only(said: str) -> str:
    return QCoreApplication.translate("Planner", "{day} only").format(day=said)


def _short_range(found: DayRange, planner: Planner) -> str:
    today = planner.today
    if found.last >= planner.last_day:
        return QCoreApplication.translate("Planner", "from {day}").format(day=day_short(found.first, today))
    if found.count == 1:
        return day_short(found.first, today)
    text = QCoreApplication.translate("Planner", "{first} to {last}")
    is_one_month = (found.first.year, found.first.month) == (found.last.year, found.last.month)
    first = str(found.first.day) if is_one_month else day_short(found.first, today)
    return text.format(first=first, last=day_short(found.last, today))


def _pair_note(order: Order, planner: Planner) -> str:
    if order.obstacle is not None:
        return _closes(order.obstacle.treatment, spacing.last_open_day(order.obstacle), planner.today)
    found, second = order.second_days, order.second
    if found is None or second is None:
        return ""
    if found.count <= FEW_DAYS and found.last < planner.last_day and order.later_by:
        text = (
            QCoreApplication.translate("Planner", "Leaves {days} for botox.")
            if second is Kind.BOTOX
            else QCoreApplication.translate("Planner", "Leaves {days} for microdermabrasion.")
        )
        return text.format(days=days(found.count))
    if _has_window(order.first, planner) and _has_window(second, planner):
        return QCoreApplication.translate("Planner", "Both stay inside their windows.")
    return QCoreApplication.translate("Planner", "The interval between the two is kept.")


def _closes(kind: Kind, last: date | None, today: date) -> str:
    if last is None:
        return ""
    if last < today:
        text = (
            QCoreApplication.translate("Planner", "The botox window closed {day}.")
            if kind is Kind.BOTOX
            else QCoreApplication.translate("Planner", "The microdermabrasion window closed {day}.")
        )
    else:
        text = (
            QCoreApplication.translate("Planner", "The botox window closes {day}.")
            if kind is Kind.BOTOX
            else QCoreApplication.translate("Planner", "The microdermabrasion window closes {day}.")
        )
    return text.format(day=day_short(last, today))


def _obstacle(order: Order, today: date) -> str:
    """Return why an order does not fit: which treatment, by which rule, and from when on it would."""
    judgement = order.obstacle
    reason = None if judgement is None else judgement.deciding
    if judgement is None or reason is None:
        return ""
    if judgement.status in STRICT and not judgement.later and judgement.recommended is not None:
        text = QCoreApplication.translate("Planner", "{treatment} only from {day}. {rule}.")
        opens = day(judgement.recommended, today)
        return text.format(
            treatment=names.kind(judgement.treatment),
            day=opens,
            rule=spacing.interval_name(reason, reason.recommended),
        )
    return against(judgement)


def _alone_words(order: Order, planner: Planner) -> OrderWords:
    title = QCoreApplication.translate("Planner", "One only")
    other = next(kind for kind in TREATMENTS if kind is not order.first)
    if order.first_days is None:
        return OrderWords(title, ((order.first, _no_fit()),), _obstacle(order, planner.today))
    found = order.first_days
    first = _range(found, planner)
    if found.first == planner.today and planner.today < found.last < planner.last_day:
        text = QCoreApplication.translate("Planner", "Any day until {last}")
        first = text.format(last=day(found.last, planner.today))
    if order.obstacle is not None:
        first = QCoreApplication.translate("Planner", "{days}, past the window").format(days=first)
    later = (
        QCoreApplication.translate("Planner", "Later, planned again after botox")
        if order.first is Kind.BOTOX
        else QCoreApplication.translate("Planner", "Later, planned again after microdermabrasion")
    )
    note = _closes(other, spacing.last_open_day(planner.judge(other, planner.today)), planner.today)
    return OrderWords(title, ((order.first, first), (other, later)), note)
