"""What is written beside a backup: what it holds and the checksum by which it is known again. It names nobody."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

T = TypeVar("T")

LARGEST = 65_536
"""Bytes; what is longer is no manifest."""

_FORMAT = 1
_SHA256_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: its record and schema, rows by table, people, entries, and the newest entry's day.

    ``head`` is the hash of its last change: files with the same one hold the same.
    """

    record_id: str
    head: str
    schema: str
    rows: Mapping[str, int] = field(hash=False)
    people: int
    entries: int
    newest: date | None

    def agrees_with(self, other: "Contents") -> bool:
        """Return whether the other, which another version may have counted, tells of the same.

        Of tables that only one of them knows nothing can be said.
        """
        both = self.rows.keys() & other.rows.keys()
        alike = replace(other, rows=self.rows)
        return self == alike and all(self.rows[name] == other.rows[name] for name in both)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of one backup: when it was made (aware) and why, by which version, its size in bytes and its checksum."""

    made: datetime
    reason: str
    app: str
    size: int
    sha256: str
    contents: Contents


BACKUP_REASONS = (
    "asked",
    "hourly",
    "closing",
    "before_upgrade",
    "before_import",
    "before_restore",
    "re_encrypted",
    "after_erasing",
)


def manifest_text(manifest: Manifest) -> str:
    """Return the manifest as JSON text."""
    contents = manifest.contents
    plain = {
        "format": _FORMAT,
        "made": manifest.made.astimezone(UTC).isoformat(),
        "reason": manifest.reason,
        "app": manifest.app,
        "size": manifest.size,
        "sha256": manifest.sha256,
        "record_id": contents.record_id,
        "head": contents.head,
        "schema": contents.schema,
        "people": contents.people,
        "entries": contents.entries,
        "newest": None if contents.newest is None else contents.newest.isoformat(),
        "rows": dict(contents.rows),
    }
    return json.dumps(plain, ensure_ascii=True, indent=2) + "\n"


def read_manifest(text: str) -> Manifest | None:
    """Return what `manifest_text` wrote; None for anything else."""
    try:
        plain = json.loads(text)
        return _manifest(plain) if plain["format"] == _FORMAT else None
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _manifest(plain: Mapping[str, Any]) -> Manifest:
    newest = plain["newest"]
    contents = Contents(
        record_id=_of(str, plain["record_id"]),
        head=_of(str, plain["head"]),
        schema=_of(str, plain["schema"]),
        rows={_of(str, name): _count(number) for name, number in _of(dict, plain["rows"]).items()},
        people=_count(plain["people"]),
        entries=_count(plain["entries"]),
        newest=None if newest is None else date.fromisoformat(newest),
    )
    return Manifest(
        made=_checked(datetime.fromisoformat(plain["made"]), lambda made: made.tzinfo is not None),
        reason=_checked(plain["reason"], BACKUP_REASONS.__contains__),
        app=_of(str, plain["app"]),
        size=_count(plain["size"]),
        sha256=_checked(_of(str, plain["sha256"]), lambda digest: len(digest) == _SHA256_LETTERS),
        contents=contents,
    )


def _of(kind: type[T], value: object) -> T:
    if not isinstance(value, kind):
        raise TypeError
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def _checked(value: T, is_right: Callable[[T], bool]) -> T:
    if not is_right(value):
        raise ValueError
    return value
