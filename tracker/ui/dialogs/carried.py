"""What an entry takes over from an earlier one: the setting of the treatment, never what was observed or said of it."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft

T = TypeVar("T", MicrodermabrasionDraft, BotoxDraft)


def session_like(former: MicrodermabrasionDraft, on: date) -> MicrodermabrasionDraft:
    """Return a session on ``on`` with device, areas and place of ``former``; the reaction is seen anew each time."""
    return replace(_bare(former), on=on, reaction=None)


def botox_like(former: BotoxDraft, on: date) -> BotoxDraft:
    """Return a main treatment on ``on`` with product, points, vial and practitioner of ``former``."""
    return replace(
        _bare(former),
        on=on,
        is_touch_up=False,
        touch_up_of=None,
        # The total of points is their sum, not a value of its own.
        units=None if former.points else former.units,
        points=[replace(point) for point in former.points],
    )


def session_by(former: MicrodermabrasionDraft, on: date) -> MicrodermabrasionDraft:
    """Return a session on ``on`` as its practitioner last gave one, to somebody else: never that person's areas."""
    return replace(session_like(former, on), areas=(), cost=None, currency="")


def vial_of(former: BotoxDraft) -> BotoxDraft:
    """Return product, lot, expiry and dilution of ``former``, given to somebody else: never that person's units."""
    return BotoxDraft(
        product=former.product,
        lot=former.lot,
        expires=former.expires,
        dilution_ml=former.dilution_ml,
        provider=former.provider,
    )


def copy_on(former: T, on: date) -> T:
    """Return ``former`` on another day, for a duplicate, without what was said of its own day alone."""
    return replace(former, on=on, at=None, override_reason="", private_note="", downtime_days=None)


def _bare(former: T) -> T:
    return replace(former, at=None, note="", override_reason="", private_note="", downtime_days=None)
