"""Records beside which other computers write: said in the window, until it was read."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.shared_places import NETWORK, SYNCED, SharedPlace
from tracker.services.record import Record, create_record
from tracker.ui.main_window import MainWindow
from tracker.ui.record_access import Access
from tracker.ui.record_notices import COPIES, SHARED
from tracker.ui.surroundings import Surroundings, surroundings_of

COPY = "record (anna's conflicted copy 2026-03-09).db"


@pytest.fixture
def synced(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return a record in a folder of Dropbox."""
    folder = tmp_path / "Dropbox" / "records"
    folder.mkdir(parents=True)
    with closing(create_record(folder / "record.db", catalog, clock)) as record:
        yield record


def show(window: MainWindow, record: Record) -> None:
    window.show_record(record)
    window.stage.notices.follow(record.path, Access())
    window.stage.notices.follow_surroundings(record.path, surroundings_of(record.path))


def said(window: MainWindow, name: str) -> str:
    notice = window.notices.notice(name)
    return "" if notice is None else notice.label.text()


def test_a_record_of_this_computer_alone_has_nothing_around_it(record: Record) -> None:
    assert surroundings_of(record.path) == Surroundings(None, ())


def test_a_mark_in_a_folder_above_tells_of_the_service(record: Record) -> None:
    (record.path.parent / ".stfolder").mkdir()
    assert surroundings_of(record.path).place == SharedPlace(SYNCED, "Syncthing")


def test_a_synced_folder_is_said_until_it_was_read(main_window: MainWindow, synced: Record) -> None:
    show(main_window, synced)
    assert said(main_window, SHARED).startswith("This record lies in a folder of Dropbox.")
    show(main_window, synced)
    notice = main_window.notices.notice(SHARED)
    assert notice is not None
    notice.close_button.click()
    show(main_window, synced)
    assert said(main_window, SHARED) == ""
    main_window.close_record()


def test_copies_of_other_computers_are_said_at_every_opening(main_window: MainWindow, synced: Record) -> None:
    (synced.path.parent / COPY).write_bytes(b"")
    show(main_window, synced)
    assert said(main_window, COPIES).endswith(f"What the other one saved lies beside it as {COPY}.")
    (synced.path.parent / "record.sync-conflict-20260309-120000-ABC.db").write_bytes(b"")
    show(main_window, synced)
    assert "in 2 files" in said(main_window, COPIES)
    main_window.close_record()


def test_a_network_share_is_said(main_window: MainWindow, record: Record) -> None:
    main_window.show_record(record)
    main_window.stage.notices.follow(record.path, Access())
    main_window.stage.notices.follow_surroundings(record.path, Surroundings(SharedPlace(NETWORK, "cifs"), ()))
    assert said(main_window, SHARED).startswith("This record lies on a network share.")
    main_window.close_record()
    assert not main_window.notices.isVisible()


def test_what_was_found_around_a_former_record_is_not_said_of_this_one(main_window: MainWindow, record: Record) -> None:
    main_window.show_record(record)
    main_window.stage.notices.follow(record.path, Access())
    former = record.path.with_name("former.db")
    main_window.stage.notices.follow_surroundings(former, Surroundings(SharedPlace(SYNCED, "Dropbox"), (COPY,)))
    assert said(main_window, SHARED) == said(main_window, COPIES) == ""
    main_window.close_record()
