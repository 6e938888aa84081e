"""What the reminder centre shows, lists and writes down."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from tracker.core.records import Kind
from tracker.core.reminders.centre import Look, decide, failed, verdicts
from tracker.core.reminders.log import Answer, LogRow, Outcome, standings
from tracker.core.reminders.outlook import Outlook, Reminder
from tracker.core.reminders.settings import KindSettings, QuietHours, ReminderKind, ReminderSettings
from tracker.core.reminders.stories import Story, stories

START = date(2026, 1, 1)
PERSON, OTHER = UUID(int=1), UUID(int=2)
E, R, L = ReminderKind.EARLIEST, ReminderKind.RECOMMENDED, ReminderKind.LAPSED
SHIPPED = ReminderSettings()
NIGHT = ReminderSettings(quiet_hours=QuietHours(time(22), time(7)))


def day(number: int) -> date:
    return START + timedelta(number)


def about(on: int, kind: ReminderKind = R, *, person: UUID = PERSON, **more: object) -> Reminder:
    fields: dict[str, object] = {"treatment": Kind.BOTOX, "since": day(0), "last": day(0)} | more
    return Reminder(kind=kind, person_id=person, on=day(on), **fields)  # type: ignore[arg-type]


def switched_off(*kinds: ReminderKind) -> ReminderSettings:
    settings = SHIPPED
    for kind in kinds:
        settings = settings.with_kind(kind, replace(settings.kinds[kind], is_on=False))
    return settings


class Centre:
    """A record's log and answers, and the looks at them."""

    def __init__(self, *reminders: Reminder, settings: ReminderSettings = SHIPPED) -> None:
        self.reminders = list(reminders)
        self.settings = settings
        self.days: dict[Kind, frozenset[date]] = {Kind.BOTOX: frozenset({START})}
        self.log: list[LogRow] = []
        self.answers: dict[str, Answer] = {}
        self.listed: list[Reminder] = []
        self.people = [PERSON]

    def look(
        self, on: int, hour: int = 9, minute: int = 0, *, can_notify: bool = True, is_start: bool = False
    ) -> list[Reminder]:
        look = self._at(on, hour, minute, can_notify=can_notify, is_start=is_start)
        decision = decide(look, self.outlooks(), standings(self.log), self.answers, self.settings)
        self.log += decision.log
        self.listed = list(decision.listed)
        return list(decision.show)

    def outlooks(self) -> list[Outlook]:
        return [
            Outlook(
                person_id=person,
                reminders=tuple(one for one in self.reminders if one.person_id == person),
                days=self.days,
            )
            for person in self.people
        ]

    def _at(self, on: int, hour: int = 9, minute: int = 0, **more: bool) -> Look:
        wall = time(hour, minute)
        return Look(at=datetime.combine(day(on), wall, tzinfo=UTC), today=day(on), wall=wall, **more)

    def fail(self, on: int) -> None:
        self.log.append(failed(self.log[-1], self._at(on)))

    def answer(self, reminder: Reminder, on: int, until: int | None = None, hour: int = 12) -> None:
        at = datetime.combine(day(on), time(hour), tzinfo=UTC)
        until_day = None if until is None else day(until)
        self.answers[reminder.key] = Answer(key=reminder.key, at=at, on=day(on), until=until_day)

    def written(self) -> list[tuple[str, str]]:
        return [(row.kind.value, row.outcome.value) for row in self.log]

    def outcomes(self) -> list[str]:
        return [row.outcome.value for row in self.log]

    def stories(self, on: int) -> list[Story]:
        found = verdicts(self._at(on), self.outlooks(), standings(self.log), self.answers, self.settings)
        return stories(self.log, found)


def test_it_is_listed_from_its_day_and_shown_at_its_time_once() -> None:
    due = about(90)
    centre = Centre(due)

    assert centre.look(89, 23, 59) == []
    assert (centre.listed, centre.log) == ([], [])
    assert centre.look(90, 8, 59) == []
    assert centre.listed == [due]
    assert centre.look(90, 9) == [due]
    assert centre.look(90, 9, 1) == centre.look(91) == centre.look(400) == []
    assert centre.listed == [due]
    assert centre.outcomes() == ["waiting", "shown"]


