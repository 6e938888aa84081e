"""What there is to be printed of one person, or of several at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.drafts import EARLIEST_DAY
from tracker.ui.reports.contents import maps_of
from tracker.ui.reports.person_file import PersonFile
from tracker.ui.words.dates import day_table
from tracker.ui.words.face_map import total_units


@dataclass(frozen=True, slots=True)
class Offer:
    """``first`` is the day on which the record begins. ``maps`` are the treatments of which there is a face map, newest
    first, each with its words; of several people nobody knows them beforehand.
    """

    today: date
    first: date
    has_maps: bool
    can_compare: bool
    has_letterhead: bool
    maps: tuple[tuple[UUID, str], ...] = ()


def offer_of(file: PersonFile) -> Offer:
    """Return what there is to be printed of one person."""
    timeline = file.timeline
    maps = tuple((one.id, f"{day_table(one.on)}, {total_units(one)}") for one in maps_of(timeline))
    return Offer(
        today=timeline.today,
        first=min(
            [days[0].on for days in (timeline.ratings, timeline.treatments, timeline.noted) if days],
            default=timeline.today,
        ),
        has_maps=bool(maps),
        can_compare=bool(timeline.treatments and timeline.ratings),
        has_letterhead=file.letterhead is not None,
        maps=maps,
    )


def offer_of_several(today: date, has_letterhead: bool) -> Offer:
    """Return what is offered for several people: everything, of each of them what there is."""
    return Offer(today, EARLIEST_DAY, has_maps=True, can_compare=True, has_letterhead=has_letterhead)
