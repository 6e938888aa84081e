"""A whole entry as one JSON object, its rows by table: what an amendment keeps of before and after."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, OtherEvent, Rating
from tracker.store import rows
from tracker.store.faults import decoded

_ENTRIES = tuple(kind.value for kind in Kind)


def version_of(entry: Entry) -> str:
    """Return ``entry`` with its points as JSON text."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows.stored(entry):
        found.setdefault(row.table, []).append(row.values)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def entry_of(version: str) -> Entry:
    """Return the entry that `version_of` made into text."""
    entry: Entry = decoded(_read, version)
    return entry


def _read(version: str) -> Entry:
    tables: Mapping[str, Sequence[Mapping[str, Any]]] = json.loads(version)
    table = next((name for name in _ENTRIES if name in tables), "")
    entry = rows.restored(table, tables[table][0])
    if isinstance(entry, Botox):
        return replace(entry, points=tuple(rows.point(row) for row in tables.get("injection_point", ())))
    if isinstance(entry, Microdermabrasion | Rating | OtherEvent):
        return entry
    raise ValueError(f"{table} is no entry")
