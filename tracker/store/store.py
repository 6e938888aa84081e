"""The open file: transactions begin and end here. One verb is one write transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.clock import Clock
from tracker.core.errors import NotSavedError, RecordUnreadableError, SkintervalError, UndoConflictError
from tracker.store import undo_list
from tracker.store.engine import READ_ONLY, open_engine
from tracker.store.faults import reading, saving
from tracker.store.keys import FileKey
from tracker.store.opening_check import OpeningCheck
from tracker.store.own_file import Head, OwnFile, head, is_in, require_this_version
from tracker.store.record_id import given_record_id, record_id
from tracker.store.recorder import Recorder
from tracker.store.seal import take_seal
from tracker.store.writer import Progress, Writer

T = TypeVar("T")
Plain = TypeVar("Plain")

_STEPS_BETWEEN = 100_000
"""So many steps of SQLite's machine, a few thousandths of a second, lie between two questions whether to go on."""


class Write:
    """A verb being written; after the transaction ``change_set`` is what it changed, None for nothing."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.connection = recorder.connection
        self.change_set: ChangeSet | None = None

    def relabel(self, label: ChangeLabel) -> None:
        """Name the verb anew, once it is known what it touches."""
        self.recorder.label = label


@dataclass(slots=True)
class _Transaction:
    """A write transaction; ``follows`` is the change before what it records, None where it records nothing."""

    connection: Connection
    follows: Head | None = None


class Store:
    """One record's file. May be used from several threads; each transaction has its own connection.

    ``made_by`` is who works here just now; every change is recorded under that name. ``reloaded`` is called after
    another file was taken for the record, None for nobody. Opened ``read_only``, SQLite refuses every write.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        key: FileKey | None = None,
        *,
        read_only: bool = False,
        check: OpeningCheck | None = None,
    ) -> None:
        self.path = path
        self.is_read_only = read_only
        self.made_by: str | None = None
        self._clock = clock
        self._key = key
        self._check = check
        self._is_written_to = False
        self._engine = open_engine(path, key, read_only=read_only)
        self._writer = Writer(self._engine)
        self._reader = self._engine.execution_options(**{READ_ONLY: True})
        self._own_file = OwnFile(path, self.reload)
        self.reloaded: Callable[[], None] | None = None

    @property
    def key(self) -> FileKey | None:
        """Return the key of the file; None where it is not encrypted."""
        return self._key

    def touch(self) -> None:
        """Open the first connection, so that a file that cannot be used says so now."""
        with self._reader.begin() as connection:
            self._own_file.know(connection)

    def reload(self) -> None:
        """Open what lies at the path now, in the place of the file that was opened; ``reloaded`` is called then.

        Raise `RecordUnreadableError` where it is no record of this version and key, `NotSavedError` where it is gone.
        """
        self._own_file.require_there()
        self._engine.dispose()
        self._check = None if self._key is not None else OpeningCheck(self.path)
        with self.read() as connection:
            require_this_version(connection, self.path)
            self._own_file.know(connection)
        if self.reloaded is not None:
            self.reloaded()

    def wait_until_checked(self) -> None:
        """Return once the whole file has been looked at. Raise `RecordUnreadableError` where it is damaged."""
        if self._check is not None:
            self._check.wait()

    def prove_pages(self) -> None:
        """Raise `RecordUnreadableError` where a page of an encrypted file is not what was written there."""
        with self.read() as connection:
            if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
                raise RecordUnreadableError(str(self.path), "damaged", "pages")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file. Raise `RecordUnreadableError` where it cannot be read."""
        with reading(self.path), self._begun() as connection:
            yield connection

    def read_at_once(self, fetch: Callable[[Connection], Plain], make: Callable[[Plain], T]) -> T:
        """Return what ``make`` makes of all that ``fetch`` read. The file is free again while it is made.

        For what takes long: whoever reads keeps others from saving. Raise `RecordUnreadableError` as `read` does.
        """
        with reading(self.path):
            with self._begun() as connection:
                plain = fetch(connection)
            return make(plain)

    @contextmanager
    def write(self, label: ChangeLabel) -> Iterator[Write]:
        """Give a verb's transaction: committed at the end, wholly undone by any error.

        Raise `NotSavedError` where the world refuses.
        """
        with self._transaction() as transaction:
            written = Write(Recorder(transaction.connection, label, self._clock.now(), made_by=self.made_by))
            self._own_file.require_changes(transaction.connection, written.recorder.follows)
            yield written
            written.change_set = written.recorder.finish()
            transaction.follows = written.recorder.follows

    def record_id(self) -> str:
        """Return what tells this record from others, as its copies and backups have it too; it is given one if needed.

        Raise `NotSavedError` where that cannot be written.
        """
        with self.read() as connection:
            found = record_id(connection.connection.dbapi_connection)
        if found is None:
            with self._transaction() as transaction:
                found = given_record_id(transaction.connection.connection.dbapi_connection)
        return found

    def copy_to(self, target: Any, report: Progress | None = None) -> None:
        """Copy the file to the driver connection ``target`` in steps, between which it can be written to.

        Raise `NotSavedError` where a disk refuses or another program keeps the file locked, `RecordUnreadableError`
        for a damaged file, and what ``report`` raises.
        """
        with saving(self.path):
            self._writer.copy_to(target, report)

    def undo(self) -> ChangeSet:
        """Take the latest verb back.

        Raise `UndoConflictError`, nothing changed, where a row has changed since or there is nothing to take back.
        """
        return self._replay("undo")

    def redo(self) -> ChangeSet:
        """Do the verb last taken back once more. Raise `UndoConflictError`, nothing changed, as `undo` does."""
        return self._replay("redo")

    def pack(self) -> None:
        """Write the file anew without the pages that are free. Raise `NotSavedError`; all is as it was then."""
        with saving(self.path), self._engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("VACUUM")

    @contextmanager
    def read_while(self, go_on: Callable[[], object]) -> Iterator[Connection]:
        """Give a connection as `read` does, on which ``go_on`` is asked again and again.

        A `SkintervalError` that it raises ends the work.
        For what takes SQLite long in one statement.
        """
        with self.read() as connection:
            raw: Any = connection.connection.dbapi_connection
            stopped: list[BaseException] = []

            def is_stopped() -> int:
                try:
                    go_on()
                except SkintervalError as error:
                    stopped.append(error)
                return len(stopped)

            raw.set_progress_handler(is_stopped, _STEPS_BETWEEN)
            try:
                yield connection
            except DBAPIError:
                if stopped:
                    raise stopped[0] from None
                raise
            finally:
                raw.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close all connections, and seal the file where it was written to."""
        self._engine.dispose()
        if self._is_written_to and self._own_file.is_there():
            take_seal(self.path)

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        if self._check is not None:
            self._check.require_nothing_found()
        with self._reader.begin() as connection:
            yield connection

    def _replay(self, direction: str) -> ChangeSet:
        try:
            with self._transaction() as transaction:
                self._own_file.require_changes(transaction.connection, head(transaction.connection))
                change_set = _replayed(transaction, direction, self._clock.now(), self.made_by)
        except IntegrityError as error:
            raise UndoConflictError("other rows depend on the change") from error
        return change_set

    @contextmanager
    def _transaction(self) -> Iterator[_Transaction]:
        """Give a write transaction. Raise `NotSavedError` where the world refuses and nothing of it is in the file."""
        self.wait_until_checked()
        self._own_file.require_file()
        seen: Head | None = None
        recorded = False
        try:
            with saving(self.path), self._writer.begin() as connection:
                transaction = _Transaction(connection)
                yield transaction
                seen = head(connection)
                recorded = transaction.follows not in (None, seen)
        except NotSavedError:
            if seen is None or not recorded or not self._has_kept(seen):
                raise
        self._own_file.seen = seen
        self._is_written_to = True

    def _has_kept(self, last: Head) -> bool:
        """Return whether a commit that failed, of changes up to ``last``, has saved all the same, and is on the disk.

        SQLite empties its journal, which is what commits, and then waits for the disk: where only the waiting fails,
        whoever was told "not saved" would save everything twice.
        """
        try:
            with saving(self.path), self._writer.begin() as connection:
                if not is_in(connection, last):
                    return False
                # One more page goes through the journal, so that all before it has reached the disk.
                version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                connection.exec_driver_sql(f"PRAGMA user_version={version}")
        except SkintervalError:
            return False
        return True


def _replayed(transaction: _Transaction, direction: str, at: datetime, made_by: str | None) -> ChangeSet:
    connection = transaction.connection
    is_undo = direction == "undo"
    step = undo_list.next_undo(connection) if is_undo else undo_list.next_redo(connection)
    if step is None:
        raise UndoConflictError(f"nothing to {direction}")
    changes = undo_list.changes(connection, step.batch_id)
    if is_undo:
        changes = [(person_id, change.inverse()) for person_id, change in reversed(changes)]
    recorder = Recorder(connection, step.label, at, direction, undoes=step.batch_id, made_by=made_by)
    recorder.replay(changes)
    undo_list.set_state(connection, step.batch_id, "undone" if is_undo else "done")
    change_set = recorder.finish()
    if change_set is None:
        raise UndoConflictError(f"nothing to {direction}")
    transaction.follows = recorder.follows
    return change_set
