"""A botox treatment as typed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts.entry import TreatmentDraftBase
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import (
    MaybeNumber,
    is_expiry,
    known,
    line,
    number,
    plain_number,
    surely,
    text,
    to_the_minute,
)
from tracker.core.errors import Problem
from tracker.core.records import Botox, InjectionPoint, Kind


@dataclass(slots=True, kw_only=True)
class PointDraft:
    """Units at a site (``site``), or at a free point (``x``, ``y``)."""

    units: MaybeNumber
    site: str | None = None
    x: Decimal | None = None
    y: Decimal | None = None

    @property
    def is_somewhere(self) -> bool:
        """Return whether a site is named, or both coordinates are."""
        return (self.x is None) == (self.y is None) and (self.site is not None or self.x is not None)


@dataclass(slots=True, kw_only=True)
class BotoxDraft(TreatmentDraftBase):
    """A botox treatment being logged or edited. The product is asked, never assumed."""

    product: str | None = None
    units: MaybeNumber = None
    points: list[PointDraft] = field(default_factory=list)
    dilution_ml: MaybeNumber = None
    lot: str = ""
    expires: str = ""
    is_touch_up: bool = False
    touch_up_of: UUID | None = None

    @property
    def kind(self) -> Kind:
        return Kind.BOTOX

    @classmethod
    def of(cls, botox: Botox) -> "BotoxDraft":
        """Return a draft that holds what ``botox`` holds."""
        return cls(
            on=botox.on,
            at=botox.at,
            note=botox.note or "",
            provider=botox.provider or "",
            cost=botox.cost,
            currency=botox.currency or "",
            override_reason=botox.override_reason or "",
            private_note=botox.private_note or "",
            downtime_days=botox.downtime_days,
            product=botox.product,
            units=botox.units,
            points=[PointDraft(units=p.units, site=p.site, x=p.x, y=p.y) for p in botox.points],
            dilution_ml=botox.dilution_ml,
            lot=botox.lot or "",
            expires=botox.expires or "",
            is_touch_up=botox.is_touch_up,
            touch_up_of=botox.touch_up_of,
        )

    def points_total(self) -> Decimal | None:
        """Return the sum of the readable units of all points, None where there is no point."""
        units = [point.units for point in self.points if isinstance(point.units, Decimal)]
        return sum(units, Decimal(0)) if units else None

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        self._treatment_problems(found, today)
        if self.product is None:
            found.add("product", "required")
        found.word("product", self.product, catalog.products)
        self._point_problems(found, catalog)
        self._total_problems(found)
        found.number("dilution_ml", self.dilution_ml)
        found.line("lot", self.lot)
        expires = self.expires.strip()
        if expires and not is_expiry(expires):
            found.add("expires", "not_a_date", expires)
        return found.all()

    def _point_problems(self, found: Problems, catalog: Catalog) -> None:
        for site, times in Counter(point.site for point in self.points if point.site is not None).items():
            if site not in catalog.sites:
                found.add("points", "unknown_site", site)
            if times > 1:
                found.add("points", "site_twice", site)
        for point in self.points:
            if point.units is None or not point.is_somewhere:
                found.add("points", "required", point.site or "")
            found.tenths("points", point.units)
            found.number("points", point.x)
            found.number("points", point.y)

    def _total_problems(self, found: Problems) -> None:
        found.tenths("units", self.units)
        total = self.points_total()
        if total is None or not all(isinstance(point.units, Decimal) for point in self.points):
            return
        if self.units is None:
            found.number("units", total)
        elif isinstance(self.units, Decimal) and self.units != total:
            found.add("units", "total_differs", plain_number(total))

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> Botox:
        """Return the treatment, its total the sum of its points where it has any. Only for a draft without problems."""
        points = tuple(
            InjectionPoint(units=units, site=point.site, x=point.x, y=point.y)
            for point in self.points
            if (units := number(point.units)) is not None
        )
        total = self.points_total()
        return Botox(
            id=entry_id,
            person_id=person_id,
            entered=entered,
            on=surely(self.on),
            at=to_the_minute(self.at),
            note=text(self.note),
            provider=line(self.provider),
            cost=number(self.cost),
            currency=self.currency_code,
            override_reason=text(self.override_reason),
            private_note=text(self.private_note),
            downtime_days=known(self.downtime_days),
            product=self.product or "",
            units=number(self.units if total is None else total),
            points=points,
            dilution_ml=number(self.dilution_ml),
            lot=line(self.lot),
            expires=line(self.expires),
            is_touch_up=self.is_touch_up,
            touch_up_of=self.touch_up_of if self.is_touch_up else None,
        )
