"""``calendar``: next dates, planned treatments and rating days as a file for any calendar program."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.records import opened_record
from tracker.ui.calendar_file import calendar_bytes
from tracker.ui.whole_file import write_whole


def run(call: Call) -> int:
    """Write the calendar file of one person, or of everybody."""
    output: Path = call.options.output
    with opened_record(call) as record:
        person_id = None if call.person is None else record.people.named(call.person).id
        contents, path = record.agenda.of(person_id), record.path
    if not contents.items:
        raise RefusalError(QCoreApplication.translate("Commands", "There is nothing to come for a calendar yet."))
    write_whole(output, calendar_bytes(contents, is_private=call.options.private), record=path)
    return 0
