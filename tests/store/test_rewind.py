"""A record taken back in memory is what it was before each change."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import invented
from support import TODAY, FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.intervals import Days
from tracker.core.records import Kind, Person
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.services.record import Record
from tracker.store.change_record import former_rows, revision
from tracker.store.rewind import Rewind

YEAR = timedelta(366)
NOBODY = (None, [], [], [])


def picture(rewind: Rewind, owner: UUID) -> tuple[object, ...]:
    """Return everything that is known of one person."""
    if owner not in rewind.owners():
        return (*NOBODY, rewind.setting("rating_schedule"))
    of = rewind.of(owner)
    rule = rewind.intervals(owner).of_rule("microdermabrasion-clinic")
    known = (of.person, *(sorted(map(repr, found)) for found in (of.events, of.ratings, of.plans)))
    return (*known, rewind.setting("rating_schedule"), *([] if rule is None else [rule]))


def pictures_back(record: Record, owner: UUID, scope: UUID | None) -> list[tuple[object, ...]]:
    """Return the pictures from now back to the first change."""
    with record._store.read() as connection:
        rewind = Rewind(connection, TODAY - YEAR, scope)
    return [picture(rewind, owner) for stood in rewind.back() if stood.owner == owner]


def verbs(record: Record, ann: Person) -> list[Callable[[], Any]]:
    """Return changes of every kind to one person and to everybody, one after the other."""
    entries, plans, units = record.entries, record.plans, {"points": (), "units": Decimal(20)}
    made: dict[str, Any] = {}
    return [
        lambda: made.update(session=entries.add(ann.id, invented.session(TODAY))),
        lambda: made.update(botox=entries.add(ann.id, invented.botox(TODAY - timedelta(100)))),
        lambda: entries.change(made["botox"].id, invented.botox(TODAY - timedelta(99))),
        lambda: made.update(bare=entries.add(ann.id, invented.botox(TODAY, **units))),
        lambda: made.update(rating=entries.add(ann.id, invented.rating(TODAY))),
        lambda: made.update(plan=plans.add(ann.id, Kind.MICRODERMABRASION, TODAY + timedelta(9))),
        lambda: plans.move(made["plan"].id, TODAY + timedelta(10)),
        lambda: record.intervals.change("microdermabrasion-clinic", Days(3, 4, 35)),
        lambda: record.intervals.change("microdermabrasion-clinic", Days(5, 6, 35), person_id=ann.id),
        lambda: record.asked_ratings.change_schedule(RatingScheduleSettings(rhythm_days=7)),
        lambda: record.asked_ratings.change_schedule(RatingScheduleSettings(rhythm_days=30)),
        lambda: entries.add(ann.id, invented.session(TODAY), fulfils=made["plan"].id),
        lambda: entries.remove([made["bare"].id, made["rating"].id]),
        record.undo.undo,
        lambda: record.intervals.reset("microdermabrasion-clinic", person_id=ann.id),
        lambda: record.people.change(ann.id, PersonDraft(name="Ann Renamed", is_archived=True)),
    ]


def test_every_change_is_taken_back_in_turn(record: Record) -> None:
    ann = record.people.add(PersonDraft(name="Ann Example"))
    ben = record.people.add(PersonDraft(name="Ben Example"))
    seen = [pictures_back(record, ann.id, None)[0]]
    for verb in verbs(record, ann):
        verb()
        seen.append(pictures_back(record, ann.id, None)[0])
    assert len({repr(one) for one in seen}) == len(seen) - 1, "only the undo is the same as something before"
    before_all = (*NOBODY, {})
    for scope in (None, ann.id):
        assert pictures_back(record, ann.id, scope) == [*reversed(seen), before_all]
    with record._store.read() as connection:
        assert Rewind(connection, TODAY, ann.id).owners() == [ann.id]
        assert set(Rewind(connection, TODAY).owners()) == {ann.id, ben.id}


def test_only_changes_since_the_day_are_taken_back_even_where_the_clock_was_set_back(
    record: Record, clock: FixedClock
) -> None:
    days = (TODAY - timedelta(400), TODAY - timedelta(3), TODAY - timedelta(5), TODAY)
    for place, clock.day in enumerate(days):
        record.people.add(PersonDraft(name=f"Person {place}"))
    with record._store.read() as connection:
        found = [(row.batch, row.on) for row in former_rows(connection, TODAY - timedelta(4))]
        latest = revision(connection)
    assert found == [(4, days[3]), (3, days[2]), (2, days[1])]
    assert latest is not None
    assert (latest.number, latest.at) == (4, clock.now())


def test_an_entry_handed_over_is_taken_back_to_whose_it_was(record: Record) -> None:
    ann = record.people.add(PersonDraft(name="Ann Example"))
    ben = record.people.add(PersonDraft(name="Ben Example"))
    rating = record.entries.add(ann.id, invented.rating(TODAY))
    record.moving.move(rating.id, ben.id)
    record.merging.merge(ann.id, ben.id)
    found: dict[UUID, list[int]] = {ann.id: [], ben.id: []}
    with record._store.read() as connection:
        rewind = Rewind(connection, TODAY - YEAR)
    for stood in rewind.back():
        found[stood.owner].append(len(rewind.of(stood.owner).ratings))
    # Newest first: merged, moved to Ben, logged on Ann, and before that.
    assert found == {ann.id: [1, 0, 1, 0, 0], ben.id: [1, 0, 0]}
