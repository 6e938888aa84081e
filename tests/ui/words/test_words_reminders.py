"""What reminders, notifications and the answer to "Why was I not reminded?" say."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product
from uuid import UUID

import pytest

from tracker.core.records import TREATMENTS, Kind
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.rating_schedule import Ask, AskedRating
from tracker.core.reminders.settings import KindSettings, QuietHours, ReminderKind, ReminderSettings
from tracker.ui.words import asked_ratings, reminder_outcomes, reminders

BOTOX, SESSION, RATING = Kind.BOTOX, Kind.MICRODERMABRASION, Kind.RATING
TODAY = date(2026, 3, 9)
LAST = date(2025, 11, 27)
NEVER = ("safe", "recommended", "should", "works", "overdue", "!", "you can", "you missed", "must")
HEALTH = ("botox", "micro", "skin", "treatment", "rate", "touch")


def _reminder(kind: ReminderKind, treatment: Kind, on: date, since: date = LAST, **more: object) -> Reminder:
    return Reminder(kind=kind, person_id=UUID(int=1), treatment=treatment, on=on, since=since, **more)  # type: ignore[arg-type]


def _ask(kind: Kind, since: date, day: int, *, is_planned: bool = False) -> Ask:
    return Ask(kind=kind, since=since, day=day, is_planned=is_planned)


@pytest.mark.parametrize(
    ("kind", "ahead", "said"),
    [
        (ReminderKind.EARLIEST, -1, "Microdermabrasion: earliest day reached, Sun 8 Mar"),
        (ReminderKind.EARLIEST, 0, "Microdermabrasion: earliest day today, Mon 9 Mar"),
        (ReminderKind.EARLIEST, 3, "Microdermabrasion: earliest day Thu 12 Mar"),
        (ReminderKind.RECOMMENDED, -1, "Microdermabrasion: the window opened on Sun 8 Mar"),
        (ReminderKind.RECOMMENDED, 0, "Microdermabrasion: the window opens today, Mon 9 Mar"),
        (ReminderKind.RECOMMENDED, 3, "Microdermabrasion: the window opens on Thu 12 Mar"),
        (ReminderKind.LAPSED, -1, "Microdermabrasion: past its window since Sun 8 Mar"),
        (ReminderKind.LAPSED, 0, "Microdermabrasion: past its window from today, Mon 9 Mar"),
        (ReminderKind.LAPSED, 3, "Microdermabrasion: past its window from Thu 12 Mar"),
        (ReminderKind.PLANNED, 0, "Planned for today: microdermabrasion"),
        (ReminderKind.PLANNED, 1, "Planned for tomorrow: microdermabrasion"),
        (ReminderKind.PLANNED, 3, "Planned for Thu 12 Mar: microdermabrasion"),
    ],
)
def test_a_reminder_says_its_day_as_past_present_or_to_come(kind: ReminderKind, ahead: int, said: str) -> None:
    assert reminders.sentence(_reminder(kind, SESSION, TODAY + timedelta(ahead)), TODAY) == said


def test_a_planned_touch_up_is_called_one() -> None:
    planned = _reminder(ReminderKind.PLANNED, BOTOX, TODAY + timedelta(1), is_touch_up=True)
    assert reminders.sentence(planned, TODAY) == "Planned for tomorrow: botox touch-up"


def test_a_touch_up_review_names_its_days_and_the_treatment_that_it_counts_from() -> None:
    review = _reminder(ReminderKind.TOUCH_UP_REVIEW, BOTOX, LAST + timedelta(10), until=LAST + timedelta(28))
    assert reminders.sentence(review, TODAY) == "Touch-up review, days 10 to 28 after botox of 27 Nov 2025"


def test_a_rating_says_every_reason_for_which_it_is_asked() -> None:
    asks = (_ask(BOTOX, date(2026, 2, 23), 14), _ask(SESSION, date(2026, 3, 2), 7), _ask(RATING, LAST, 98))
    rating = _reminder(ReminderKind.RATING, BOTOX, TODAY, asks=asks)
    assert reminders.sentence(rating, TODAY) == (
        "Rate skin: day 14 after botox of 23 Feb, day 7 after microdermabrasion of 2 Mar"
        " and your rhythm, 98 days after 27 Nov 2025"
    )


def test_rating_once_more_says_what_it_is_for() -> None:
    why = "two ratings close together show how much your ratings vary by themselves"
    again = _ask(RATING, date(2026, 3, 8), 1)
    reminder = _reminder(ReminderKind.RATING, RATING, TODAY, asks=(again,))
    assert reminders.sentence(reminder, TODAY) == f"Rate again today: {why}"
    assert reminders.sentence(replace(reminder, on=date(2026, 3, 10)), TODAY) == "Rate skin: again, the day after 8 Mar"
    both = replace(reminder, asks=(again, _ask(BOTOX, date(2026, 2, 23), 14)))
    assert reminders.sentence(both, TODAY) == "Rate skin: again, the day after 8 Mar and day 14 after botox of 23 Feb"
    assert asked_ratings.next_rating(AskedRating(asks=(again,)), 14, TODAY) == f"Rate again today: {why}."
    tomorrow = AskedRating(asks=(_ask(RATING, TODAY, 1),))
    assert asked_ratings.next_rating(tomorrow, 14, TODAY) == f"Rate again on Tue 10 Mar: {why}."
    assert asked_ratings.shortly_because(again) == "once more"


def test_a_rating_before_a_treatment_says_whether_that_is_planned_or_done() -> None:
    assert (
        asked_ratings.asked_because(_ask(BOTOX, TODAY, 0, is_planned=True), TODAY) == "before botox planned for 9 Mar"
    )
    assert asked_ratings.asked_because(_ask(BOTOX, TODAY, 0), TODAY) == "before botox of 9 Mar"


@pytest.mark.parametrize(
    ("asks", "said", "pill"),
    [
        ((_ask(RATING, date(2026, 3, 3), 14),), "Planned every two weeks, next on Tue 17 Mar.", "Any time"),
        ((_ask(RATING, date(2026, 2, 23), 14),), "Planned every two weeks, now until Thu 12 Mar.", "Asked today"),
        ((_ask(RATING, date(2026, 2, 20), 14),), "Planned every two weeks, now until today.", "Last day"),
        ((_ask(BOTOX, date(2026, 2, 26), 14),), "Asked on Thu 12 Mar: day 14 after botox.", "Any time"),
        ((_ask(BOTOX, date(2026, 2, 21), 14),), "Asked until Tue 10 Mar: day 14 after botox.", "1 day left"),
        ((_ask(BOTOX, TODAY, 0),), "Asked until today: before botox.", "Asked today"),
        (
            (_ask(BOTOX, date(2026, 2, 23), 14), _ask(SESSION, TODAY, 0), _ask(RATING, LAST, 102)),
            "Asked until Thu 12 Mar: day 14 after botox, before microdermabrasion and your rhythm.",
            "Asked today",
        ),
    ],
)
def test_the_rating_card_says_when_and_why(asks: tuple[Ask, ...], said: str, pill: str) -> None:
    asked = AskedRating(asks=asks)
    assert asked_ratings.next_rating(asked, 14, TODAY) == said
    assert asked_ratings.pill(asked, TODAY) == pill


def test_the_rating_card_names_only_what_is_still_asked_for() -> None:
    asked = AskedRating(asks=(_ask(SESSION, date(2026, 2, 26), 7), _ask(RATING, date(2026, 2, 22), 14)))

    assert asked_ratings.next_rating(asked, 14, TODAY) == "Planned every two weeks, now until Wed 11 Mar."


def test_a_rhythm_is_called_by_weeks_where_it_is_such() -> None:
    asked = AskedRating(asks=(_ask(RATING, TODAY, 30),))
    said = [asked_ratings.next_rating(asked, every, TODAY).split(",")[0] for every in (7, 14, 30)]
    assert said == ["Planned every week", "Planned every two weeks", "Planned every 30 days"]
    assert asked_ratings.pill(None, TODAY) == "Any time"


def test_beside_a_reminder_stands_when_it_was_last_and_until_when_it_is_of_use() -> None:
    last = date(2026, 3, 3)
    rating = _reminder(ReminderKind.RATING, RATING, TODAY, last=last, until=TODAY + timedelta(3))
    assert reminders.details(rating, TODAY) == "Last rated 3 Mar, 6 days ago. Until Thu 12 Mar."
    assert reminders.details(_reminder(ReminderKind.EARLIEST, BOTOX, TODAY, last=last), TODAY) == (
        "Last 3 Mar, 6 days ago."
    )
    assert reminders.details(_reminder(ReminderKind.PLANNED, BOTOX, TODAY, until=TODAY), TODAY) == ""


def test_a_day_is_told_by_its_distance() -> None:
    said = [reminders.from_today(TODAY + timedelta(ahead), TODAY) for ahead in (-12, -1, 0, 1, 3)]
    assert said == ["12 days ago", "yesterday", "today", "tomorrow", "in 3 days"]


def test_a_notification_with_names_says_whom_and_what() -> None:
    window = _reminder(ReminderKind.RECOMMENDED, BOTOX, TODAY)
    assert reminders.notification(window, "", TODAY) == ("Skinterval", "Botox: the window opens today, Mon 9 Mar")
    assert reminders.notification(window, "Ada Example", TODAY)[0] == "Ada Example"


def test_a_neutral_notification_counts_dates_and_names_nothing() -> None:
    assert reminders.neutral_notification(1) == ("Skinterval: a date is coming up.", "Open Skinterval to see it.")
    assert reminders.neutral_notification(3)[0] == "Skinterval: 3 dates are coming up."
    said = " ".join((*reminders.neutral_notification(1), *reminders.neutral_notification(3))).lower()
    assert not [word for word in HEALTH if word in said.replace("skinterval", "")]


def test_the_quiet_hours_and_the_time_of_day_that_a_reminder_waits_for_are_named() -> None:
    settings = ReminderSettings(quiet_hours=QuietHours(time(22), time(8, 30))).with_kind(
        ReminderKind.RATING, KindSettings(at=time(18, 15))
    )
    quiet = reminder_outcomes.stands(Outcome.QUIET, ReminderKind.RATING, settings)
    waiting = reminder_outcomes.stands(Outcome.WAITING, ReminderKind.RATING, settings)
    assert quiet.startswith("Your quiet hours are on until ")
    assert "8:30" in quiet
    assert waiting.startswith("Its day has come; it waits for ")
    assert "15" in waiting


def test_every_outcome_has_a_sentence_of_its_own_for_then_and_for_now() -> None:
    then = [reminder_outcomes.became(outcome) for outcome in Outcome]
    now = [reminder_outcomes.stands(outcome, ReminderKind.RATING, ReminderSettings()) for outcome in Outcome]
    assert len(set(then)) == len(set(now)) == len(Outcome)
    assert all(sentence.endswith(".") for sentence in (*then, *now))


def test_no_sentence_about_a_reminder_promises_or_advises() -> None:
    said = [reminder_outcomes.became(outcome) for outcome in Outcome]
    said += [reminder_outcomes.stands(outcome, ReminderKind.RATING, ReminderSettings()) for outcome in Outcome]
    for kind, treatment, ahead in product(ReminderKind, TREATMENTS, (-30, 0, 1, 30)):
        asks = (_ask(treatment, LAST, 0), _ask(RATING, LAST, 14))
        reminder = _reminder(kind, treatment, TODAY + timedelta(ahead), asks=asks)
        said += [reminders.what(kind, treatment), reminders.sentence(reminder, TODAY)]
        said += [*reminders.notification(reminder, "", TODAY)]
    said += [*reminders.neutral_notification(1), *reminders.neutral_notification(2)]
    assert not [line for line in said for word in NEVER if word in line.lower()]
