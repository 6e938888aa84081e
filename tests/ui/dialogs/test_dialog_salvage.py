"""Saving what can be read, on screen: into a new file, with what is missing; from a check and from a damaged record."""

import gc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.passphrase import Passphrase
from tracker.services.record import Record, create_record, open_record
from tracker.ui.dialogs.check import CheckDialog
from tracker.ui.dialogs.salvage import SalvageDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.theme import Theme

Show = Callable[[Record], SalvageDialog]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, clock: FixedClock) -> Show:
    """Return a function that opens the dialog over nothing."""

    def shown(record: Record) -> SalvageDialog:
        dialog = SalvageDialog(record.path, clock, record.recovery_key, theme, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return shown


def choose(dialog: SalvageDialog, path: Path) -> None:
    dialog.choose_button.click()
    chooser: Any = dialog.findChild(QFileDialog, "fileChooser")
    assert chooser.selectedFiles()[0].endswith("record.repaired.db")
    chooser.fileSelected.emit(str(path))
    chooser.reject()


@pytest.mark.parametrize("passphrase", [None, Passphrase("an invented passphrase")])
def test_a_new_file_is_made_and_said_what_it_holds(
    show: Show, tmp_path: Path, catalog: Catalog, clock: FixedClock, qtbot: QtBot, passphrase: Passphrase | None
) -> None:
    with closing(create_record(tmp_path / "record.db", catalog, clock, passphrase)) as record:
        person = record.people.add(invented.person())
        record.entries.add(person.id, invented.botox())
        dialog = show(record)
        choose(dialog, tmp_path / "new.db")
        qtbot.waitUntil(lambda: not dialog.message.isHidden())
        assert dialog.said.text() == "Everything could be read. The new record holds all that the damaged one held."
        assert dialog.lines.text() == "People: 1 saved\nBotox treatments: 1 saved\nInjection points: 2 saved"
        assert dialog.choose_button.isHidden()
        with closing(open_record(tmp_path / "new.db", catalog, clock, passphrase)) as saved:
            assert saved.entries.of(person.id) == record.entries.of(person.id)


def test_a_file_that_is_there_is_refused_and_another_can_be_chosen(
    show: Show, record: Record, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, there = show(record), tmp_path / "there.db"
    there.write_text("something else")
    dialog.save_to(there)
    qtbot.waitUntil(lambda: not dialog.message.isHidden())
    assert dialog.message.text.startswith("Nothing was saved. There is a file at ")
    assert dialog.choose_button.isEnabled()
    assert there.read_text() == "something else"


def test_the_passphrase_of_an_encrypted_record_is_asked_for(
    tmp_path: Path, catalog: Catalog, clock: FixedClock, qtbot: QtBot, theme: Theme
) -> None:
    passphrase = Passphrase("an invented passphrase")
    with closing(create_record(tmp_path / "record.db", catalog, clock, passphrase)) as record:
        record.people.add(invented.person())
    dialog = SalvageDialog(tmp_path / "record.db", clock, None, theme, None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    choose(dialog, tmp_path / "new.db")
    qtbot.waitUntil(dialog.passphrase_field.isVisible)
    assert not dialog.choose_button.isEnabled()
    qtbot.keyClicks(dialog.passphrase, "wrong")
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: bool(dialog.passphrase_field.problem))
    assert not (tmp_path / "new.db").exists()
    dialog.passphrase.setText(passphrase.text)
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: not dialog.message.isHidden())
    assert "People: 1 saved" in dialog.lines.text()
    assert (dialog.passphrase.text(), dialog.passphrase_field.isVisible()) == ("", False)
    with closing(open_record(tmp_path / "new.db", catalog, clock, passphrase)) as saved:
        assert saved.people.count() == 1


def test_a_check_that_finds_something_offers_it(record: Record, theme: Theme, qtbot: QtBot) -> None:
    person = record.people.add(invented.person())
    record.entries.add(person.id, invented.rating())
    with closing(driver.connect(record.path)) as connection:
        connection.execute("UPDATE rating SET note = 'x'")
        connection.commit()
    dialog = CheckDialog(record, theme, None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.findings is not None)
    dialog.salvage_button.click()
    assert isinstance(QApplication.activeModalWidget(), SalvageDialog)


def test_a_damaged_record_that_cannot_be_opened_offers_it(main_window: MainWindow, tmp_path: Path) -> None:
    main_window.show_problem("It is damaged.")
    page = main_window.stage.problem
    assert page.salvage_button.isHidden()
    main_window.show_problem("It is damaged.", tmp_path / "record.db")
    assert page.text.text() == "It is damaged."
    page.salvage_button.click()
    gc.collect()
    assert isinstance(QApplication.activeModalWidget(), SalvageDialog)
