"""The due list: which treatments of all people want attention now, in groups, the most pressing first.

The groups and the seven days are the design's: past its window, closing within seven days, open, opening within seven
days, held by another treatment. What waits for longer is not listed, nor what has no window of its own.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from uuid import UUID

from tracker.core.contacts import Contact, ContactOutcome, contact_about
from tracker.core.judgement import Judgement, Picture, picture_of
from tracker.core.maker import Maker
from tracker.core.packed_ids import PackedIds
from tracker.core.records import Kind, Named

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


_RANKS = {group: number for number, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class DueItem:
    """One treatment of one person on the due list.

    ``days`` is how far the day that ``group`` turns on is from the day judged: the last day of the window for past,
    closing and open, the first day for opening and held. ``contact`` is the latest about it since it was last given.
    """

    person: Named
    judgement: Judgement
    group: Group
    days: int
    contact: Contact | None = None

    @property
    def kind(self) -> Kind:
        return self.judgement.treatment

    @property
    def key(self) -> Key:
        """Return what it is about. It keeps that when the list is made again."""
        return self.person.id, self.kind

    @property
    def latest(self) -> date | None:
        """Return the last day of its window, None where it does not end."""
        return None if self.judgement.lapsed is None else self.judgement.lapsed - timedelta(1)

    @property
    def is_booked(self) -> bool:
        """Return whether it is booked for the day judged or a later one."""
        contact = self.contact
        return (
            contact is not None and contact.outcome is ContactOutcome.BOOKED and contact.answers_on(self.judgement.on)
        )


_make_items = Maker(DueItem, ("person", "judgement", "group", "days", "contact"))
_BY_DAYS = attrgetter("days")


def place_in(judgement: Judgement) -> tuple[Group, int] | None:
    """Return the group of a judgement and the days to the day it turns on; None where it is not listed."""
    own = judgement.own
    # Held by another treatment but never given, or without a rule of its own: no window opens when the hold ends.
    if own is None:
        return None
    picture = picture_of(judgement.status, own)
    if picture is Picture.PAST or picture is Picture.OPEN:
        # The last day of the window is the one before the treatment counts as lapsed.
        left = _days_to(judgement, judgement.lapsed) - 1
        if picture is Picture.PAST:
            return Group.PAST, -left
        return (Group.CLOSING if left <= SOON_DAYS else Group.OPEN), left
    wait = _days_to(judgement, judgement.recommended)
    if picture is Picture.HELD:
        return Group.HELD, wait
    return (Group.OPENING, wait) if wait <= SOON_DAYS else None


def _days_to(judgement: Judgement, day: date | None) -> int:
    """Return the days to ``day``; no end of them where there is no such day."""
    return sys.maxsize if day is None else (day - judgement.on).days


def due_items(
    verdicts: Iterable[tuple[Named, Judgement]], contacts: Mapping[UUID, Sequence[Contact]] = _NONE
) -> tuple[DueItem, ...]:
    """Return what is listed, by group and then by days; what is equal keeps the order given.

    ``contacts`` are by person; those of a treatment that was given since do not count any more.
    """
    placed = [
        (person, judgement, *place, _contact_about(judgement, contacts.get(person.id, ())) if contacts else None)
        for person, judgement in verdicts
        if (place := place_in(judgement)) is not None
    ]
    listed: dict[Group, list[DueItem]] = {group: [] for group in Group}
    for item in _make_items(len(placed), zip(*placed, strict=True)):
        listed[item.group].append(item)
    return tuple(item for items in listed.values() for item in sorted(items, key=_BY_DAYS))


def pressure(item: DueItem) -> tuple[int, int]:
    """Return the key that sorts what is listed, the most pressing first."""
    return _RANKS[item.group], item.days


def _contact_about(judgement: Judgement, contacts: Sequence[Contact]) -> Contact | None:
    return contact_about(contacts, judgement.treatment, judgement.last) if contacts else None


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
