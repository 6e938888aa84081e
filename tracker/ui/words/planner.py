"""The planner in words: days, plans and events. Which rule says so, never what is advised."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.event_plan import SETTLED_DAYS, Target
from tracker.core.judgement import Judgement, Picture
from tracker.core.planner import STRICT, LaneSegment
from tracker.core.records import Kind, PlannedTreatment
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing
from tracker.ui.words.dates import day, day_short, days
from tracker.ui.words.guard import guard, short_line


@dataclass(frozen=True, slots=True)
class DayWords:
    """What is said of a treatment on a day: the state and word of its pill, and the reason."""

    state: str
    pill: str
    reason: str


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
    return DayWords(judgement.picture.value, pill, against(judgement))


def plan_words(judgement: Judgement) -> DayWords:
    """Return what is said of a plan on a day: as the dialog says it when it is logged."""
    said = guard(judgement)
    if said is None:
        return DayWords(judgement.picture.value, _clear_pill(judgement), _clear_reason(judgement))
    state = "soon" if said.kind == "firm" else "early"
    return DayWords(state, said.strong.rstrip("."), against(judgement))


def against(judgement: Judgement) -> str:
    """Return which treatment stands against a day, and by which rule."""
    said, reason = guard(judgement), judgement.firm or judgement.deciding
    if said is None or reason is None:
        return ""
    return f"{said.text} {short_line(reason, judgement)}."


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
    reason = day_words(target.judgement).reason
    if target.on is None:
        return reason
    return " ".join(part for part in (said, _past_window(target.judgement), reason) if part)


def _past_window(judgement: Judgement) -> str:
    last = spacing.last_open_day(judgement)
    if judgement.picture is not Picture.PAST or last is None:
        return ""
    text = QCoreApplication.translate("Planner", "Past the window, whose last day is {day}.")
    return text.format(day=day_short(last, judgement.on))


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
