"""What is done from the due list: a contact logged, the list printed or written for a spreadsheet."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from tracker.core.errors import SkintervalError
from tracker.ui import messages
from tracker.ui.due_list import DueList
from tracker.ui.files import FileChooser
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tracker.core.records import Named
    from tracker.core.worklist import DueItem
    from tracker.services.record import Record
    from tracker.ui.window_frame import WindowFrame
    from tracker.ui.worklist.page import DuePage

    PrintPeople = Callable[[Sequence[Named]], None]


class DueActions(QObject):
    """Opens the dialogs that the page of a due list asks for."""

    def __init__(self, due: DueList, files: FileChooser, print_people: "PrintPeople", window: "WindowFrame") -> None:
        super().__init__(due)
        self._due = due
        self._files = files
        self._print_people = print_people
        self._window = window
        due.pageMade.connect(self._on_page_made)

    @property
    def _there(self) -> "tuple[Record, DuePage] | None":
        record, page = self._due.record, self._due.page
        return None if record is None or page is None else (record, page)

    def _on_page_made(self, page: "DuePage") -> None:
        page.contactRequested.connect(self._on_contact)
        page.printRequested.connect(self._on_print)
        page.exportRequested.connect(self._on_export)
        page.documentsRequested.connect(self._on_documents)

    def _on_contact(self, items: "Sequence[DueItem]") -> None:
        if self._there is None:
            return
        from tracker.ui.dialogs.log_contact import LogContactDialog

        record, page = self._there
        about = [(item.person, item.kind) for item in items]
        try:
            dialog = LogContactDialog(record, about, self._window.preferences, self._window.theme, self._window)
        except SkintervalError as problem:
            messages.tell(self._window, self.tr("Nothing was changed"), error(problem))
            return
        dialog.saved.connect(page.table.untick_all)
        self._open(dialog, page)

    def _on_print(self, items: "Sequence[DueItem]") -> None:
        if self._there is None:
            return
        from tracker.ui.reports.listing_dialog import ListingDialog
        from tracker.ui.reports.person_file import letterhead_of
        from tracker.ui.words.worklist import file_name, list_title
        from tracker.ui.worklist.due_table import listing_of

        (record, page), window = self._there, self._window
        about, today, paper = page.described, record.clock.today(), window.preferences.paper
        dialog = ListingDialog(
            lambda job: listing_of(items, about, today, job.report),
            list_title(),
            file_name(today),
            record.path,
            paper,
            window.theme,
            window,
            lambda: letterhead_of(record),
        )
        self._open(dialog, page)

    def _on_documents(self, items: "Sequence[DueItem]") -> None:
        # Somebody may be due for both treatments.
        self._print_people(list({item.person.id: item.person for item in items}.values()))

    def _on_export(self, items: "Sequence[DueItem]") -> None:
        if self._there is None:
            return
        from tracker.ui.words.worklist import file_name
        from tracker.ui.worklist.due_table import csv_of

        record, _ = self._there
        self._files.ask_save_list(record, lambda: csv_of(items), file_name(record.clock.today()))

    def _open(self, dialog: "QDialog", page: "DuePage") -> None:
        dialog.finished.connect(lambda _result: page.table.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()
