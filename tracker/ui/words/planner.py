"""The planner in words: days, plans, orders and events. Which rule says so, never what is advised."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.event_plan import SETTLED_DAYS, Target
from tracker.core.judgement import Judgement, Picture
from tracker.core.orders import DayRange, Order
from tracker.core.planner import STRICT, LaneSegment, Planner
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing
from tracker.ui.words.dates import day, day_short, days

FEW_DAYS = 7
"""A range of so many days or fewer is said to leave few."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """What is said of a treatment on a day: the state and word of its pill, and the reason."""

    state: str
    pill: str
    reason: str


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What a card says of an order: its title, a line for each treatment, and what follows from it."""

    title: str
    lines: tuple[tuple[Kind, str], ...]
    note: str


def kind_on(kind: Kind, on: date, today: date) -> str:
    """Return "Botox, Thu 19 Mar"."""
    text = QCoreApplication.translate("Planner", "{treatment}, {day}")
    return text.format(treatment=names.kind(kind), day=day(on, today))


def plan_label(plan: PlannedTreatment, today: date) -> str:
    """Return what stands beside a marker: "Thu 19 Mar, planned"."""
    text = QCoreApplication.translate("Planner", "{day}, planned")
    if plan.is_touch_up:
        text = QCoreApplication.translate("Planner", "{day}, touch-up planned")
    return text.format(day=day(plan.on, today))


def segment_words(segment: LaneSegment, today: date, *, is_last: bool) -> tuple[str, str]:
    """Return what stands under a segment, in full and short: "held to 2 Apr" and "held"."""
    picture, opens, lapsed = segment.picture, segment.opens, segment.judgement.lapsed
    if picture is Picture.WAIT:
        return _until(QCoreApplication.translate("Planner", "wait"), _wait_to(), opens, today)
    if picture is Picture.HELD:
        return _until(QCoreApplication.translate("Planner", "held"), _held_to(), opens, today)
    if picture is Picture.OPEN:
        closes = lapsed is not None and (lapsed == segment.end or (is_last and lapsed > segment.end))
        last = lapsed - timedelta(1) if closes and lapsed is not None else None
        text = QCoreApplication.translate("Planner", "window to {day}")
        return _until(QCoreApplication.translate("Planner", "open"), text, last, today)
    if picture is Picture.PAST:
        return (QCoreApplication.translate("Planner", "past"),) * 2
    return QCoreApplication.translate("Planner", "no plan: any day"), QCoreApplication.translate("Planner", "any day")


def _wait_to() -> str:
    return QCoreApplication.translate("Planner", "wait to {day}")


def _held_to() -> str:
    return QCoreApplication.translate("Planner", "held to {day}")


def _until(short: str, text: str, on: date | None, today: date) -> tuple[str, str]:
    return (short if on is None else text.format(day=day_short(on, today))), short


def day_words(judgement: Judgement) -> DayWords:
    """Return what is said of a free day: the picture of the lane, and which rule gives it."""
    if judgement.status not in STRICT:
        return DayWords(judgement.picture.value, _clear_pill(judgement), _clear_reason(judgement))
    pill = spacing.pill(judgement)
    if judgement.deciding in judgement.later:
        pill = QCoreApplication.translate("Planner", "Held")
    return DayWords(judgement.picture.value, pill, _against(judgement))


def plan_words(judgement: Judgement) -> DayWords:
    """Return what is said of a plan on a day: as the dialog says it when it is logged."""
    guard = spacing.guard(judgement)
    if guard is None:
        return DayWords(judgement.picture.value, _clear_pill(judgement), _clear_reason(judgement))
    state = "soon" if guard.kind == "firm" else "early"
    return DayWords(state, guard.strong.rstrip("."), _against(judgement))


def _against(judgement: Judgement) -> str:
    """Return which treatment stands against a day, and by which rule."""
    guard, reason = spacing.guard(judgement), judgement.firm or judgement.deciding
    if guard is None or reason is None:
        return ""
    return f"{guard.text} {spacing.short_line(reason, judgement)}."


def _clear_pill(judgement: Judgement) -> str:
    if judgement.picture is Picture.NO_PLAN:
        return QCoreApplication.translate("Planner", "Any day")
    return spacing.pill(judgement)


def _clear_reason(judgement: Judgement) -> str:
    if judgement.picture is Picture.NO_PLAN:
        if judgement.last is None:
            return _nothing_before(judgement.treatment)
        return QCoreApplication.translate("Planner", "No interval is set.")
    return f"{spacing.why_line(judgement)}."


def _nothing_before(kind: Kind) -> str:
    if kind is Kind.BOTOX:
        return QCoreApplication.translate("Planner", "No botox is logged before this day.")
    return QCoreApplication.translate("Planner", "No session is logged before this day.")


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
    return _against(judgement)


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


def target_words(target: Target, event_on: date, today: date) -> str:
    """Return the latest day for a treatment before an event, or why there is none."""
    settled = SETTLED_DAYS[target.kind]
    if target.on is not None:
        text = QCoreApplication.translate("Planner", "{treatment} by {day}, {days} before")
        return text.format(
            treatment=names.kind(target.kind), day=day(target.on, today), days=days((event_on - target.on).days)
        )
    if target.judgement is None:
        text = QCoreApplication.translate("Planner", "{treatment}: fewer than {days} are left to settle")
        return text.format(treatment=names.kind(target.kind), days=days(settled))
    text = QCoreApplication.translate("Planner", "{treatment}: no day fits until {day}")
    return text.format(treatment=names.kind(target.kind), day=day(target.last_day, today))


def target_reason(target: Target) -> str:
    """Return the reason beside it: how long it settles and what the rules say, or the rule that leaves no day."""
    settled = SETTLED_DAYS[target.kind]
    text = (
        QCoreApplication.translate("Planner", "Full effect takes about two weeks; {days} are kept free.")
        if target.kind is Kind.BOTOX
        else QCoreApplication.translate("Planner", "{days} are kept for the skin to settle.")
    )
    said = text.format(days=days(settled))
    if target.judgement is None:
        return said
    words = day_words(target.judgement)
    return words.reason if target.on is None else f"{said} {words.reason}"


def overdue_line(plan: PlannedTreatment, today: date) -> str:
    """Return that a plan was not logged: "Botox was planned for Thu 5 Mar and is not logged."."""
    text = (
        QCoreApplication.translate("Planner", "Botox was planned for {day} and is not logged.")
        if plan.kind is Kind.BOTOX
        else QCoreApplication.translate("Planner", "A session was planned for {day} and is not logged.")
    )
    return text.format(day=day(plan.on, today))


def plan_here(kind: Kind) -> str:
    """Return the words of the button that plans a treatment on a day."""
    if kind is Kind.BOTOX:
        return QCoreApplication.translate("Planner", "Plan botox here")
    return QCoreApplication.translate("Planner", "Plan session here")
