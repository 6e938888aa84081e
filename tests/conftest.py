"""What every test shares: no screen, a fixed clock, a real record in a temporary folder, silence as part of passing."""

import os

# No test speaks to the desktop of whoever runs it; those that need a bus make their own.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere/bus"
os.environ["QT_QPA_PLATFORM"] = os.environ.get("SKINTERVAL_TEST_PLATFORM") or "offscreen"

# Nor does one touch the key store of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import gc
import logging
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog, load_catalog
from tracker.paths import resource_folder

_FROZEN = {"modules": 0}


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands at noon of 9 March 2026, the day of the design's pictures."""
    return FixedClock()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the catalogue that ships."""
    return load_catalog(resource_folder() / "catalog")


@pytest.fixture
def record(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Any]:
    """Return a new, empty record on a real file."""
    from tracker.services.record import create_record

    opened = create_record(tmp_path / "record.db", catalog, clock)
    yield opened
    opened.close()


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what the program writes by itself, backups and settings, away from that of whoever runs the tests."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))


@pytest.fixture(autouse=True)
def unexpected_log_lines_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse; one that expects it calls ``caplog.clear()`` after looking."""
    yield
    loud = [line for line in caplog.get_records("call") if line.levelno >= logging.WARNING]
    assert not loud, [line.getMessage() for line in loud]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Collect garbage only between tests: collection during Qt's event dispatch can crash the interpreter."""
    gc.disable()
    try:
        return (yield)
    finally:
        _close_windows()
        gc.collect()
        _freeze_imported()
        gc.enable()


def _freeze_imported() -> None:
    """Leave what importing made to itself: looking for garbage in it takes longer than a small test."""
    if len(sys.modules) > _FROZEN["modules"]:
        gc.freeze()
        _FROZEN["modules"] = len(sys.modules)


def _close_windows() -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    if QApplication.instance() is None:
        return
    for widget in QApplication.topLevelWidgets():
        widget.close()
        # The list of a completer is the completer's to delete: deleted before it, it takes the interpreter down.
        if not (isinstance(widget, QAbstractItemView) and widget.windowType() is Qt.WindowType.Popup):
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
