"""A second spacing engine, slow and plain, written from the words of the rules alone, to judge the first one by.

It shares nothing with `tracker.core` but the data files, which it reads by itself. Every question is answered by
looking at all events again: nothing is sorted, and areas are compared place by place.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

TOO_SOON, EARLY, CLEAR = 0, 1, 2
Numbers = tuple[int, int, int | None]
Change = Numbers | None
Changes = Mapping[tuple[str, str | None], Change]


@dataclass
class Verdict:
    """What the oracle says. A rule is told as its id, the two days that it ties, and its numbers."""

    status: str
    last: date | None
    earliest: date | None
    recommended: date | None
    lapsed: date | None
    reasons: set[tuple[Any, ...]] = field(default_factory=set)
    later: set[tuple[Any, ...]] = field(default_factory=set)
    cautions: set[tuple[Any, ...]] = field(default_factory=set)


class Oracle:
    """Judges by the data files of ``folder``; ``changes`` maps a rule and product to other numbers, or to None: off."""

    def __init__(self, folder: Path, changes: Changes, *, from_main: bool) -> None:
        self.products = {row["code"]: row for row in _rows(folder / "products.csv")}
        self.rules = {row["id"]: row for row in _rows(folder / "spacing_rules.csv")}
        self.regions = {row["code"]: row["region"] for row in _rows(folder / "areas.csv")}
        points = json.loads((folder / "sites.json").read_text(encoding="utf-8"))["points"]
        self.sites = {point["id"]: point["areas"] for point in points}
        self.changes = changes
        self.from_main = from_main

    def judge(self, entry: Any, events: list[Any], *, both_ways: bool) -> Verdict:
        """Return the verdict on ``entry``, which is not among ``events``."""
        earlier = [event for event in events if precedes(event, entry)]
        ties = [tie for tie in self._ties(entry, earlier) if tie[2] is not None]
        own = next((tie for tie in ties if tie[1].kind is entry.kind), None)
        last = self._last(entry, earlier)
        later = self._later(entry, events) if both_ways else {}
        worst = min(
            [self._rank(rule, (entry.on - event.on).days, numbers) for rule, event, numbers in ties]
            + [self._rank(rule, (event.on - entry.on).days, numbers) for rule, (event, numbers) in later.items()],
            default=CLEAR,
        )
        lapsed = None if own is None or own[2][2] is None else own[1].on + timedelta(own[2][2])
        if worst != CLEAR:
            status = ("too_soon", "early")[worst]
        elif last is None:
            status = "ready"
        else:
            status = "due" if lapsed is None or entry.on < lapsed else "lapsed"
        return Verdict(
            status,
            None if last is None else last.on,
            *(self._first_day(place, ties, entry) for place in (0, 1)),
            lapsed,
            {(rule, event.on, entry.on, *numbers, event.is_planned) for rule, event, numbers in ties},
            {(rule, entry.on, event.on, *numbers, event.is_planned) for rule, (event, numbers) in later.items()},
            self._cautions(entry, earlier),
        )

    def _last(self, judged: Any, earlier: list[Any]) -> Any:
        same = [event for event in earlier if event.kind is judged.kind]
        mains = [event for event in same if not event.is_touch_up]
        return latest(mains if mains and self.from_main else same)

    def _ties(self, judged: Any, earlier: list[Any]) -> list[tuple[str, Any, Any]]:
        """Return rule, event and numbers (None: switched off) of the rules that find one of the ``earlier`` events."""
        others = [event for event in earlier if event.kind is not judged.kind]
        other = latest([event for event in others if self.overlap(event.places, judged.places)])
        last = self._last(judged, earlier)
        found = []
        if last is not None:
            found.append(self._own_tie(judged, last, earlier))
        if other is not None:
            rule = "botox-microdermabrasion" if other.kind.value == "botox" else "microdermabrasion-botox"
            found.append((rule, other, self._numbers(rule)))
        return found

    def _own_tie(self, judged: Any, last: Any, earlier: list[Any]) -> tuple[str, Any, Any]:
        if judged.kind.value == "microdermabrasion":
            if last.device == "hydradermabrasion":
                rule = "hydradermabrasion"
            elif last.setting is not None and last.setting.value == "home":
                rule = "microdermabrasion-home"
            else:
                rule = "microdermabrasion-clinic"
            return rule, last, self._numbers(rule)
        main = latest([event for event in earlier if event.kind is judged.kind and not event.is_touch_up])
        if judged.is_touch_up and main is not None:
            of_its_cycle = [event for event in earlier if event.is_touch_up and precedes(main, event)]
            if not of_its_cycle and (judged.on - main.on).days < self._end_of_touch_ups():
                return "botox-touch-up", main, self._numbers("botox-touch-up")
        code = last.product if last.product in self.products else "other"
        return "botox-botox", last, self._numbers("botox-botox", code)

    def _end_of_touch_ups(self) -> int:
        change = self.changes.get(("botox-touch-up", None))
        return int(self.rules["botox-touch-up"]["lapsed"]) if change is None else change[2] or 0

    def _numbers(self, rule: str, code: str | None = None) -> Change:
        if (rule, code) in self.changes:
            return self.changes[rule, code]
        if code is not None:
            label = self.products[code]
            minimum = int(label["min_interval_days"])
            return minimum, int(label["rec_days"] or minimum), int(label["lapsed_days"])
        row = self.rules[rule]
        return int(row["minimum"]), int(row["recommended"]), int(row["lapsed"]) if row["lapsed"] else None

    def _later(self, entry: Any, events: list[Any]) -> dict[str, tuple[Any, Numbers]]:
        """Return by rule the next later event that it ties to ``entry``: every later event is judged."""
        tied: dict[str, tuple[Any, Numbers]] = {}
        for event in events:
            if not precedes(entry, event):
                continue
            before = [one for one in (*events, entry) if precedes(one, event)]
            for rule, found, numbers in self._ties(event, before):
                is_next = rule not in tied or precedes(event, tied[rule][0])
                if found is entry and numbers is not None and is_next:
                    tied[rule] = (event, numbers)
        return tied

    def _rank(self, rule: str, days: int, numbers: Numbers) -> int:
        if days == 0 and rule == "microdermabrasion-botox":
            return CLEAR
        return TOO_SOON if days < numbers[0] else EARLY if days < numbers[1] else CLEAR

    def _first_day(self, place: int, ties: list[tuple[str, Any, Any]], judged: Any) -> date | None:
        """Return the first day on which every rule is fulfilled; what is accepted today alone opens no other day."""
        days = [event.on + timedelta(numbers[place]) for _, event, numbers in ties]
        today = [
            day
            for day, (rule, event, _) in zip(days, ties, strict=True)
            if event.on != judged.on or rule != "microdermabrasion-botox"
        ]
        if len(today) == len(days) or any(day > judged.on for day in today):
            return max(days, default=None)
        return judged.on

    def overlap(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Return whether any of ``some`` places overlaps any of ``others``."""
        some, others = list(some), list(others)
        if not some or not others:
            return True
        return any(self._is_one_place(one, other) for one, other in product(some, others))

    def _is_one_place(self, one: str, other: str) -> bool:
        areas, other_areas = ([place] if place in self.regions else self.sites.get(place, []) for place in (one, other))
        for area, other_area in product(areas or ["other"], other_areas or ["other"]):
            regions = {self.regions[area], self.regions[other_area]}
            if area == other_area or "unknown" in regions:
                return True
            if regions == {"face"} and "full_face" in (area, other_area):
                return True
        return False

    def _cautions(self, judged: Any, earlier: list[Any]) -> set[tuple[Any, ...]]:
        if judged.kind.value != "botox":
            return set()
        injections = [event for event in earlier if event.kind is judged.kind]
        named = latest([event for event in injections if event.product])
        brand = judged.product or (None if named is None else named.product)
        said: set[tuple[Any, ...]] = set()
        family = [event for event in injections if self._is_ona(event.product)]
        units = [event.units for event in family if event.on > judged.on - timedelta(90) and event.units]
        if self._is_ona(brand) and judged.units:
            units.append(judged.units)
        if sum(units, Decimal(0)) >= 400:
            said.add(("units", sum(units, Decimal(0))))
        for other in {event.product for event in injections} - {brand, None}:
            day = max(event.on for event in injections if event.product == other)
            if day >= judged.on - timedelta(120):
                said.add(("other_brand", other, day))
        return said

    def _is_ona(self, code: str | None) -> bool:
        return code in self.products and self.products[code]["inn"] == "onabotulinumtoxinA"


def precedes(first: Any, second: Any) -> bool:
    """Return whether ``first`` was before ``second``: by day, by time where both have one, by entry."""
    if first.on == second.on:
        if None not in (first.at, second.at) and first.at != second.at:
            return bool(first.at < second.at)
        return bool(first.entered < second.entered)
    return bool(first.on < second.on)


def latest(events: list[Any]) -> Any:
    """Return the event that all the others precede, None where there are none."""
    return next((one for one in events if all(other is one or precedes(other, one) for other in events)), None)


def has_one_order(events: list[Any]) -> bool:
    """Return whether times and entry do not contradict each other: a before b by entry, b before c, c before a by time.

    The words of the rules do not say which is right then.
    """
    places = [sum(precedes(other, one) for other in events if other is not one) for one in events]
    return len(set(places)) == len(places)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
