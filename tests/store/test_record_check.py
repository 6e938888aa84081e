"""The change record and the data against each other: whatever somebody changes from outside is noticed."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as driver
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.core.records import Person, Rating
from tracker.store import edits
from tracker.store.append_only import TRIGGERS
from tracker.store.findings import FINDING_CODES, Finding
from tracker.store.integrity import file_findings, row_findings
from tracker.store.opening import open_store
from tracker.store.store import Store

LABEL = ChangeLabel("edit", "person")
ANNA = Person(id=UUID(int=1, version=4), name="Zoë Example")
RATED = Rating(id=UUID(int=2, version=4), person_id=ANNA.id, on=date(2026, 1, 5), texture=5)
OTHER = "00000000-0000-4000-8000-000000000009"
FORGED = (
    "INSERT INTO change (batch_id, person_id, table_name, row_id, before, after, hash)"
    f" SELECT batch_id, person_id, table_name, row_id, after, '{{}}', '{'a' * 64}' FROM change WHERE id = 1"
)
SWAPPED = (
    "UPDATE change SET id = 99 WHERE id = 2; UPDATE change SET id = 2 WHERE id = 3;"
    " UPDATE change SET id = 3 WHERE id = 99"
)
TAMPERED = {
    "before": ("UPDATE change SET before = json_set(before, '$.name', 'x') WHERE id = 3", {"chain_broken change 3"}),
    "after": ("UPDATE change SET after = json_set(after, '$.name', 'x') WHERE id = 1", {"chain_broken change 1"}),
    "whose": (f"UPDATE change SET person_id = '{OTHER}' WHERE id = 2", {"chain_broken change 2"}),
    "hash": (f"UPDATE change SET hash = '{'b' * 64}' WHERE id = 2", {"chain_broken change 2", "chain_broken change 3"}),
    "moment": ("UPDATE change_batch SET at = '2020-01-01T00:00:00Z' WHERE id = 2", {"chain_broken change 3"}),
    "verb": ("UPDATE change_batch SET verb = 'log' WHERE id = 2", {"chain_broken change 3"}),
    "name": ("UPDATE change_batch SET made_by = 'Dr X' WHERE id = 2", {"chain_broken change 3"}),
    "undone verb": ("UPDATE change_batch SET undoes = 1 WHERE id = 3", {"chain_broken change 4"}),
    "first row": ("DELETE FROM change WHERE id = 1", {"chain_broken change 2", "unrecorded_change person"}),
    "middle row": ("DELETE FROM change WHERE id = 3", {"chain_broken change 4", "chain_broken change_batch 2"}),
    "last row": (
        "DELETE FROM change WHERE id = 5",
        {"chain_cut change_head", "chain_broken change_batch 4", "row_differs person"},
    ),
    "last batch": ("DELETE FROM change_batch WHERE id = 4", {"chain_broken change 5", "reference change"}),
    "batch without rows": (
        "INSERT INTO change_batch (at, verb, subject, entry_count, direction, state)"
        " VALUES ('2026-01-01T00:00:00Z', 'edit', 'person', 1, 'do', 'superseded')",
        {"chain_broken change_batch 5"},
    ),
    "swapped rows": (SWAPPED, {"chain_broken change 2", "chain_broken change 3", "chain_broken change 4"}),
    "forged row": (FORGED, {"chain_broken change 6", "chain_cut change_head"}),
    "no head": ("DELETE FROM change_head", {"chain_cut change_head"}),
    "other head": ("UPDATE change_head SET change_id = 4", {"chain_cut change_head"}),
    "other hash of the head": (f"UPDATE change_head SET hash = '{'c' * 64}'", {"chain_cut change_head"}),
    "edited data": ("UPDATE person SET phone = '1'", {"row_differs person", "search_index differs"}),
    "deleted data": ("DELETE FROM rating", {"unrecorded_change rating"}),
    "another row in place of one": (f"UPDATE rating SET id = '{OTHER}'", {"row_differs rating"}),
    "end cut off with its head": (
        "DELETE FROM change WHERE id = 5; DELETE FROM change_batch WHERE id = 4;"
        " UPDATE change_head SET change_id = 4, hash = (SELECT hash FROM change WHERE id = 4)",
        {"row_differs person"},
    ),
}


@pytest.fixture
def filled(store: Store, path: Path) -> Path:
    """Return the path of a closed record: two rows added, one edited, the edit taken back and done again."""
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, [ANNA, RATED])
    store.made_by = "Dr C. Example"
    with store.write(LABEL) as write:
        edits.replace(write.recorder, ANNA, replace(ANNA, name="Zoë Second", notes="\u2028 “quoted” \\ ü"))
    store.undo()
    store.redo()
    assert found(store) == []
    store.close()
    return path


def found(store: Store) -> list[Finding]:
    with store.read() as connection:
        return [*file_findings(connection), *row_findings(connection)]


@pytest.mark.parametrize("name", TAMPERED)
def test_what_is_changed_from_outside_is_noticed(filled: Path, outside: Any, clock: FixedClock, name: str) -> None:
    statements, expected = TAMPERED[name]
    outside.execute("PRAGMA foreign_keys=OFF")
    outside.execute("PRAGMA ignore_check_constraints=ON")
    for trigger in TRIGGERS:
        outside.execute(f"DROP TRIGGER {trigger}")
    outside.executescript(statements)
    for statement in TRIGGERS.values():
        outside.execute(statement)
    store = open_store(filled, clock)
    findings = found(store)
    store.close()
    assert {f"{finding.code} {_place(finding)}" for finding in findings} == expected
    assert {finding.code for finding in findings} <= set(FINDING_CODES)
    assert not any("Zoë" in finding.detail for finding in findings)


def _place(finding: Finding) -> str:
    """Return table and number of a change, of a data row only its table."""
    words = finding.detail.replace(",", " ").replace(":", " ").split()
    is_numbered = words[0] in ("change", "change_batch") and finding.code == "chain_broken"
    return " ".join(words[: 2 if is_numbered else 1])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET after = NULL WHERE id = 2",
        "DELETE FROM change WHERE id = 5",
        "UPDATE change_batch SET made_by = 'Dr X'",
        "UPDATE change_batch SET at = '2020-01-01T00:00:00Z'",
        "DELETE FROM change_batch WHERE id = 4",
    ],
)
def test_another_program_cannot_change_the_record_by_accident(filled: Path, outside: Any, statement: str) -> None:
    with pytest.raises(driver.IntegrityError, match="only grows"):
        outside.execute(statement)


def test_a_missing_trigger_is_noticed(filled: Path, outside: Any, clock: FixedClock) -> None:
    outside.execute("DROP TRIGGER change_never_goes")
    # Past the gate of opening, which refuses it.
    store = Store(filled, clock)
    assert [str(finding) for finding in found(store)] == ["schema: change_never_goes"]
    store.close()


def test_what_the_undo_list_keeps_of_a_verb_is_no_part_of_the_chain(
    filled: Path, outside: Any, clock: FixedClock
) -> None:
    outside.execute("UPDATE change_batch SET state = 'superseded' WHERE state IS NOT NULL")
    store = open_store(filled, clock)
    assert found(store) == []
    store.close()


def test_a_long_chain_is_followed_in_pieces(store: Store) -> None:
    with store.write(LABEL) as write:
        edits.add(write.recorder, [replace(ANNA, id=UUID(int=10 + place, version=4)) for place in range(1_201)])
    assert found(store) == []


def test_an_empty_record_has_a_whole_chain(store: Store) -> None:
    assert found(store) == []
