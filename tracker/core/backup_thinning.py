"""Which backups have had their day: the older they are, the fewer of them are kept."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

Backup = TypeVar("Backup", bound=Hashable)

ALWAYS_KEPT = 5
"""So many of the newest are kept however old they are."""

_Period = Callable[[datetime], Hashable]
_TIERS: tuple[tuple[timedelta, _Period], ...] = (
    (timedelta(days=2), lambda made: made),
    (timedelta(days=14), lambda made: made.date()),
    (timedelta(days=61), lambda made: made.isocalendar()[:2]),
    (timedelta(days=731), lambda made: (made.year, made.month)),
)
"""Up to which age one backup of each period is kept: the newest of it. What is older is not."""


def thinned(backups: Mapping[Backup, datetime], now: datetime) -> frozenset[Backup]:
    """Return which of ``backups``, each with the moment it was made, need no longer be kept (all moments aware).

    All of two days are kept, then one a day for two weeks, one a week for two months and one a month for two years.
    Ages count back from the fifth newest, not from a clock: one set forward makes nothing old before five more
    backups were made, and to whoever comes back after a year the days before still are the latest. Those that are
    ahead of ``now`` were made by a wrong clock; they are kept, and none of the others goes in their favour.
    """
    past = sorted((backup for backup in backups if backups[backup] <= now), key=backups.__getitem__, reverse=True)
    newest, others = past[:ALWAYS_KEPT], past[ALWAYS_KEPT:]
    if not others:
        return frozenset()
    latest = backups[newest[-1]]
    filled: set[tuple[int, Hashable]] = set()
    gone: set[Backup] = set()
    for backup in others:
        period = _period(backups[backup], latest)
        if period is None or period in filled:
            gone.add(backup)
        else:
            filled.add(period)
    return frozenset(gone)


def _period(made: datetime, latest: datetime) -> tuple[int, Hashable] | None:
    """Return the tier of a backup and the period in it of which one is kept, None where it is too old for any."""
    age = latest - made
    for tier, (longest, period) in enumerate(_TIERS):
        if age <= longest:
            return tier, period(made)
    return None
