"""Plans, own intervals and settings of the record on screen: what changes is seen at once and undone by name."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from support import TODAY

from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft, RatingDraft
from tracker.core.intervals import Days
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow

CLINIC = "microdermabrasion-clinic"


@pytest.fixture
def maya(record: Record) -> Person:
    """Return somebody whose session was six days ago."""
    person = record.people.add(PersonDraft(name="Maya Lindqvist"))
    record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - timedelta(6)))
    return person


@pytest.fixture
def window(main_window: MainWindow, record: Record, maya: Person) -> MainWindow:
    """Return the window with Maya in it."""
    main_window.show_record(record)
    return main_window


def test_an_interval_for_everybody_changes_the_card_at_once_and_back(window: MainWindow, record: Record) -> None:
    card = window.stage.view.overview.treatments[Kind.MICRODERMABRASION]
    assert card.headline.text() == "Book from Tue 17 Mar"
    record.intervals.change(CLINIC, Days(5, 6, 20))
    assert card.headline.text() == "Book any day until Sun 22 Mar"
    record.undo.undo()
    assert card.headline.text() == "Book from Tue 17 Mar"
    record.undo.redo()
    assert card.headline.text() == "Book any day until Sun 22 Mar"


def test_the_days_that_count_change_card_and_chart_at_once_and_back(
    window: MainWindow, record: Record, maya: Person
) -> None:
    for ago in (9, 8, 2, 1):
        record.entries.add(maya.id, RatingDraft(on=TODAY - timedelta(ago), scores={"texture": 5}))
    overview = window.stage.view.overview
    overview.chart.warm()
    group = overview.before_after.groups[Kind.MICRODERMABRASION]

    def shown() -> tuple[str, str, int]:
        row, timeline = group.rows[0].row, overview.chart.panel._timeline
        assert row is not None
        assert timeline is not None
        return row.counts, group.counted.text(), timeline.counting.microdermabrasion.last

    before = ("2 | 2", "Counted: 14 days before, days 3 to 28 after.", 28)
    assert shown() == before
    record.counting.change(CountingWindows(microdermabrasion=CountingDays(before=2, first=5, last=90)))
    after = ("1 | 1", "Counted: 2 days before, days 5 to 90 after.", 90)
    assert shown() == after
    record.undo.undo()
    assert shown() == before


CHANGES: dict[str, tuple[Callable[[Record, Person], object], str, str]] = {
    "plan botox": (
        lambda record, maya: record.plans.add(maya.id, Kind.BOTOX, TODAY),
        "Botox planned, Mon 9 Mar",
        "&Undo plan botox",
    ),
    "plan both": (
        lambda record, maya: record.plans.arrange(maya.id, {Kind.BOTOX: TODAY, Kind.MICRODERMABRASION: TODAY}),
        "Dates planned",
        "&Undo plan dates",
    ),
    "change an interval": (
        lambda record, maya: record.intervals.change(CLINIC, Days(5, 6, 20), person_id=maya.id),
        "Interval changed",
        "&Undo change interval",
    ),
    "change a setting": (
        lambda record, maya: record.settings.change("schedule", {"is_on": False}),
        "Settings of the record changed",
        "&Undo change settings of the record",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_said_and_undone_by_name(window: MainWindow, record: Record, maya: Person, name: str) -> None:
    change, said, undone = CHANGES[name]
    change(record, maya)
    assert window.stage.strip.text == said
    assert window.menus.edit.actions()[0].text() == undone
