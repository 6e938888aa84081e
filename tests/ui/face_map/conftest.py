"""What tests of the face map share: a person with treatments like those of the design, and the tab on a real record."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, PersonDraft, PointDraft
from tracker.core.records import Entry, Person
from tracker.services.record import Record
from tracker.ui.face_map.view import FaceMapView
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

Given = dict[str, float]
Give = Callable[..., Entry]


@pytest.fixture
def ingrid(record: Record) -> Person:
    """Return somebody without entries."""
    return record.people.add(PersonDraft(name="Ingrid Solberg"))


@pytest.fixture
def give(record: Record, ingrid: Person) -> Give:
    """Return a function that logs a treatment of Ingrid's: its day, units by site, and other facts."""

    def log(on: str, given: Given | None = None, **facts: Any) -> Entry:
        points = [PointDraft(units=Decimal(str(units)), site=site) for site, units in (given or {}).items()]
        known = {"product": "botox_cosmetic", "points": points, "override_reason": "asked for"} | facts
        return record.entries.add(ingrid.id, BotoxDraft(on=date.fromisoformat(on), **known))

    return log


@pytest.fixture
def visits(give: Give) -> None:
    """Log three treatments: the corrugator goes from 4 to 5 and back, the last one has a lot."""
    give("2025-03-31", {"procerus": 4, "corrugator-lateral-l": 4})
    give("2025-07-07", {"procerus": 4, "corrugator-lateral-l": 5, "canthal-upper-r": 2})
    give("2025-10-27", {"procerus": 4, "corrugator-lateral-l": 4}, lot="C8612", expires="2027-05")


@pytest.fixture
def shown(
    qtbot: QtBot, record: Record, theme: Theme, preferences: Preferences, ingrid: Person
) -> Callable[[], FaceMapView]:
    """Return a function that shows Ingrid's tab, which follows every change as in the window."""

    def show() -> FaceMapView:
        view = FaceMapView(record, ingrid.id, theme, preferences)
        qtbot.addWidget(view)
        view.resize(1280, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        record.listen(lambda _change: view.reload())
        return view

    return show