@pytest.mark.parametrize(("notice", "opens"), [(0, 90), (1, 89), (7, 83)])
def test_notice_shows_it_days_before(notice: int, opens: int) -> None:
    centre = Centre(about(90), settings=SHIPPED.with_kind(R, KindSettings(notice_days=notice, at=time(18))))

    assert centre.look(opens - 1, 23) == []
    assert centre.look(opens, 17, 59) == []
    assert len(centre.look(opens, 18)) == 1


def test_what_came_while_the_app_was_closed_is_shown_at_the_next_look_whatever_the_time() -> None:
    assert len(Centre(about(90)).look(97, 3)) == 1


@pytest.mark.parametrize(
    "looks",
    [
        [(90, 9), (90, 8), (90, 9), (89, 23), (90, 9)],
        [(400, 9), (90, 9), (91, 9)],
        [(90, 1), (90, 3), (90, 2), (90, 10), (90, 9), (90, 10)],
        [(92, 0), (90, 9)],
    ],
    ids=["set back by an hour and a day", "ahead by a year", "an hour twice and one skipped", "a day skipped"],
)
def test_whatever_the_clock_does_it_is_shown_once(looks: list[tuple[int, int]]) -> None:
    centre = Centre(about(90))

    assert sum(len(centre.look(on, hour)) for on, hour in looks) == 1


def test_on_the_last_day_of_its_use_it_is_still_shown() -> None:
    assert len(Centre(about(10, ReminderKind.TOUCH_UP_REVIEW, until=day(28))).look(28)) == 1


def test_while_the_clock_is_set_back_before_its_day_it_is_not_listed() -> None:
    centre = Centre(about(90))
    centre.look(90)

    centre.look(80)

    assert centre.listed == []
    assert centre.outcomes() == ["shown"]


def test_quiet_hours_hold_it_and_do_not_lose_it() -> None:
    due = about(90)
    centre = Centre(due, settings=NIGHT.with_kind(R, KindSettings(at=time(23))))

    assert centre.look(90, 23) == centre.look(91, 6, 59) == []
    assert centre.listed == [due]
    assert centre.look(91, 7) == [due]
    assert centre.outcomes() == ["quiet", "shown"]


def test_switched_off_it_is_neither_shown_nor_listed_and_comes_when_switched_on() -> None:
    due = about(90)
    centre = Centre(due, settings=switched_off(R))

    assert centre.look(90) == centre.look(91) == []
    assert centre.listed == []
    centre.settings = SHIPPED
    assert centre.look(95) == [due]
    assert centre.outcomes() == ["off", "shown"]


def test_one_that_is_of_two_kinds_reminds_while_one_of_them_is_on() -> None:
    due = about(90, also=(E,))
    late = switched_off(R).with_kind(E, KindSettings(at=time(20)))

    assert Centre(due, settings=switched_off(R, E)).look(90) == []
    assert Centre(due, settings=late).look(90, 19) == []
    assert Centre(due, settings=late).look(90, 20) == [due]


def test_a_plan_holds_it_back_until_the_plan_is_gone() -> None:
    due = about(90)
    centre = Centre(replace(due, is_held_by_plan=True))

    assert centre.look(90) == centre.look(93) == []
    assert centre.listed == []
    centre.reminders = [due]
    assert centre.look(96) == [due]
    assert centre.outcomes() == ["planned", "shown"]


def test_catching_up_shows_the_newest_stage_and_writes_the_others_down() -> None:
    stages = [about(60, E), about(90, R), about(120, L)]
    centre = Centre(*stages)

    assert centre.look(130) == [stages[2]]
    assert centre.listed == [stages[2]]
    assert centre.written() == [("earliest", "overtaken"), ("recommended", "overtaken"), ("lapsed", "shown")]
    assert centre.look(131) == []
    assert len(centre.log) == 3


def test_a_stage_that_is_off_overtakes_nothing_unless_it_was_shown() -> None:
    earlier, later = about(60, E), about(90, R)
    assert Centre(earlier, later, settings=switched_off(R)).look(95) == [earlier]

    centre = Centre(earlier, later)
    centre.look(95)
    centre.settings = switched_off(R)
    assert centre.look(96) == []
    assert centre.listed == []


