"""How much work the history does for what a person sees: figures without noise, whatever the machine."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from support import TODAY

from tracker.core.records import Person
from tracker.ui.history.model import HistoryModel
from tracker.ui.history.view import HistoryView
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

RATINGS = 2_000
MOST_DATA_CALLS = 200
# A hash of 64 digits and two more indexes of the change record among them.
MOST_BYTES_A_RATING = 1_100


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the calls of the model's ``data``."""
    counted: Counter[str] = Counter()
    former = HistoryModel.data

    def data(self: HistoryModel, *given: Any) -> Any:
        counted["data"] += 1
        return former(self, *given)

    monkeypatch.setattr(HistoryModel, "data", data)
    return counted


def import_ratings(record: Any, person: Person) -> None:
    """Import two thousand ratings of one person."""
    rows = [f"{person.name},{TODAY - timedelta(days=day)},rating,{day % 11}" for day in range(RATINGS)]
    data = "\n".join(["person,date,event,texture", *rows]).encode()
    record.transfer.run(record.transfer.preview(data))


def test_a_filter_asks_only_for_the_rows_on_screen(
    record: Any, person: Person, preferences: Preferences, theme: Theme, qtbot: Any, asked: Counter[str]
) -> None:
    import_ratings(record, person)
    host = QWidget()
    host.resize(1280, 720)
    qtbot.addWidget(host)
    view = HistoryView(record, theme, preferences, host)
    view.resize(host.size())
    view.set_person(person.id)
    host.show()
    qtbot.waitExposed(host)
    asked.clear()
    view.filters.search.setText("nothing has this")
    view.filters.search.setText("")
    QApplication.processEvents()
    assert len(view.table.rows.rows) == RATINGS
    assert asked["data"] < MOST_DATA_CALLS


def test_a_rating_with_its_change_record_takes_little_of_the_file(record: Any, person: Person) -> None:
    before = record.path.stat().st_size
    import_ratings(record, person)
    assert (record.path.stat().st_size - before) / RATINGS < MOST_BYTES_A_RATING
