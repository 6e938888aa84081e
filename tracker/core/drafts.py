"""Drafts: what a person types, before it is a record. ``problems()`` says what is wrong, field by field.

A field whose text could not be read holds `Unreadable`, so that nothing typed is lost and the problem stands beside it.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.errors import Problem
from tracker.core.records import (
    CONCERNS,
    Botox,
    Entry,
    InjectionPoint,
    Kind,
    Microdermabrasion,
    Person,
    Rater,
    Rating,
    Setting,
)
from tracker.core.scales import HIGHEST, LOWEST

EARLIEST_DAY = date(1900, 1, 1)
LONGEST_LINE = 500
LONGEST_NOTE = 100_000
SHORTEST_REASON = 3
TENTH = Decimal("0.1")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Text that is no number, date or time; ``code`` is the problem code that says so."""

    text: str
    code: str


MaybeDay = date | Unreadable | None
MaybeTime = time | Unreadable | None
MaybeNumber = Decimal | Unreadable | None
MaybeWhole = int | Unreadable | None


@dataclass(slots=True, kw_only=True)
class PersonDraft:
    """A person being added or edited."""

    name: str = ""
    sort_name: str = ""
    client_number: str = ""
    birth_date: MaybeDay = None
    phone: str = ""
    email: str = ""
    skin_type: int | None = None
    cautions: tuple[str, ...] = ()
    allergies: str = ""
    notes: str = ""
    is_archived: bool = False

    @classmethod
    def of(cls, person: Person) -> "PersonDraft":
        """Return a draft that holds what ``person`` holds."""
        return cls(
            name=person.name,
            sort_name=person.sort_name or "",
            client_number=person.client_number or "",
            birth_date=person.birth_date,
            phone=person.phone or "",
            email=person.email or "",
            skin_type=person.skin_type,
            cautions=person.cautions,
            allergies=person.allergies or "",
            notes=person.notes or "",
            is_archived=person.is_archived,
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = _Problems()
        if not self.name.strip():
            found.add("name", "required")
        for name in ("name", "sort_name", "client_number", "phone", "email"):
            found.line(name, getattr(self, name))
        for name in ("allergies", "notes"):
            found.text(name, getattr(self, name))
        found.day("birth_date", self.birth_date, today)
        if self.skin_type is not None and not 1 <= self.skin_type <= 6:
            found.add("skin_type", "out_of_range", "1 6")
        found.words("cautions", self.cautions, catalog.cautions)
        return found.all()

    def record(self, person_id: UUID) -> Person:
        """Return the person. Only for a draft without problems."""
        return Person(
            id=person_id,
            name=self.name.strip(),
            sort_name=_line(self.sort_name),
            client_number=_line(self.client_number),
            birth_date=_known(self.birth_date),
            phone=_line(self.phone),
            email=_line(self.email),
            skin_type=self.skin_type,
            cautions=self.cautions,
            allergies=_text(self.allergies),
            notes=_text(self.notes),
            is_archived=self.is_archived,
        )


@dataclass(slots=True, kw_only=True)
class EntryDraftBase:
    """Fields of every entry being logged or edited."""

    on: MaybeDay = None
    at: MaybeTime = None
    note: str = ""

    def _common_problems(self, found: "_Problems", today: date) -> None:
        if self.on is None:
            found.add("on", "required")
        found.day("on", self.on, today)
        if isinstance(self.at, Unreadable):
            found.add("at", self.at.code, self.at.text)
        found.text("note", self.note)


@dataclass(slots=True, kw_only=True)
class TreatmentDraftBase(EntryDraftBase):
    """Fields of every treatment. ``override_reason`` is asked for where a firm spacing rule is broken."""

    provider: str = ""
    cost: MaybeNumber = None
    currency: str = ""
    override_reason: str = ""

    def _treatment_problems(self, found: "_Problems", today: date) -> None:
        self._common_problems(found, today)
        found.line("provider", self.provider)
        found.number("cost", self.cost)
        currency = self.currency.strip()
        if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
            found.add("currency", "unknown_word", currency)
        found.text("override_reason", self.override_reason)


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
        found = _Problems()
        self._treatment_problems(found, today)
        found.word("device", self.device, catalog.devices)
        found.line("grit", self.grit)
        found.number("vacuum", self.vacuum)
        found.word("vacuum_unit", self.vacuum_unit, catalog.vacuum_units)
        if self.vacuum is not None and self.vacuum_unit is None:
            found.add("vacuum_unit", "required")
        found.whole("passes", self.passes, 0, 1_000)
        found.whole("minutes", self.minutes, 0, 1_440)
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
            on=_surely(self.on),
            at=_known(self.at),
            note=_text(self.note),
            provider=_line(self.provider),
            cost=_number(self.cost),
            currency=_currency(self.currency),
            override_reason=_text(self.override_reason),
            setting=self.setting,
            device=self.device,
            grit=_line(self.grit),
            vacuum=_number(self.vacuum),
            vacuum_unit=self.vacuum_unit,
            passes=_known(self.passes),
            minutes=_known(self.minutes),
            areas=self.areas,
            reaction=_known(self.reaction),
            products_after=_text(self.products_after),
        )


