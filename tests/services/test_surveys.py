"""Looks at everybody in numbers: the same as the looks themselves, and after a change only at whom it touches."""

from collections import Counter
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any
from uuid import UUID

import invented
import pytest
from sent_statements import Sent, plan
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import QuietHours, ReminderSettings
from tracker.services import looks, reminders
from tracker.services.looks import Looks, People
from tracker.services.record import Record, open_record
from tracker.services.reminders import Survey

MOST = 3


@pytest.fixture
def people(record: Record) -> list[UUID]:
    """Return seven people, by id, whose sessions are due again today; nobody is asked for ratings."""
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    added = [record.people.add(PersonDraft(name=f"Client {number}")).id for number in range(7)]
    for person_id in added:
        record.entries.add(person_id, invented.session(TODAY - timedelta(14)))
    return sorted(added)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[list[UUID]]:
    """Return the people of each look, as they come."""
    found: list[list[UUID]] = []
    decisions = Looks.decisions

    def remembered(self: Looks, look: Any, people: People) -> Iterator[Any]:
        found.append([*people.reminded, *people.others])
        return decisions(self, look, people)

    monkeypatch.setattr(Looks, "decisions", remembered)
    return found


def counted(record: Record) -> Counter[UUID]:
    return Counter(one.person_id for one in record.reminders.listed())


def surveyed(record: Record, since: Survey | None = None) -> Survey:
    """Return a survey, which counts what stands in the list."""
    survey = record.reminders.survey(MOST, since=since)
    assert survey.tally.listed == counted(record)
    return survey


def test_a_survey_counts_what_a_look_shows_and_lists(record: Record, people: list[UUID]) -> None:
    expected = record.reminders.listed()
    survey = surveyed(record)
    assert survey.tally.show == expected[:MOST]
    assert survey.tally.shown == tuple(one.key for one in expected)
    assert record.reminders.look().log == ()
    assert surveyed(record).tally.shown == ()


def test_parts_of_the_people_come_to_the_same_as_all_at_once(
    record: Record, people: list[UUID], catalog: Catalog, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.people.change(people[3], PersonDraft(name="Client", is_archived=True))
    at_once = record.reminders.listed()
    monkeypatch.setattr(looks, "_AT_ONCE", 2)
    assert record.reminders.listed() == at_once
    assert record.reminders.look().show == at_once


def test_nobody_is_looked_at_again_while_nothing_changes(
    record: Record, people: list[UUID], looked_at: list[list[UUID]]
) -> None:
    first = record.reminders.survey(MOST)
    again = record.reminders.survey(MOST, since=first)
    assert looked_at == [people, []]
    assert (again.tally.listed, again.tally.shown) == (first.tally.listed, ())


def test_after_a_change_only_whom_it_touches_is_looked_at(
    record: Record, people: list[UUID], looked_at: list[list[UUID]], catalog: Catalog, clock: FixedClock
) -> None:
    first = record.reminders.survey(MOST)
    other = open_record(record.path, catalog, clock)
    other.entries.add(people[5], invented.session(TODAY, override_reason="test"))
    other.close()
    record.people.change(people[2], PersonDraft(name="Client", is_archived=True))
    second = record.reminders.survey(MOST, since=first)
    assert looked_at == [people, [people[5], people[2]]]
    assert second.tally.listed.keys() == set(people) - {people[2], people[5]}
    record.undo.undo()
    third = surveyed(record, second)
    assert looked_at[2] == [people[2]]
    assert third.tally.listed.keys() == set(people) - {people[5]}


def test_what_another_program_wrote_down_is_looked_at(
    record: Record, people: list[UUID], looked_at: list[list[UUID]]
) -> None:
    first = record.reminders.survey(MOST)
    record.reminders.could_not_show([key for key in first.tally.shown if people[4].hex in key])
    surveyed(record, first)
    assert looked_at[1] == [people[4]]


def test_what_the_desktop_did_not_show_is_taken_back_part_by_part(
    record: Record, people: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "_AT_ONCE", 2)
    first = record.reminders.survey(MOST)
    record.reminders.could_not_show(first.tally.shown[:5])
    again = record.reminders.survey(MOST, is_start=True)
    assert len(first.tally.shown) == 7
    assert again.tally.shown == first.tally.shown[:5]


def test_what_is_kept_to_be_followed_holds_nothing_that_is_to_be_shown(record: Record, people: list[UUID]) -> None:
    first = record.reminders.survey(MOST)
    kept = first.to_follow
    assert (kept.tally.show, kept.tally.shown) == ((), ())
    assert (kept.tally.listed, kept.mark, kept.look) == (first.tally.listed, first.mark, first.look)
    assert surveyed(record, kept).tally.listed == first.tally.listed


def test_a_change_that_is_nobodys_in_particular_a_new_day_and_a_start_are_about_everybody(
    record: Record, people: list[UUID], looked_at: list[list[UUID]], clock: FixedClock
) -> None:
    first = record.reminders.survey(MOST)
    record.reminders.change_settings(ReminderSettings(quiet_hours=QuietHours(time(1), time(2))))
    second = record.reminders.survey(MOST, since=first)
    third = record.reminders.survey(MOST, since=second, is_start=True)
    fourth = record.reminders.survey(MOST, since=third, can_notify=False)
    clock.day += timedelta(1)
    record.reminders.survey(MOST, since=fourth, can_notify=False)
    assert looked_at == [people] * 5


def test_who_waits_for_a_time_of_day_is_looked_at_when_it_comes(
    record: Record, people: list[UUID], looked_at: list[list[UUID]], clock: FixedClock
) -> None:
    record.reminders.change_settings(ReminderSettings(quiet_hours=QuietHours(time(11), time(13))))
    first = record.reminders.survey(MOST)
    clock.at = time(12, 59)
    still = record.reminders.survey(MOST, since=first)
    clock.at = time(13)
    last = record.reminders.survey(MOST, since=still)
    record.reminders.survey(MOST, since=last)
    assert looked_at == [people, [], people, []]
    assert [len(one.tally.shown) for one in (first, still, last)] == [0, 0, 7]


def test_it_says_which_of_the_watched_still_stand_in_the_list(record: Record, people: list[UUID]) -> None:
    first = record.reminders.survey(MOST)
    watched = first.tally.shown
    record.entries.add(people[0], invented.session(TODAY, override_reason="test"))
    second = record.reminders.survey(MOST, watched, first)
    assert second.tally.watched == record.reminders.tally(watched).watched == set(watched[1:])


def test_a_look_reads_no_more_of_the_log_than_what_is_pending_or_there(record: Record, people: list[UUID]) -> None:
    record.reminders.survey(MOST)
    with Sent(record) as sent:
        record.reminders.survey(MOST)
    # The latest line alone is read by its number.
    asked = [one for one in sent.selects if "reminder_log" in one[0] and "LIMIT" not in one[0]]
    steps = [step for statement, given in asked for step in plan(record, statement, given) if "reminder_log" in step]
    assert steps
    for step in steps:
        assert step.startswith("SEARCH") or "INDEX ix_reminder_log_pending" in step
