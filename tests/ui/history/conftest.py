"""A person with a history in a real record, and the History tab that shows it."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from tracker.core.drafts import BotoxDraft, EntryDraft, MicrodermabrasionDraft, PersonDraft, PointDraft, RatingDraft
from tracker.core.records import Entry, Person, Setting
from tracker.ui.history.view import HistoryView
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def person(record: Any) -> Person:
    added: Person = record.people.add(PersonDraft(name="Maya Lindqvist"))
    return added


@pytest.fixture
def log(record: Any, person: Person) -> Callable[..., Entry]:
    """Return a function that logs a draft for the person."""

    def added(draft: EntryDraft) -> Entry:
        entry: Entry = record.entries.add(person.id, draft)
        return entry

    return added


@pytest.fixture
def history(log: Callable[..., Entry]) -> dict[str, Entry]:
    """Log two botox treatments, a touch-up, three sessions and three ratings; return them by name."""
    spring = log(
        BotoxDraft(
            on=date(2025, 4, 10),
            product="botox_cosmetic",
            points=[
                PointDraft(units=Decimal(4), site="procerus"),
                PointDraft(units=Decimal(6), site="corrugator-medial-r"),
            ],
            lot="C8612 C3",
            expires="2027-05",
            dilution_ml=Decimal("2.5"),
            provider="Dr A. Osei, Northgate Skin Clinic",
            cost=Decimal(320),
            currency="EUR",
            note="No bruising.",
        )
    )
    touch_up = log(BotoxDraft(on=date(2025, 4, 28), product="botox_cosmetic", units=Decimal("2.5"), is_touch_up=True))
    autumn = log(
        BotoxDraft(
            on=date(2025, 6, 20), product="dysport", units=Decimal(50), override_reason="Clinic moved the visit."
        )
    )
    first = log(
        MicrodermabrasionDraft(
            on=date(2025, 12, 18),
            device="diamond",
            grit="100",
            passes=2,
            areas=("cheeks", "chin"),
            setting=Setting.CLINIC,
            reaction=1,
            minutes=30,
        )
    )
    second = log(MicrodermabrasionDraft(on=date(2026, 1, 22), device="crystal", areas=("full_face",)))
    third = log(MicrodermabrasionDraft(on=date(2026, 2, 5), setting=Setting.HOME, provider="Zoë Łuksza"))
    early = log(RatingDraft(on=date(2025, 3, 20), at=time(8, 15), scores={"texture": 4, "wrinkles": 3}))
    later = log(
        RatingDraft(on=date(2026, 2, 9), scores={"texture": 8, "tone": 6}, note="Slightly dry\nafter a cold week")
    )
    latest = log(RatingDraft(on=date(2026, 3, 3), scores={"texture": 7, "wrinkles": 6}))
    return {
        "spring": spring,
        "touch_up": touch_up,
        "autumn": autumn,
        "first": first,
        "second": second,
        "third": third,
        "early": early,
        "later": later,
        "latest": latest,
    }


@pytest.fixture
def make_view(
    qtbot: Any, record: Any, person: Person, theme: Theme, preferences: Preferences
) -> Callable[[], HistoryView]:
    """Return a function that opens the tab on the person."""
    windows: list[QWidget] = []

    def made() -> HistoryView:
        # The offscreen platform warns of every window that has a least size: a bare one around the tab has none.
        window = QWidget()
        view = HistoryView(record, theme, preferences, window)
        qtbot.addWidget(window)
        windows.append(window)
        for widget in (window, view):
            widget.resize(1280, 706)
        view.set_person(person.id)
        with qtbot.waitExposed(window):
            window.show()
        return view

    return made


@pytest.fixture
def view(history: dict[str, Entry], make_view: Callable[[], HistoryView]) -> HistoryView:
    """Return the tab with the history in it."""
    return make_view()
