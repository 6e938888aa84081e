"""Resources are found from a checkout, an installed wheel and a frozen build; data lies in the platform's folder."""

import sys
from pathlib import Path
from typing import Any

import tracker.paths
from tracker.paths import data_folder, default_record, documents_folder, log_folder, resource_folder


def test_a_checkout_finds_the_resources_beside_the_package() -> None:
    assert (resource_folder() / "catalog" / "products.csv").is_file()


def test_an_installed_wheel_finds_the_resources_inside_the_package(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "tracker" / "resources").mkdir(parents=True)
    monkeypatch.setattr(tracker.paths, "__file__", str(tmp_path / "tracker" / "paths.py"))
    assert resource_folder() == (tmp_path / "tracker" / "resources").resolve()


def test_a_frozen_build_finds_the_resources_where_it_was_unpacked(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "tracker" / "resources"


def test_the_record_lies_in_the_data_folder_of_the_platform(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_record() == data_folder() / "skinterval.db"
    assert data_folder().name == "skinterval"


def test_reports_of_errors_lie_in_a_folder_of_their_own(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert log_folder().parent.name == "skinterval"
    assert log_folder() != data_folder()


def test_files_are_offered_in_the_folder_of_documents(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Papers").mkdir()
    (tmp_path / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Papers"\n')
    if sys.platform == "linux":
        assert documents_folder() == tmp_path / "Papers"
    assert documents_folder().is_absolute()


def test_files_are_offered_at_home_where_there_is_no_folder_of_documents(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert documents_folder().is_dir()
