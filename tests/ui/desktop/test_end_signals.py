"""The program ends in order when the system asks it to."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.ui.desktop.end_signals import EndSignals


@pytest.fixture
def signals(qapp: QApplication) -> Iterator[EndSignals]:
    """Return what listens to the system."""
    listening = EndSignals(qapp)
    yield listening
    listening.release()


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can send these signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_asks_the_program_to_end(qtbot: QtBot, signals: EndSignals, name: str) -> None:
    with qtbot.waitSignal(signals.asked):
        os.kill(os.getpid(), getattr(signal, name))


def test_after_release_signals_do_what_they_did(qapp: QApplication) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    EndSignals(qapp).release()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