@dataclass(slots=True, kw_only=True)
class PointDraft:
    """Units at a site (``site``), or at a free point (``x``, ``y``)."""

    units: MaybeNumber
    site: str | None = None
    x: Decimal | None = None
    y: Decimal | None = None


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
        found = _Problems()
        self._treatment_problems(found, today)
        if self.product is None:
            found.add("product", "required")
        found.word("product", self.product, catalog.products)
        found.tenths("units", self.units)
        self._point_problems(found, catalog)
        found.number("dilution_ml", self.dilution_ml)
        found.line("lot", self.lot)
        if self.expires.strip() and not is_expiry(self.expires.strip()):
            found.add("expires", "not_a_date", self.expires)
        return found.all()

    def _point_problems(self, found: "_Problems", catalog: Catalog) -> None:
        seen: set[str] = set()
        for point in self.points:
            found.tenths("points", point.units)
            if point.site is None:
                continue
            if point.site not in catalog.sites:
                found.add("points", "unknown_site", point.site)
            if point.site in seen:
                found.add("points", "site_twice", point.site)
            seen.add(point.site)
        total = self.points_total()
        if total is not None and isinstance(self.units, Decimal) and self.units != total:
            found.add("units", "total_differs", plain_number(total))

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> Botox:
        """Return the treatment, its total the sum of its points where it has any. Only for a draft without problems."""
        points = tuple(
            InjectionPoint(units=units, site=point.site, x=point.x, y=point.y)
            for point in self.points
            if (units := _number(point.units)) is not None
        )
        total = self.points_total()
        return Botox(
            id=entry_id,
            person_id=person_id,
            entered=entered,
            on=_surely(self.on),
            at=_known(self.at),
            note=_text(self.note),
            provider=_line(self.provider),
            cost=_number(self.cost),
            currency=_currency(self.currency),
            override_reason=_text(self.override_reason),
            product=self.product or "",
            units=_number(self.units) if total is None else total,
            points=points,
            dilution_ml=_number(self.dilution_ml),
            lot=_line(self.lot),
            expires=_line(self.expires),
            is_touch_up=self.is_touch_up,
            touch_up_of=self.touch_up_of if self.is_touch_up else None,
        )


