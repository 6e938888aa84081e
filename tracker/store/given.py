"""Making what was given from the texts that SQLite makes of treatments, once for all people of whom it is the same.

A text is a JSON array of one person's treatments of one kind in any order. Each is an array: when it was entered (0
where that is not told), its day, its time, and what else is asked of it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

from tracker.core.earlier import NOTHING_GIVEN, Given, History, history_of
from tracker.core.events import Event
from tracker.core.maker import Maker
from tracker.core.records import Kind, Setting
from tracker.store.faults import decoded

NOTHING: History = (NOTHING_GIVEN, NOTHING_GIVEN)

_DAY = itemgetter(1)
_DAYS = re.compile(r'"\d{4}-\d\d-\d\d"')
_BETWEEN = "],["
_SETTINGS = {setting.value: setting for setting in Setting}
_COMMON = ("kind", "entered", "on", "at")
_MAKE_BOTOX = Maker(Event, (*_COMMON, "product", "is_touch_up", "places", "units"))
_MAKE_SESSION = Maker(Event, (*_COMMON, "setting", "device", "places"))

_Treatments = list[list[Any]]
_Make = Callable[[_Treatments], list[Event]]


def may_be_crowded(text: str) -> bool:
    """Return whether two treatments of ``text`` may be of one day: their order hangs on all that was given on it."""
    if _BETWEEN not in text:
        return False
    days = _DAYS.findall(text)
    return len(set(days)) < len(days)


def histories(botox: Sequence[str], sessions: Sequence[str]) -> Iterator[History]:
    """Return the history of each person by the texts of what was given, of which none is crowded."""
    return zip(_shared(botox, _botoxes), _shared(sessions, _sessions), strict=True)


def told_history(botox: str, sessions: str) -> History:
    """Return the history of one person by texts that tell when each treatment was entered."""
    return history_of(event for given in next(histories([botox], [sessions])) for event in given.events)


def _shared(texts: Sequence[str], make: _Make) -> Iterator[Given]:
    """Return what was given by each text; of those that are equal it is one and the same."""
    distinct = list(set(texts))
    read = decoded(_read, distinct)
    treatments = list(chain.from_iterable(read))
    events = iter(decoded(make, treatments) if treatments else ())
    known = {text: Given([next(events) for _ in each]) for text, each in zip(distinct, read, strict=True)}
    return map(known.__getitem__, texts)


def _read(texts: Sequence[str]) -> list[_Treatments]:
    """Return the treatments of each text, the oldest day first."""
    read: list[_Treatments] = json.loads(f"[{','.join(texts)}]")
    for treatments in read:
        treatments.sort(key=_DAY)
    return read


def _botoxes(treatments: _Treatments) -> list[Event]:
    *common, product, is_touch_up, sites, units = zip(*treatments, strict=True)
    given = (product, _each(bool, is_touch_up), _each(_places, sites, null=()), _each(_units, units))
    return _MAKE_BOTOX(len(treatments), [repeat(Kind.BOTOX), *_common(common), *given])


def _sessions(treatments: _Treatments) -> list[Event]:
    *common, setting, device, areas = zip(*treatments, strict=True)
    given = (_each(_SETTINGS.get, setting), device, _each(_places, areas))
    return _MAKE_SESSION(len(treatments), [repeat(Kind.MICRODERMABRASION), *_common(common), *given])


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
