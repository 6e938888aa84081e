"""Making what was given from rows, once for all people of whom it is the same."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import count, groupby, pairwise, repeat
from operator import itemgetter
from typing import Any

from tracker.core.earlier import NOTHING_GIVEN, Given, History, history_of
from tracker.core.events import Event
from tracker.core.maker import Maker
from tracker.core.records import Kind, Setting
from tracker.store.faults import decoded
from tracker.store.rows import PlainTuple

BOTOX_BRANCH, SESSION_BRANCH = 0, 1
"""Which treatment a row is of: its place among `TREATMENTS`."""
NOTHING: History = (NOTHING_GIVEN, NOTHING_GIVEN)

_OWNER, _BRANCH, _DAY = itemgetter(0), itemgetter(1), itemgetter(3)
_TREATMENT, _TREATMENT_WITHOUT_ENTERED = itemgetter(slice(2, None)), itemgetter(slice(3, None))
_OWNER_AND_DAY = itemgetter(0, 3)
"""What a row says: whose it is, its branch, when it was entered, its day, and what else is asked of a treatment."""
_SETTINGS = {setting.value: setting for setting in Setting}
_COMMON = ("kind", "entered", "on", "at")
_MAKE_BOTOX = Maker(Event, (*_COMMON, "product", "is_touch_up", "units", "places"))
_MAKE_SESSION = Maker(Event, (*_COMMON, "setting", "device", "places"))

_Make = Callable[[Sequence[PlainTuple]], list[Event]]


def histories_by_owner(rows: Iterable[PlainTuple]) -> dict[str, History]:
    """Return by person's id, as SQLite holds it, the history of ``rows``, which come in any order."""
    of_kinds: tuple[list[PlainTuple], list[PlainTuple]] = ([], [])
    for row in rows:
        of_kinds[_BRANCH(row)].append(row)
    several = [_several(of_kind) for of_kind in of_kinds]
    botox, sessions = (
        _shared(alone, make) | _in_order(others, make) for (alone, others), make in zip(several, _MAKE, strict=True)
    )
    found = {owner: (botox.get(owner, NOTHING_GIVEN), sessions.get(owner, NOTHING_GIVEN)) for owner in botox | sessions}
    crowded = {owner for _, others in several for owner in _crowded(others)}
    return found | _on_crowded_days(of_kinds, crowded) if crowded else found


def _several(rows: list[PlainTuple]) -> tuple[list[PlainTuple], list[PlainTuple]]:
    """Return the rows of those who have one alone, and the others by owner and day."""
    times = Counter(map(_OWNER, rows))
    if len(times) == len(rows):
        return rows, []
    others = [row for row in rows if times[_OWNER(row)] > 1]
    return [row for row in rows if times[_OWNER(row)] == 1], sorted(others, key=_OWNER_AND_DAY)


def _shared(rows: Sequence[PlainTuple], make: _Make) -> dict[str, Given]:
    """Return what was given by owner, for those of whom there is one row.

    None is told when it was entered, which orders those of one day: so few differ.
    """
    numbers: defaultdict[PlainTuple, int] = defaultdict(count().__next__)
    of_rows = [numbers[treatment] for treatment in map(_TREATMENT_WITHOUT_ENTERED, rows)]
    given = [Given((event,)) for event in _events(make, [(0, *treatment) for treatment in numbers])]
    return dict(zip(map(_OWNER, rows), map(given.__getitem__, of_rows), strict=True))


def _in_order(rows: Sequence[PlainTuple], make: _Make) -> dict[str, Given]:
    """Return what was given by owner, for ``rows`` by owner and day."""
    events = iter(_events(make, list(map(_TREATMENT, rows))))
    return {owner: Given([next(events) for _ in theirs]) for owner, theirs in groupby(rows, _OWNER)}


def _crowded(rows: Sequence[PlainTuple]) -> Iterator[str]:
    """Yield the owners of whom several of ``rows``, by owner and day, are of one day."""
    return (_OWNER(row) for row, following in pairwise(rows) if _OWNER_AND_DAY(row) == _OWNER_AND_DAY(following))


def _on_crowded_days(of_kinds: Sequence[Sequence[PlainTuple]], owners: Container[str]) -> dict[str, History]:
    """Return the histories of ``owners``: the order on one day hangs on all that was given on it."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for rows, make in zip(of_kinds, _MAKE, strict=True):
        theirs = [row for row in rows if _OWNER(row) in owners]
        for row, event in zip(theirs, _events(make, list(map(_TREATMENT, theirs))), strict=True):
            found[_OWNER(row)].append(event)
    return {owner: history_of(events) for owner, events in found.items()}


def _events(make: _Make, rows: Sequence[PlainTuple]) -> list[Event]:
    return decoded(make, rows) if rows else []


def _botoxes(rows: Sequence[PlainTuple]) -> list[Event]:
    *common, product, is_touch_up, sites, units = zip(*rows, strict=True)
    given = (product, _each(bool, is_touch_up), _each(_units, units), _each(_places, sites, null=()))
    return _MAKE_BOTOX(len(rows), [repeat(Kind.BOTOX), *_common(common), *given])


def _sessions(rows: Sequence[PlainTuple]) -> list[Event]:
    *common, setting, device, areas, _ = zip(*rows, strict=True)
    given = (_each(_SETTINGS.get, setting), device, _each(_places, areas))
    return _MAKE_SESSION(len(rows), [repeat(Kind.MICRODERMABRASION), *_common(common), *given])


def _common(columns: Sequence[Sequence[Any]]) -> Iterable[Iterable[Any]]:
    entered, on, at = columns
    return (entered, _each(date.fromisoformat, on), _each(time.fromisoformat, at))


def _each(decode: Callable[[Any], Any], column: Sequence[Any], null: object = None) -> Iterable[Any]:
    """Return the values of ``column``, of which few differ."""
    known = {plain: null if plain is None else decode(plain) for plain in set(column)}
    return map(known.__getitem__, column)


def _units(tenths: int) -> Decimal:
    return Decimal(tenths) / 10


def _places(areas: str) -> tuple[str, ...]:
    return tuple(areas.split("|")) if areas else ()


_MAKE: tuple[_Make, _Make] = (_botoxes, _sessions)
"""By branch."""