@dataclass(slots=True, kw_only=True)
class RatingDraft(EntryDraftBase):
    """A rating being made or edited. ``scores`` maps concerns to 0 to 10; a concern not rated is absent, never 0."""

    rater: Rater | None = Rater.SELF
    scores: dict[str, MaybeWhole] = field(default_factory=dict)
    scale_id: str = "best10-v1"
    prior_shown: bool = False
    wrinkles_original: int | None = None

    @property
    def kind(self) -> Kind:
        return Kind.RATING

    @classmethod
    def of(cls, rating: Rating) -> "RatingDraft":
        """Return a draft that holds what ``rating`` holds."""
        return cls(
            on=rating.on,
            at=rating.at,
            note=rating.note or "",
            rater=rating.rater,
            scores={c: score for c in CONCERNS if (score := rating.score(c)) is not None},
            scale_id=rating.scale_id,
            prior_shown=rating.prior_shown,
            wrinkles_original=rating.wrinkles_original,
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = _Problems()
        self._common_problems(found, today)
        if self.scale_id not in catalog.scales:
            found.add("scale_id", "unknown_word", self.scale_id)
        for concern, score in self.scores.items():
            if concern not in CONCERNS:
                found.add("scores", "unknown_word", concern)
            found.whole(concern, score, LOWEST, HIGHEST)
        if all(score is None for score in self.scores.values()):
            found.add("scores", "needs_score")
        return found.all()

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> Rating:
        """Return the rating. Only for a draft without problems."""
        scores = {concern: _known(self.scores.get(concern)) for concern in CONCERNS}
        return Rating(
            id=entry_id,
            person_id=person_id,
            entered=entered,
            on=_surely(self.on),
            at=_known(self.at),
            note=_text(self.note),
            rater=self.rater,
            scale_id=self.scale_id,
            prior_shown=self.prior_shown,
            wrinkles_original=self.wrinkles_original,
            **scores,
        )


TreatmentDraft = MicrodermabrasionDraft | BotoxDraft
EntryDraft = MicrodermabrasionDraft | BotoxDraft | RatingDraft


def draft_of(entry: Entry) -> EntryDraft:
    """Return a draft that holds what ``entry`` holds."""
    if isinstance(entry, Microdermabrasion):
        return MicrodermabrasionDraft.of(entry)
    if isinstance(entry, Botox):
        return BotoxDraft.of(entry)
    return RatingDraft.of(entry)


def is_expiry(text: str) -> bool:
    """Return whether ``text`` is a month (``YYYY-MM``) or a day (``YYYY-MM-DD``) of the calendar."""
    if len(text) not in (7, 10) or not text.isascii():
        return False
    try:
        date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return False
    return True


def plain_number(value: Decimal) -> str:
    """Return ``value`` with a point, no exponent and no trailing zeros: ``4``, ``2.5``."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class _Problems:
    """Collects the problems of one draft."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def all(self) -> tuple[Problem, ...]:
        return tuple(self._found)

    def add(self, name: str, code: str, detail: str = "") -> None:
        self._found.append(Problem(name, code, detail))

    def text(self, name: str, value: str, longest: int = LONGEST_NOTE) -> None:
        if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in value):
            self.add(name, "bad_text")
        if len(value) > longest:
            self.add(name, "too_long", str(longest))

    def line(self, name: str, value: str) -> None:
        self.text(name, value, LONGEST_LINE)

    def day(self, name: str, value: MaybeDay, today: date) -> None:
        if isinstance(value, Unreadable):
            self.add(name, value.code, value.text)
        elif value is not None and value > today:
            self.add(name, "in_future", value.isoformat())
        elif value is not None and value < EARLIEST_DAY:
            self.add(name, "before_1900", value.isoformat())

    def number(self, name: str, value: MaybeNumber) -> None:
        if isinstance(value, Unreadable):
            self.add(name, value.code, value.text)
        elif value is not None and value < 0:
            self.add(name, "negative", plain_number(value))
        elif value is not None and (value >= 1_000_000_000 or -_exponent(value) > 6):
            self.add(name, "out_of_range", "0 1000000000")

    def tenths(self, name: str, value: MaybeNumber) -> None:
        self.number(name, value)
        if isinstance(value, Decimal) and value % TENTH != 0:
            self.add(name, "finer_than_tenth", plain_number(value))

    def whole(self, name: str, value: MaybeWhole, lowest: int, highest: int) -> None:
        if isinstance(value, Unreadable):
            self.add(name, value.code, value.text)
        elif value is not None and not lowest <= value <= highest:
            code = "negative" if value < 0 else "out_of_range"
            self.add(name, code, f"{lowest} {highest}")

    def word(self, name: str, value: str | None, known: Container[str]) -> None:
        if value is not None:
            self.words(name, (value,), known)

    def words(self, name: str, values: tuple[str, ...], known: Container[str]) -> None:
        for value in values:
            if value not in known:
                self.add(name, "unknown_word", value)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _known(value: T | Unreadable | None) -> T | None:
    return None if isinstance(value, Unreadable) else value


def _surely(value: MaybeDay) -> date:
    if not isinstance(value, date):
        raise ValueError("a draft without a readable day cannot become a record")
    return value


def _number(value: MaybeNumber) -> Decimal | None:
    known = _known(value)
    return None if known is None else Decimal(plain_number(known))


def _line(value: str) -> str | None:
    return value.strip() or None


def _text(value: str) -> str | None:
    return value if value.strip() else None


def _currency(value: str) -> str | None:
    return value.strip().upper() or None
