"""Which way of notifying is used, and what is told where none shows anything."""

import sys
from typing import get_args

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tracker.ui.desktop.notifier import Notification, Notifier, Reason
from tracker.ui.desktop.ways import FirstThatShows, make_notifier
from tracker.ui.words.notices import not_shown

Told = list[tuple[str, str]]


class Way(Notifier):
    """A way that shows, or fails for a reason."""

    def __init__(self, reason: str = "") -> None:
        super().__init__()
        self.reason = reason
        self.asked: list[Notification] = []
        self.withdrawn: list[str] = []
        self.is_closed = False

    def show_one(self, notification: Notification) -> bool:
        self.asked.append(notification)
        if self.reason:
            self.notShown.emit(notification.key, self.reason)
        else:
            self.shown.emit(notification.key)
        return not self.reason

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)

    def close(self) -> None:
        self.is_closed = True


class Icon(QSystemTrayIcon):
    """A tray icon that a desktop shows, and what it was told to say."""

    is_there = True

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def isVisible(self) -> bool:
        return self.is_there

    def supportsMessages(self) -> bool:
        return True

    def showMessage(self, title: str, text: str, *_more: object) -> None:
        self.said.append((title, text))


def told_by(notifier: Notifier) -> Told:
    told: Told = []
    notifier.shown.connect(lambda key: told.append((key, "")))
    notifier.notShown.connect(lambda key, reason: told.append((key, reason)))
    return told


@pytest.mark.parametrize("reason", ["no_service", "gone", "refused"])
def test_a_way_that_shows_nothing_is_followed_by_the_next(qtbot: QtBot, reason: str) -> None:
    best, next_best = Way(reason), Way()
    notifier = FirstThatShows([best, next_best])
    told = told_by(notifier)
    assert notifier.notify("k", "Title", "Text", [("log", "Log now")])
    assert best.asked == next_best.asked == [Notification("k", "Title", "Text", (("log", "Log now"),))]
    assert told == [("k", "")]


@pytest.mark.parametrize("reason", ["no_answer", "withdrawn"])
def test_what_may_yet_be_shown_or_is_not_wanted_is_not_tried_again(qtbot: QtBot, reason: str) -> None:
    next_best = Way()
    notifier = FirstThatShows([Way(reason), next_best])
    told = told_by(notifier)
    assert not notifier.notify("k", "Title", "Text")
    assert (next_best.asked, told) == ([], [("k", reason)])


def test_where_no_way_shows_it_the_reason_of_the_best_is_told_once(qtbot: QtBot) -> None:
    notifier = FirstThatShows([Way("gone"), Way("no_tray")])
    told = told_by(notifier)
    assert not notifier.notify("k", "Title", "Text")
    assert told == [("k", "gone")]


def test_clicks_of_every_way_come_through_and_all_are_withdrawn_and_closed(qtbot: QtBot) -> None:
    ways = [Way(), Way()]
    notifier = FirstThatShows(ways)
    heard: list[tuple[str, ...]] = []
    notifier.activated.connect(lambda key: heard.append((key,)))
    notifier.actionChosen.connect(lambda key, action: heard.append((key, action)))
    ways[0].activated.emit("one")
    ways[1].actionChosen.emit("other", "log")
    notifier.withdraw("one")
    notifier.close()
    assert heard == [("one",), ("other", "log")]
    assert [(way.withdrawn, way.is_closed) for way in ways] == [(["one"], True)] * 2


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_the_tray_icon_says_it_and_a_click_on_it_opens_the_newest(qtbot: QtBot, platform: str) -> None:
    icon = Icon()
    notifier = make_notifier(icon, platform=platform)
    told, clicked = told_by(notifier), []
    notifier.activated.connect(clicked.append)
    icon.messageClicked.emit()
    assert notifier.notify("one", "Title", "Text")
    assert notifier.notify("other", "Title", "More")
    icon.messageClicked.emit()
    notifier.withdraw("one")
    icon.messageClicked.emit()
    notifier.withdraw("other")
    icon.messageClicked.emit()
    assert icon.said == [("Title", "Text"), ("Title", "More")]
    assert told == [("one", ""), ("other", "")]
    assert clicked == ["other", "other"]


def test_a_tray_icon_that_is_not_there_says_nothing(qtbot: QtBot) -> None:
    icon = Icon()
    icon.is_there = False
    notifier = make_notifier(icon, platform="win32")
    told = told_by(notifier)
    assert not notifier.notify("k", "Title", "Text")
    assert (icon.said, told) == ([], [("k", "no_tray")])
    assert not notifier.is_possible
    icon.is_there = True
    assert notifier.is_possible


def test_with_neither_service_nor_tray_the_reason_is_told(qtbot: QtBot) -> None:
    notifier = make_notifier(None, platform="win32")
    told = told_by(notifier)
    assert not notifier.notify("k", "Title", "Text")
    notifier.withdraw("k")
    assert told == [("k", "nothing")]
    assert not notifier.is_possible


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no D-Bus")
def test_on_linux_the_tray_stands_in_for_a_missing_bus(qtbot: QtBot, tmp_path: object) -> None:
    icon = Icon()
    icon.setIcon(QPixmap(8, 8))
    notifier = make_notifier(icon, platform="linux", address=f"unix:path={tmp_path}/none")
    assert notifier.notify("k", "Title", "Text")
    assert icon.said == [("Title", "Text")]
    notifier.close()
    assert notifier.is_possible
    assert not make_notifier(None, platform="linux", address=f"unix:path={tmp_path}/none").is_possible


def test_every_reason_has_its_own_words() -> None:
    assert len({not_shown(reason) for reason in get_args(Reason)}) == len(get_args(Reason))
