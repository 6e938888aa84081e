"""Putting a judgement together: its status by what the rules say, and many judgements made at once."""

from collections.abc import Sequence
from datetime import date

from tracker.core.cautions import Caution
from tracker.core.events import Event
from tracker.core.findings import Finding
from tracker.core.judgement import Judgement, Reason, Status
from tracker.core.maker import Maker
from tracker.core.records import Kind

Verdict = tuple[
    Kind, date, Status, date | None, date | None, date | None, date | None, tuple[Reason, ...], tuple[Caution, ...]
]
"""The values of a judgement: those of `_FIELDS` in their order."""

_FIELDS = ("treatment", "on", "status", "last", "earliest", "recommended", "lapsed", "reasons", "cautions")
_STRICT = (Status.TOO_SOON, Status.EARLY)
_READY, _LAPSED, _DUE = Status.READY, Status.LAPSED, Status.DUE

_make = Maker(Judgement, _FIELDS)


def judgements(verdicts: Sequence[Verdict]) -> list[Judgement]:
    """Return a judgement for each of ``verdicts``."""
    return _make(len(verdicts), zip(*verdicts, strict=True))


def status_of(strictest: Status | None, own: Finding | None, last: Event | None) -> Status:
    """Return the status where the ``strictest`` finding has that one, None for no finding."""
    if strictest in _STRICT:
        return strictest
    if last is None:
        return _READY
    return _LAPSED if own is not None and _has_lapsed(own.reason) else _DUE


def stricter(status: Status, later: Sequence[Reason]) -> Status:
    """Return ``status``, or what the ``later`` reasons say where that is stricter."""
    return next((one for one in _STRICT if one in (status, _strictest(later))), status)


def _has_lapsed(own: Reason) -> bool:
    return own.lapsed is not None and own.days >= own.lapsed


def _strictest(reasons: Sequence[Reason]) -> Status | None:
    statuses = {reason.status for reason in reasons}
    return next((status for status in _STRICT if status in statuses), None)
