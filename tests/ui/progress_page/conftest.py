"""What tests of the Progress tab share: a person who rates herself around treatments, and the tab on a real record."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, RatingDraft
from tracker.core.records import Person, Setting
from tracker.services.record import Record
from tracker.ui.progress_page.view import ProgressView
from tracker.ui.theme import Theme

Give = Callable[..., None]
COURSE = {0: 4, 14: 8, 30: 8, 60: 8, 90: 7, 120: 5}
"""Wrinkles by days since the treatment: half of the gain, at 6, is lost on day 105."""


@pytest.fixture
def nora(record: Record) -> Person:
    """Return somebody without entries."""
    return record.people.add(PersonDraft(name="Nora Brandt"))


@pytest.fixture
def give(record: Record, nora: Person) -> Give:
    """Return a function that logs botox so many days ago and Nora's ratings by days since."""

    def log(*ago: int, product: str = "dysport", course: dict[int, int] | None = None) -> None:
        for days in ago:
            on = TODAY - timedelta(days)
            record.entries.add(nora.id, BotoxDraft(on=on, product=product, override_reason="asked for"))
            for after, score in (COURSE if course is None else course).items():
                scores = {"wrinkles": score, "texture": 5}
                record.entries.add(nora.id, RatingDraft(on=on + timedelta(after), scores=scores))

    return log


@pytest.fixture
def session(record: Record, nora: Person) -> Callable[[int], None]:
    """Return a function that logs a session of Nora's so many days ago."""

    def log(ago: int) -> None:
        on = TODAY - timedelta(ago)
        record.entries.add(nora.id, MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, override_reason="asked for"))

    return log


@pytest.fixture
def shown(qtbot: QtBot, record: Record, theme: Theme, nora: Person) -> Callable[[], ProgressView]:
    """Return a function that shows Nora's tab and waits for its picture where there is one."""

    views = []

    def show(width: int = 1280) -> ProgressView:
        view = ProgressView(record, nora.id, theme)
        views.append(view)  # which qtbot does not keep
        qtbot.addWidget(view)
        view.resize(width, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        surface = view.cycles.surface
        if surface is not None:
            qtbot.waitUntil(lambda: surface.is_up_to_date)
        return view

    return show
