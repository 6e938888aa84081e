"""Notifications through a real bus: what arrives, what comes back, and every way of not being answered."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from private_bus import NotificationService, private_bus
from pytestqt.qtbot import QtBot

from tracker.ui.desktop.bus import session_address, system_address
from tracker.ui.desktop.freedesktop import FreedesktopNotifier

SOON_MS = 100
ACTIONS = (("log", "Log now"), ("snooze", "Snooze"), ("dismiss", "Dismiss"))
Serve = Callable[..., NotificationService]


@pytest.fixture
def serve(bus_address: str) -> Iterator[Serve]:
    """Return a function that starts a notification service on the bus."""
    services: list[NotificationService] = []

    def start(*arguments: object, **options: str) -> NotificationService:
        services.append(NotificationService(bus_address, *arguments, **options))
        return services[-1]

    yield start
    for service in services:
        service.stop()


@pytest.fixture
def notifier(qtbot: QtBot, bus_address: str) -> Iterator[FreedesktopNotifier]:
    """Return a notifier on the bus."""
    made = FreedesktopNotifier(bus_address)
    yield made
    made.close()


@pytest.fixture
def hasty(qtbot: QtBot, bus_address: str) -> Iterator[FreedesktopNotifier]:
    """Return a notifier that waits a moment only."""
    made = FreedesktopNotifier(bus_address, wait_ms=SOON_MS)
    yield made
    made.close()


def show(qtbot: QtBot, notifier: FreedesktopNotifier, key: str = "k", text: str = "a date is coming up.") -> None:
    with qtbot.waitSignal(notifier.shown, check_params_cb=lambda shown: shown == key):
        assert notifier.notify(key, "Skinterval", text, ACTIONS)


def failure(qtbot: QtBot, notifier: FreedesktopNotifier, key: str = "k") -> str:
    with qtbot.waitSignal(notifier.notShown, check_params_cb=lambda failed, _reason: failed == key) as told:
        notifier.notify(key, "Skinterval", "a date is coming up.", ACTIONS)
    return str(told.args[1])


def test_a_bus_makes_it_possible(notifier: FreedesktopNotifier) -> None:
    assert notifier.is_possible


def test_a_notification_arrives_with_its_words_and_buttons(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    service = serve()
    show(qtbot, notifier, text="Zoë & <b>12 June</b>")
    (shown,) = service.shown
    assert (shown.title, shown.text, shown.replaces) == ("Skinterval", "Zoë &amp; &lt;b&gt;12 June&lt;/b&gt;", 0)
    assert shown.actions == ["default", "Skinterval", "log", "Log now", "snooze", "Snooze", "dismiss", "Dismiss"]
    assert shown.hints == {"desktop-entry": ("s", "skinterval"), "urgency": ("y", 1)}
    assert service.signatures == {"susssasa{sv}i"}


def test_a_service_without_buttons_markup_or_body_gets_plain_words(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    service = serve(("body",))
    show(qtbot, notifier, text="12 < 14")
    assert (service.shown[0].text, service.shown[0].actions) == ("12 < 14", [])
    service.stop()
    assert failure(qtbot, notifier) == "no_service"
    bare = serve(())
    show(qtbot, notifier, text="12 < 14")
    assert (bare.shown[0].title, bare.shown[0].text) == ("Skinterval: 12 < 14", "")


def test_the_same_key_replaces_its_notification_and_another_does_not(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    service = serve()
    for key in ("one", "other", "one"):
        show(qtbot, notifier, key)
    assert [shown.replaces for shown in service.shown] == [0, 0, 1]


def test_withdrawing_closes_the_notification_of_its_key_alone(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    service = serve()
    show(qtbot, notifier, "one")
    show(qtbot, notifier, "other")
    notifier.withdraw("never shown")
    notifier.withdraw("other")
    qtbot.waitUntil(lambda: service.closed == [2])


@pytest.mark.parametrize("is_known", [False, True])
def test_what_is_withdrawn_before_it_was_shown_does_not_stay(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve, is_known: bool
) -> None:
    service = serve()
    if is_known:
        show(qtbot, notifier, "first")
    with qtbot.waitSignal(notifier.notShown) as told:
        notifier.notify("k", "Skinterval", "a date is coming up.", ACTIONS)
        notifier.withdraw("k")
    assert told.args == ["k", "withdrawn"]
    qtbot.waitUntil(lambda: service.closed == [shown.number for shown in service.shown[is_known:]])


def test_a_click_and_a_button_come_back_with_their_key(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    service = serve()
    show(qtbot, notifier, "one")
    show(qtbot, notifier, "other")
    with qtbot.waitSignal(notifier.activated) as clicked:
        service.invoke(2, "default", token="token of the click")
    assert clicked.args == ["other"]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token of the click"
    with qtbot.waitSignal(notifier.actionChosen) as chosen:
        service.invoke(99, "log")
        service.invoke(1, "snooze")
    assert chosen.args == ["one", "snooze"]


def test_one_that_expired_can_still_be_clicked_and_one_that_was_closed_not(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    service = serve()
    show(qtbot, notifier, "expired")
    show(qtbot, notifier, "closed")
    service.tell_closed(1, 1)
    service.tell_closed(2, 2)
    with qtbot.waitSignal(notifier.activated) as clicked:
        service.invoke(2, "default")
        service.invoke(1, "default")
    assert clicked.args == ["expired"]


def test_without_a_service_the_reason_is_told(qtbot: QtBot, notifier: FreedesktopNotifier) -> None:
    assert failure(qtbot, notifier) == "no_service"


def test_without_a_bus_it_is_known_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    for address in (f"unix:path={tmp_path}/none", "disabled:", "tcp:host=localhost", "nonsense"):
        notifier = FreedesktopNotifier(address)
        with qtbot.waitSignal(notifier.notShown) as told:
            assert not notifier.notify("k", "Skinterval", "a date is coming up.")
        assert told.args == ["k", "no_service"]


@pytest.mark.parametrize("method", ["GetCapabilities", "Notify"])
def test_a_service_that_does_not_answer_is_not_waited_for(
    qtbot: QtBot, hasty: FreedesktopNotifier, serve: Serve, method: str
) -> None:
    service = serve(silent_at=method)
    assert failure(qtbot, hasty) == "no_answer"
    assert service.shown == []


def test_an_answer_that_comes_too_late_is_taken_back(qtbot: QtBot, hasty: FreedesktopNotifier, serve: Serve) -> None:
    service = serve(silent_at="Notify")
    assert failure(qtbot, hasty) == "no_answer"
    with qtbot.assertNotEmitted(hasty.shown):
        service.answer_late()
        qtbot.waitUntil(lambda: service.closed == [1])


@pytest.mark.parametrize("method", ["GetCapabilities", "Notify"])
def test_a_service_that_dies_meanwhile_is_told_and_the_next_one_is_used(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve, method: str
) -> None:
    serve(dies_at=method)
    assert failure(qtbot, notifier) == "gone"
    assert failure(qtbot, notifier) == "no_service"
    service = serve()
    show(qtbot, notifier)
    assert len(service.shown) == 1


def test_numbers_of_a_service_that_has_gone_mean_nothing_to_the_next(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve
) -> None:
    former = serve()
    show(qtbot, notifier, "old")
    former.stop()
    assert failure(qtbot, notifier) == "no_service"
    service = serve(("body",))
    show(qtbot, notifier, "new")
    show(qtbot, notifier, "old")
    assert [(shown.replaces, shown.actions) for shown in service.shown] == [(0, []), (0, [])]


def test_a_call_that_the_service_refuses_is_told(
    qtbot: QtBot, notifier: FreedesktopNotifier, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jeepney import new_error

    monkeypatch.setattr(NotificationService, "_Notify", lambda _self, call: new_error(call, "org.example.Full"))
    serve()
    assert failure(qtbot, notifier) == "refused"


def test_a_bus_that_ends_is_told_and_the_next_try_looks_for_it_again(qtbot: QtBot, tmp_path: Path) -> None:
    with private_bus(tmp_path) as address:
        notifier = FreedesktopNotifier(address)
        service = NotificationService(address, silent_at="Notify")
        assert notifier.notify("k", "Skinterval", "a date is coming up.")
        qtbot.waitUntil(lambda: bool(service.unanswered))
    with qtbot.waitSignal(notifier.notShown) as told:
        pass
    assert told.args == ["k", "gone"]
    assert failure(qtbot, notifier) == "no_service"
    service.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no D-Bus")
def test_the_address_of_the_bus_is_found_where_nobody_tells_it() -> None:
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:abstract=x"}) == "unix:abstract=x"
    assert session_address({"XDG_RUNTIME_DIR": "/run/here"}) == "unix:path=/run/here/bus"
    assert session_address({}) == f"unix:path=/run/user/{os.getuid()}/bus"
    assert system_address({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    assert system_address({}) == "unix:path=/run/dbus/system_bus_socket"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no D-Bus")
@pytest.mark.parametrize(("answer", "reason"), [(b"REJECTED EXTERNAL\r\n", "gone"), (b"", "no_answer")])
def test_a_bus_that_does_not_let_us_in_is_told(qtbot: QtBot, tmp_path: Path, answer: bytes, reason: str) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "bus"))
        door.listen()
        notifier = FreedesktopNotifier(f"unix:path={tmp_path}/bus", wait_ms=SOON_MS)
        with qtbot.waitSignal(notifier.notShown) as told:
            assert notifier.notify("k", "Skinterval", "a date is coming up.")
            with door.accept()[0] as guest:
                guest.sendall(answer)
                qtbot.waitUntil(lambda: told.signal_triggered)
        assert told.args == ["k", reason]
        notifier.close()
