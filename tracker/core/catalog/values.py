"""The values that the catalogue holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.core.adverse_events import RedFlag
from tracker.core.judgement import Rule
from tracker.core.records import Kind
from tracker.core.regions import Regions
from tracker.core.scales import Scale


@dataclass(frozen=True, slots=True)
class Product:
    """One botulinum toxin product. Days come from its label or trials, as ``strength`` and ``source`` say.

    ``label_totals`` are the label's units for a group of sites, the highest where it names a range. ``step_units``, by
    which a key or a click adds, and ``point_question_units``, above which a point is asked about, are a design choice
    of this program without clinical authority; a product without the latter is never asked about. ``duration_days`` is
    how long its effect usually lasts, as ``duration_source`` says; None, and empty, where no figure is known.
    """

    code: str
    brand: str
    inn: str
    family: str
    unit_label: str
    min_interval_days: int
    rec_days: int
    lapsed_days: int
    min_interval_text: str
    label_totals: tuple[tuple[str, Decimal], ...]
    step_units: Decimal
    point_question_units: Decimal | None
    duration_days: int | None
    duration_source: str
    strength: str
    source: str


@dataclass(frozen=True, slots=True)
class Site:
    """One injection site. ``side`` is the person's own side; ``x``, ``y`` are in units of the face drawing.

    ``areas`` are those of a session in which it lies.
    ``strength`` and ``source`` say how the muscles of its group come to be injected.
    """

    id: str
    side: str
    name: str
    muscle: str
    group: str
    areas: tuple[str, ...]
    x: Decimal
    y: Decimal
    strength: str
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a list: its code in files, its name for people, its source and strength.

    ``group`` and ``description`` are what the list makes of them: a region, the treatments concerned, a note.
    """

    code: str
    name: str
    source: str
    strength: str
    group: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class AdverseTerm:
    """A word for what can happen after one of ``treatments``. ``red_flag`` is the fixed text that it opens.

    ``said_as`` are other ways to say it, each some words in any order; a star stands for any further letters,
    and after an equals sign they name it only where nothing else is said.
    """

    code: str
    name: str
    treatments: tuple[Kind, ...]
    red_flag: RedFlag | None
    said_as: tuple[str, ...]
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """All lists, each keyed by code in the order of its file. ``reactions`` is keyed by the grade as text."""

    products: Mapping[str, Product]
    sites: Mapping[str, Site]
    areas: Mapping[str, Term]
    devices: Mapping[str, Term]
    vacuum_units: Mapping[str, Term]
    reactions: Mapping[str, Term]
    cautions: Mapping[str, Term]
    adverse_events: Mapping[str, AdverseTerm]
    other_events: Mapping[str, Term]
    scales: Mapping[str, Scale]
    rules: Mapping[str, Rule]

    @property
    def scale(self) -> Scale:
        """Return the scale on which new ratings are made: the last of the file."""
        return list(self.scales.values())[-1]

    @property
    def regions(self) -> Regions:
        """Return where the areas and the injection sites lie."""
        return Regions(
            {code: area.group for code, area in self.areas.items()},
            {site.id: site.areas for site in self.sites.values()},
        )
