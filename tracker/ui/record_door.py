"""The way into records, on the worker thread: opened, created, restored or made for a demo, with the access to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import NotSavedError, RecordInUseError, RecordUnreadableError, SkintervalError
from tracker.core.lasting import make_private_folder
from tracker.paths import resource_folder
from tracker.ui.backup_roots import backup_roots
from tracker.ui.record_access import Access, access_to

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.core.clock import Clock
    from tracker.core.passphrase import Secret
    from tracker.services.backup_keys import Rekeyed
    from tracker.services.record import Record
    from tracker.services.restoring import Examined, Restored
    from tracker.ui.preferences import Preferences


class Opened(NamedTuple):
    """An open record and the access to it."""

    record: Record
    access: Access


class ShutError(SkintervalError):
    """The record at ``path`` is encrypted and its secret not known yet; its ``access`` is held meanwhile."""

    def __init__(self, path: Path, access: Access) -> None:
        super().__init__(str(path))
        self.path = path
        self.access = access


class RecordDoor:
    """Opens records. ``held`` is the access to the record on screen, which is not given back where another stays shut.

    What is needed only after the window's first paint is imported where it is used.
    """

    def __init__(self, preferences: Preferences, clock: Clock) -> None:
        self.held = Access()
        self._preferences = preferences
        self._clock = clock
        self._demo_folder: Path | None = None

    def open(
        self,
        path: Path,
        secret: Secret | None = None,
        *,
        is_read_only: bool = False,
        taken_from: RecordInUseError | None = None,
    ) -> Opened:
        """Open an existing record; a large one may still have to be looked through (`Record.wait_until_checked`).

        Raise `ShutError` where it is encrypted and ``secret`` is not given.
        """
        from tracker.services.leftovers import clear_leftovers
        from tracker.services.record import open_record

        access = access_to(path, self.held, is_read_only_asked=is_read_only, taken_from=taken_from)
        try:
            if access.lock is not None:
                clear_leftovers(path)
            is_read_only = access.read_only is not None
            roots = backup_roots(self._preferences)
            record = open_record(
                path,
                _shipped_catalog(),
                self._clock,
                secret,
                read_only=is_read_only,
                backups=roots,
                waits=False,
            )
        except BaseException as error:
            if isinstance(error, RecordUnreadableError) and error.reason == "encrypted":
                raise ShutError(path, access) from error
            self._give_back(access)
            raise
        return Opened(record, access)

    def open_or_create(self, path: Path) -> Opened:
        """Open the record at ``path``; create one where there was none, but never in the place of one that is gone."""
        if _is_there(path):
            return self.open(path)
        preferences = self._preferences
        if path in preferences.recent_records or preferences.record_id(path) is not None:
            raise RecordUnreadableError(str(path), "missing")
        return self.create(path)

    def create(self, path: Path) -> Opened:
        """Create a new record."""
        from tracker.services.record import create_record

        _make_folder(path)
        access = access_to(path, self.held)
        with self._given_back_after_error(access):
            record = create_record(path, _shipped_catalog(), self._clock)
            record.backup_roots = backup_roots(self._preferences)
            return Opened(record, access)

    def restore(self, path: Path, backup: Examined, secret: Secret | None) -> tuple[Opened, Restored]:
        """Put a backup in the place of the record at ``path``, which nobody may have open, and open it."""
        from tracker.services.record import open_record
        from tracker.services.restoring import restore

        _make_folder(path)
        access = access_to(path, self.held)
        with self._given_back_after_error(access):
            if access.read_only is not None:
                raise NotSavedError("read_only")
            roots = backup_roots(self._preferences)
            done = restore(backup, path, roots, self._clock, secret)
            record = open_record(path, _shipped_catalog(), self._clock, secret, backups=roots)
            return Opened(record, access), done

    def rewrite(
        self, path: Path, work: Callable[[Path], Secret | None], former: Secret | None, roots: tuple[Path, ...]
    ) -> tuple[Opened, Rekeyed | None]:
        """Let ``work`` write the file of a closed record anew and open it by the secret returned.

        The backups in ``roots``, where there are any, come under the new key as well.
        """
        from tracker.services.backup_keys import follow_key, former_key

        before = former_key(path, roots, self._clock, former) if roots else None
        secret = work(path)
        followed = None if before is None else follow_key(before, path, secret)
        return self.open(path, secret), followed

    def open_demo(self) -> Opened:
        """Open a copy of the demo in a folder of its own."""
        import tempfile

        from tracker.services.demo import create_demo
        from tracker.services.record import open_record

        with _folder_errors(Path(tempfile.gettempdir())):
            self._demo_folder = Path(tempfile.mkdtemp(prefix="skinterval-demo-"))
        path = self._demo_folder / "demo.db"
        create_demo(path, _shipped_catalog(), self._clock, resource_folder() / "demo")
        # Nobody else can come upon it, so that it needs no lock.
        return Opened(open_record(path, _shipped_catalog(), self._clock), Access())

    def is_demo(self, record: Record) -> bool:
        """Return whether ``record`` is the copy of the demo."""
        return self._demo_folder is not None and record.path.parent == self._demo_folder

    def remove_demo(self) -> None:
        """Remove the copy of the demo, where there is one."""
        if self._demo_folder is not None:
            import shutil

            shutil.rmtree(self._demo_folder, ignore_errors=True)

    @contextmanager
    def _given_back_after_error(self, access: Access) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._give_back(access)
            raise

    def _give_back(self, access: Access) -> None:
        """Let others write to a record that could not be opened, unless it is the one that is held."""
        if access is not self.held:
            access.give_back()


def _shipped_catalog() -> Catalog:
    from tracker.core.catalog import load_catalog

    return load_catalog(resource_folder() / "catalog")


@contextmanager
def _folder_errors(path: Path) -> Iterator[None]:
    """Say what the system refuses at ``path`` as an error of the world."""
    try:
        yield
    except PermissionError as found:
        raise RecordUnreadableError(str(path), "no_permission") from found
    except OSError as found:
        raise RecordUnreadableError(str(path), "folder_missing") from found


def _is_there(path: Path) -> bool:
    with _folder_errors(path):
        return path.exists()


def _make_folder(path: Path) -> None:
    with _folder_errors(path):
        make_private_folder(path.parent)
