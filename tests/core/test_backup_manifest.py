"""The manifest of a backup says what was written, and nothing else is taken for one."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.backup_manifest import Contents, Manifest, manifest_text, read_manifest

CONTENTS = Contents("00c0ffee", "f00d", "0003", {"person": 2, "rating": 7}, 2, 7, date(2026, 3, 8))
MANIFEST = Manifest(datetime(2026, 3, 9, 12, tzinfo=UTC), "hourly", "1.0", 4096, "a" * 64, CONTENTS)


def altered(name: str, value: object) -> str:
    return json.dumps(json.loads(manifest_text(MANIFEST)) | {name: value})


def test_a_manifest_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_text(MANIFEST)) == MANIFEST


def test_a_record_without_entries_has_no_newest_one() -> None:
    empty = Manifest(MANIFEST.made, "asked", "1.0", 1, "b" * 64, Contents("1", "", "0003", {}, 0, 0, None))
    assert read_manifest(manifest_text(empty)) == empty


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", 2),
        ("made", "2026-03-09T12:00:00"),
        ("made", "yesterday"),
        ("reason", "because"),
        ("reason", ["asked"]),
        ("app", None),
        ("size", -1),
        ("size", True),
        ("size", "4096"),
        ("sha256", "a"),
        ("sha256", ["a"] * 64),
        ("record_id", 7),
        ("head", None),
        ("people", 1.5),
        ("newest", "soon"),
        ("newest", 3),
        ("rows", []),
        ("rows", {"person": "2"}),
    ],
)
def test_a_manifest_with_one_wrong_value_is_none(name: str, value: object) -> None:
    assert read_manifest(altered(name, value)) is None


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "7", '"text"', "[" * 100_000, '{"format": 1}'])
def test_other_texts_are_no_manifests(text: str) -> None:
    assert read_manifest(text) is None


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner), max_leaves=5)


@given(st.sampled_from(sorted(json.loads(manifest_text(MANIFEST)))), JSON)
def test_no_value_whatever_breaks_the_reading(name: str, value: Any) -> None:
    found = read_manifest(altered(name, value))
    assert found is None or isinstance(found, Manifest)
