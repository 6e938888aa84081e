"""Next dates from the file: the few events that are fetched say the same as the whole history."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, Unreadable
from tracker.core.errors import NotFoundError
from tracker.core.events import event_of
from tracker.core.intervals import Days, Intervals, OwnInterval
from tracker.core.records import TREATMENTS, Botox, InjectionPoint, Kind, Microdermabrasion, Person, Setting, Treatment
from tracker.core.spacing import Status
from tracker.services.record import Record, create_record
from tracker.store import edits, planning

_COMMON = {
    "on": st.integers(0, 12).map(lambda days: TODAY - timedelta(days)) | st.dates(TODAY - timedelta(300), TODAY),
    "at": st.none() | st.sampled_from((time(8), time(12), time(18))),
}
_PLATYSMA = ("platysma-upper-l", "platysma-lower-r")
_AREAS = ("hands", "back", "neck", "forehead", "full_face", "other", "unheard_of")
_TREATMENTS = st.one_of(
    st.fixed_dictionaries(
        {
            **_COMMON,
            "product": st.sampled_from(("botox_cosmetic", "botox_uk", "daxxify", "relfydess", "other", "unheard_of")),
            "is_touch_up": st.booleans(),
            "units": st.none() | st.integers(0, 4).map(lambda hundreds: Decimal(100 * hundreds)),
            "sites": st.lists(st.sampled_from((*_PLATYSMA, None, "procerus")), max_size=2, unique=True),
        }
    ),
    st.fixed_dictionaries(
        {
            **_COMMON,
            "setting": st.none() | st.sampled_from(Setting),
            "device": st.none() | st.sampled_from(("diamond", "hydradermabrasion")),
            "areas": st.lists(st.sampled_from(_AREAS), max_size=2, unique=True).map(tuple),
        }
    ),
)
HISTORIES = st.lists(_TREATMENTS, max_size=12)
DAYS = st.integers(-3, 40).map(lambda days: TODAY - timedelta(days))
_THREE_DAYS = st.lists(st.integers(0, 40), min_size=3, max_size=3, unique=True).map(sorted)
OWN = st.lists(
    st.builds(
        lambda rule, days, is_off: (
            *rule,
            Days(days[0], days[1], None if "-microdermabrasion" in rule[0] else days[2]),
            is_off,
        ),
        st.sampled_from(
            (
                ("botox-botox", "botox_cosmetic"),
                ("botox-botox", "other"),
                ("botox-touch-up", None),
                ("botox-microdermabrasion", None),
                ("microdermabrasion-botox", None),
                ("microdermabrasion-clinic", None),
                ("hydradermabrasion", None),
            )
        ),
        _THREE_DAYS,
        st.booleans(),
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Iterator[Record]:
    """Return a record that gathers the people of all examples."""
    folder: Path = tmp_path_factory.mktemp("shared")
    record = create_record(folder / "record.db", catalog, FixedClock())
    yield record
    record.close()


def treatments(person_id: UUID, history: list[dict[str, Any]]) -> list[Treatment]:
    made: list[Treatment] = []
    for entered, fields in enumerate(history, start=1):
        common: dict[str, Any] = {"id": uuid4(), "person_id": person_id, "entered": entered, **fields}
        if "product" in fields:
            made.append(Botox(points=tuple(map(_point, common.pop("sites"))), **common))
        else:
            made.append(Microdermabrasion(**common))
    return made


def _point(site: str | None) -> InjectionPoint:
    free = Decimal(7) if site is None else None
    return InjectionPoint(units=Decimal(1), site=site, x=free, y=free)


def own_intervals(person_id: UUID | None, changed: list[tuple[str, str | None, Days, bool]]) -> list[OwnInterval]:
    """Return ``changed`` numbers as they are kept for one person, or for everybody; the last of a rule counts."""
    made = {
        (rule, product): OwnInterval(
            id=planning.interval_id(person_id, rule, product),
            person_id=person_id,
            rule=rule,
            product=product,
            minimum=days.minimum,
            recommended=days.recommended,
            lapsed=days.lapsed,
            is_off=is_off,
        )
        for rule, product, days, is_off in changed
    }
    return list(made.values())


def keep(record: Record, person: Person, made: list[Treatment]) -> None:
    with record._store.write(ChangeLabel("import", "entries", count=len(made))) as write:
        edits.add(write.recorder, [person, *made])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES, on=DAYS)
def test_due_agrees_with_the_engine_over_the_whole_history(
    shared: Record, history: list[dict[str, Any]], on: date
) -> None:
    person = Person(id=uuid4(), name="Somebody")
    made = treatments(person.id, history)
    keep(shared, person, made)
    expected = [shared.engine.judge(kind, on, [event_of(one) for one in made]) for kind in TREATMENTS]
    assert [row.judgement for row in shared.spacing.due(on, person.id)] == expected
    assert [row.judgement for row in shared.spacing.due(on) if row.person.id == person.id] == expected


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES, on=DAYS, common=OWN, own=OWN, counts_from_main=st.booleans())
def test_due_agrees_with_the_engine_whatever_was_changed_for_everybody_or_one_person(
    shared: Record,
    history: list[dict[str, Any]],
    on: date,
    common: list[tuple[str, str | None, Days, bool]],
    own: list[tuple[str, str | None, Days, bool]],
    counts_from_main: bool,
) -> None:
    changed, other = Person(id=uuid4(), name="Somebody"), Person(id=uuid4(), name="Somebody else")
    for_all, for_one = own_intervals(None, common), own_intervals(changed.id, own)
    made = {person: treatments(person.id, history) for person in (changed, other)}
    with shared._store.write(ChangeLabel("edit", "interval")) as write:
        edits.add(write.recorder, [*made, *for_all, *for_one])
        edits.add(write.recorder, [one for each in made.values() for one in each])
        planning.put_setting(write.recorder, planning.INTERVALS, {planning.COUNTS_FROM_MAIN: counts_from_main})
    everybody = shared.spacing.due(on)
    for person, theirs in ((changed, for_one), (other, [])):
        intervals = Intervals([*theirs, *for_all], counts_from_main=counts_from_main)
        events = [event_of(one) for one in made[person]]
        expected = [shared.engine.judge(kind, on, events, intervals=intervals) for kind in TREATMENTS]
        assert [row.judgement for row in shared.spacing.due(on, person.id)] == expected
        assert [row.judgement for row in everybody if row.person.id == person.id] == expected
        assert shared.spacing.next_windows(person.id) == shared.timelines.of(person.id).next_windows
    shared.undo.undo()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES)
def test_next_windows_agree_with_the_timeline(shared: Record, history: list[dict[str, Any]]) -> None:
    person = Person(id=uuid4(), name="Somebody")
    keep(shared, person, treatments(person.id, history))
    assert shared.spacing.next_windows(person.id) == shared.timelines.of(person.id).next_windows


def test_due_counts_from_the_later_of_one_day_whichever_was_entered_first(record: Record) -> None:
    """Several people, of whom one has crowded days: theirs alone are read again, in order."""
    crowded, alone = (record.people.add(PersonDraft(name=name)) for name in ("Crowded", "Alone"))
    on, morning, evening = TODAY - timedelta(20), time(9), time(16)
    for at, product, setting in ((evening, "daxxify", Setting.HOME), (morning, "botox_cosmetic", Setting.CLINIC)):
        common: dict[str, Any] = {"on": on, "at": at, "override_reason": "as it was"}
        record.entries.add(crowded.id, BotoxDraft(product=product, **common))
        record.entries.add(crowded.id, MicrodermabrasionDraft(setting=setting, **common))
    record.entries.add(alone.id, BotoxDraft(on=on, at=morning, product="botox_cosmetic"))
    expected = {
        person.id: [
            record.engine.judge(kind, TODAY, [event_of(one) for one in record.entries.of(person.id)])
            for kind in TREATMENTS
        ]
        for person in (crowded, alone)
    }
    assert expected[crowded.id] != expected[alone.id]
    for person_id, judgements in expected.items():
        assert [row.judgement for row in record.spacing.due(person_id=person_id)] == judgements
        assert [row.judgement for row in record.spacing.due() if row.person.id == person_id] == judgements
        without_cautions = tuple(judgement._replace(cautions=()) for judgement in judgements)
        assert record.spacing.judgements([person_id])[person_id] == without_cautions


def test_due_lists_people_by_sort_name_and_treatments_in_order(record: Record) -> None:
    for name, sort_name in (("Zoë", "aa"), ("bob", ""), ("Gone", "")):
        record.people.add(PersonDraft(name=name, sort_name=sort_name, is_archived=name == "Gone"))
    rows = record.spacing.due()
    assert [(row.person.name, row.judgement.treatment) for row in rows] == [
        ("Zoë", Kind.BOTOX),
        ("Zoë", Kind.MICRODERMABRASION),
        ("bob", Kind.BOTOX),
        ("bob", Kind.MICRODERMABRASION),
    ]
    assert {row.judgement.status for row in rows} == {Status.READY}
    assert {row.judgement.on for row in rows} == {TODAY}


def test_due_of_one_person_includes_the_archived(record: Record) -> None:
    gone = record.people.add(PersonDraft(name="Gone", is_archived=True))
    assert [row.person for row in record.spacing.due(person_id=gone.id)] == [gone, gone]
    with pytest.raises(NotFoundError):
        record.spacing.due(person_id=uuid4())


def test_later_entries_do_not_count(record: Record) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.botox(TODAY))
    botox, session = record.spacing.due(TODAY - timedelta(1), anna.id)
    assert (botox.judgement.status, botox.judgement.last) == (Status.READY, None)
    assert session.judgement.reasons == ()


def test_a_draft_is_judged_among_the_entries_of_its_person(record: Record) -> None:
    anna = record.people.add(invented.person())
    entry = record.entries.add(anna.id, invented.botox(TODAY - timedelta(10)))
    draft = BotoxDraft(on=TODAY, product="dysport")
    judgement = record.spacing.judge(anna.id, draft)
    assert judgement is not None
    assert (judgement.status, judgement.last) == (Status.TOO_SOON, TODAY - timedelta(10))
    alone = record.spacing.judge(anna.id, draft, editing=entry.id)
    assert alone is not None
    assert alone.status is Status.READY


def test_a_draft_without_a_readable_day_is_not_judged(record: Record) -> None:
    anna = record.people.add(invented.person())
    for on in (None, Unreadable("soon", "not_a_date")):
        assert record.spacing.judge(anna.id, MicrodermabrasionDraft(on=on)) is None


def test_a_draft_with_an_unreadable_time_is_judged_by_its_day(record: Record) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.session(TODAY - timedelta(3)))
    judgement = record.spacing.judge(anna.id, MicrodermabrasionDraft(on=TODAY, at=Unreadable("9?", "not_a_time")))
    assert judgement is not None
    assert judgement.status is Status.TOO_SOON


def test_on_one_day_the_order_of_entry_decides_also_for_an_edit(record: Record) -> None:
    anna = record.people.add(invented.person())
    session = record.entries.add(anna.id, invented.session(TODAY, at=None))
    botox = record.entries.add(anna.id, invented.botox(TODAY, at=None))
    judged = record.spacing.judge(anna.id, MicrodermabrasionDraft(on=TODAY), editing=session.id)
    assert judged is not None
    assert judged.status is Status.READY
    after = record.spacing.judge(anna.id, MicrodermabrasionDraft(on=TODAY))
    assert after is not None
    assert after.status is Status.TOO_SOON
    same_day = record.spacing.judge(anna.id, BotoxDraft(on=TODAY, product="dysport"), editing=botox.id)
    assert same_day is not None
    assert same_day.status is Status.READY


def test_a_timeline_is_that_of_the_entries(record: Record) -> None:
    anna = record.people.add(invented.person())
    assert record.timelines.of(anna.id).ratings == ()
    record.entries.add(anna.id, invented.botox(TODAY - timedelta(20)))
    rating = record.entries.add(anna.id, invented.rating(TODAY - timedelta(10)))
    timeline = record.timelines.of(anna.id)
    assert timeline.today == TODAY
    assert [rated.entry_id for rated in timeline.ratings] == [rating.id]
    assert [treated.kind for treated in timeline.treatments] == [Kind.BOTOX]
    assert [window.kind for window in timeline.next_windows] == [Kind.BOTOX]
