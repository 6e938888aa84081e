"""``chart`` and ``report``: whole files of the kind asked for, drawn without a display."""

from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from tracker.ui.reports.kinds import Document
from tracker.ui.words.documents import document_name

Verb = Any
SIGNATURES = {".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".pdf": b"%PDF-"}


@pytest.mark.parametrize("ending", SIGNATURES)
def test_a_chart_is_a_file_of_the_kind_that_its_name_says(
    verb: Verb, database: Path, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"chart{ending}"
    outcome = verb("chart", "--person", "Ada", "--output", output, "--database", database)
    assert outcome == (0, "", "")
    assert output.read_bytes().startswith(SIGNATURES[ending])
    assert output.stat().st_mode & 0o077 == 0
    assert set(tmp_path.iterdir()) == {output, database, tmp_path / "record.db.seal", tmp_path / "history.csv"}


def test_a_chart_shows_the_days_asked_for(verb: Verb, database: Path, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.svg", tmp_path / "part.svg"
    arguments = ("chart", "--person", "Ada", "--database", database)
    assert verb(*arguments, "--output", whole).code == 0
    assert verb(*arguments, "--output", part, "--from", "2026-02-01", "--to", "2026-03-09").code == 0
    assert "Dec" in whole.read_text(encoding="utf-8")
    assert "Dec" not in part.read_text(encoding="utf-8")


@pytest.mark.parametrize("days", [("--from", "2026-03-09", "--to", "2026-03-09"), ("--to", "9999-12-31")])
def test_a_chart_of_one_day_or_of_ages_is_drawn(
    verb: Verb, database: Path, tmp_path: Path, days: tuple[str, ...]
) -> None:
    output = tmp_path / "chart.png"
    assert verb("chart", "--person", "Ada", "--database", database, "--output", output, *days) == (0, "", "")


def test_a_chart_before_the_first_entry_is_refused(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "chart.png"
    outcome = verb("chart", "--person", "Ada", "--database", database, "--output", output, "--to", "1990-01-01")
    assert outcome.code == 1
    assert not output.exists()


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_a_report_is_one_page_of_the_paper_asked_for(
    verb: Verb, qapp: QApplication, database: Path, tmp_path: Path, paper: str, width: int
) -> None:
    output = tmp_path / "report.pdf"
    arguments = ("report", "--person", "Ada", "--database", database, "--output", output, "--paper", paper)
    assert verb(*arguments) == (0, "", "")
    (page,) = pypdf.PdfReader(output).pages
    assert round(page.mediabox.width) == width
    assert "Ada" in page.extract_text()
    assert not page.images


@pytest.mark.parametrize("document", sorted(set(Document) - {Document.FACE_MAP}))
def test_each_document_can_be_written(
    verb: Verb, qapp: QApplication, database: Path, tmp_path: Path, document: Document
) -> None:
    output = tmp_path / "some.pdf"
    arguments = ("report", "--person", "Ada", "--database", database, "--output", output)
    assert verb(*arguments, "--document", document) == (0, "", "")
    metadata = pypdf.PdfReader(output).metadata
    assert metadata is not None
    assert metadata.title == f"{document_name(document)}, Ada"


def test_several_documents_are_one_file_and_none_at_all_is_refused(
    verb: Verb, qapp: QApplication, database: Path, tmp_path: Path
) -> None:
    output = tmp_path / "some.pdf"
    arguments = ("report", "--person", "Ada", "--database", database, "--output", output, "--document", "face_map")
    assert verb(*arguments).code == 1
    assert not output.exists()
    assert verb(*arguments, "--document", "rating_sheet", "--document", "appointments").code == 0
    assert len(pypdf.PdfReader(output).pages) == 2


def test_a_report_can_hide_who_it_is(verb: Verb, qapp: QApplication, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.pdf"
    arguments = ("report", "--person", "Ada", "--database", database, "--output", output)
    assert verb(*arguments, "--hide-identity", "--greyscale", "--with-notes").code == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(output).pages)
    assert "Ada" not in text
    assert "SUM(1)" not in text


def test_a_report_says_what_no_font_has_before_it_is_printed(
    verb: Verb, qapp: QApplication, database: Path, tmp_path: Path
) -> None:
    history = tmp_path / "boxes.csv"
    history.write_text("person,date,event,texture\nBo \ue123,2026-02-01,rating,5\n", "utf-8")
    assert verb("import", history, "--database", database).code == 0
    output = tmp_path / "report.pdf"
    code, said, warned = verb("report", "--person", "Bo \ue123", "--database", database, "--output", output)
    assert (code, said) == (0, "")
    assert warned.startswith("Some characters cannot be printed. No font on this computer has them:")
    assert "U+E123" in warned
    assert warned.count("\n") == 1
    assert output.exists()


def test_a_report_prints_notes_only_when_asked(verb: Verb, qapp: QApplication, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.pdf"
    arguments = ("report", "--person", "Ada", "--database", database, "--output", output)
    for options, is_printed in (((), False), (("--with-notes",), True)):
        assert verb(*arguments, *options).code == 0
        text = "".join(page.extract_text() for page in pypdf.PdfReader(output).pages)
        assert ("SUM(1)" in text) is is_printed
