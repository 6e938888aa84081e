"""What of the due list is shown: one treatment, one practitioner's clients, one tag, one period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from tracker.core.folding import folded
from tracker.core.records import Kind
from tracker.core.worklist import DueItem, Key

LONG_PAST_DAYS = 28
YEAR = timedelta(365)
"""A year and half of one, in days: what a practice means by a client who was not seen for long."""
HALF_YEAR = timedelta(182)
NOBODY: Mapping[Key, str] = MappingProxyType({})


class Period(StrEnum):
    """Spans of time by which the list is narrowed down: when a window ends, or when the last visit was."""

    ENDS_IN_WEEK = "ends_in_week"
    ENDS_IN_TWO_WEEKS = "ends_in_two_weeks"
    ENDS_IN_FOUR_WEEKS = "ends_in_four_weeks"
    PAST_UP_TO_FOUR_WEEKS = "past_up_to_four_weeks"
    PAST_FOR_LONGER = "past_for_longer"
    SEEN_IN_HALF_YEAR = "seen_in_half_year"
    SEEN_IN_YEAR = "seen_in_year"
    NOT_SEEN_IN_YEAR = "not_seen_in_year"


ENDINGS = (
    Period.ENDS_IN_WEEK,
    Period.ENDS_IN_TWO_WEEKS,
    Period.ENDS_IN_FOUR_WEEKS,
    Period.PAST_UP_TO_FOUR_WEEKS,
    Period.PAST_FOR_LONGER,
)
VISITS = (Period.SEEN_IN_HALF_YEAR, Period.SEEN_IN_YEAR, Period.NOT_SEEN_IN_YEAR)
_DAYS_LEFT = {
    Period.ENDS_IN_WEEK: range(7 + 1),
    Period.ENDS_IN_TWO_WEEKS: range(14 + 1),
    Period.ENDS_IN_FOUR_WEEKS: range(28 + 1),
    Period.PAST_UP_TO_FOUR_WEEKS: range(-LONG_PAST_DAYS, 0),
}


@dataclass(frozen=True, slots=True)
class WorklistFilter:
    """What is asked for; None and "" ask for everything. ``practitioner`` gave the last treatment of the kind."""

    kind: Kind | None = None
    practitioner: str = ""
    tag: str = ""
    period: Period | None = None

    def shown(self, items: Iterable[DueItem], given_by: Mapping[Key, str] = NOBODY) -> tuple[DueItem, ...]:
        """Return the items that are asked for, in their order. ``given_by`` says who gave the last of each."""
        return tuple(item for item in items if self._holds(item, given_by))

    def _holds(self, item: DueItem, given_by: Mapping[Key, str]) -> bool:
        return (
            (self.kind is None or item.kind is self.kind)
            and (not self.practitioner or given_by.get(item.key) == self.practitioner)
            and (not self.tag or _tag_key(self.tag) in map(_tag_key, item.person.tags))
            and (self.period is None or _is_in(item, self.period))
        )


def tags_of(items: Iterable[DueItem]) -> list[str]:
    """Return the tags of the people of ``items``, each once, sorted for reading; of several spellings one."""
    tagged = (sorted(item.person.tags, reverse=True) for item in items if item.person.tags)
    spelled = {_tag_key(tag): tag for tags in tagged for tag in tags}
    return [spelled[key] for key in sorted(spelled)]


def forget_tags() -> None:
    """Hold no tag of any record any more."""
    _tag_key.cache_clear()


@lru_cache(1_024)
def _tag_key(tag: str) -> str:
    """Return a tag as it is compared, as in the list of clients: without case and accents."""
    return folded(tag)


def _is_in(item: DueItem, period: Period) -> bool:
    if period in VISITS:
        if item.last is None:
            return False
        since = item.on - item.last
        return {
            Period.SEEN_IN_HALF_YEAR: since <= HALF_YEAR,
            Period.SEEN_IN_YEAR: since <= YEAR,
            Period.NOT_SEEN_IN_YEAR: since > YEAR,
        }[period]
    if item.lapsed is None:
        return False
    left = (item.lapsed - item.on).days - 1
    return left < -LONG_PAST_DAYS if period is Period.PAST_FOR_LONGER else left in _DAYS_LEFT[period]
