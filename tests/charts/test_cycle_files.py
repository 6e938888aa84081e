"""The picture of all cycles as a file: text is text, what it shows stands under it, the same bytes each time."""

from io import BytesIO
from xml.etree import ElementTree

import pypdf
import pytest
from cycle_samples import alike

from tracker.charts.cycle_paper import broken
from tracker.charts.cycle_view import CycleView
from tracker.charts.fonts import text_width
from tracker.core.records import Rater
from tracker.ui.charts.saving import cycle_picture
from tracker.ui.words.cycles import cycle_words

SVG = "{http://www.w3.org/2000/svg}"
SAID = ("Botox, wrinkles", "Thin: earlier cycles")


def drawn(ending: str, said: tuple[str, ...] = SAID) -> bytes:
    return cycle_picture(CycleView(alike(3), Rater.SELF, True, 120), cycle_words(), said, ending)


def test_svg_holds_text_and_no_image() -> None:
    root = ElementTree.fromstring(drawn("svg"))
    said = {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}
    assert {"Latest", "Median", "days since the treatment", "\u2003 ".join(SAID)} <= said
    assert not list(root.iter(f"{SVG}image"))


def test_pdf_has_what_is_said_on_its_page() -> None:
    page = pypdf.PdfReader(BytesIO(drawn("pdf"))).pages[0]
    assert all(piece in page.extract_text() for piece in SAID)
    more = pypdf.PdfReader(BytesIO(drawn("pdf", SAID * 12))).pages[0]
    assert more.extract_text().count(SAID[1]) == 12
    assert more.mediabox.height > page.mediabox.height


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_cycles_give_the_same_bytes(ending: str) -> None:
    assert drawn(ending) == drawn(ending)


def test_what_is_said_is_broken_between_words_and_never_wider_than_the_picture() -> None:
    pieces = [f"a piece number {number} of many words" for number in range(20)]
    lines = broken(pieces, 300)
    assert max(text_width(line, 12) for line in lines) <= 300
    assert " ".join(" ".join(lines).split()) == " ".join(pieces)
    assert broken([], 300) == []
