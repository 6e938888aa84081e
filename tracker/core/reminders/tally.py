"""What a look at everybody comes to, in numbers: of tens of thousands of reminders few are on screen."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.core.reminders.centre import Decision
from tracker.core.reminders.outlook import Reminder, person_of


@dataclass(frozen=True, slots=True)
class Tally:
    """The decisions of a look at everybody.

    ``show`` are the first of the reminders to show, ``shown`` the keys of them all. ``listed`` is by person how many
    stand in the list, without those who have none; ``watched`` those of the keys asked about that stand there.
    ``waiting`` is whose reminders wait for a time of day: of nobody else do they change on the same day by themselves.
    """

    show: tuple[Reminder, ...]
    shown: tuple[str, ...]
    listed: Mapping[UUID, int]
    watched: frozenset[str]
    waiting: frozenset[UUID]


def tallied(decisions: Iterable[Decision], most: int, watched: Collection[str] = ()) -> Tally:
    """Return ``decisions`` in numbers, with ``most`` of the reminders to show."""
    show: list[Reminder] = []
    shown: list[str] = []
    listed: Counter[UUID] = Counter()
    still: set[str] = set()
    waiting: set[UUID] = set()
    for one in decisions:
        show += one.show[: most - len(show)]
        shown += (reminder.key for reminder in one.show)
        listed.update(reminder.person_id for reminder in one.listed)
        still.update(reminder.key for reminder in one.listed if reminder.key in watched)
        waiting |= one.waiting
    return Tally(tuple(show), tuple(shown), listed, frozenset(still), frozenset(waiting))


def followed(former: Tally, people: Collection[UUID], later: Tally, watched: Iterable[str]) -> Tally:
    """Return what ``later``, a look at ``people`` alone, leaves of a ``former`` look at everybody."""
    others = {one: count for one, count in former.listed.items() if one not in people}
    unseen = {key for key in watched if person_of(key) not in people}
    return replace(
        later,
        listed={**others, **later.listed},
        watched=later.watched | unseen,
        waiting=later.waiting | (former.waiting - frozenset(people)),
    )
