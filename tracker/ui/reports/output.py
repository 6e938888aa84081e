"""The way of documents into a file or onto a printer, person by person, as work that can be stopped between pages."""

from collections.abc import Collection, Generator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from tracker.ui.reports.glyphs import UnprintableError, texts_in, without_glyph
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.pdf import pdf_made
from tracker.ui.reports.printing import page_range, painted
from tracker.ui.reports.sources import People
from tracker.ui.steps import Work
from tracker.ui.whole_file import write_whole

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_T = TypeVar("_T")
_LOOKS = 2
"""The documents of several people are looked over first, then made."""


def into_file(people: People, options: ReportOptions, title: str, path: Path, told: Collection[str] = ()) -> Work:
    """Write all documents to ``path``, whole or not at all. Return whether there was anything to write.

    Raise as `write_whole` does, and `UnprintableError` where documents of several people hold characters without a
    glyph besides those that were ``told``; ``path`` is then as it was.
    """
    yield from _looked_over(people, options, told)
    data: bytes = yield from _counted(pdf_made(people.pages(options), title), people)
    if data:
        write_whole(path, data, record=people.record.path)
    return bool(data)


def onto_printer(people: People, options: ReportOptions, printer: "QPrinter", told: Collection[str] = ()) -> Work:
    """Print all documents, of one person only the pages chosen for ``printer``. Return whether there were any.

    Raise `NotSavedError` where the printer does not begin, and `UnprintableError` before it as `into_file` does.
    """
    yield from _looked_over(people, options, told)
    printer.setFullPage(True)
    stream = people.pages(options)
    if len(people) == 1:
        pages = next(stream)
        chosen = page_range(printer, len(pages))
        stream = iter([Pages(pages.sheet, pages.marks[chosen.start : chosen.stop])])
    printed: int = yield from _counted(painted(printer, stream), people)
    return printed > 0


def _looked_over(
    people: People, options: ReportOptions, told: Collection[str]
) -> Generator[tuple[int, int], None, None]:
    """Raise `UnprintableError` for what several people's documents hold; the dialog has looked over those of one."""
    if len(people) == 1:
        return
    letters: dict[str, None] = {}
    for number, contents in enumerate(people.contents(options), start=1):
        letters |= dict.fromkeys(without_glyph(texts_in(contents)))
        yield number, _LOOKS * len(people)
    if not letters.keys() <= set(told):
        raise UnprintableError(tuple(letters))


def _counted(making: Generator[int, None, _T], people: People) -> Generator[tuple[int, int], None, _T]:
    """Do ``making``, and yield how many people are done instead of pages; all were looked over before."""
    try:
        while True:
            next(making)
            yield len(people) + people.done, _LOOKS * len(people)
    except StopIteration as end:
        return cast(_T, end.value)
    finally:
        making.close()
