"""Cycles of invented people, as the progress of a record holds them."""

from rated_people import END, botox, counted, day, wrinkles

from tracker.core.progress.cycles import Cycle, cycles_of
from tracker.core.progress.ratings import WRINKLES
from tracker.core.progress.treatments import main_treatments
from tracker.core.progress.windows import BOTOX_DAYS
from tracker.core.records import Entry, Kind

COURSE = {-7: 4, 14: 8, 30: 8, 60: 8, 90: 7, 120: 5}
"""Wrinkles by days since the treatment: half of the gain, at 6, is lost on day 105."""
WORN_OFF, HALF = 105, 6


def cycles(*entries: Entry) -> tuple[Cycle, ...]:
    """Return the cycles of botox among ``entries``."""
    given = list(entries)
    return cycles_of(main_treatments(given, Kind.BOTOX, day(END)), counted(given, WRINKLES), BOTOX_DAYS)


def alike(count: int, product: str = "dysport") -> tuple[Cycle, ...]:
    """Return so many cycles of the same course, so far apart that a picture ends before the next one."""
    treated = [400 * number for number in range(count)]
    entries: list[Entry] = [botox(on, product) for on in treated]
    for on in treated:
        entries += wrinkles({on + days: score for days, score in COURSE.items()})
    return cycles(*entries)
