"""When a person is asked to rate again the next day: two ratings close together show how much they vary by themselves.

Rare and never urgent: after a rating of their own, at most once in `APART_DAYS` days whether it was followed or not,
not on the day of a treatment, and no more once enough pairs are there to tell the noise (`core.progress.noise`). How
rare is a choice of the design.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from tracker.core.progress.noise import FEWEST_PAIRS, pair_days
from tracker.core.progress.ratings import SCORES, ScoreRatings, counted_ratings
from tracker.core.records import Kind, Rater, Rating
from tracker.core.reminders.rating_schedule import REPEAT_DAY, Ask

APART_DAYS = 28


def repeat_asks(ratings: Collection[Rating], treated_on: Iterable[date], today: date) -> tuple[Ask, ...]:
    """Return every day on which one person was or is asked to rate again, earliest first; all that they have is given.

    Entries after ``today`` are ignored.
    """
    scores = [one for score in SCORES if (one := counted_ratings(ratings, score, today)).rater is Rater.SELF]
    own = {rated.on: rated.entry_id for one in scores for rated in reversed(one.ratings)}
    days = sorted(own.keys() - set(treated_on))
    return tuple(
        Ask(kind=Kind.RATING, since=on, day=REPEAT_DAY, met_by=own.get(on + timedelta(REPEAT_DAY)))
        for on in _asking(days, scores)
    )


def _asking(days: Iterable[date], scores: Collection[ScoreRatings]) -> Iterator[date]:
    """Yield those of the rated ``days`` that ask for the next one."""
    pairs = [(pair_days(one), {rated.on for rated in one.ratings}) for one in scores]
    latest = date.min
    for on in days:
        is_wanted = any(on in rated and bisect_right(found, on) < FEWEST_PAIRS for found, rated in pairs)
        if is_wanted and (on - latest).days >= APART_DAYS and on < date.max:
            latest = on
            yield on
