"""A microdermabrasion session as typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts.entry import TreatmentDraftBase
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeNumber, MaybeWhole, known, line, number, once, surely, text, to_the_minute
from tracker.core.errors import Problem
from tracker.core.records import Kind, Microdermabrasion, Setting

MOST_PASSES = 1_000
MOST_MINUTES = 1_440


@dataclass(slots=True, kw_only=True)
class MicrodermabrasionDraft(TreatmentDraftBase):
    """A microdermabrasion session being logged or edited."""

    setting: Setting | None = None
    device: str | None = None
    grit: str = ""
    vacuum: MaybeNumber = None
    vacuum_unit: str | None = None
    passes: MaybeWhole = None
    minutes: MaybeWhole = None
    areas: tuple[str, ...] = ()
    reaction: MaybeWhole = None
    products_after: str = ""

    @property
    def kind(self) -> Kind:
        return Kind.MICRODERMABRASION

    @classmethod
    def of(cls, session: Microdermabrasion) -> "MicrodermabrasionDraft":
        """Return a draft that holds what ``session`` holds."""
        return cls(
            on=session.on,
            at=session.at,
            note=session.note or "",
            provider=session.provider or "",
            cost=session.cost,
            currency=session.currency or "",
            override_reason=session.override_reason or "",
            private_note=session.private_note or "",
            downtime_days=session.downtime_days,
            setting=session.setting,
            device=session.device,
            grit=session.grit or "",
            vacuum=session.vacuum,
            vacuum_unit=session.vacuum_unit,
            passes=session.passes,
            minutes=session.minutes,
            areas=session.areas,
            reaction=session.reaction,
            products_after=session.products_after or "",
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        self._treatment_problems(found, today)
        found.word("device", self.device, catalog.devices)
        found.line("grit", self.grit)
        found.number("vacuum", self.vacuum)
        found.word("vacuum_unit", self.vacuum_unit, catalog.vacuum_units)
        found.whole("passes", self.passes, 0, MOST_PASSES)
        found.whole("minutes", self.minutes, 0, MOST_MINUTES)
        found.words("areas", self.areas, catalog.areas)
        found.whole("reaction", self.reaction, 0, len(catalog.reactions) - 1)
        found.text("products_after", self.products_after)
        return found.all()

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> Microdermabrasion:
        """Return the session. Only for a draft without problems."""
        return Microdermabrasion(
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
            setting=self.setting,
            device=self.device,
            grit=line(self.grit),
            vacuum=number(self.vacuum),
            vacuum_unit=self.vacuum_unit,
            passes=known(self.passes),
            minutes=known(self.minutes),
            areas=once(self.areas),
            reaction=known(self.reaction),
            products_after=text(self.products_after),
        )
