"""The spacing engine: when a treatment may come next, and why. Pure functions of days, rules and history.

Days are calendar days between local dates; no clock time or zone changes a result. Day 0 is the day of the earlier
treatment. The rules and their sources are `resources/catalog/spacing_rules.csv` and `products.csv`.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Protocol

from tracker.core.records import Kind, Setting


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
    @property
    def min_interval_text(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the engine needs of one treatment. ``entered`` orders the events of one day that have no time."""

    kind: Kind
    on: date
    at: time | None = None
    entered: int = 0
    product: str | None = None
    setting: Setting | None = None
    device: str | None = None
    is_touch_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule that found an earlier event on ``after``, ``days`` before the day judged; the days that it asks for.

    ``strength`` and ``source`` are those of the days: the product's where the rule takes its days from the product.
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

    @property
    def status(self) -> Status:
        """Return this rule's own verdict; DUE where it is clear."""
        if self.is_clear:
            return Status.DUE
        return Status.TOO_SOON if self.days < self.minimum else Status.EARLY

    @property
    def is_own(self) -> bool:
        """Return whether the rule goes from a treatment to the same treatment."""
        return self.rule.after is self.rule.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on ``treatment`` on the day ``on``. ``reasons``: every rule that found an event, the deciding one first."""

    treatment: Kind
    on: date
    status: Status
    last: date | None
    earliest: date | None
    recommended: date | None
    lapsed: date | None
    reasons: tuple[Reason, ...]

    @property
    def own(self) -> Reason | None:
        """Return the reason from the same treatment, None where there is no earlier one."""
        return next((reason for reason in self.reasons if reason.is_own), None)

    @property
    def picture(self) -> Picture:
        """Return which picture of the design shows this judgement."""
        if self.status is Status.DUE:
            return Picture.OPEN
        if self.status is Status.LAPSED:
            return Picture.PAST
        if self.status is Status.READY:
            return Picture.NO_PLAN
        own = self.own
        return Picture.WAIT if own is not None and not own.is_clear else Picture.HELD
