"""Calendar files read back by a second library and by the rules of RFC 5545."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import invented
import pytest
from calendar_reading import events, trigger
from ical.calendar_stream import IcsCalendarStream
from support import TODAY, FixedClock

from tracker.core.agenda import AgendaItem, Purpose
from tracker.core.changes import Revision
from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind, Person
from tracker.services.agenda import CalendarContents
from tracker.services.record import Record
from tracker.ui.calendar_file import calendar_bytes

HOSTILE = [
    "Ann, Ben; Zoë: \\n \\, \\",
    "line\r\none\nBEGIN:VEVENT\nUID:x",
    "🌿" * 200,
    "x" * 500,
    "王" * 74 + "é",
    'A\x1b[2J\x07\x85\u2028B "quoted" ^n',
    " leads and trails ",
]
MOMENT = datetime(2026, 3, 9, 12, tzinfo=UTC)
WORDS = ("botox", "dysport", "toxin", "derm", "session", "touch", "plan", "skin", "rat", "treat", "window", "label")


@pytest.fixture
def ann(record: Record) -> Person:
    """Return somebody with every purpose in their calendar, in a record of two people."""
    record.people.add(PersonDraft(name="Ben Example"))
    person = record.people.add(PersonDraft(name="Ann Example"))
    record.entries.add(person.id, invented.session(TODAY - timedelta(2)))
    record.entries.add(person.id, invented.botox(TODAY))
    record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(100), at=time(14, 30), note="ask about the left side")
    record.plans.add(person.id, Kind.MICRODERMABRASION, TODAY + timedelta(30))
    record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(20), is_touch_up=True)
    gone = record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(200), note="canary note")
    record.plans.remove(gone.id)
    return person


def planned(on: date = TODAY, at: time | None = None, **fields: object) -> AgendaItem:
    item = AgendaItem(id=uuid4(), person_id=UUID(int=1), purpose=Purpose.PLANNED, treatment=Kind.BOTOX, on=on, at=at)
    return replace(item, **fields)


def contents(*items: AgendaItem, name: str = "") -> CalendarContents:
    names = {UUID(int=1): name} if name else {}
    return CalendarContents(items=items, names=names, revision=Revision(7, MOMENT), made_at=MOMENT, made_on=TODAY)


def test_a_second_library_reads_every_event_as_it_is_meant(record: Record, ann: Person) -> None:
    gathered = record.agenda.of()
    data = calendar_bytes(gathered, is_private=False)
    assert len(events(data)) == len(gathered.items)
    calendar = IcsCalendarStream.calendar_from_ics(data.decode("utf-8"))
    assert {item.purpose for item in gathered.items} == set(Purpose)
    assert gathered.revision is not None
    for event, item in zip(calendar.events, gathered.items, strict=True):
        start = item.on if item.at is None else datetime.combine(item.on, item.at)
        assert (event.uid, event.dtstart, event.sequence) == (str(item.id), start, gathered.sequence)
        assert (event.dtstamp, event.last_modified) == (record.clock.now(), gathered.revision.at)
        assert event.status == ("CANCELLED" if item.is_withdrawn else "CONFIRMED")
        assert [alarm.trigger for alarm in event.alarm] == ([] if item.is_withdrawn else [item.alarm])
        assert event.summary.startswith("Ann Example: ")


def test_events_say_what_they_are_and_why(record: Record, ann: Person) -> None:
    read = events(calendar_bytes(record.agenda.of(), is_private=False))
    found = {event.text("SUMMARY"): event for event in read}
    assert {text.removeprefix("Ann Example: ") for text in found} == {
        "Botox planned",
        "Botox touch-up planned",
        "Microdermabrasion planned",
        "Botox: book from this day",
        "Botox: last day of the window",
        "Microdermabrasion: earliest day",
        "Microdermabrasion: book from this day",
        "Microdermabrasion: last day of the window",
        "Rate skin",
    }
    plan = next(event for event in read if event.values("DTSTART") == ["20260617T143000"])
    assert (plan.value("DTEND"), plan.text("DESCRIPTION")) == ("20260617T153000", "ask about the left side")
    assert "Botox, then botox: At least" in found["Ann Example: Botox: book from this day"].text("DESCRIPTION")
    assert found["Ann Example: Microdermabrasion: earliest day"].value("CATEGORIES") == "Microdermabrasion"


def test_one_person_alone_is_not_named(record: Record) -> None:
    person = record.people.add(PersonDraft(name="Ann Example"))
    record.plans.add(person.id, Kind.BOTOX, TODAY)
    data = calendar_bytes(record.agenda.of(), is_private=False)
    assert b"SUMMARY:Botox planned\r\n" in data
    assert b"Ann" not in data


def test_a_private_file_holds_no_name_and_no_word_of_health(record: Record, ann: Person) -> None:
    plain, private = (calendar_bytes(record.agenda.of(), is_private=is_private) for is_private in (False, True))
    said = private.decode("utf-8").lower()
    assert [word for word in (*WORDS, "ann", "ben", "example", "left side", "canary") if word in said] == []
    assert {event.value("SUMMARY") for event in events(private)} == {"Appointment"}
    assert {name for event in events(private) for name, _, _ in event.properties} == {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "LAST-MODIFIED", "STATUS", "TRANSP", "CLASS", "SUMMARY")
    }
    same = [[(event.value("UID"), event.value("DTSTART")) for event in events(data)] for data in (plain, private)]
    assert same[0] == same[1]


def test_ids_and_times_tell_nothing_of_the_person(record: Record, ann: Person) -> None:
    said = calendar_bytes(record.agenda.of(), is_private=True).decode("utf-8")
    assert str(ann.id) not in said
    assert all(str(plan.id) not in said for plan in record.plans.of(ann.id))
    assert all(str(entry.id) not in said for entry in record.entries.of(ann.id))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_names_and_notes_of_any_letters_come_back(text: str) -> None:
    data = calendar_bytes(contents(planned(note=text), name=text), is_private=False)
    (event,) = events(data)
    (read,) = IcsCalendarStream.calendar_from_ics(data.decode("utf-8")).events
    on_one_line = "".join(" " if letter < " " or letter in "\x7f\x85" else letter for letter in text)
    lines = "\n".join("".join(letter for letter in line if letter >= " ") for line in text.splitlines())
    assert event.text("SUMMARY") == f"{on_one_line}: Botox planned"
    assert event.text("DESCRIPTION").replace(" ", "") == lines.replace(" ", "")
    assert (read.summary, read.description) == (event.text("SUMMARY"), event.text("DESCRIPTION"))


@pytest.mark.parametrize(
    ("on", "at", "start", "end"),
    [
        (date(2028, 2, 28), None, "20280228", ["20280229"]),
        (date(2028, 2, 29), None, "20280229", ["20280301"]),
        (date(2028, 2, 29), time(23, 30), "20280229T233000", ["20280301T003000"]),
        (date(2026, 12, 31), time(23, 0), "20261231T230000", ["20270101T000000"]),
        (date.max, None, "99991231", []),
        (date.max, time(23, 30), "99991231T233000", []),
    ],
)
def test_events_end_on_the_right_day(on: date, at: time | None, start: str, end: list[str]) -> None:
    (event,) = events(calendar_bytes(contents(planned(on, at)), is_private=True))
    assert (event.value("DTSTART"), event.values("DTEND")) == (start, end)


def test_alarms_go_off_at_nine_or_a_day_before() -> None:
    items = (planned(), planned(at=time(14, 30)), planned(purpose=Purpose.RATING))
    found = [trigger(event.inner[0]) for event in events(calendar_bytes(contents(*items), is_private=True))]
    assert found == [timedelta(hours=-15), timedelta(days=-1), timedelta(hours=9)]


def test_the_sequence_grows_with_each_change_and_each_day() -> None:
    made = contents(planned())
    never_changed, next_day = replace(made, revision=None), replace(made, made_on=TODAY + timedelta(1))
    changed = replace(next_day, revision=Revision(8, MOMENT))
    too_early = replace(never_changed, made_on=date(1999, 1, 1))
    found = [
        events(calendar_bytes(one, is_private=True))[0].value("SEQUENCE")
        for one in (too_early, never_changed, made, next_day, changed)
    ]
    assert found == ["0", "2259", "2266", "2267", "2268"]


def test_a_record_that_was_never_changed_was_not_modified() -> None:
    (event,) = events(calendar_bytes(replace(contents(planned()), revision=None), is_private=True))
    assert event.values("LAST-MODIFIED") == []


def test_the_same_record_at_the_same_moment_gives_the_same_file(record: Record, ann: Person, clock: FixedClock) -> None:
    first = calendar_bytes(record.agenda.of(), is_private=False)
    assert calendar_bytes(record.agenda.of(), is_private=False) == first
    clock.at = time(13)
    later = calendar_bytes(record.agenda.of(), is_private=False)
    assert [line for line in later.splitlines() if line not in first.splitlines()] == [
        b"DTSTAMP:20260309T130000Z"
    ] * len(events(first))


def test_a_thousand_people_fit_and_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    items = tuple(planned(TODAY + timedelta(place), person_id=UUID(int=place + 1)) for place in range(1_000))
    many = replace(contents(*items), names={item.person_id: f"Person {item.person_id}" for item in items})
    data = calendar_bytes(many, is_private=False, progress=lambda done, total: told.append((done, total)))
    assert [event.value("UID") for event in events(data)] == [str(item.id) for item in items]
    assert told == [(done, 1_000) for done in range(0, 1_000, 100)]
