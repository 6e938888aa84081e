"""Reminders worked out from few entries: the same as from all of them, and nobody is kept from saving meanwhile."""

from datetime import timedelta
from itertools import product
from random import Random
from typing import Any
from uuid import UUID

import invented
import pytest
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderKind
from tracker.services import looks, outlooks, reminders
from tracker.services.record import Record, open_record
from tracker.store import waiting_lines

AGO = (0, 1, 2, 3, 5, 7, 9, 12, 16, 20, 30, 44, 60, 100, 130, 390, 410, 800)


@pytest.fixture
def people(record: Record) -> list[UUID]:
    """Return people with a few entries each, old and new."""
    chance = Random(4)
    added = [record.people.add(PersonDraft(name=f"Client {number}")).id for number in range(6)]
    for person_id, _ in product(added, range(6)):
        draft: Any = chance.choice((invented.session, invented.botox, invented.rating))
        record.entries.add(person_id, draft(TODAY - timedelta(chance.choice(AGO))))
    return added


@pytest.mark.parametrize("is_repeat_on", [False, True])
@pytest.mark.parametrize("rhythm", [3, 14])
def test_reminders_are_the_same_from_few_entries_as_from_all(
    record: Record,
    people: list[UUID],
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    rhythm: int,
    is_repeat_on: bool,
) -> None:
    schedule = RatingScheduleSettings(is_rhythm_on=True, rhythm_days=rhythm, is_repeat_on=is_repeat_on)
    record.asked_ratings.change_schedule(schedule)
    for later in (0, 1, 2, 9, 40):
        clock.day += timedelta(later)
        record.entries.add(people[later % 6], invented.rating(clock.day))
        few = (record.reminders.listed(), record.reminders.stories())
        with monkeypatch.context() as wider:
            wider.setattr(outlooks, "_LATELY", timedelta(3_000))
            assert few == (record.reminders.listed(), record.reminders.stories())
        assert record.reminders.look().listed == few[0]


def test_days_that_stand_close_for_months_go_together_from_the_first(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for count in (17, 18):
        person_id = record.people.add(PersonDraft(name=f"Client {count}")).id
        for number in range(count):
            record.entries.add(person_id, invented.session(TODAY - timedelta(3 * number)))
    few = record.reminders.stories()
    monkeypatch.setattr(outlooks, "_LATELY", timedelta(3_000))
    assert few == record.reminders.stories()


def test_a_client_who_comes_back_after_years_has_handled_the_reminder(record: Record) -> None:
    anna = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(anna.id, invented.session(TODAY - timedelta(700)))
    record.reminders.look()
    record.entries.add(anna.id, invented.session(TODAY))
    ended = {row.kind: row.outcome for row in record.reminders.look().log if row.about < TODAY}
    assert ended[ReminderKind.LAPSED] is Outcome.HANDLED


def test_an_older_treatment_entered_later_hides_none_that_a_reminder_counted_from(record: Record) -> None:
    anna = record.people.add(PersonDraft(name="Anna Example"))
    record.entries.add(anna.id, invented.session(TODAY - timedelta(200)))
    record.reminders.look()
    record.entries.add(anna.id, invented.session(TODAY - timedelta(100)))
    ended = {row.kind: row.outcome for row in record.reminders.look().log if row.about < TODAY - timedelta(100)}
    assert ended[ReminderKind.LAPSED] is Outcome.HANDLED


def test_others_save_while_reminders_are_worked_out(
    record: Record, people: list[UUID], catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_record(record.path, catalog, clock)
    saved: list[str] = []

    def saving_first(module: Any, name: str) -> None:
        real = getattr(module, name)

        def work(*arguments: Any, **named: Any) -> Any:
            if name not in saved:
                other.entries.add(people[0], invented.rating(TODAY))
                saved.append(name)
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, work)

    saving_first(outlooks, "outlook_of")
    saving_first(looks, "decide")
    saving_first(waiting_lines, "plain_lines")
    assert record.reminders.look().log
    assert saved == ["outlook_of", "decide", "plain_lines"]
    other.close()


def test_others_save_while_the_due_list_is_made(
    record: Record, people: list[UUID], catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_record(record.path, catalog, clock)
    real = reminders.kept.decoded
    saved = []

    def work(*arguments: Any) -> Any:
        if not saved:
            saved.append(other.entries.add(people[0], invented.rating(TODAY)))
        return real(*arguments)

    monkeypatch.setattr("tracker.store.given.decoded", work)
    assert record.spacing.due()
    assert saved
    other.close()
