"""What tests of the Plan tab share: a person with a history, and the tab on a real record."""

from collections.abc import Callable

import pytest
from planner_cases import day
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft
from tracker.core.records import Person, Setting
from tracker.services.record import Record
from tracker.ui.plan.view import PlanView
from tracker.ui.theme import Theme


@pytest.fixture
def nobody(record: Record) -> Person:
    """Return somebody without entries."""
    return record.people.add(PersonDraft(name="Maya Lindqvist"))


@pytest.fixture
def maya(record: Record, nobody: Person) -> Person:
    """Return somebody whose botox was 102 days ago and whose session was 18 days ago."""
    record.entries.add(nobody.id, BotoxDraft(on=day(-102), product="botox_cosmetic"))
    record.entries.add(nobody.id, MicrodermabrasionDraft(on=day(-18), setting=Setting.CLINIC))
    return nobody


@pytest.fixture
def shown(qtbot: QtBot, record: Record, theme: Theme) -> Callable[[Person], PlanView]:
    """Return a function that shows the tab of a person, which follows every change as in the window."""

    def show(person: Person) -> PlanView:
        view = PlanView(record, person.id, theme)
        qtbot.addWidget(view)
        view.resize(1280, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        record.listen(lambda _change: view.reload())
        return view

    return show
