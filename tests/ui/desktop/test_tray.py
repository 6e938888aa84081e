"""The tray icon, its menu, and what closing the window means beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.desktop.presence import Presence, join_tray
from tracker.ui.desktop.tray import Tray
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences

# The offscreen platform has neither a tray nor windows that stand before each other.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", r"raise\(\)")
Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def presence(main_window: MainWindow, preferences: Preferences) -> Iterator[Presence]:
    """Return the tray icon joined to a window, as on a desktop with a tray."""
    joined = Presence(main_window, preferences)
    yield joined
    joined.tray.close()
    preferences.keep_in_tray = False
    QGuiApplication.setQuitOnLastWindowClosed(True)


def test_every_item_of_the_menu_says_what_was_chosen(qtbot: QtBot) -> None:
    tray = Tray()
    heard: list[str] = []
    tray.openRequested.connect(lambda: heard.append("open"))
    tray.logRequested.connect(heard.append)
    tray.remindersRequested.connect(lambda: heard.append("reminders"))
    tray.quitRequested.connect(lambda: heard.append("quit"))
    items = [action for action in tray.menu.actions() if not action.isSeparator()]
    for action in items:
        action.trigger()
    assert heard == ["open", "botox", "microdermabrasion", "rating", "reminders", "quit"]
    texts = [action.text() for action in items]
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(set(keys)) == len(keys)
    assert "Skinterval" in texts[0]


@pytest.mark.parametrize(("platform", "opened"), [("linux", 2), ("win32", 2), ("darwin", 0)])
def test_a_click_opens_the_window_except_where_it_opens_the_menu(qtbot: QtBot, platform: str, opened: int) -> None:
    tray = Tray(platform=platform)
    heard: list[bool] = []
    tray.openRequested.connect(lambda: heard.append(True))
    for reason in (Reason.Trigger, Reason.DoubleClick, Reason.Context, Reason.MiddleClick):
        tray.icon.activated.emit(reason)
    assert len(heard) == opened


def test_closing_asks_once_and_keeps_what_was_chosen(
    presence: Presence, main_window: MainWindow, preferences: Preferences
) -> None:
    asked: list[str] = []

    def agree(message: messages.Message) -> bool:
        asked.append(message.title)
        return True

    with messages.answered_by(agree):
        for _ in range(2):
            main_window.close()
            assert main_window.isHidden()
            assert not QGuiApplication.quitOnLastWindowClosed()
            presence.tray.open.trigger()
            assert main_window.isVisible()
            assert QGuiApplication.quitOnLastWindowClosed()
    assert asked == ["Keep Skinterval in the tray?"]
    assert preferences.keep_in_tray is True


def test_who_does_not_want_the_tray_leaves_by_closing_and_is_not_asked_again(
    qtbot: QtBot, presence: Presence, main_window: MainWindow, preferences: Preferences
) -> None:
    asked: list[str] = []

    def refuse(message: messages.Message) -> bool:
        asked.append(message.title)
        return False

    with messages.answered_by(refuse), qtbot.waitSignal(presence.left):
        main_window.close()
    assert main_window.isHidden()
    assert preferences.keep_in_tray is False
    main_window.show()
    assert main_window.close()
    assert len(asked) == 1


def test_enter_on_the_question_leaves_the_tray_off(
    qtbot: QtBot, presence: Presence, main_window: MainWindow, preferences: Preferences
) -> None:
    main_window.showMinimized()
    assert not main_window.close()
    box = main_window.findChild(QMessageBox, "message")
    assert not main_window.isMinimized()
    with qtbot.waitSignal(presence.left):
        box.defaultButton().click()
    assert preferences.keep_in_tray is False


@pytest.mark.parametrize("is_shown", [True, False])
def test_quit_ends_the_program_whatever_was_chosen(
    qtbot: QtBot, presence: Presence, main_window: MainWindow, preferences: Preferences, is_shown: bool
) -> None:
    preferences.keep_in_tray = True
    main_window.setVisible(is_shown)
    with qtbot.waitSignal(presence.left):
        (main_window.commands.quit if is_shown else presence.tray.quit).trigger()
    assert main_window.isHidden()


def test_without_a_person_nothing_can_be_logged_from_the_tray(
    presence: Presence, main_window: MainWindow, record: Record
) -> None:
    assert not any(action.isEnabled() for action in presence.tray.log.values())
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    main_window.show_record(record)
    assert all(action.isEnabled() for action in presence.tray.log.values())


def test_logging_from_the_tray_opens_the_window_with_its_dialog(
    qtbot: QtBot, presence: Presence, main_window: MainWindow, record: Record
) -> None:
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    main_window.show_record(record)
    presence.keeper.hide()
    presence.tray.log["rating"].trigger()
    qtbot.waitUntil(lambda: bool(main_window.findChildren(RateDialog)))
    assert main_window.isVisible()
    main_window.findChild(RateDialog).reject()


def test_without_a_tray_closing_closes_and_nobody_asks(main_window: MainWindow, preferences: Preferences) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    assert join_tray(main_window, preferences) is None
    assert main_window.close()
    assert preferences.keep_in_tray is None
