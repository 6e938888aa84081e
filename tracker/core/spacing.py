"""The spacing engine: when a treatment may come next, and why. Pure functions of days, rules and history.

Days are calendar days between local dates; no clock time or zone changes a result. Day 0 is the day of the earlier
treatment. The rules and their sources are `resources/catalog/spacing_rules.csv` and `products.csv`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from functools import cache, partial

from tracker.core.cautions import Caution, cautions_of
from tracker.core.chronology import chronological, comes_before
from tracker.core.earlier import Given, History, earlier_than
from tracker.core.events import Event
from tracker.core.findings import Finding, Findings, Product
from tracker.core.intervals import SHIPPED, Intervals
from tracker.core.judgement import Interval, Judgement, Picture, Reason, Rule, Status, weight
from tracker.core.records import TREATMENTS, Kind, Setting
from tracker.core.regions import FULL_FACE, Regions
from tracker.core.verdict import Counted, Said, counted, stricter, verdict_on

__all__ = [
    "Interval",
    "Judgement",
    "Picture",
    "Reason",
    "Rule",
    "SpacingEngine",
    "Status",
    "own_scope",
]

_TOUCH_UP = "touch_up"
_HYDRADERMABRASION = "hydradermabrasion"
_ENTERED_NOW = sys.maxsize
_BOTOX, _CLINIC = Kind.BOTOX, Setting.CLINIC
_Cautions = Callable[[Event, Sequence[Event], Mapping[str, Product]], tuple[Caution, ...]]


class SpacingEngine:
    """Judges a treatment by at most two rules: one from the same treatment, one from the other."""

    def __init__(self, rules: Mapping[str, Rule], products: Mapping[str, Product], regions: Regions) -> None:
        self._own_rules = {(rule.before, rule.scope): rule for rule in rules.values() if rule.is_own}
        self._cross = {rule.before: rule for rule in rules.values() if not rule.is_own}
        self._products = products
        self._regions = regions

    def judge(
        self,
        kind: Kind,
        on: date,
        events: Iterable[Event],
        *,
        at: time | None = None,
        entered: int = _ENTERED_NOW,
        is_touch_up: bool = False,
        places: tuple[str, ...] = FULL_FACE,
        intervals: Intervals = SHIPPED,
    ) -> Judgement:
        """Return the verdict on a treatment of ``kind`` on the day ``on``, given one person's ``events`` in any order.

        Events that do not come before it are ignored. ``entered`` is that of an entry being edited (which is not among
        ``events``); without it the treatment counts as entered after all others. ``places`` are areas or sites.
        """
        judged = Event(kind=kind, on=on, at=at, entered=entered, is_touch_up=is_touch_up, places=places)
        return self.judge_event(judged, events, intervals)

    def judge_entry(self, entry: Event, events: Iterable[Event], intervals: Intervals = SHIPPED) -> Judgement:
        """Return the verdict on ``entry``, which is not among ``events``, looking both ways.

        Beside the earlier events it is judged by the next later event of each treatment that a rule ties to it.
        """
        known = list(events)
        judgement = self.judge_event(entry, known, intervals)
        later = tuple(sorted(self._later(entry, known, intervals), key=weight, reverse=True))
        return judgement._replace(status=stricter(judgement.status, later), later=later)

    def judge_everybody(
        self, on: date, histories: Iterable[tuple[History, Intervals]]
    ) -> Iterator[tuple[Judgement, ...]]:
        """Return, person by person, the verdicts on a full treatment of the face, of each kind, on the day ``on``.

        Of ``histories`` everything comes before it.
        """
        said = self._of_everybody(on, histories, cautions_of)
        return ((verdict_on(*botox), verdict_on(*session)) for botox, session in said)

    def said_of_everybody(
        self, on: date, histories: Iterable[tuple[History, Intervals]]
    ) -> Iterator[tuple[Said, Said]]:
        """Return, person by person, what those verdicts follow from, of each kind, without cautions."""
        return self._of_everybody(on, histories, _no_cautions)

    def _of_everybody(
        self, on: date, histories: Iterable[tuple[History, Intervals]], cautions: _Cautions
    ) -> Iterator[tuple[Said, Said]]:
        botox, session = [Event(kind=kind, on=on, entered=_ENTERED_NOW, places=FULL_FACE) for kind in TREATMENTS]
        findings = Findings(on, self._products)
        # What is given to many people says the same of each of them.
        of_botox, of_sessions = (
            cache(partial(self._said, same, other, findings, cautions))
            for same, other in ((botox, session), (session, botox))
        )
        for (of_one, of_other), intervals in histories:
            (own, holds_session), (own_session, holds) = of_botox(of_one, intervals), of_sessions(of_other, intervals)
            yield (botox, own, holds), (session, own_session, holds_session)

    def judge_event(self, judged: Event, events: Iterable[Event], intervals: Intervals = SHIPPED) -> Judgement:
        """Return the verdict on ``judged``, which is not among ``events``, by the earlier ones alone."""
        if judged.kind not in TREATMENTS:
            raise ValueError(f"{judged.kind} is no treatment")
        same, others = earlier_than(judged, events)
        findings = Findings(judged.on, self._products)
        other = findings.of(self._cross.get(judged.kind), self._holding(judged, others), intervals)
        return verdict_on(judged, self._counted(judged, same, intervals, findings, cautions_of), other)

    def _said(
        self,
        same: Event,
        other: Event,
        findings: Findings,
        cautions: _Cautions,
        given: Given,
        intervals: Intervals,
    ) -> tuple[Counted, Finding | None]:
        """Return what was given of a treatment says of the next, ``same``, and of the ``other`` treatment."""
        holding = findings.of(self._cross.get(other.kind), self._holding(other, given.events), intervals)
        return self._counted(same, given.events, intervals, findings, cautions), holding

    def _counted(
        self, judged: Event, same: Sequence[Event], intervals: Intervals, findings: Findings, cautions: _Cautions
    ) -> Counted:
        last, rule = self._own(judged, same, intervals)
        return counted(judged, last, findings.of(rule, last, intervals), cautions(judged, same, self._products))

    def _own(self, judged: Event, same: Sequence[Event], intervals: Intervals) -> tuple[Event | None, Rule | None]:
        """Return the one of the earlier events of the same treatment from which ``judged`` counts, and its rule."""
        last = _counted_from(same, intervals)
        return last, None if last is None else self._own_rule(judged, same[-1], intervals)

    def _holding(self, judged: Event, others: Sequence[Event]) -> Event | None:
        """Return the latest of the earlier events of the other treatment that overlaps ``judged``."""
        for event in reversed(others):
            if self._regions.overlap(event.places, judged.places):
                return event
        return None

    def _crosses(self, event: Event, judged: Event) -> bool:
        return event.kind is not judged.kind and self._regions.overlap(event.places, judged.places)

    def _later(self, entry: Event, events: Sequence[Event], intervals: Intervals) -> Iterable[Reason]:
        """Return each rule that ties a later event to ``entry``, with the next such event."""
        ordered = chronological((*events, entry))
        tied: dict[str, Reason] = {}
        for event in self._followers(entry, ordered):
            findings = Findings(event.on, self._products)
            same, others = earlier_than(event, ordered)
            last, own_rule = self._own(event, same, intervals)
            for rule, found in ((own_rule, last), (self._cross.get(event.kind), self._holding(event, others))):
                said = findings.of(rule, found, intervals) if found is entry else None
                if said is not None:
                    tied.setdefault(said.reason.rule.id, said.reason._replace(is_planned=event.is_planned))
        return tied.values()

    def _followers(self, entry: Event, ordered: Sequence[Event]) -> Iterator[Event]:
        """Yield the later events that can be tied to ``entry``, oldest first by treatment.

        Of its own treatment they are those up to the next main one; of the other the next one over an area that was not
        treated again in between.
        """
        following = [event for event in ordered if comes_before(entry, event)]
        same = [event for event in following if event.kind is entry.kind]
        for event in same:
            yield event
            if not event.is_touch_up:
                break
        for event in following:
            if self._crosses(event, entry):
                since = (one for one in same if comes_before(one, event))
                if not any(self._crosses(event, one) for one in since):
                    yield event
                    break

    def _own_rule(self, judged: Event, latest: Event, intervals: Intervals) -> Rule | None:
        # The latest injection being a touch-up means that this cycle has had its one: one more is judged as a full one.
        if judged.is_touch_up and not latest.is_touch_up:
            touch_up = self._own_rules.get((judged.kind, _TOUCH_UP))
            if touch_up is not None and _holds(touch_up, (judged.on - latest.on).days, intervals):
                return touch_up
        return self._own_rules.get((judged.kind, own_scope(latest)))


def _no_cautions(judged: Event, same: Sequence[Event], products: Mapping[str, Product]) -> tuple[Caution, ...]:
    """Stand in for `cautions_of` where nobody looks at cautions, and where what they hang on is not known."""
    return ()


def _holds(touch_up: Rule, days: int, intervals: Intervals) -> bool:
    """Return whether a touch-up after so many days is still one."""
    own = intervals.of_rule(touch_up.id)
    until = touch_up.lapsed if own is None or own.is_off else own.lapsed
    return until is None or days < until


def _counted_from(same: Sequence[Event], intervals: Intervals) -> Event | None:
    """Return the one of the earlier events of the ``same`` treatment, oldest first, from which the next one counts."""
    if intervals.counts_from_main:
        same = [event for event in same if not event.is_touch_up] or same
    return same[-1] if same else None


def own_scope(latest: Event) -> str:
    """Return which rule from a treatment to the same one counts after ``latest``: the scope of it."""
    if latest.kind is _BOTOX:
        return ""
    if latest.device == _HYDRADERMABRASION:
        return _HYDRADERMABRASION
    return latest.setting or _CLINIC
