"""What an entry takes over from an earlier one: the setting of the treatment, never what was observed or said of it."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft

T = TypeVar("T", MicrodermabrasionDraft, BotoxDraft)


def session_like(former: MicrodermabrasionDraft, on: date) -> MicrodermabrasionDraft:
    """Return a session on ``on`` with device, areas and place of ``former``; the reaction is seen anew each time."""
    return replace(former, on=on, at=None, note="", override_reason="", reaction=None)


def botox_like(former: BotoxDraft, on: date) -> BotoxDraft:
    """Return a main treatment on ``on`` with product, points, vial and practitioner of ``former``."""
    return replace(
        former,
        on=on,
        at=None,
        note="",
        override_reason="",
        is_touch_up=False,
        touch_up_of=None,
        # The total of points is their sum, not a value of its own.
        units=None if former.points else former.units,
        points=[replace(point) for point in former.points],
    )


def copy_on(former: T, on: date) -> T:
    """Return all of ``former`` on another day, for a duplicate; a reason given for its own day does not go with it."""
    return replace(former, on=on, at=None, override_reason="")
