"""Random histories for the spacing engine: events, places, times, own intervals, close to the edges of the rules."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import uuid4

from hypothesis import strategies as st

from tracker.core.events import Event
from tracker.core.intervals import Days, Intervals, OwnInterval
from tracker.core.records import TREATMENTS, Kind, Setting

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
PRODUCTS = ("botox_cosmetic", "botox_uk", "dysport", "daxxify", "relfydess", "alluzience", "other")
DEVICES = (None, "crystal", "diamond", "hydradermabrasion", "other")
AREAS = (
    (),
    ("full_face",),
    ("forehead", "nose"),
    ("cheeks", "neck"),
    ("neck",),
    ("hands",),
    ("back", "chest"),
    ("hands", "other"),
)
SITES = (
    (),
    ("procerus",),
    ("frontalis-centre", "corrugator-medial-r"),
    ("masseter-upper-l", "dao-r"),
    ("mentalis-r", "platysma-lower-l"),
    ("platysma-upper-r",),
    ("canthal-upper-r", ""),
)
PLACES = (*AREAS, *SITES)
GAPS = (0, 0, 0, 1, 2, 3, 5, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 35, 59, 60, 83, 84, 89, 90, 91, 120, 121, 168, 200)
RULES = (
    ("botox-touch-up", None),
    ("botox-microdermabrasion", None),
    ("microdermabrasion-botox", None),
    ("microdermabrasion-clinic", None),
    ("microdermabrasion-home", None),
    ("hydradermabrasion", None),
    ("botox-botox", "botox_cosmetic"),
    ("botox-botox", "other"),
)
NEVER_LAPSES = ("botox-microdermabrasion", "microdermabrasion-botox")

treatments = st.sampled_from(TREATMENTS)
wall_times = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
_few_times = st.sampled_from((None, None, time(9), time(10), time(16)))
_units = st.none() | st.integers(0, 4_200).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def events(
    draw: st.DrawFn, on: date, times: st.SearchStrategy[time | None] = wall_times, kind: Kind | None = None
) -> Event:
    """Return one event on the day ``on``, of ``kind`` where it is given."""
    if (kind or draw(treatments)) is Kind.BOTOX:
        return Event(
            kind=Kind.BOTOX,
            on=on,
            at=draw(times),
            product=draw(st.sampled_from((None, *PRODUCTS))),
            is_touch_up=draw(st.booleans()),
            places=draw(st.sampled_from(SITES)),
            units=draw(_units),
        )
    return Event(
        kind=Kind.MICRODERMABRASION,
        on=on,
        at=draw(times),
        setting=draw(st.sampled_from((None, *Setting))),
        device=draw(st.sampled_from(DEVICES)),
        places=draw(st.sampled_from(AREAS)),
    )


@st.composite
def histories(draw: st.DrawFn, least: int = 0) -> list[Event]:
    """Return up to ten events within a year, each on a day of its own, oldest first and entered in that order."""
    start = draw(st.dates(FIRST, LAST - timedelta(800)))
    days = sorted(draw(st.sets(st.integers(0, 365), min_size=least, max_size=10)))
    return [replace(draw(events(start + timedelta(day))), entered=number) for number, day in enumerate(days)]


@st.composite
def crowded_histories(draw: st.DrawFn) -> list[Event]:
    """Return up to nine events, several on one day, some planned, entered in any order; gaps lie at edges of rules."""
    on = draw(st.dates(FIRST, LAST - timedelta(2_000)))
    gaps = draw(st.lists(st.sampled_from(GAPS), min_size=1, max_size=9))
    numbers = draw(st.permutations(range(len(gaps))))
    crowd: list[Event] = []
    for gap, number in zip(gaps, numbers, strict=True):
        on += timedelta(gap)
        crowd.append(replace(draw(events(on, _few_times)), entered=number, is_planned=draw(st.booleans())))
    return crowd


@st.composite
def own_intervals(draw: st.DrawFn) -> Intervals:
    """Return what a person may have changed, each rule at most once."""
    changed: list[OwnInterval] = []
    for rule, product in draw(st.lists(st.sampled_from(RULES), unique=True, max_size=4)):
        days = draw(_days(has_lapsed=rule not in NEVER_LAPSES))
        changed.append(
            OwnInterval(
                id=uuid4(),
                person_id=None,
                rule=rule,
                product=product,
                minimum=days.minimum,
                recommended=days.recommended,
                lapsed=days.lapsed,
                is_off=draw(st.sampled_from((False, False, False, True))),
            )
        )
    return Intervals(changed, counts_from_main=draw(st.booleans()))


@st.composite
def _days(draw: st.DrawFn, *, has_lapsed: bool) -> Days:
    minimum = draw(st.sampled_from((0, 1, 2, 7, 14, 90)))
    recommended = minimum + draw(st.sampled_from((0, 1, 7, 60)))
    return Days(minimum, recommended, recommended + draw(st.sampled_from((1, 14, 30))) if has_lapsed else None)
