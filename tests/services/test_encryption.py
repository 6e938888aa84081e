"""Setting, changing and taking away a passphrase: nothing is lost, nothing lies open, and a failure changes nothing."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.client_query import ClientQuery
from tracker.core.errors import NotSavedError, RecordUnreadableError, UnusablePassphraseError
from tracker.core.passphrase import Passphrase, Secret
from tracker.paths import resource_folder
from tracker.services.demo import create_demo
from tracker.services.encryption import change_passphrase, decrypt, encrypt
from tracker.services.record import create_record, open_record
from tracker.store import keys, placing, rekeying
from tracker.store.engine import connect_bare

FIRST, SECOND = Passphrase("first stäple"), Passphrase("second 'horse'")


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys quickly."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)


@pytest.fixture
def demo(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Path:
    """Return the closed record of the demo practice, with all kinds of rows."""
    path = tmp_path / "demo.db"
    create_demo(path, catalog, clock, resource_folder() / "demo")
    return path


def content(path: Path, secret: Secret | None, catalog: Catalog, clock: FixedClock) -> bytes:
    """Return all that can be exported of a record that must be sound."""
    record = open_record(path, catalog, clock, secret)
    assert record.check() == ()
    assert record.is_encrypted == (secret is not None)
    exported = record.transfer.export(with_private_notes=True)
    record.close()
    return exported


def test_a_passphrase_is_set_changed_and_taken_away_without_loss(
    demo: Path, catalog: Catalog, clock: FixedClock
) -> None:
    before = content(demo, None, catalog, clock)
    first_key = encrypt(demo, FIRST, clock)
    assert content(demo, FIRST, catalog, clock) == before
    assert content(demo, first_key, catalog, clock) == before
    second_key = change_passphrase(demo, FIRST, SECOND, clock)
    assert content(demo, SECOND, catalog, clock) == before
    assert content(demo, second_key, catalog, clock) == before
    for void in (FIRST, first_key):
        with pytest.raises(RecordUnreadableError) as refused:
            open_record(demo, catalog, clock, void)
        assert refused.value.reason == "wrong_secret"
    decrypt(demo, second_key, clock)
    assert content(demo, None, catalog, clock) == before
    assert {file.name for file in demo.parent.iterdir()} <= {"demo.db", "demo.db-journal", "demo.db.seal"}


def test_undo_and_search_go_on_under_the_new_key(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    import invented

    path = tmp_path / "record.db"
    record = create_record(path, catalog, clock)
    record.people.add(invented.person())
    record.close()
    encrypt(path, FIRST, clock)
    record = open_record(path, catalog, clock, FIRST)
    found = record.clients.page(ClientQuery(text=invented.person().name[:4]), 0, 10)
    assert [person.name for person in found] == [invented.person().name]
    record.undo.undo()
    assert record.people.count() == 0
    record.close()


def test_no_name_lies_open_in_an_encrypted_record(demo: Path, catalog: Catalog, clock: FixedClock) -> None:
    record = open_record(demo, catalog, clock)
    names = [person.name.encode() for person in record.people.all(include_archived=True)]
    record.close()
    assert all(name in demo.read_bytes() for name in names)
    encrypt(demo, FIRST, clock)
    written = demo.read_bytes()
    assert not any(name in written for name in names)
    assert written[:16] != keys.PLAIN_HEADER


@pytest.mark.parametrize("text", ["", "a\x00b", "line\nend"])
def test_a_passphrase_that_cannot_be_typed_is_refused(demo: Path, clock: FixedClock, text: str) -> None:
    before = demo.read_bytes()
    with pytest.raises(UnusablePassphraseError):
        encrypt(demo, Passphrase(text), clock)
    assert demo.read_bytes() == before


@pytest.mark.parametrize(
    ("verb", "reason"),
    [
        (lambda path, clock: encrypt(path, SECOND, clock), "encrypted"),
        (lambda path, clock: change_passphrase(path, SECOND, FIRST, clock), "wrong_secret"),
        (lambda path, clock: decrypt(path, SECOND, clock), "wrong_secret"),
    ],
)
def test_only_the_passphrase_lets_it_be_changed(
    demo: Path, clock: FixedClock, verb: Callable[[Path, FixedClock], object], reason: str
) -> None:
    encrypt(demo, FIRST, clock)
    before = demo.read_bytes()
    with pytest.raises(RecordUnreadableError) as refused:
        verb(demo, clock)
    assert refused.value.reason == reason
    assert demo.read_bytes() == before


@pytest.mark.parametrize("step", ["_copy", "_require_equal", "to_disk"])
def test_an_error_at_any_step_leaves_the_former_file(
    demo: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = hashlib.sha256(demo.read_bytes()).digest()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device") if step == "to_disk" else NotSavedError("disk_full")

    monkeypatch.setattr(placing if step == "to_disk" else rekeying, step, full)
    with pytest.raises(NotSavedError) as refused:
        encrypt(demo, FIRST, clock)
    assert refused.value.reason == "disk_full"
    assert hashlib.sha256(demo.read_bytes()).digest() == before
    assert {file.name for file in demo.parent.iterdir()} <= {"demo.db", "demo.db-journal", "demo.db.seal"}


def test_a_copy_that_lost_a_row_does_not_take_the_place(
    demo: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = rekeying._copy

    def lossy(path: Path, old: keys.FileKey | None, target: Path, new: keys.FileKey | None) -> None:
        copy(path, old, target, new)
        connection = connect_bare(target, "rw", new)
        connection.execute("DELETE FROM text_template")
        connection.execute("DELETE FROM injection_point WHERE rowid = (SELECT max(rowid) FROM injection_point)")
        connection.close()

    monkeypatch.setattr(rekeying, "_copy", lossy)
    before = demo.read_bytes()
    with pytest.raises(RecordUnreadableError):
        encrypt(demo, FIRST, clock)
    assert demo.read_bytes() == before


ENCRYPTER = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support import FixedClock
from tracker.core.errors import SkintervalError
from tracker.core.passphrase import Passphrase
from tracker.services.encryption import encrypt
from tracker.store import keys
keys._ROUNDS = 2
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    encrypt(Path(sys.argv[1]), Passphrase("first"), FixedClock())
except SkintervalError as error:
    print(type(error).__name__, getattr(error, "reason", ""))
else:
    print("encrypted")
"""


@pytest.mark.parametrize("part", [0.0, 0.3, 0.7, 0.99])
def test_a_disk_that_fills_up_leaves_the_former_file(demo: Path, part: float) -> None:
    before = demo.read_bytes()
    limit = int(len(before) * part) // 4096 * 4096
    ended = subprocess.run(
        [sys.executable, "-c", ENCRYPTER, str(demo), str(limit)],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.strip() in ("NotSavedError io", "NotSavedError disk_full"), ended.stderr
    assert demo.read_bytes() == before
    assert {file.name for file in demo.parent.iterdir()} <= {"demo.db", "demo.db-journal", "demo.db.seal"}
