"""The key of a record leaves the memory of the program with the record."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import RecordUnreadableError
from tracker.core.passphrase import Passphrase
from tracker.services.record import Record, create_record
from tracker.store import keys

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = Passphrase("invented and kept to itself")


@pytest.fixture
def record(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Record:
    """Return an encrypted record of one person that was just closed."""
    record = create_record(tmp_path / "record.db", catalog, clock, PASSPHRASE)
    record.people.add(PersonDraft(name="Ada Example"))
    record.close()
    return record


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process can read all of its own memory as a file")
def test_no_byte_of_the_key_is_in_memory_once_the_record_is_closed(record: Record) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.key_in_memory", str(record.path)],
        input=PASSPHRASE.text,
        cwd=ROOT,
        env={"PYTHONPATH": "tests"},
        capture_output=True,
        text=True,
        check=True,
    )
    while_open, once_closed = json.loads(done.stdout)
    assert while_open[0] > 0
    assert once_closed == [0, 0]


def test_a_closed_record_opens_no_more(record: Record) -> None:
    with pytest.raises(RecordUnreadableError) as refused:
        record.people.all()
    assert refused.value.reason == "encrypted"
    with pytest.raises(keys.KeyForgottenError):
        _ = record.recovery_key


def test_a_key_is_overwritten_when_it_is_forgotten() -> None:
    key = keys.FileKey(b"k" * 32, b"s" * 16)
    with key.spelt() as spelt:
        assert spelt == b"x'" + b"6b" * 32 + b"73" * 16 + b"'"
    assert spelt == bytes(99)
    assert key == keys.FileKey(b"k" * 32, b"s" * 16)
    key.forget()
    assert key.is_forgotten
    assert key != keys.FileKey(b"k" * 32, b"s" * 16)
