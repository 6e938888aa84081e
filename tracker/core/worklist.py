"""The due list: which treatments of all people want attention now, in groups, the most pressing first.

The groups and the seven days are the design's: past its window, closing within seven days, open, opening within seven
days, held by another treatment. What waits for longer is not listed, nor what has no window of its own.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import itemgetter
from types import MappingProxyType
from uuid import UUID

from tracker.core.contacts import Contact, ContactOutcome, contact_about
from tracker.core.events import Event
from tracker.core.findings import Finding
from tracker.core.judgement import Judgement
from tracker.core.maker import Maker
from tracker.core.packed_ids import PackedIds
from tracker.core.records import Kind, Named
from tracker.core.verdict import Counted, Said, is_clear, recommended_on, verdict_on

SOON_DAYS = 7
Key = tuple[UUID, Kind]
"""Whose treatment, and which."""
_NONE: Mapping[UUID, Sequence[Contact]] = MappingProxyType({})


class Group(StrEnum):
    """The groups of the due list, in the order in which they stand."""

    PAST = "past"
    CLOSING = "closing"
    OPEN = "open"
    OPENING = "opening"
    HELD = "held"


_PAST, _CLOSING, _OPEN = Group.PAST, Group.CLOSING, Group.OPEN
_RANKS = {group: number for number, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class DueItem:
    """One treatment of one person on the due list.

    ``days`` is how far the day that ``group`` turns on is from the day judged: the last day of the window for past,
    closing and open, the first day for opening and held. ``contact`` is the latest about it since it was last given.
    ``said`` is what its judgement follows from: few of thousands are ever looked at.
    """

    person: Named
    said: Said
    group: Group
    days: int
    contact: Contact | None = None

    @property
    def judgement(self) -> Judgement:
        """Return the verdict on a full treatment of the face on the day judged."""
        return verdict_on(*self.said)

    @property
    def kind(self) -> Kind:
        return self.said[0].kind

    @property
    def on(self) -> date:
        """Return the day judged."""
        return self.said[0].on

    @property
    def last(self) -> date | None:
        """Return the day on which it was last given, None for never."""
        return self.said[1].last

    @property
    def lapsed(self) -> date | None:
        """Return the day from which it counts as lapsed, None where its window does not end."""
        return self.said[1].lapsed

    @property
    def key(self) -> Key:
        """Return what it is about. It keeps that when the list is made again."""
        return self.person.id, self.kind

    @property
    def latest(self) -> date | None:
        """Return the last day of its window, None where it does not end."""
        return None if self.lapsed is None else self.lapsed - timedelta(1)

    @property
    def is_booked(self) -> bool:
        """Return whether it is booked for the day judged or a later one."""
        contact = self.contact
        return contact is not None and contact.outcome is ContactOutcome.BOOKED and contact.answers_on(self.on)


_make_items = Maker(DueItem, ("person", "said", "group", "days", "contact"))
_Placed = tuple[Named, Said, Group, int, Contact | None]
_BY_DAYS: Callable[[_Placed], int] = itemgetter(3)


def place_of(judged: Event, same: Counted, other: Finding | None) -> tuple[Group, int] | None:
    """Return the group of the verdict that follows and the days to the day it turns on, None where it is not listed."""
    own = same.own
    # Held by another treatment but never given, or without a rule of its own: no window opens when the hold ends.
    if own is None:
        return None
    if not is_clear(own, other):
        return _waiting(judged, recommended_on(same, other), is_held=own.reason.is_clear)
    left = same.left
    if left < 0:
        return _PAST, -left
    return (_CLOSING if left <= SOON_DAYS else _OPEN), left


def _waiting(judged: Event, recommended: date | None, *, is_held: bool) -> tuple[Group, int] | None:
    """Return the group of what must wait; ``is_held``: for the other treatment alone."""
    wait = sys.maxsize if recommended is None else (recommended - judged.on).days
    if is_held:
        return Group.HELD, wait
    return (Group.OPENING, wait) if wait <= SOON_DAYS else None


def due_items(
    said: Iterable[tuple[Named, Iterable[Said]]], contacts: Mapping[UUID, Sequence[Contact]] = _NONE
) -> tuple[DueItem, ...]:
    """Return what is listed of ``said``, person by person, by group and then by days; what is equal keeps its order.

    ``contacts`` are by person; those of a treatment that was given since do not count any more.
    """
    placed: dict[Group, list[_Placed]] = {group: [] for group in Group}
    for person, of_each in said:
        theirs = contacts.get(person.id) if contacts else None
        for one in of_each:
            place = place_of(*one)
            if place is not None:
                group, days = place
                contact = None if theirs is None else _contact_about(one, theirs)
                placed[group].append((person, one, group, days, contact))
    ordered = [one for of_group in placed.values() for one in sorted(of_group, key=_BY_DAYS)]
    return tuple(_make_items(len(ordered), zip(*ordered, strict=True)))


def pressure(item: DueItem) -> tuple[int, int]:
    """Return the key that sorts what is listed, the most pressing first."""
    return _RANKS[item.group], item.days


def _contact_about(said: Said, contacts: Sequence[Contact]) -> Contact | None:
    judged, same, _ = said
    return contact_about(contacts, judged.kind, same.last)


def group_counts(items: Iterable[DueItem]) -> Mapping[Group, int]:
    """Return how many items each group has, those with none too."""
    counts = dict.fromkeys(Group, 0)
    for item in items:
        counts[item.group] += 1
    return counts


def due_counts(items: Sequence[DueItem]) -> tuple[int, int]:
    """Return how many treatments are due and of how many people. What is held is listed but not due."""
    tally = due_tally(items)
    return tally.treatments, len(tally.people)


@dataclass(frozen=True, slots=True)
class DueTally:
    """How many treatments are due, and of whom, the most pressing first. What is held is listed but not due."""

    treatments: int
    people: PackedIds


def due_tally(items: Iterable[DueItem]) -> DueTally:
    """Return what is due of ``items``, in their order."""
    due = [item.person.id for item in items if item.group is not Group.HELD]
    return DueTally(len(due), PackedIds(dict.fromkeys(due)))
