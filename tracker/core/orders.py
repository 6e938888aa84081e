"""The orders in which the next botox and the next session fit both windows, found by trying every pair of days."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.judgement import Judgement, Reason, Status
from tracker.core.planner import STRICT, Planner
from tracker.core.records import TREATMENTS, Kind

_Alone = Mapping[Kind, Sequence[Judgement]]
_OUTSIDE = (*STRICT, Status.LAPSED)


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """Return how many days there are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One way to place the next treatments: ``first`` alone where ``second`` is None.

    ``first_days`` are the first unbroken days on which ``first`` leaves a day for ``second``; ``second_days`` those of
    ``second`` where ``first`` is on the earliest of them, and ``more_days`` the next ones after a gap. None where it
    does not fit: ``obstacle`` is the verdict that stands against it. Where it fits only past a window, ``obstacle`` is
    the verdict on the treatment that comes late.
    """

    first: Kind
    second: Kind | None
    first_days: DayRange | None
    second_days: DayRange | None = None
    more_days: DayRange | None = None
    obstacle: Judgement | None = None

    @property
    def fits(self) -> bool:
        """Return whether it can be planned at all."""
        return self.first_days is not None

    @property
    def later_by(self) -> int:
        """Return how many days the second comes after the first at the earliest choice of both."""
        if self.first_days is None or self.second_days is None:
            return 0
        return (self.second_days.first - self.first_days.first).days

    @property
    def days(self) -> tuple[tuple[Kind, date], ...]:
        """Return the earliest day of each treatment in the order in which they come; empty where it does not fit."""
        if self.first_days is None:
            return ()
        first = (self.first, self.first_days.first)
        if self.second is None or self.second_days is None:
            return (first,)
        return first, (self.second, self.second_days.first)


class _Pairs:
    """Tries pairs of days for two treatments, the first before the second.

    Every pair is tried, most of them by facts that hold for many pairs: all that the rules say of each treatment alone
    stays as it is with the other one beside it, but for what stands before the second, and for what stands after the
    first where the second is on the same day.
    """

    def __init__(self, planner: Planner, alone: _Alone, first: Kind, second: Kind) -> None:
        self._planner = planner
        self._first, self._second = first, second
        self._others = planner.unmoved()
        self._firsts = {one.on: one for one in alone[first] if _are_clear(one.reasons) and _is_own_clear(one)}
        self._seconds = {one.on: one for one in alone[second] if _are_clear(one.later) and _is_own_clear(one)}
        self._other_firsts = [event.on for event in self._others if event.kind is first]
        self._clear_gaps: dict[int, bool] = {}

    def judged(self, first_on: date, second_on: date) -> tuple[Judgement, Judgement]:
        """Return the verdicts on both."""
        first = self._planner.event(self._first, first_on)
        second = self._planner.event(self._second, second_on, step=1)
        return (
            self._planner.judge_event(first, (*self._others, second)),
            self._planner.judge_event(second, (*self._others, first)),
        )

    def firsts(self, refused: Collection[Status]) -> list[date]:
        """Return the days of the first that leave a day for the second; none is of a status ``refused``."""
        return [on for on in self._firsts if any(True for _day in self.seconds(on, refused))]

    def seconds(self, first_on: date, refused: Collection[Status]) -> Iterator[date]:
        """Yield the days of the second that fit when the first is on ``first_on``."""
        first = self._firsts[first_on]
        if _own_status(first) in refused:
            return
        for on, second in self._seconds.items():
            if on < first_on or _own_status(second) in refused or not self._is_gap_clear(first_on, on):
                continue
            if on > first_on and not _are_clear(first.later):
                break
            if not self._others or all(one.status not in refused for one in self.judged(first_on, on)):
                yield on

    def _is_gap_clear(self, first_on: date, second_on: date) -> bool:
        if any(first_on <= on <= second_on for on in self._other_firsts):
            return True
        gap = (second_on - first_on).days
        if gap not in self._clear_gaps:
            reasons = self.judged(first_on, second_on)[1].reasons
            self._clear_gaps[gap] = _are_clear(reason for reason in reasons if not reason.is_own)
        return self._clear_gaps[gap]


def orders(planner: Planner) -> tuple[Order, Order, Order]:
    """Return microdermabrasion first, botox first, and one of them alone: the one planned, else the sooner one.

    An order fits inside both windows where that can be, else where at least no rule calls it too soon or early.
    """
    alone = {kind: _judged_alone(planner, kind) for kind in TREATMENTS}
    botox, session = TREATMENTS
    return (
        _order_of(planner, alone, session, botox),
        _order_of(planner, alone, botox, session),
        _one_only(planner, alone),
    )


def _judged_alone(planner: Planner, kind: Kind) -> list[Judgement]:
    others = planner.unmoved()
    return [planner.judge_event(planner.event(kind, on), others) for on in planner.days()]


def _order_of(planner: Planner, alone: _Alone, first: Kind, second: Kind) -> Order:
    pairs = _Pairs(planner, alone, first, second)
    for refused in (_OUTSIDE, STRICT):
        fitting = pairs.firsts(refused)
        if fitting:
            days = _runs(fitting)[0]
            following, *more = _runs(pairs.seconds(days.first, refused))
            late = None if refused is _OUTSIDE else _late(pairs.judged(days.first, following.first))
            return Order(
                first=first,
                second=second,
                first_days=days,
                second_days=following,
                more_days=next(iter(more), None),
                obstacle=late,
            )
    return Order(first=first, second=second, first_days=None, obstacle=_obstacle(planner, pairs, alone[first]))


def _one_only(planner: Planner, alone: _Alone) -> Order:
    planned = [kind for kind in TREATMENTS if planner.next_plan(kind) is not None]
    found = [_alone_order(kind, alone[kind]) for kind in (planned if len(planned) == 1 else TREATMENTS)]
    return min(found, key=lambda order: order.first_days.first if order.first_days else date.max)


def chosen(planner: Planner, found: Iterable[Order]) -> Order | None:
    """Return which order the plans stand in, None where nothing is planned or a plan stands on a day outside it."""
    plans = [plan for plan in planner.coming if plan == planner.next_plan(plan.kind)]
    wanted = (plans[0].kind, plans[1].kind if len(plans) > 1 else None) if plans else None
    order = next((order for order in found if (order.first, order.second) == wanted), None)
    if order is None or not order.fits:
        return None
    refused = _OUTSIDE if order.obstacle is None else STRICT
    return None if any(planner.judge_plan(plan, plan.on).status in refused for plan in plans) else order


def _alone_order(kind: Kind, judged: Sequence[Judgement]) -> Order:
    for refused in (_OUTSIDE, STRICT):
        fitting = [judgement for judgement in judged if judgement.status not in refused]
        if fitting:
            late = _late(fitting[:1])
            return Order(first=kind, second=None, first_days=_runs(one.on for one in fitting)[0], obstacle=late)
    return Order(first=kind, second=None, first_days=None, obstacle=min(judged, key=_missing_days))


def _runs(days: Iterable[date]) -> list[DayRange]:
    """Return the unbroken stretches of ``days``, which are in order."""
    found: list[DayRange] = []
    for on in days:
        if found and on == found[-1].last + timedelta(1):
            found[-1] = DayRange(found[-1].first, on)
        else:
            found.append(DayRange(on, on))
    return found


def _are_clear(reasons: Iterable[Reason]) -> bool:
    return all(reason.is_clear for reason in reasons)


def _is_own_clear(judgement: Judgement) -> bool:
    return _are_clear(reason for reason in (*judgement.reasons, *judgement.later) if reason.is_own)


def _own_status(judgement: Judgement) -> Status:
    """Return what the own rule says, which is clear; a treatment without one may come on any day."""
    own = judgement.own
    if own is None or own.lapsed is None:
        return Status.READY
    return Status.LAPSED if own.days >= own.lapsed else Status.DUE


def _late(judged: Iterable[Judgement]) -> Judgement | None:
    return next((judgement for judgement in judged if judgement.status is Status.LAPSED), None)


def _obstacle(planner: Planner, pairs: _Pairs, first: Sequence[Judgement]) -> Judgement:
    """Return the verdict against an order, on the day that misses the least.

    It is one on the first treatment where that never fits, else one on the second after it.
    """
    free = next((judgement.on for judgement in first if judgement.status not in STRICT), None)
    if free is None:
        return min(first, key=_missing_days)
    return min((pairs.judged(free, on)[1] for on in planner.days() if on >= free), key=_missing_days)


def _missing_days(judgement: Judgement) -> int:
    reason = judgement.deciding
    return 0 if reason is None else max(0, reason.recommended - reason.days)
