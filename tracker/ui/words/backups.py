"""Backups in words: what one holds, whether it is verified, and what became of them."""

from datetime import datetime, time
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QLocale

from tracker.core.backup_manifest import Contents
from tracker.core.errors import NotSavedError, SkintervalError
from tracker.ui.words.dates import clock_time, day_full, day_table
from tracker.ui.words.errors import error, not_saved_cause
from tracker.ui.words.imports import entries, people

if TYPE_CHECKING:
    from tracker.services.backup_folder import Backup
    from tracker.services.backup_keys import Rekeyed
    from tracker.services.restoring import Examined, Restored


def moment(at: datetime) -> str:
    """Return "Mon 9 Mar 2026, 12:00", in the time of this computer."""
    local = at.astimezone()
    return f"{day_full(local.date())}, {clock_time(time(local.hour, local.minute))}"


def holds(contents: Contents) -> str:
    """Return "2 people, 7 entries, the newest of 8 Mar 2026"."""
    counts = f"{people(contents.people)}, {entries(contents.entries)}"
    if contents.newest is None:
        return counts
    text = QCoreApplication.translate("Backups", "{counts}, the newest of {day}")
    return text.format(counts=counts, day=day_table(contents.newest))


def size(count: int) -> str:
    """Return "3.1 MB"."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def state(is_verified: bool | None, *, has_manifest: bool) -> str:
    """Return whether a backup is verified; None where that is not known yet."""
    if not has_manifest:
        return QCoreApplication.translate("Backups", "No manifest")
    if is_verified is None:
        return QCoreApplication.translate("Backups", "Checking …")
    if is_verified:
        return QCoreApplication.translate("Backups", "Verified")
    return QCoreApplication.translate("Backups", "Not as made")


class Column(IntEnum):
    """The columns of the table of backups."""

    MADE = 0
    PEOPLE = 1
    ENTRIES = 2
    NEWEST = 3
    SIZE = 4
    STATE = 5


def column_title(column: Column) -> str:
    """Return the title of a column."""
    titles = {
        Column.MADE: QCoreApplication.translate("Backups", "Made"),
        Column.PEOPLE: QCoreApplication.translate("Backups", "People"),
        Column.ENTRIES: QCoreApplication.translate("Backups", "Entries"),
        Column.NEWEST: QCoreApplication.translate("Backups", "Newest entry"),
        Column.SIZE: QCoreApplication.translate("Backups", "Size"),
        Column.STATE: QCoreApplication.translate("Backups", "Verified"),
    }
    return titles[column]


def cell(backup: "Backup", column: Column, is_verified: bool | None) -> str:
    """Return what stands in a cell; empty where there is no manifest to tell it."""
    manifest = backup.manifest
    if column is Column.MADE:
        return moment(backup.made)
    if column is Column.STATE:
        return state(is_verified, has_manifest=manifest is not None)
    if manifest is None:
        return ""
    contents = manifest.contents
    newest = "" if contents.newest is None else day_table(contents.newest)
    cells = {
        Column.PEOPLE: QLocale().toString(contents.people),
        Column.ENTRIES: QLocale().toString(contents.entries),
        Column.NEWEST: newest,
        Column.SIZE: size(manifest.size),
    }
    return cells[column]


def last_verified(backup: "Backup | None") -> str:
    """Return which backup was verified last, and what it holds."""
    if backup is None or backup.manifest is None:
        return QCoreApplication.translate("Backups", "There is no verified backup yet.")
    text = QCoreApplication.translate("Backups", "Last verified backup: {moment}, {holds}.")
    return text.format(moment=moment(backup.made), holds=holds(backup.manifest.contents))


def newest_good(backup: "Backup") -> str:
    """Return which backup is the newest good one of a record that cannot be opened."""
    text = QCoreApplication.translate("Backups", "The newest good backup: {moment}, {holds}.")
    told = "" if backup.manifest is None else holds(backup.manifest.contents)
    return text.format(moment=moment(backup.made), holds=told)


def backup_holds(found: "Examined") -> str:
    """Return when a backup was made, where that is known, and what it holds."""
    if found.manifest is None:
        return QCoreApplication.translate("Backups", "This backup: {holds}.").format(holds=holds(found.contents))
    text = QCoreApplication.translate("Backups", "This backup of {moment}: {holds}. It is as it was made.")
    return text.format(moment=moment(found.manifest.made), holds=holds(found.contents))


def here_now(contents: Contents) -> str:
    """Return what the record holds that a backup is to replace."""
    return QCoreApplication.translate("Backups", "The record now: {holds}.").format(holds=holds(contents))


def doubts(found: "Examined", now: Contents | None) -> list[str]:
    """Return what a person has to know of a backup before it is restored: a sentence each."""
    said = [] if found.manifest is not None else [without_manifest()]
    if now is not None and now.entries and now.record_id != found.contents.record_id:
        said.append(QCoreApplication.translate("Backups", "It is a backup of another record than this."))
    return said


def where(folder: Path, *, is_on_same_disk: bool) -> str:
    """Return where backups are kept, and what that does not help against."""
    text = QCoreApplication.translate("Backups", "Kept in {folder}.").format(folder=shown_path(folder))
    if not is_on_same_disk:
        return text
    same = QCoreApplication.translate(
        "Backups",
        "This is the disk of the record itself: if it fails, both are lost. A folder on another is safer.",
    )
    return f"{text} {same}"


def shown_path(path: Path) -> str:
    """Return a path as the system writes it."""
    return QDir.toNativeSeparators(str(path))


def not_backed_up(problem: SkintervalError) -> str:
    """Return "Not backed up." and why."""
    cause = not_saved_cause(problem) if isinstance(problem, NotSavedError) else error(problem)
    return QCoreApplication.translate("Backups", "Not backed up. {cause}").format(cause=cause)


def restored(done: "Restored") -> list[str]:
    """Return what was restored, where the state before lies, and whether it is another record: a sentence each."""
    text = QCoreApplication.translate("Backups", "Restored: {holds}.")
    said = [text.format(holds=holds(done.contents))]
    if done.kept is not None:
        text = QCoreApplication.translate("Backups", "The record as it was before is kept: {path}")
        said.append(text.format(path=shown_path(done.kept)))
    if done.former is not None and done.former.record_id != done.contents.record_id:
        said.append(other_record())
    return said


def what_is_kept(now: Contents | None) -> str:
    """Return what becomes of the record that is here, of which ``now`` is None where it cannot be read."""
    if now is None:
        return QCoreApplication.translate("Backups", "A file that is in its place now is kept beside it, as it is.")
    return QCoreApplication.translate("Backups", "The record as it is now is kept, and can be restored in turn.")


def other_record() -> str:
    """Return that a backup is not of the record that is here."""
    return QCoreApplication.translate("Backups", "This is a backup of another record than the one that was here.")


def without_manifest() -> str:
    """Return what is known of a backup that has no manifest."""
    return QCoreApplication.translate(
        "Backups", "It has no manifest to compare it with; the file itself was checked and is sound."
    )


def rekeyed(done: "Rekeyed", *, is_encrypted: bool) -> list[str]:
    """Return what became of the backups of a record whose key changed: a sentence each, none where there were none."""
    said = []
    if done.done and is_encrypted:
        text = QCoreApplication.translate(
            "Backups",
            "Its backups were encrypted under this passphrase and verified, and the former ones removed: {n}.",
        )
        said.append(text.format(n=done.done))
    elif done.done:
        text = QCoreApplication.translate("Backups", "Its backups need no passphrase any more: {n}.")
        said.append(text.format(n=done.done))
    if done.left:
        text = QCoreApplication.translate("Backups", "These backups are as they were: {paths}")
        said.append(text.format(paths=", ".join(shown_path(backup.path) for backup in done.left)))
    return said


def kept_elsewhere(paths: tuple[Path, ...]) -> list[str]:
    """Return which backups to files of choice a changed key did not reach: one sentence, or none."""
    if not paths:
        return []
    text = QCoreApplication.translate("Backups", "These backups kept elsewhere are as they were: {paths}")
    return [text.format(paths=", ".join(map(shown_path, paths)))]


def copies(paths: tuple[Path, ...]) -> list[str]:
    """Return which copies beside the record a changed key did not reach: one sentence, or none."""
    if not paths:
        return []
    text = QCoreApplication.translate("Backups", "These copies beside the record are as they were: {paths}")
    return [text.format(paths=", ".join(map(shown_path, paths)))]
