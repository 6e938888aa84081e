"""What narrows the due board down beside treatment and group: practitioner, tag and period."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from due_people import LISTED, SESSION, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft
from tracker.core.records import Person, Setting
from tracker.core.worklist_filter import Period
from tracker.services.record import Record
from tracker.services.spacing import Spacing
from tracker.ui.dialogs.fields import ChoiceBox
from tracker.ui.main_window import MainWindow
from tracker.ui.worklist.page import DuePage

Settle = Callable[[], DuePage]
OSEI = "Dr A. Osei"


def given_by(record: Record, person: Person, ago: int, provider: str) -> None:
    on = TODAY - timedelta(ago)
    typed = MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, provider=provider, override_reason="invented")
    record.entries.add(person.id, typed)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect how often practitioners are read."""
    found: list[int] = []
    former = Spacing.latest_practitioners

    def counted(self: Spacing, *given: object) -> object:
        found.append(1)
        return former(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Spacing, "latest_practitioners", counted)
    return found


def test_practitioners_are_read_when_first_wanted_and_then_with_the_list(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle, qtbot: QtBot, reads: list[int]
) -> None:
    given_by(record, people["Ben Past"], 36, OSEI)
    given_by(record, people["Emil Opening"], 9, "Dr B. Lund")
    settle()
    assert reads == []
    box = page.head.practitioner
    box.setFocus()
    qtbot.waitUntil(lambda: box.count() == 3)
    assert [box.itemText(place) for place in range(3)] == ["All practitioners", OSEI, "Dr B. Lund"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert shown(page) == ["Past window, 1", "Ben Past"]
    assert page.filter.practitioner == OSEI
    given_by(record, people["Cleo Closing"], 30, OSEI)
    settle()
    assert shown(page) == ["Past window, 1", "Ben Past", "Closing this week, 1", "Cleo Closing"]
    assert reads == [1, 1]
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert page.filter.practitioner == ""


def test_the_list_of_practitioners_opens_once_they_are_read(
    page: DuePage,
    record: Record,
    people: dict[str, Person],
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[int] = []
    monkeypatch.setattr(ChoiceBox, "showPopup", lambda box: opened.append(box.count()))
    given_by(record, people["Ben Past"], 36, OSEI)
    settle()
    page.head.practitioner.showPopup()
    assert opened == []
    qtbot.waitUntil(lambda: opened == [2])
    page.head.practitioner.showPopup()
    assert opened == [2, 2]


def test_a_tag_shows_its_clients_alone_and_the_button_says_so(
    page: DuePage, record: Record, people: dict[str, Person], settle: Settle
) -> None:
    button = page.head.filter
    assert not button.tags.menuAction().isVisible()
    record.people.change(people["Dora Open"].id, PersonDraft(name="Dora Open", tags=("R&D <b>",)))
    settle()
    assert [action.text() for action in button.tags.actions()] == ["&Any tag", "R&&D <b>"]
    button.tags.actions()[1].trigger()
    assert shown(page) == ["Window open, 1", "Dora Open"]
    assert (button.text(), button.accessibleName()) == ("R&&D <b>", "Filter: R&D <b>")
    button.tags.actions()[0].trigger()
    assert shown(page) == LISTED
    assert button.accessibleName() == "Filter"


def test_a_period_narrows_down_and_an_empty_list_offers_to_show_all(page: DuePage) -> None:
    button = page.head.filter
    next(one for one in button.choices.actions() if one.data() == Period.PAST_UP_TO_FOUR_WEEKS).trigger()
    assert shown(page) == ["Past window, 2", "Ben Past", "Ada Past"]
    assert button.accessibleName() == "Filter: Past for up to 4 weeks"
    button.choose(Period.NOT_SEEN_IN_YEAR, "")
    assert page.empty.sentence == "Nothing of this selection is due."
    assert not page.head.print_button.isEnabled()
    page.empty.button.click()
    assert shown(page) == LISTED
    assert (button.period, button.tag) == (None, "")


def test_filters_ticks_and_place_are_found_again_after_a_client_was_opened(
    window: MainWindow, page: DuePage, settle: Settle
) -> None:
    page.head.filter.choose(Period.SEEN_IN_HALF_YEAR, "")
    page.kinds.choose(SESSION.value)
    page.table.lines.tick([1])
    QTest.keyClick(page.table, Qt.Key.Key_End)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.stage.view
    window.commands.due_list.trigger()
    assert settle() is page
    current = page.table.current_item()
    assert current is not None
    assert current.person.name == "Fay Held"
    assert (page.filter.period, page.filter.kind) == (Period.SEEN_IN_HALF_YEAR, SESSION)
    assert [item.person.name for item in page.table.lines.ticked] == ["Ben Past"]


def test_the_choices_stand_under_the_title_where_one_row_is_too_narrow(window: MainWindow, page: DuePage) -> None:
    assert page.kinds.y() > page.head.title.y()
    page.back_button.hide()
    page.head.fit()
    assert page.head.layout() is not None
    window.resize(1400, 800)
    page.head.layout().activate()
    assert abs(page.kinds.geometry().center().y() - page.head.title.geometry().center().y()) <= 2


def test_filters_have_names_to_be_heard(page: DuePage) -> None:
    head = page.head
    assert head.practitioner.accessibleName() == "Practitioner of the last treatment"
    assert all(part.accessibleName() for part in (head.practitioner, head.filter, page.kinds))
