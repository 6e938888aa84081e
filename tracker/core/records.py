"""Records as they are read: frozen, whole, free of the database. Dates are local calendar days without a zone."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.core.scales import BEST10, DIRECTIONS


class Kind(StrEnum):
    """What an entry is; the values are the ``event`` words of the history file."""

    BOTOX = "botox"
    MICRODERMABRASION = "microdermabrasion"
    RATING = "rating"
    OTHER_EVENT = "other_event"


TREATMENTS = (Kind.BOTOX, Kind.MICRODERMABRASION)


class Setting(StrEnum):
    """Where a session took place."""

    CLINIC = "clinic"
    HOME = "home"


class Rater(StrEnum):
    """Who rated."""

    SELF = "self"
    PRACTITIONER = "practitioner"


class Gender(StrEnum):
    """Administrative gender, in the words of FHIR."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """As much of a person as a list of very many shows and is narrowed down by. ``tags`` are the practice's own words.

    It never equals a whole `Person`: whoever compares people compares their ids.
    """

    id: UUID
    name: str
    sort_name: str | None = None
    client_number: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Named):
    """One person. ``skin_type`` is Fitzpatrick 1 to 6; ``cautions`` are codes of the catalogue.

    ``private_note`` leaves the program only where it is asked for by name. A goal is the score, 0 to 10, that the
    person would like to reach.
    """

    birth_date: date | None = None
    phone: str | None = None
    email: str | None = None
    skin_type: int | None = None
    cautions: tuple[str, ...] = ()
    allergies: str | None = None
    notes: str | None = None
    is_archived: bool = False
    gender: Gender | None = None
    private_note: str | None = None
    goal_texture: int | None = None
    goal_wrinkles: int | None = None

    @property
    def goals(self) -> dict[str, int]:
        """Return the goals that are set, by concern."""
        goals = {"texture": self.goal_texture, "wrinkles": self.goal_wrinkles}
        return {concern: goal for concern, goal in goals.items() if goal is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryBase:
    """What every entry has. ``entered`` orders the entries of one day: higher was entered later.

    A signed entry has the moment (UTC) and the name of who signed it, and changes only by amendment.
    """

    id: UUID
    person_id: UUID
    on: date
    at: time | None = None
    note: str | None = None
    entered: int = 0
    private_note: str | None = None
    signed_at: datetime | None = None
    signed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentBase(EntryBase):
    """What every treatment has. ``override_reason`` is the note given when a firm spacing rule was overridden.

    ``downtime_days`` are the days on which the skin kept the person from their usual day.
    """

    provider: str | None = None
    cost: Decimal | None = None
    currency: str | None = None
    override_reason: str | None = None
    downtime_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Microdermabrasion(TreatmentBase):
    """One session; codes as in the catalogue.

    ``vacuum`` is in ``vacuum_unit``, as it was entered; ``minutes`` is how long it took; ``reaction`` is 0 to 4.
    """

    setting: Setting | None = None
    device: str | None = None
    grit: str | None = None
    vacuum: Decimal | None = None
    vacuum_unit: str | None = None
    passes: int | None = None
    minutes: int | None = None
    areas: tuple[str, ...] = ()
    reaction: int | None = None
    products_after: str | None = None

    @property
    def kind(self) -> Kind:
        return Kind.MICRODERMABRASION


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectionPoint:
    """Units at one site of the catalogue, or at a free point (``x``, ``y`` in the units of the face drawing)."""

    units: Decimal
    site: str | None = None
    x: Decimal | None = None
    y: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Botox(TreatmentBase):
    """One botulinum toxin treatment. ``units`` is the total in tenths, the sum of ``points`` where there are any.

    Units of different products are never added up and never converted. ``expires`` is ``YYYY-MM`` or ``YYYY-MM-DD``.
    ``touch_up_of`` is the treatment that a touch-up belongs to, None where it is not in the record.
    """

    product: str
    units: Decimal | None = None
    points: tuple[InjectionPoint, ...] = ()
    dilution_ml: Decimal | None = None
    lot: str | None = None
    expires: str | None = None
    is_touch_up: bool = False
    touch_up_of: UUID | None = None

    @property
    def kind(self) -> Kind:
        return Kind.BOTOX


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTreatment:
    """A treatment that is planned and has not been given. ``entered`` orders plans and entries of one day."""

    id: UUID
    person_id: UUID
    kind: Kind
    on: date
    at: time | None = None
    is_touch_up: bool = False
    note: str | None = None
    entered: int = 0


CONCERNS = ("texture", "wrinkles", "tone", "fine_lines", "acne_scars", "sun_damage", "dullness")
"""All concerns that can be rated, in the order of the history file; texture and wrinkles are the two main scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(EntryBase):
    """One rating. Each score is 0 to 10, 10 best; None was not rated. The scale's id, version and direction are kept
    with it.

    ``wrinkles_original`` is the number of an imported file in which a high number meant more lines. ``provider`` is the
    practitioner who rated, or in whose practice the person rated.
    """

    rater: Rater | None = None
    provider: str | None = None
    texture: int | None = None
    wrinkles: int | None = None
    tone: int | None = None
    fine_lines: int | None = None
    acne_scars: int | None = None
    sun_damage: int | None = None
    dullness: int | None = None
    scale_id: str = BEST10
    scale_version: int = 1
    scale_direction: str = DIRECTIONS[0]
    prior_shown: bool = False
    wrinkles_original: int | None = None

    @property
    def kind(self) -> Kind:
        return Kind.RATING

    def score(self, concern: str) -> int | None:
        """Return the score of one of `CONCERNS`, None where it was not rated."""
        value: int | None = getattr(self, concern)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEvent(EntryBase):
    """Something else that may show in the skin: a note, another treatment, sun. It takes no part in any spacing rule.

    ``event`` is a code of the catalogue; ``until`` is the last day of what went on for longer than the day ``on``.
    """

    event: str
    until: date | None = None
    provider: str | None = None

    @property
    def kind(self) -> Kind:
        return Kind.OTHER_EVENT


Treatment = Microdermabrasion | Botox
Entry = Microdermabrasion | Botox | Rating | OtherEvent
