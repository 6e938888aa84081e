"""A record of a newer catalogue may hold a site that is not known here: it is shown under its code."""

from datetime import date
from decimal import Decimal
from typing import Any

import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QApplication

from tracker.core.drafts import BotoxDraft, PersonDraft, PointDraft
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PROGRESS


def test_a_treatment_at_an_unknown_site_is_shown_on_every_page(
    record: Record, main_window: MainWindow, qtbot: Any
) -> None:
    ada = record.people.add(PersonDraft(name="Ada"))
    points = [PointDraft(units=Decimal(4), site="procerus"), PointDraft(units=Decimal(3), site="mentalis-r")]
    record.entries.add(ada.id, BotoxDraft(on=date(2026, 1, 5), product="xeomin", points=points))
    outside = driver.connect(str(record.path))
    outside.execute("UPDATE injection_point SET site = 'elbow' WHERE site = 'mentalis-r'")
    outside.commit()
    outside.close()
    main_window.show_record(record, person_id=ada.id)
    main_window.show()
    for tab in (OVERVIEW, HISTORY, FACE_MAP, PROGRESS):
        main_window.stage.show_tab(tab)
        QApplication.processEvents()
    history = main_window.stage.view.pages.history
    assert history is not None
    face_map = main_window.stage.view.pages.face_map
    assert face_map is not None
    assert "other points 3" in history.table.rows.rows[0].details
