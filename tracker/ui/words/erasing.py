"""Erasing a person in words: what goes, what stays, what was done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.core.erasing import ErasePreview
from tracker.core.records import Person
from tracker.services.backup_folder import Backup
from tracker.services.backups import Forgotten
from tracker.ui.words.backups import holds, moment, not_backed_up, shown_path
from tracker.ui.words.people import moved_lines, one_or_many

translate = QCoreApplication.translate

_MOST = 5
"""So many backups are listed one by one in a dialog."""


def going_lines(preview: ErasePreview) -> list[str]:
    """Return what goes with a person, kind by kind: "12 botox treatments", "140 recorded changes"."""
    one, several = translate("Erasing", "1 recorded change"), translate("Erasing", "{count} recorded changes")
    return [*moved_lines(preview.rows), one_or_many(preview.changes, one, several)]


def means() -> str:
    """Return what erasing is."""
    return translate(
        "Erasing",
        "Every trace of this person leaves the record and its history. This cannot be undone. One line stays that says "
        "when somebody was erased, and by whom; it does not say who.",
    )


def elsewhere() -> str:
    """Return what erasing cannot reach."""
    return translate(
        "Erasing",
        "Backups kept elsewhere, copies, exported files and reports made before may still hold this person. "
        "They are not touched.",
    )


def looking() -> str:
    """Return that it is being found out which backups hold them."""
    return translate("Erasing", "Looking through the backups …")


def in_no_backup() -> str:
    """Return that none of the backups that could be looked into holds them."""
    return translate("Erasing", "No backup that can be looked into holds this person.")


def in_backups() -> str:
    """Return the head of the list of backups that hold them."""
    return translate("Erasing", "These backups hold this person")


def backup_line(backup: Backup) -> str:
    """Return "Mon 9 Mar 2026, 12:00: 2 people, 7 entries"; the moment alone where there is no manifest."""
    if backup.manifest is None:
        return moment(backup.made)
    text = translate("Erasing", "{moment}: {holds}")
    return text.format(moment=moment(backup.made), holds=holds(backup.manifest.contents))


def some_backups(backups: Sequence[Backup]) -> list[str]:
    """Return the lines of the newest backups, and how many more there are."""
    lines = [backup_line(backup) for backup in backups[:_MOST]]
    if len(backups) > _MOST:
        more = translate("Erasing", "and {count} more, back to {moment}")
        lines.append(more.format(count=len(backups) - _MOST, moment=moment(backups[-1].made)))
    return lines


def what_removing_costs() -> str:
    """Return what goes with the backups, and what is made in their place."""
    return translate(
        "Erasing",
        "A fresh backup without this person is made first. What else only the removed ones still hold, such as "
        "entries of others deleted since, is then lost.",
    )


def closed(backups: Sequence[Backup]) -> list[str]:
    """Return which backups anybody may be in: one sentence, or none."""
    text = translate("Erasing", "These backups could not be looked into and may hold this person: {paths}")
    return _naming(text, [backup.path for backup in backups])


def copies(paths: Sequence[Path]) -> list[str]:
    """Return which copies beside the record may hold them: one sentence, or none."""
    return _naming(translate("Erasing", "These copies beside the record may hold this person: {paths}"), paths)


def kept_elsewhere(paths: Sequence[Path]) -> list[str]:
    """Return which backups to files of choice may hold them: one sentence, or none."""
    return _naming(translate("Erasing", "These backups kept elsewhere may hold this person: {paths}"), paths)


def still_in(backups: Sequence[Backup]) -> list[str]:
    """Return which backups hold them still: one sentence, or none."""
    text = translate("Erasing", "These backups still hold this person: {paths}")
    return _naming(text, [backup.path for backup in backups])


def forgotten(done: Forgotten) -> list[str]:
    """Return what became of the backups that held them: a sentence each."""
    said = []
    if done.removed:
        one = translate("Erasing", "1 backup that held this person was removed, after a fresh one was made.")
        several = translate(
            "Erasing", "{count} backups that held this person were removed, after a fresh one was made."
        )
        said.append(one_or_many(done.removed, one, several))
    if done.problem is not None:
        said.append(translate("Erasing", "No backup was removed, because no fresh one could be made."))
        said.append(not_backed_up(done.problem))
    return [*said, *still_in(done.left)]


def _naming(text: str, paths: Sequence[Path]) -> list[str]:
    return [text.format(paths=", ".join(map(shown_path, paths)))] if paths else []


def asked_for(preview: ErasePreview) -> str:
    """Return what has to be typed."""
    if preview.person.client_number:
        return translate("Erasing", "Type the name or the client number to go on")
    return translate("Erasing", "Type the name to go on")


def done(*, is_packed: bool) -> str:
    """Return what was done, and whether the file was written anew as well."""
    if is_packed:
        return translate("Erasing", "The person was erased for good.")
    return translate(
        "Erasing",
        "The person was erased for good. The file could not be made smaller just now; zeros stand in their place.",
    )


def in_history_alone() -> str:
    """Return why somebody is not in the list of people."""
    return translate("Erasing", "Adding this person was undone; they are in the history alone.")


def several_in_history(people: Sequence[Person]) -> str:
    """Return that several people of one name are in the history alone, and how to name one of them."""
    text = translate(
        "Erasing",
        "{count} people called “{name}” are in the history alone, since adding them was undone: name one by id, {ids}.",
    )
    return text.format(count=len(people), name=people[0].name, ids=_ids(people))


def others_in_history(people: Sequence[Person]) -> list[str]:
    """Return that the name is in the history still: one sentence, or none."""
    text = translate(
        "Erasing", "People of this name whose adding was undone are in the history still; name them by id: {ids}"
    )
    return [text.format(ids=_ids(people))] if people else []


def _ids(people: Sequence[Person]) -> str:
    return ", ".join(str(person.id) for person in people)


def would_go(name: str) -> str:
    """Return the head of what a verb would erase."""
    return translate("Erasing", "With {name} would go:").format(name=name)
