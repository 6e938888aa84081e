"""Characters that no font has are found before anything is printed, and nothing else is."""

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from report_support import botox, person, rating, report_of, session
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.ui.fonts import load_fonts
from tracker.ui.reports.glyphs import texts_in, without_glyph
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.options import ReportOptions

HISTORY = ReportOptions(documents=frozenset([Document.HISTORY]), with_notes=True)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Load the bundled fonts."""
    load_fonts()


@pytest.mark.parametrize("name", ["Maya Lindqvist", "Ångström Øster", "Мария Иванова", "Ελένη", "Đặng Thị Hương"])
def test_the_bundled_font_has_these_names(name: str) -> None:
    assert without_glyph([name]) == ()


@pytest.mark.parametrize("letter", ["\ue000", "\uf8ff", "\U000f0000"])
def test_a_private_use_character_is_in_no_font(letter: str) -> None:
    assert without_glyph(["Maya", f"Ann {letter}{letter}", letter]) == (letter,)


@pytest.mark.qt_log_ignore("OpenType support missing")
@pytest.mark.parametrize(("letter", "script"), [("क", "Devanagari"), ("ก", "Thai"), ("한", "Korean"), ("א", "Hebrew")])
def test_a_script_that_no_font_has_is_missed_and_one_that_some_font_has_is_not(letter: str, script: str) -> None:
    has_font = QFontDatabase.WritingSystem[script] in QFontDatabase.writingSystems()
    assert without_glyph([letter]) == (() if has_font else (letter,))


@pytest.mark.parametrize("text", ["a\u200db", "a\u00a0b", "two\nlines\té", "e\u0301", "\u2068Ann\u2069", "a\ufe0f"])
def test_what_has_no_shape_of_its_own_is_not_missed(text: str) -> None:
    assert without_glyph([text]) == ()


def test_every_text_of_a_value_is_looked_at() -> None:
    @dataclass(frozen=True)
    class Inner:
        said: str

    @dataclass(frozen=True)
    class Outer:
        one: str
        many: tuple[Inner, ...]
        by_name: dict[str, str]
        number: int = 1

    assert list(texts_in(Outer("a", (Inner("b"), Inner("c")), {"key": "d"}))) == ["a", "b", "c", "d"]


def test_words_of_a_record_are_looked_at_as_far_as_they_are_printed(catalog: Catalog) -> None:
    entries = [session(TODAY, note="note \ue001"), botox(TODAY, lot="lot \ue002"), rating(TODAY, note="rated \ue003")]
    who = person("Maya \ue004")
    found = without_glyph(texts_in(report_of(entries, catalog, HISTORY, who)))
    assert set(found) == {"\ue001", "\ue002", "\ue003", "\ue004"}
    hidden = ReportOptions(documents=HISTORY.documents, hide_identity=True)
    assert without_glyph(texts_in(report_of(entries, catalog, hidden, who))) == ("\ue002",)
