"""What happened after treatments, in the report: of its period, without what was noted unless that is asked for."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
import report_support as given
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.adverse_events import AdverseEvent, Side
from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.ui.reports.options import ReportOptions

ACTION, NOTE, OWN = "Cold-pack-word", "Faded-slowly-word", "Itchy-ear-word"


@pytest.fixture
def treatment() -> Botox:
    """Return a treatment of 100 days ago with some downtime."""
    return given.botox(TODAY - timedelta(100), downtime_days=2)


@pytest.fixture
def event(treatment: Botox) -> AdverseEvent:
    """Return what happened on the next day."""
    return AdverseEvent(
        id=uuid4(),
        person_id=given.PERSON_ID,
        entry_id=treatment.id,
        term="other",
        other_term=OWN,
        onset_on=treatment.on + timedelta(1),
        ended_on=treatment.on + timedelta(4),
        side=Side.RIGHT,
        grade=2,
        action=ACTION,
        is_seen_by_clinician=True,
        note=NOTE,
    )


def test_it_is_listed_with_grade_days_and_treatment(
    qtbot: QtBot, treatment: Botox, event: AdverseEvent, catalog: Catalog
) -> None:
    bruise = replace(event, id=uuid4(), term="bruise", other_term=None, ended_on=None)
    text = given.written(given.report_of([treatment], catalog, happened=[event, bruise])).text_by_pdfium
    words = " ".join(text.split())
    assert "What happened" in words
    assert f"{OWN}. Grade 2, moderate, right" in words
    assert "After Botox, 29 Nov 2025. 30 Nov 2025 to 3 Dec 2025. Seen by a clinician" in words
    assert "Bruise. Grade 2" in words
    assert "2 days of downtime" in words


def test_what_was_done_and_noted_is_printed_only_where_notes_are_asked_for(
    qtbot: QtBot, treatment: Botox, event: AdverseEvent, catalog: Catalog
) -> None:
    without = given.written(given.report_of([treatment], catalog, happened=[event])).text_by_pdfium
    assert ACTION not in without
    assert NOTE not in without
    options = ReportOptions(with_notes=True)
    text = given.written(given.report_of([treatment], catalog, options, happened=[event])).text_by_pdfium
    assert ACTION in text
    assert NOTE in text


def test_own_words_are_left_out_where_identity_is_hidden(
    qtbot: QtBot, treatment: Botox, event: AdverseEvent, catalog: Catalog
) -> None:
    options = ReportOptions(hide_identity=True, with_notes=True)
    written = given.written(given.report_of([treatment], catalog, options, happened=[event]))
    assert "Something else. Grade 2" in " ".join(written.text_by_pdfium.split())
    for word in (OWN, ACTION, NOTE):
        assert word.encode() not in written.every_byte()


def test_what_began_outside_the_period_is_left_out(treatment: Botox, event: AdverseEvent, catalog: Catalog) -> None:
    options = ReportOptions(start=TODAY - timedelta(50))
    assert given.report_of([treatment], catalog, options, happened=[event]).happened == ()
    assert len(given.report_of([treatment], catalog, happened=[event]).happened) == 1


def test_a_long_story_runs_over_pages_whole(
    qtbot: QtBot, treatment: Botox, event: AdverseEvent, catalog: Catalog
) -> None:
    events = [replace(event, id=uuid4(), term="other", other_term=f"word-{number:02} " * 20) for number in range(40)]
    pages = given.written(given.report_of([treatment], catalog, happened=events)).pages
    whole = " ".join(pages)
    assert len(pages) > 1
    assert all(whole.count(f"word-{number:02}") == 20 for number in range(40))
