"""Whose documents are made: of one person who was read already, or of several who are read one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.core.records import Named
from tracker.ui.reports.contents import ReportContents, contents_of
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.person_file import PersonFile, read_person

if TYPE_CHECKING:
    from tracker.services.record import Record


@dataclass(slots=True)
class People:
    """The people whose documents are made, at least one; the first of them is read at once. ``done`` counts who is laid
    out.
    """

    record: "Record"
    listed: Sequence[Named]
    first: PersonFile = field(init=False)
    done: int = 0

    def __post_init__(self) -> None:
        self.first = read_person(self.record, self.listed[0].id)

    def __len__(self) -> int:
        return len(self.listed)

    def of_first(self, options: ReportOptions) -> ReportContents:
        """Return what the documents of the first person say."""
        return contents_of(self.first, options)

    def contents(self, options: ReportOptions) -> Iterator[ReportContents]:
        """Yield what the documents of one person after the other say, of no face map but their last.

        Raise `NotFoundError` where somebody is not in the record any more.
        """
        chosen = options if len(self) == 1 else replace(options, map_of=None)
        for person in self.listed:
            file = self.first if len(self) == 1 else read_person(self.record, person.id)
            yield contents_of(file, chosen)

    def pages(self, options: ReportOptions) -> Iterator[Pages]:
        """Yield the documents of one person after the other. Raise as `contents` does."""
        self.done = 0
        for contents in self.contents(options):
            yield lay_out(contents)
            self.done += 1
