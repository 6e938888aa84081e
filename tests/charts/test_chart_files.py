"""The chart as a file: text is text, nothing is a bitmap, the same data give the same bytes."""

import sys
from datetime import date
from pathlib import Path
from subprocess import run
from xml.etree import ElementTree

import matplotlib as mpl
import pypdf
import pypdfium2
import pypdfium2.raw
import pytest
from chart_samples import many, timeline_of, year

from tracker.charts.style import ChartStyle
from tracker.charts.view import ChartView
from tracker.ui.charts.saving import UnknownFormatError, save_chart

SVG = "{http://www.w3.org/2000/svg}"
YEAR = ChartView(date(2025, 3, 1), date(2026, 4, 27))
EMPTY = timeline_of([])


def saved(folder: Path, ending: str, words, timeline=None) -> Path:
    path = folder / f"chart.{ending}"
    save_chart(timeline or year(), path, words)
    return path


def test_svg_holds_text_and_no_image(tmp_path, words):
    root = ElementTree.parse(saved(tmp_path, "svg", words)).getroot()
    said = {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}
    assert {"Texture 7", "Wrinkles 6", "best", "Botox", "counted as after botox", "next window"} <= said
    assert not list(root.iter(f"{SVG}image"))


def test_pdf_text_can_be_read_and_no_object_is_an_image(tmp_path, words):
    path = saved(tmp_path, "pdf", words)
    text = pypdf.PdfReader(path).pages[0].extract_text()
    assert "Texture 7" in text
    assert "still settling" in text
    document = pypdfium2.PdfDocument(path)
    kinds = {item.type for item in document[0].get_objects()}
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_TEXT in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_png_is_drawn_at_twice_the_size(tmp_path, words):
    head = saved(tmp_path, "png", words).read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert int.from_bytes(head[16:20]) == 2 * (960 + 2 * 16)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_same_data_give_the_same_bytes(tmp_path, words, ending):
    first = saved(tmp_path, ending, words).read_bytes()
    assert saved(tmp_path, ending, words).read_bytes() == first


@pytest.mark.parametrize("timeline", [EMPTY, many(1), many(5000)], ids=["none", "one", "5000"])
def test_any_number_of_ratings_can_be_saved(tmp_path, words, timeline):
    assert saved(tmp_path, "svg", words, timeline).stat().st_size > 1000


def test_given_days_are_the_ends_of_the_axis(tmp_path, words):
    path = tmp_path / "part.svg"
    save_chart(year(), path, words, date(2025, 6, 1), date(2025, 8, 20))
    said = {"".join(text.itertext()).strip() for text in ElementTree.parse(path).getroot().iter(f"{SVG}text")}
    assert {"Jun", "Jul", "Aug"} <= said
    assert "Sep" not in said
    assert "today" not in said


def test_name_without_a_known_ending_is_refused(tmp_path, words):
    with pytest.raises(UnknownFormatError):
        save_chart(year(), tmp_path / "chart.gif", words)
    assert not list(tmp_path.iterdir())


def test_saving_leaves_the_settings_of_matplotlib_alone(tmp_path, words):
    before = dict(mpl.rcParams)
    saved(tmp_path, "pdf", words)
    assert dict(mpl.rcParams) == before


def test_key_names_only_what_is_in_view(draw):
    chart = draw(year(), ChartView(date(2025, 5, 1), date(2025, 6, 20)), ChartStyle.paper())
    said = {text.get_text() for text in chart.figure.texts if text.get_visible()}
    assert {"Texture", "Wrinkles", "counted as after botox"} <= said
    assert not {"Botox touch-up", "next window", "Microdermabrasion"} & said


def test_drawings_never_import_pyplot_or_qt():
    code = (
        "import sys, tracker.charts.timeline, tracker.charts.paper;"
        "print([name for name in sys.modules if name in ('matplotlib.pyplot', 'PySide6')])"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_panel_is_imported_without_matplotlib():
    code = (
        "import sys, tracker.ui.charts, tracker.ui.charts.warming, tracker.ui.charts.saving;"
        "print([name for name in sys.modules if name.split('.')[0] in ('matplotlib', 'numpy')])"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_matplotlib_can_be_loaded_in_a_thread():
    code = (
        "import threading, tracker.ui.charts.warming as w\n"
        "thread = threading.Thread(target=w.warm_charts); thread.start(); thread.join()\n"
        "import sys; print('tracker.ui.charts.surface' in sys.modules)"
    )
    done = run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
    assert done.stderr == ""
