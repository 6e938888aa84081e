"""A report reaches the disk whole, private, or not at all."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from report_support import report_of, treatments

from tracker.core.catalog import Catalog
from tracker.core.errors import NotWrittenError
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.pdf import write_pdf
from tracker.ui.words.documents import suggested_file_name


@pytest.fixture
def contents(catalog: Catalog) -> ReportContents:
    """Return a small report."""
    return report_of(treatments(2), catalog)


def test_a_report_replaces_the_file_of_that_name(contents: ReportContents, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"older")
    write_pdf(contents, target)
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == 1
    assert list(tmp_path.iterdir()) == [target]


def test_words_copied_from_a_report_are_parted_by_blanks(contents: ReportContents, tmp_path: Path) -> None:
    # Qt takes the blank of a typeface without a tab for a tab, and says so to whoever copies the text.
    write_pdf(contents, tmp_path / "report.pdf")
    text = pypdf.PdfReader(tmp_path / "report.pdf").pages[0].extract_text()
    assert "Skin progress report" in text
    assert "\t" not in text


def test_a_report_that_cannot_be_written_leaves_nothing(contents: ReportContents, tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        write_pdf(contents, tmp_path / "nowhere" / "report.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_figure_that_fails_does_not_take_the_process_down(
    contents: ReportContents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tracker.ui.reports.chart._drawn", fail)
    with pytest.raises(ZeroDivisionError):
        write_pdf(contents, tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_suggested_name_tells_who_only_where_the_page_does(catalog: Catalog) -> None:
    from report_support import person

    from tracker.ui.reports.options import ReportOptions

    who = person("Zoë O'Neil / 王小明")
    known = report_of([], catalog, who=who)
    hidden = report_of([], catalog, ReportOptions(hide_identity=True), who)
    assert suggested_file_name(known) == "skin-progress-report-Zoë-O-Neil-王小明-2026-03-09.pdf"
    assert suggested_file_name(hidden) == "skin-progress-report-2026-03-09.pdf"


def test_a_name_without_letters_leaves_the_plain_file_name(catalog: Catalog) -> None:
    from report_support import person

    assert suggested_file_name(report_of([], catalog, who=person("../.."))) == "skin-progress-report-2026-03-09.pdf"


def test_a_report_needs_no_widgets_and_no_screen(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["test"])
from report_support import report_of, treatments
from tracker.core.catalog import load_catalog
from tracker.paths import resource_folder
from tracker.ui.reports.pdf import write_pdf
write_pdf(report_of(treatments(3), load_catalog(resource_folder() / "catalog")), Path(sys.argv[1]))
"""
    target = tmp_path / "report.pdf"
    here = Path(__file__).resolve().parents[1]
    subprocess.run(
        [sys.executable, "-c", script, str(target)],
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])},
    )
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("module", ["tracker.ui.reports.preview", "tracker.ui.reports.pdf"])
def test_what_a_report_needs_late_is_not_imported_early(module: str) -> None:
    script = f"""
import sys
import {module}
late = ("matplotlib", "numpy", "sqlalchemy", "alembic", "PySide6.QtPrintSupport")
print([name for name in late if name in sys.modules])
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert done.stdout.strip() == "[]"
