"""``erase``: one person for good; without ``--yes`` it is only said what would go."""

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import plain
from tracker.commands.records import alone_with, asked_person, opened_record
from tracker.ui.words import erasing as words
from tracker.ui.words.people import person_line


def run(call: Call) -> int:
    """Erase the person who is named, and say what copies may still hold them."""
    with opened_record(call) as record:
        person = asked_person(call, record)
        preview = record.erasing.preview(person.id)
        if not call.options.yes:
            print(plain(words.would_go(person_line(preview.person))))
            for line in words.going_lines(preview):
                print(f"  {line}")
            raise RefusalError(
                QCoreApplication.translate("Commands", "Nothing was erased. With --yes it is done, for good.")
            )
        with alone_with(record.path):
            erased = record.erasing.erase(person.id)
    print(words.done(is_packed=erased.is_packed))
    print(words.elsewhere())
    return 0
