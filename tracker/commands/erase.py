"""``erase``: one person for good; without ``--yes`` it is only said what would go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import plain
from tracker.commands.records import alone_with, asked_person, opened_record
from tracker.core.errors import NotFoundError
from tracker.services.backup_keys import copies_beside
from tracker.ui.preferences import Preferences
from tracker.ui.words import erasing as words
from tracker.ui.words.people import person_line

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record


def run(call: Call) -> int:
    """Erase the person who is named, and say which backups and copies may still hold them."""
    with opened_record(call) as record:
        person = _asked(call, record)
        if not call.options.yes:
            _tell_what_would_go(record, person)
            raise RefusalError(
                QCoreApplication.translate("Commands", "Nothing was erased. With --yes it is done, for good.")
            )
        with alone_with(record.path):
            erased = record.erasing.erase(person.id)
            said = [words.done(is_packed=erased.is_packed), *_backups_after(record, person, call.options.backups)]
            said += words.others_in_history(record.erasing.former(person.name))
    print("\n".join(map(plain, [*said, words.elsewhere()])))
    return 0


def _asked(call: Call, record: "Record") -> "Person":
    """Return who is named: somebody of the record, or somebody who is in its history alone."""
    try:
        return asked_person(call, record)
    except NotFoundError:
        found = record.erasing.former(call.person or "")
        if not found:
            raise
        if len(found) > 1:
            raise RefusalError(words.several_in_history(found)) from None
        return found[0]


def _tell_what_would_go(record: "Record", person: "Person") -> None:
    preview = record.erasing.preview(person.id)
    print(plain(words.would_go(person_line(preview.person))))
    for line in words.going_lines(preview):
        print(f"  {line}")
    if record.erasing.former(str(person.id)):
        print(words.in_history_alone())
    if not record.backup_roots:
        return
    for sentence in (*words.still_in(record.backups.holding(person.id)), *words.closed(record.backups.closed())):
        print(plain(sentence))


def _backups_after(record: "Record", person: "Person", is_removing: bool) -> list[str]:
    """Remove the backups that held a person, where that is asked for; return what is to be said of all of them."""
    if not record.backup_roots:
        return []
    backups = record.backups
    held = words.forgotten(backups.forget(person.id)) if is_removing else words.still_in(backups.holding(person.id))
    elsewhere = Preferences.of_this_user().backups_elsewhere(backups.folder.path.name)
    return [
        *held,
        *words.closed(backups.closed()),
        *words.kept_elsewhere(elsewhere),
        *words.copies(copies_beside(record.path)),
    ]
