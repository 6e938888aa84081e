"""What the spacing engine says: the rules, and reasons and judgements by them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from tracker.core.cautions import Caution
from tracker.core.intervals import Days
from tracker.core.records import Kind


class Status(StrEnum):
    """What the rules say of a treatment on a day."""

    TOO_SOON = "too_soon"
    EARLY = "early"
    DUE = "due"
    LAPSED = "lapsed"
    READY = "ready"


class Picture(StrEnum):
    """The picture that shows a judgement: no plan, wait, held by the other treatment, window open, window past."""

    NO_PLAN = "none"
    WAIT = "wait"
    HELD = "held"
    OPEN = "ready"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. Days are None where they are those of the earlier treatment's product.

    ``scope`` is empty, ``clinic``, ``home``, ``hydradermabrasion``, ``touch_up`` or ``same_day`` (day 0 is clear).
    """

    id: str
    after: Kind
    before: Kind
    scope: str
    minimum: int | None
    recommended: int | None
    lapsed: int | None
    strength: str
    rationale: str
    source: str

    @property
    def is_own(self) -> bool:
        """Return whether the rule goes from a treatment to the same treatment."""
        return self.after is self.before


class Interval(Protocol):
    """The days of a product's label; `core.catalog.Product` is one."""

    @property
    def min_interval_days(self) -> int: ...
    @property
    def rec_days(self) -> int: ...
    @property
    def lapsed_days(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def strength(self) -> str: ...


class Reason(NamedTuple):
    """One rule that found an earlier event on ``after``, ``days`` before the later one; the days that it asks for.

    ``strength`` and ``source`` are those of the days: the product's where the rule takes its days from the product.
    ``shipped`` are the days of the catalogue where the person has changed them, else None. ``is_planned``: the event
    found is a plan.
    """

    rule: Rule
    after: date
    days: int
    minimum: int
    recommended: int
    lapsed: int | None
    is_clear: bool
    strength: str
    source: str
    shipped: Days | None = None
    is_planned: bool = False

    @property
    def until(self) -> date:
        """Return the day of the later event: the day judged, or that of a later event that the judged one precedes."""
        return self.after + timedelta(self.days)

    @property
    def status(self) -> Status:
        """Return this rule's own verdict; DUE where it is clear."""
        if self.is_clear:
            return Status.DUE
        return Status.TOO_SOON if self.days < self.minimum else Status.EARLY

    @property
    def is_own(self) -> bool:
        """Return whether the rule goes from a treatment to the same treatment."""
        return self.rule.is_own

    @property
    def is_for_the_day(self) -> bool:
        """Return whether it is clear on the day judged alone, by the same-day exception, and not on the next."""
        return self.is_clear and self.days < self.recommended

    @property
    def earliest(self) -> date:
        """Return the first day that the rule does not call too soon."""
        return self._from_day(self.minimum)

    @property
    def recommended_on(self) -> date:
        """Return the first day on which the rule is clear."""
        return self._from_day(self.recommended)

    @property
    def lapsed_on(self) -> date | None:
        """Return the day from which the treatment counts as lapsed, None where the rule names none."""
        return None if self.lapsed is None else self.after + timedelta(self.lapsed)

    def _from_day(self, needed: int) -> date:
        # Clear by the same-day exception: the day itself counts.
        return self.after + timedelta(self.days if self.is_for_the_day else needed)


class Judgement(NamedTuple):
    """The verdict on ``treatment`` on the day ``on``.

    ``last`` is the latest earlier treatment of the same kind; ``reasons`` is every rule that found an earlier event,
    the deciding one first. ``later`` is every rule from the treatment judged to a later event, the deciding one first;
    only entries and plans are judged by those. ``cautions`` are to be said beside it and never decide.
    """

    treatment: Kind
    on: date
    status: Status
    last: date | None
    earliest: date | None
    recommended: date | None
    lapsed: date | None
    reasons: tuple[Reason, ...]
    later: tuple[Reason, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def own(self) -> Reason | None:
        """Return the reason from the same treatment, None where there is no earlier one or its rule is switched off."""
        # A loop: a generator would take longer than all the rest, and lists of thousands ask for it again and again.
        for reason in self.reasons:
            if reason.rule.is_own:
                return reason
        return None

    @property
    def deciding(self) -> Reason | None:
        """Return the reason that decides the status, None where no rule found an event."""
        return max((*self.reasons, *self.later), key=weight, default=None)

    @property
    def firm(self) -> Reason | None:
        """Return the reason that asks for a note: what makes the treatment too soon and is no plan; None for none."""
        too_soon = (one for one in (*self.reasons, *self.later) if one.status is Status.TOO_SOON and not one.is_planned)
        return max(too_soon, key=weight, default=None)

    @property
    def picture(self) -> Picture:
        """Return which picture of the design shows this judgement."""
        return picture_of(self.status, self.own)


def picture_of(status: Status, own: Reason | None) -> Picture:
    """Return which picture shows a judgement of that ``status`` and with that reason from the same treatment."""
    if status is Status.LAPSED:
        return Picture.PAST
    if status is Status.DUE:
        return Picture.OPEN if own is not None else Picture.NO_PLAN
    if status is Status.READY:
        return Picture.NO_PLAN
    return Picture.WAIT if own is not None and not own.is_clear else Picture.HELD


def weight(reason: Reason) -> tuple[int, date]:
    """Return how much a rule decides: the more restrictive decides, then the one that holds for longer."""
    return weight_of(reason.status, reason.earliest, reason.recommended_on)


def weight_of(status: Status, earliest: date, recommended: date) -> tuple[int, date]:
    """Return the weight of a rule that says so."""
    if status is Status.DUE:
        return (0, date.min)
    return (1, recommended) if status is Status.EARLY else (2, earliest)
