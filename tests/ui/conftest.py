"""What tests of screens share: the theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tracker.ui.theme import Theme, install_theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Return the light theme; a test that switches it finds it light again afterwards."""
    installed = install_theme(qapp, "light")
    installed.is_motion_reduced = True
    yield installed
    installed.choose_mode("light")
    installed.is_motion_reduced = False