def test_a_stage_overtaken_only_by_a_clock_that_was_ahead_is_shown_on_its_day() -> None:
    stages = [about(60, E), about(90, R)]
    centre = Centre(*stages)

    assert centre.look(300) == [stages[1]]
    assert centre.look(60) == [stages[0]]
    assert centre.look(90) == []


def test_stages_of_different_treatments_do_not_overtake_each_other() -> None:
    centre = Centre(about(60, E), about(90, L, treatment=Kind.MICRODERMABRASION))

    assert len(centre.look(95)) == 2


def test_a_snooze_repeats_it_once_on_its_day_at_its_time() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90)
    centre.answer(due, 90, until=93)

    assert centre.look(90, 13) == centre.look(92, 23) == []
    assert centre.listed == []
    assert centre.look(93, 8) == []
    assert centre.listed == [due]
    assert centre.look(93, 9) == [due]
    assert centre.look(93, 10) == centre.look(91) == centre.look(200) == []
    assert centre.listed == [due]
    assert centre.outcomes() == ["shown", "snoozed", "waiting", "shown"]


def test_each_snooze_repeats_it_once_more_even_until_the_same_day() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90)
    centre.answer(due, 90, until=93)
    assert centre.look(93) == [due]
    centre.answer(due, 92, until=93, hour=13)
    assert centre.look(92, 14) == []
    assert centre.look(93) == [due]


def test_a_snooze_before_it_was_shown_leaves_one_notification() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90, 8)
    centre.answer(due, 90, until=91, hour=8)

    assert centre.look(90) == []
    assert centre.look(91) == [due]
    assert centre.look(92) == []


def test_undoing_a_snooze_does_not_repeat_it() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90, 8)
    centre.answer(due, 90, until=91, hour=8)
    centre.look(91)
    centre.answers.clear()

    assert centre.look(92) == []
    assert centre.listed == [due]


def test_a_snooze_made_while_the_clock_was_ahead_does_not_last_until_then() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(400)
    centre.answer(due, 400, until=401)

    assert centre.look(100) == [due]
    assert centre.look(400) == []
    assert centre.listed == [due]


def test_a_snooze_survives_a_journey_to_the_west() -> None:
    due = about(80)
    centre = Centre(due)
    centre.look(90)
    centre.answer(due, 90, until=91)

    assert centre.look(89, 23) == centre.look(90, 23) == []
    assert centre.listed == []
    assert centre.look(91) == [due]


def test_dismissing_ends_it_and_undoing_that_lists_it_again() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90)
    centre.answer(due, 90)

    assert centre.look(91) == []
    assert centre.listed == []
    assert centre.outcomes() == ["shown"]
    centre.answers.clear()
    assert centre.look(92) == []
    assert centre.listed == [due]


def test_dismissed_before_its_time_it_is_written_down_as_that() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90, 8)
    centre.answer(due, 90, hour=8)

    assert centre.look(90) == []
    assert centre.outcomes() == ["waiting", "dismissed"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({day(0), day(90)}, "handled"),
        ({day(90)}, "changed"),
        ({day(2)}, "changed"),
        (set(), "changed"),
    ],
    ids=["the next treatment was logged", "its treatment was moved later", "and a little later", "deleted"],
)
def test_a_reminder_that_is_gone_is_written_down_with_the_reason(days: set[date], expected: str) -> None:
    centre = Centre(about(90))
    centre.look(90, 8)
    centre.reminders, centre.days = [], {Kind.BOTOX: frozenset(days)}

    assert centre.look(90) == centre.look(91) == []
    assert centre.listed == []
    assert centre.outcomes() == ["waiting", expected]


def test_a_plan_that_was_done_is_handled_and_one_that_passed_is_over() -> None:
    planned = about(5, ReminderKind.PLANNED, plan_id=UUID(int=9), last=None, until=day(5))
    done, passed = Centre(planned), Centre(planned)
    passed.days = {}
    for centre in (done, passed):
        centre.look(4)
        centre.reminders = []

    done.look(6)
    passed.look(6)

    assert done.outcomes() == ["shown", "handled"]
    assert passed.outcomes() == ["shown", "over"]


