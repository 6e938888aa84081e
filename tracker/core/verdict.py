"""Putting a judgement together: its status by what the rules say."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.core.cautions import Caution
from tracker.core.events import Event
from tracker.core.findings import Finding, together
from tracker.core.judgement import Judgement, Reason, Status

_STRICT = (Status.TOO_SOON, Status.EARLY)
_READY, _LAPSED, _DUE = Status.READY, Status.LAPSED, Status.DUE


class Counted(NamedTuple):
    """What the earlier treatments of the same kind say: the latest day, the finding of the rule, and what goes with it.

    ``clear`` is the status where no rule asks to wait. ``left`` is how many days the last day of the window is from the
    day judged, no end of them where there is none.
    """

    last: date | None
    own: Finding | None
    clear: Status
    lapsed: date | None
    left: int
    cautions: tuple[Caution, ...]


def counted(judged: Event, last: Event | None, own: Finding | None, cautions: tuple[Caution, ...]) -> Counted:
    """Return what is counted for ``judged`` from ``last``, of which the rule says ``own``."""
    if last is None:
        return Counted(None, None, _READY, None, sys.maxsize, cautions)
    if own is None or own.lapsed is None:
        return Counted(last.on, own, _DUE, None, sys.maxsize, cautions)
    # The last day of the window is the one before the treatment counts as lapsed.
    left = (own.lapsed - judged.on).days - 1
    return Counted(last.on, own, _LAPSED if left < 0 else _DUE, own.lapsed, left, cautions)


Said = tuple[Event, Counted, Finding | None]
"""What a verdict follows from: the treatment judged, what its own treatment says of it and what the other one does."""


def verdict_on(judged: Event, same: Counted, other: Finding | None) -> Judgement:
    """Return the verdict on ``judged`` by what its own treatment says and what the ``other`` one does."""
    reasons, strictest, earliest, recommended = together(same.own, other)
    status = strictest if strictest in _STRICT else same.clear
    said = (status, same.last, earliest, recommended, same.lapsed, reasons, (), same.cautions)
    return Judgement(judged.kind, judged.on, *said)


def is_clear(own: Finding, other: Finding | None) -> bool:
    """Return whether no rule asks to wait, of that of its own treatment and that of the other one."""
    return own.status is _DUE and (other is None or other.status is _DUE)


def recommended_on(same: Counted, other: Finding | None) -> date | None:
    """Return the recommended day of that verdict."""
    _, _, _, recommended = together(same.own, other)
    return recommended


def stricter(status: Status, later: Sequence[Reason]) -> Status:
    """Return ``status``, or what the ``later`` reasons say where that is stricter."""
    return next((one for one in _STRICT if one in (status, _strictest(later))), status)


def _strictest(reasons: Sequence[Reason]) -> Status | None:
    statuses = {reason.status for reason in reasons}
    return next((status for status in _STRICT if status in statuses), None)
