"""Invented people and entries, for tests of the store and the services."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from support import TODAY

from tracker.core.drafts import (
    BotoxDraft,
    MicrodermabrasionDraft,
    OtherEventDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
)
from tracker.core.records import CONCERNS, Rater, Setting

REASON = "asked for by the person"
SITES = ("procerus", "corrugator-medial-r", "corrugator-medial-l")
PRODUCTS = ("botox_cosmetic", "dysport", "daxxify", "relfydess", "other")
AREAS = ("full_face", "forehead", "nose", "neck", "hands")


def person(**changes: Any) -> PersonDraft:
    """Return somebody with every field filled in."""
    fields: dict[str, Any] = {
        "name": "Zoë Ångström 🌿",
        "sort_name": "Angstrom, Zoe",
        "client_number": "C-17",
        "birth_date": date(1984, 2, 29),
        "phone": "+00 000 000",
        "email": "zoe@example.org",
        "skin_type": 3,
        "cautions": ("cold_sores", "retinoid"),
        "allergies": "latex\nnickel",
        "notes": "prefers mornings",
        "goal_texture": 8,
        "goal_wrinkles": 7,
    }
    return PersonDraft(**{**fields, **changes})


def session(on: date = TODAY - timedelta(60), **changes: Any) -> MicrodermabrasionDraft:
    """Return a microdermabrasion session with every field filled in."""
    fields: dict[str, Any] = {
        "on": on,
        "at": time(9, 30),
        "note": "a little red at first",
        "provider": "B. Example",
        "cost": Decimal("79.90"),
        "currency": "EUR",
        "override_reason": REASON,
        "setting": Setting.CLINIC,
        "device": "diamond",
        "grit": "120",
        "vacuum": Decimal("22.5"),
        "vacuum_unit": "kPa",
        "passes": 2,
        "minutes": 30,
        "areas": ("forehead", "nose"),
        "reaction": 1,
        "products_after": "sunscreen",
    }
    return MicrodermabrasionDraft(**{**fields, **changes})


def botox(on: date = TODAY - timedelta(120), **changes: Any) -> BotoxDraft:
    """Return a botox treatment with every field filled in."""
    fields: dict[str, Any] = {
        "on": on,
        "at": time(17, 5),
        "note": "five points",
        "provider": "Dr C. Example",
        "cost": Decimal(250),
        "currency": "CHF",
        "override_reason": REASON,
        "product": "dysport",
        "points": [
            PointDraft(units=Decimal("4.5"), site="procerus"),
            PointDraft(units=Decimal(8), x=Decimal(100), y=Decimal("200.25")),
        ],
        "dilution_ml": Decimal("2.5"),
        "lot": "A1",
        "expires": "2027-05",
    }
    return BotoxDraft(**{**fields, **changes})


def touch_up(on: date, **changes: Any) -> BotoxDraft:
    """Return a touch-up."""
    return botox(on, is_touch_up=True, **changes)


def rating(on: date = TODAY - timedelta(30), **changes: Any) -> RatingDraft:
    """Return a rating of every concern."""
    fields: dict[str, Any] = {
        "on": on,
        "at": time(7, 0),
        "note": "by daylight",
        "rater": Rater.SELF,
        "scores": {concern: place for place, concern in enumerate(CONCERNS)},
        "prior_shown": True,
    }
    return RatingDraft(**{**fields, **changes})


def other_event(on: date = TODAY - timedelta(40), **changes: Any) -> OtherEventDraft:
    """Return an event of several days with every field filled in."""
    fields: dict[str, Any] = {
        "on": on,
        "at": time(12, 0),
        "note": "two weeks by the sea",
        "event": "sun_exposure",
        "until": on + timedelta(13),
        "provider": "Dr C. Example",
    }
    return OtherEventDraft(**{**fields, **changes})


def note(on: date = TODAY - timedelta(40), text: str = "started retinol", **changes: Any) -> OtherEventDraft:
    """Return a note of one day."""
    return OtherEventDraft(**{"on": on, "event": "note", "note": text, **changes})


_DAYS = st.dates(TODAY - timedelta(400), TODAY)
_TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_TENTHS = st.integers(0, 9_999).map(lambda tenths: Decimal(tenths) / 10)
_NUMBERS = st.none() | st.decimals(0, 10_000, places=3)

PEOPLE = st.builds(
    PersonDraft,
    name=_TEXTS.filter(str.strip),
    sort_name=_TEXTS,
    birth_date=st.none() | st.dates(date(1900, 1, 1), TODAY),
    skin_type=st.none() | st.integers(1, 6),
    cautions=st.lists(st.sampled_from(("cold_sores", "retinoid", "pregnancy")), unique=True).map(tuple),
    notes=_TEXTS,
    is_archived=st.booleans(),
)
SESSIONS = st.builds(
    MicrodermabrasionDraft,
    on=_DAYS,
    at=_TIMES,
    note=_TEXTS,
    override_reason=st.just(REASON),
    cost=_NUMBERS,
    setting=st.none() | st.sampled_from(Setting),
    device=st.none() | st.sampled_from(("crystal", "hydradermabrasion")),
    vacuum=_NUMBERS,
    vacuum_unit=st.just("mmHg"),
    areas=st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    reaction=st.none() | st.integers(0, 4),
)
_POINTS = st.lists(
    st.builds(PointDraft, units=_TENTHS, site=st.sampled_from(SITES)), unique_by=lambda point: point.site
)
BOTOXES = st.builds(
    BotoxDraft,
    on=_DAYS,
    at=_TIMES,
    note=_TEXTS,
    override_reason=st.just(REASON),
    product=st.sampled_from(PRODUCTS),
    points=_POINTS,
    dilution_ml=_NUMBERS,
    lot=_TEXTS,
    is_touch_up=st.booleans(),
)
RATINGS = st.builds(
    RatingDraft,
    on=_DAYS,
    at=_TIMES,
    note=_TEXTS,
    rater=st.none() | st.sampled_from(Rater),
    scores=st.dictionaries(st.sampled_from(CONCERNS), st.integers(0, 10), min_size=1),
    prior_shown=st.booleans(),
)


@st.composite
def _drawn_events(draw: st.DrawFn) -> OtherEventDraft:
    on = draw(_DAYS)
    until = min(TODAY, on + timedelta(draw(st.integers(0, 30))))
    event = draw(st.sampled_from(("sun_exposure", "filler", "isotretinoin")))
    note, provider = draw(_TEXTS), draw(_TEXTS)
    return OtherEventDraft(on=on, at=draw(_TIMES), note=note, event=event, until=until, provider=provider)


OTHER_EVENTS = _drawn_events()
OF_KINDS = (SESSIONS, BOTOXES, RATINGS, OTHER_EVENTS)
"""Entries of each kind."""
ENTRIES = st.one_of(*OF_KINDS)
