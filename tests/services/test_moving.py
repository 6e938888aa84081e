"""An entry on the wrong person goes to the right one, with what belongs to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import invented
import pytest
from support import TODAY

from tracker.core.adverse_events import AdverseEvent
from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import EntryDraft
from tracker.core.errors import InvalidDraftError, NotFoundError, SignedEntryError
from tracker.core.records import Botox, Entry
from tracker.services.moving import BoundUp
from tracker.services.record import Record
from tracker.store import edits
from tracker.store.plain import PLAIN


@pytest.fixture
def wrong(record: Record) -> UUID:
    """Return the person on whom entries were logged by mistake."""
    return record.people.add(invented.person(name="Anna")).id


@pytest.fixture
def right(record: Record) -> UUID:
    """Return whose entries they are."""
    return record.people.add(invented.person(name="Bo", client_number="2")).id


def owner_of(record: Record, table: str, row_id: UUID) -> str:
    with record._store.read() as connection:
        return str(PLAIN[table].read(connection, [str(row_id)])[str(row_id)]["person_id"])


@pytest.mark.parametrize("draft", [invented.botox(), invented.session(), invented.rating(), invented.other_event()])
def test_an_entry_goes_over_as_it_is_and_back_by_undo(record: Record, wrong: UUID, right: UUID, draft: object) -> None:
    entry = record.entries.add(wrong, draft)  # type: ignore[arg-type]
    announced: list[ChangeSet] = []
    record.listen(announced.append)
    moved = record.moving.move(entry.id, right)
    assert moved == replace(entry, person_id=right)
    assert record.entries.of(right) == (moved,)
    assert record.entries.of(wrong) == ()
    label = ChangeLabel("move", entry.kind.value, entry.on.isoformat())
    assert [(one.label, one.people) for one in announced] == [(label, frozenset((wrong, right)))]
    assert record.check() == ()
    record.undo.undo()
    assert record.entries.of(wrong) == (entry,)
    record.undo.redo()
    assert record.entries.of(right) == (moved,)


def test_what_happened_after_it_goes_along(record: Record, wrong: UUID, right: UUID) -> None:
    entry, stays = record.entries.add(wrong, invented.botox()), record.entries.add(wrong, invented.session())
    events = [
        AdverseEvent(id=uuid4(), person_id=wrong, entry_id=one.id, term="bruise", onset_on=TODAY, grade=1)
        for one in (entry, stays)
    ]
    with record._store.write(ChangeLabel("log", "entries")) as write:
        edits.add(write.recorder, events)
    assert record.moving.bound_up(entry) == BoundUp(adverse_events=1, touch_ups=0)
    record.moving.move(entry.id, right)
    assert [owner_of(record, "adverse_event", one.id) for one in events] == [str(right), str(wrong)]


def test_touch_ups_never_belong_across_people(record: Record, wrong: UUID, right: UUID) -> None:
    main = record.entries.add(wrong, invented.botox())
    touch_up = record.entries.add(wrong, invented.touch_up(main.on + timedelta(14)))
    assert _main_of(touch_up) == main.id
    record.moving.move(main.id, right)
    assert _main_of(record.entries.get(touch_up.id)) is None
    assert _main_of(record.moving.move(touch_up.id, right)) == main.id
    record.undo.undo()
    record.undo.undo()
    assert _main_of(record.entries.get(touch_up.id)) == main.id
    assert _main_of(record.moving.move(touch_up.id, right)) is None
    assert record.check() == ()


def _main_of(entry: Entry) -> UUID | None:
    assert isinstance(entry, Botox)
    return entry.touch_up_of


def test_a_treatment_too_soon_for_the_other_person_needs_a_reason(record: Record, wrong: UUID, right: UUID) -> None:
    record.entries.add(right, invented.session(TODAY - timedelta(62)))
    entry = record.entries.add(wrong, invented.session(TODAY - timedelta(60), override_reason=""))
    verdict = record.moving.judge(entry, right)
    assert verdict is not None
    assert verdict.firm is not None
    with pytest.raises(InvalidDraftError) as refused:
        record.moving.move(entry.id, right)
    assert [problem.code for problem in refused.value.problems] == ["needs_note"]
    assert record.entries.get(entry.id) == entry
    moved = record.moving.move(entry.id, right, invented.REASON)
    assert moved == replace(entry, person_id=right, override_reason=invented.REASON)


@pytest.mark.parametrize("draft", [invented.rating(), invented.other_event()])
def test_only_treatments_are_judged(record: Record, wrong: UUID, right: UUID, draft: EntryDraft) -> None:
    assert record.moving.judge(record.entries.add(wrong, draft), right) is None


def test_a_signed_entry_stays(record: Record, wrong: UUID, right: UUID) -> None:
    entry = record.entries.add(wrong, invented.rating())
    signed = replace(entry, signed_at=datetime(2026, 3, 9, tzinfo=UTC), signed_by="B. Example")
    with record._store.write(ChangeLabel("sign", "entries")) as write:
        edits.replace(write.recorder, entry, signed)
    with pytest.raises(SignedEntryError):
        record.moving.move(entry.id, right)
    assert record.entries.get(entry.id) == signed


def test_unknown_entries_and_people_are_refused(record: Record, wrong: UUID) -> None:
    entry = record.entries.add(wrong, invented.rating())
    for entry_id, person_id in ((uuid4(), wrong), (entry.id, uuid4())):
        with pytest.raises(NotFoundError):
            record.moving.move(entry_id, person_id)
    assert record.entries.of(wrong) == (entry,)
