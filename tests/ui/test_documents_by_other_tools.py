"""Every printed document through tools that others wrote: qpdf finds it sound, poppler reads it as it was meant.

They are no part of what a Python test environment holds; where a tool or a font is missing, the test says so and is
skipped. `.ci/run` installs them and sets SKINTERVAL_NO_SKIPS, with which it fails instead.
"""

import os
import re
import unicodedata
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from printed_documents import DOCUMENTS, SCRIPTS, Printed, named
from PySide6.QtGui import QFontDatabase, QTextLayout
from PySide6.QtWidgets import QApplication

from tracker.services.record import Record
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.typesetting import print_font

TOOLS = ("qpdf", "pdffonts", "pdfimages", "pdftotext")
MAY_SKIP = "SKINTERVAL_NO_SKIPS" not in os.environ
MISSING = [tool for tool in TOOLS if which(tool) is None]
pytestmark = pytest.mark.skipif(
    MAY_SKIP and bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (packages qpdf, poppler-utils)"
)

FONT = re.compile(r"\s(?P<embedded>yes|no)\s+(?P<subset>yes|no)\s+(?P<readable>yes|no)\s+\d+\s+\d+$")
HEAD_LINES = 2
_Written = QFontDatabase.WritingSystem
WRITTEN_AS = {name: _Written[name] for name in SCRIPTS if name in _Written.__members__} | {
    "Han": _Written.SimplifiedChinese,
    "Kana": _Written.Japanese,
    "Hangul": _Written.Korean,
}


def said(*command: str | Path) -> str:
    """Run a tool, which has to be content with what it is given, and return what it says."""
    done = run(command, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


def check(printed: Printed, path: Path) -> str:
    """Check a document on disk; return its text, its lines joined by blanks."""
    path.write_bytes(printed.data)
    assert "No syntax or stream encoding errors found" in said("qpdf", "--check", path)
    fonts = said("pdffonts", path).splitlines()[HEAD_LINES:]
    assert fonts, "no text"
    for line in fonts:
        font = FONT.search(line)
        assert font is not None, line
        assert font["embedded"] == font["readable"] == "yes", line
    assert bool(said("pdfimages", "-list", path).splitlines()[HEAD_LINES:]) == printed.has_logo
    return " ".join(said("pdftotext", path, "-").split())


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_sound_its_fonts_are_in_it_and_its_text_can_be_read(
    name: str, record: Record, tmp_path: Path
) -> None:
    printed = DOCUMENTS[name](record)
    text = check(printed, tmp_path / "document.pdf")
    assert [words for words in printed.says if words not in text] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_name_in_any_script_is_printed_with_fonts_that_are_in_the_document_and_can_be_read(
    script: str, record: Record, tmp_path: Path
) -> None:
    load_fonts()
    name = SCRIPTS[script]
    if MAY_SKIP and not has_glyphs(script):
        pytest.skip(f"no font here has the letters of {script}")
    assert has_glyphs(script)
    assert plain(name) in plain(check(named(name)(record), tmp_path / "document.pdf"))


def has_glyphs(script: str) -> bool:
    # Where no font can shape a script Qt draws boxes, and calls their glyphs number 1: the fonts are asked as well.
    if not QFontDatabase.families(WRITTEN_AS[script]):
        return False
    layout = QTextLayout(SCRIPTS[script], print_font(12))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(number for glyphs in layout.glyphRuns() for number in glyphs.glyphIndexes())


def plain(text: str) -> str:
    """Return letters as they are typed: a page may hold an Arabic letter in the form that it has between others."""
    return unicodedata.normalize("NFKC", text)
