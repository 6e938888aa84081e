"""The form in which days are typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tracker.ui.dialogs.reading import day_pattern


@pytest.fixture
def former_locale() -> Iterator[None]:
    """Put the locale back after the test."""
    former = QLocale()
    yield
    QLocale.setDefault(former)


@pytest.mark.usefixtures("former_locale")
@pytest.mark.parametrize(
    ("locale", "pattern"),
    [("C", "yyyy-MM-dd"), ("en_US", "M/d/yyyy"), ("en_GB", "dd/MM/yyyy"), ("de_DE", "dd.MM.yyyy")],
)
def test_days_are_typed_as_the_system_writes_them_with_the_whole_year(locale: str, pattern: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert day_pattern() == pattern