def test_a_reminder_that_comes_back_is_shown_once_in_all() -> None:
    due = about(90)
    centre = Centre(due)
    assert centre.look(90) == [due]
    centre.reminders = []
    centre.look(91)
    centre.reminders = [due]

    assert centre.look(92) == []
    assert centre.listed == [due]


def test_a_reminder_withdrawn_before_it_was_shown_is_shown_when_it_comes_back() -> None:
    due = about(90)
    centre = Centre(due)
    centre.look(90, 8)
    centre.reminders = []
    centre.look(90, 9)
    centre.reminders = [due]

    assert centre.look(91) == [due]
    assert centre.outcomes() == ["waiting", "changed", "shown"]


def test_what_ended_while_the_app_was_closed_is_over() -> None:
    centre = Centre(about(10, ReminderKind.RATING, treatment=Kind.RATING, until=day(13)))

    assert centre.look(14, is_start=True) == []
    assert centre.listed == []
    centre.reminders = []
    centre.look(15)
    assert centre.outcomes() == ["over"]


def test_what_was_done_before_it_was_due_is_handled() -> None:
    centre = Centre(about(14, ReminderKind.RATING, until=day(17), is_met=True))

    assert centre.look(12) == centre.look(14) == []
    assert centre.outcomes() == ["handled"]


def test_where_the_desktop_takes_nothing_it_is_listed_and_shown_once_it_does() -> None:
    due = about(90)
    centre = Centre(due)

    assert centre.look(90, can_notify=False) == centre.look(91, can_notify=False) == []
    assert centre.listed == [due]
    assert centre.look(92) == [due]
    assert centre.outcomes() == ["unavailable", "shown"]


def test_what_the_desktop_did_not_show_is_tried_again_at_the_next_start() -> None:
    due = about(90)
    centre = Centre(due)
    assert centre.look(90) == [due]
    centre.fail(90)

    assert centre.look(90, 10) == centre.look(91) == []
    assert centre.listed == [due]
    assert centre.look(92, is_start=True) == [due]
    assert centre.look(93, is_start=True) == []
    assert centre.outcomes() == ["shown", "failed", "shown"]


def test_they_come_by_person_and_day() -> None:
    reminders = [
        about(91, L, person=OTHER),
        about(92, ReminderKind.RATING, treatment=Kind.RATING),
        about(90, R, person=OTHER, treatment=Kind.MICRODERMABRASION),
        about(90, R),
    ]
    centre = Centre(*reminders)
    centre.people = [OTHER, PERSON]

    assert centre.look(95) == centre.listed == [reminders[3], reminders[1], reminders[2], reminders[0]]


def test_the_log_of_people_who_are_not_looked_at_is_left_alone() -> None:
    centre = Centre(about(90), about(90, person=OTHER))
    centre.people = [PERSON, OTHER]
    centre.look(90)
    centre.reminders, centre.people = [], [OTHER]

    centre.look(91)

    assert [(row.person_id, row.outcome) for row in centre.log[2:]] == [(OTHER, Outcome.CHANGED)]


def test_a_story_tells_what_became_of_each_reminder_the_latest_day_first() -> None:
    gone, open_, later = about(80, E), about(90, R), about(120, L)
    centre = Centre(gone, settings=switched_off(E))
    centre.look(80)
    centre.reminders = [open_, later]
    centre.look(90, 8)
    centre.look(90)

    told = centre.stories(91)

    assert [(story.about, story.now, story.was_shown, story.why) for story in told] == [
        (day(120), Outcome.UPCOMING, False, Outcome.UPCOMING),
        (day(90), Outcome.OPEN, True, None),
        (day(80), None, False, Outcome.CHANGED),
    ]
    assert [[step.outcome for step in story.steps] for story in told] == [
        [],
        [Outcome.SHOWN, Outcome.WAITING],
        [Outcome.CHANGED, Outcome.OFF],
    ]


def test_a_story_of_one_that_the_desktop_did_not_show_says_so() -> None:
    centre = Centre(about(90))
    centre.look(90)
    centre.fail(90)

    (story,) = centre.stories(91)

    assert (story.was_shown, story.why) == (False, Outcome.FAILED)
    assert [step.on for step in story.steps] == [day(90), day(90)]
