"""Backups are spoiled and then restored.

One whose manifest lies beside it is never taken for a backup, whatever byte of it differs. One without is checked
wholly: it is refused with a sentence, or restored, and then works or is found out by a check; what an encrypted one
shows is what was backed up. A spoiled manifest vouches for nothing. ``python -m tests.faults.mutated_backups``
"""

import shutil
import signal
import traceback
from collections import Counter
from contextlib import closing, nullcontext
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from support import FixedClock

from tests.faults.broken_texts import spoiled
from tests.faults.children import answer_of
from tests.faults.damage import LONGEST_SECONDS, look
from tests.faults.mutations import MUTATIONS, Mutation
from tests.faults.records import Secret, created, few_rounds, state_of_file
from tests.faults.results import Harness, Order, Result, main
from tests.faults.verbs import VERBS, busy_day
from tracker.core.errors import SkintervalError
from tracker.services import restoring
from tracker.services.restoring import Examined, examine, restore
from tracker.store.backup import manifest_path
from tracker.ui.words.errors import error

PLANTS = ("manifest-not-compared",)
_NO_WORDS = "This could not be done."
_AT_ONCE = 50
_SPOILED_MANIFESTS = 0.1
_RESTORED = 0.2
"""Of the plain backups without a manifest that are taken for whole; of the encrypted ones all, as they are few."""


def run(order: Order) -> Result:
    """Spoil ``order.runs`` backups."""
    result = Result("mutated backups", ("accepted", "silently different", "crashed", "without words"))
    kept = order.folder / "backup.db"
    whole = answer_of(partial(_make, kept, order.secret))
    for first in range(0, order.runs, _AT_ONCE):
        count = min(_AT_ONCE, order.runs - first)
        # Many in one process, and not all in one: none leaves anything that the others would stumble over.
        found = answer_of(partial(_spoil_some, kept, whole, order, order.random.random(), count))
        if found is None:
            result.fail("crashed", f"one of the {count} from {first} on broke the process down")
            continue
        result.counts.update(found["counts"])
        for fault, what in found["faults"]:
            result.fail(fault, what)
    return result


def _make(backup: Path, secret: Secret) -> str:
    """Make the backup that is spoiled and return its state."""
    with closing(created(backup.with_name("record.db"), secret)) as record:
        record.backup_roots = (backup.parent,)
        for _ in islice(busy_day(record), len(VERBS)):
            pass
        record.backups.make_at(backup)
    return state_of_file(backup)


def _spoil_some(kept: Path, whole: str, order: Order, seed: float, count: int) -> dict[str, Any]:
    spoiling = _Spoiling(kept, whole, Random(seed), order.secret)
    planted = patch.object(restoring, "require_as_made", lambda *_: None) if order.plant else nullcontext()
    with few_rounds(), planted:
        for _ in range(count):
            spoiling.spoil()
    return {"counts": spoiling.counts, "faults": spoiling.faults}


class _Spoiling:
    """Spoils copies of the backup at ``kept``, whose state is ``whole``, and restores them."""

    def __init__(self, kept: Path, whole: str, random: Random, secret: Secret) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: list[tuple[str, str]] = []
        self._kept = kept
        self._whole = whole
        self._random = random
        self._secret = secret
        self._backup = kept.with_name("spoiled.db")
        self._folder = kept.with_name("restored")

    def spoil(self) -> None:
        """Spoil one, by its bytes or by what its manifest says."""
        signal.alarm(LONGEST_SECONDS)
        self._backup.unlink(missing_ok=True)
        shutil.copyfile(self._kept, self._backup)
        shutil.copyfile(manifest_path(self._kept), manifest_path(self._backup))
        self.counts["backups"] += 1
        if self._random.random() < _SPOILED_MANIFESTS:
            self._spoil_manifest()
        else:
            self._spoil_backup()

    def _spoil_manifest(self) -> None:
        manifest = manifest_path(self._backup)
        manifest.write_bytes(spoiled(manifest.read_bytes(), self._random))
        examined = self._examined("manifest spoiled")
        self.counts.update({"manifests spoiled": 1, "of which refused": examined is None})
        if examined is not None:
            self._restore(examined, "manifest spoiled")

    def _spoil_backup(self) -> None:
        mutation = self._mutated()
        if self._examined(mutation.name) is not None:
            self._fail("accepted", f"{mutation.name}, with its manifest")
        manifest_path(self._backup).unlink()
        examined = self._examined(mutation.name)
        self.counts.update({"without a manifest": 1, "of which taken on trust": examined is not None})
        if examined is not None and (self._secret is not None or self._random.random() < _RESTORED):
            self._restore(examined, mutation.name, mutation)

    def _mutated(self) -> Mutation:
        """Change some byte."""
        before = self._backup.read_bytes()
        while True:
            (mutation,) = self._random.choices(MUTATIONS, [one.share for one in MUTATIONS])
            mutation.spoil(self._backup, self._random)
            if self._backup.read_bytes() != before:
                return mutation

    def _examined(self, name: str) -> Examined | None:
        """Return what the backup is taken for, None where it is refused."""
        try:
            return examine(self._backup, self._secret)
        except SkintervalError as refused:
            self._require_words(refused, name)
        except Exception:  # noqa: BLE001
            self._fail("crashed", f"{name}: {traceback.format_exc()}")
        return None

    def _restore(self, examined: Examined, name: str, mutation: Mutation | None = None) -> None:
        """Restore what was taken for a backup, and use it."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        path = self._folder / "record.db"
        try:
            restore(examined, path, (self._folder,), FixedClock(), self._secret)
        except SkintervalError as refused:
            self._require_words(refused, name)
            return
        except Exception:  # noqa: BLE001
            self._fail("crashed", f"{name}: {traceback.format_exc()}")
            return
        self._judge(look(path, self._secret, self._whole, None), name, mutation)

    def _judge(self, found: dict[str, Any], name: str, mutation: Mutation | None) -> None:
        is_different = not found["is_seen"] and not found["is_same"]
        self.counts.update({"restored": 1, "of which hold something else": is_different})
        if "crash" in found:
            self._fail("crashed", f"{name}: {found['crash']}")
        elif found.get("sentence") == _NO_WORDS:
            self._fail("without words", name)
        elif mutation is not None and mutation.must_be_seen and not found["is_seen"] and not found["is_checked"]:
            self._fail("accepted", f"{name}, without a manifest")
        elif is_different and (mutation is None or (self._secret is not None and not mutation.is_by_hand)):
            self._fail("silently different", name)

    def _require_words(self, refused: SkintervalError, name: str) -> None:
        if error(refused) == _NO_WORDS:
            self._fail("without words", f"{name}: {refused!r}")

    def _fail(self, fault: str, what: str) -> None:
        self.faults.append((fault, what))


HARNESS = Harness("mutated_backups", __doc__, run, 10_000, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
