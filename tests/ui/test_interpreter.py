"""The interpreter outlives the number of Qt calls that PySide6 6.12.0 on Python 3.11 does not."""

import sys
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class _Sender(QObject):
    sent = Signal()


def test_ten_thousand_signals_and_a_hundred_thousand_updates_cost_no_reference_to_none(qtbot: Any) -> None:
    widget, sender, heard = QWidget(), _Sender(), []
    qtbot.addWidget(widget)
    sender.sent.connect(lambda: heard.append(1))
    before = sys.getrefcount(None)
    for _ in range(10_000):
        sender.sent.emit()
    for _ in range(100_000):
        widget.update()
    assert len(heard) == 10_000
    # From Python 3.12 on None is immortal and its count stands still.
    assert abs(sys.getrefcount(None) - before) < 1_000
