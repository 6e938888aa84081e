"""The labels of the time axis, chosen by us: days, months or quarters, never closer than they can be read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.charts.days import first_of_month, moved
from tracker.charts.view import ChartView

MONTHS_BEFORE_QUARTERS = 15
DAYS_BEFORE_MONTHS = 75
MONTH_PX = 30
DAY_PX = 46
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)


@dataclass(frozen=True, slots=True)
class Tick:
    """One label under the axis; ``year`` is drawn below it where it is not empty."""

    on: date
    label: str
    year: str = ""


def ticks(view: ChartView, width: float, month: Callable[[date], str], day: Callable[[date], str]) -> tuple[Tick, ...]:
    """Return the labels for an axis ``width`` px wide: months up to 15 months, then quarters from January.

    Stretches up to eleven weeks are labelled by day. The year stands under January and under the first label.
    """
    if view.days <= DAYS_BEFORE_MONTHS:
        return tuple(_labelled(_days(view, _day_step(view, width)), day, lambda _on: False))
    months = (view.end.year - view.start.year) * 12 + view.end.month - view.start.month
    fitting = (step for step in _MONTH_STEPS if width * step / max(1, months) >= MONTH_PX)
    step = max(1 if months <= MONTHS_BEFORE_QUARTERS else 3, next(fitting, _MONTH_STEPS[-1]))
    if step >= 12:
        return tuple(Tick(on, str(on.year)) for on in _months(view, step))
    return tuple(_labelled(_months(view, step), month, lambda on: on.month == 1))


def _labelled(days: Iterator[date], label: Callable[[date], str], is_new: Callable[[date], bool]) -> Iterator[Tick]:
    for number, on in enumerate(days):
        yield Tick(on, label(on), str(on.year) if number == 0 or is_new(on) else "")


def _day_step(view: ChartView, width: float) -> int:
    return next((step for step in _DAY_STEPS if width * step / view.days >= DAY_PX), _DAY_STEPS[-1])


def _days(view: ChartView, step: int) -> Iterator[date]:
    on = view.start
    while on <= view.end and on < date.max:
        yield on
        on = moved(on, step)


def _months(view: ChartView, step: int) -> Iterator[date]:
    months = view.start.year * 12 + view.start.month - 1
    if view.start.day > 1:
        months += 1
    if step >= 12:
        months = -(-months // step) * step
    else:
        months += -(months % 12) % step
    while (on := _month_of(months)) is not None and on <= view.end:
        yield on
        months += step


def _month_of(months: int) -> date | None:
    year, month = divmod(months, 12)
    return first_of_month(date(year, month + 1, 1)) if date.min.year <= year <= date.max.year else None
