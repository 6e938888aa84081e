"""Putting a file in its place while another program holds it for a moment."""

from pathlib import Path

import pytest

from tracker.core.replacing import PAUSE_SECONDS, TRIES, replace


class Held:
    """Refuses to rename ``times`` times, as Windows does while a virus scanner reads the file."""

    def __init__(self, times: int, winerror: int | None = 32) -> None:
        self.left = times
        self._winerror = winerror
        self._real = Path.replace

    def __call__(self, source: Path, target: Path) -> Path:
        if self.left:
            self.left -= 1
            error = PermissionError(13, "in use")
            if self._winerror is not None:
                error.winerror = self._winerror  # type: ignore[attr-defined]
            raise error
        return self._real(source, target)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Return a new file and the older one in whose place it is to be put."""
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_text("newer")
    target.write_text("older")
    return source, target


def hold(monkeypatch: pytest.MonkeyPatch, held: Held) -> None:
    monkeypatch.setattr(Path, "replace", lambda source, target: held(source, target))


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_put_in_its_place(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    pauses: list[float] = []
    hold(monkeypatch, Held(TRIES, winerror))
    replace(*files, pauses.append)
    assert pauses == [PAUSE_SECONDS] * TRIES
    assert files[1].read_text() == "newer"
    assert not files[0].exists()


def test_a_file_that_is_held_for_long_is_told_and_both_are_as_they_were(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    hold(monkeypatch, Held(100))
    with pytest.raises(PermissionError):
        replace(*files, pauses.append)
    assert len(pauses) == TRIES
    assert [path.read_text() for path in files] == ["newer", "older"]


def test_a_refusal_for_another_reason_is_told_at_once(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    hold(monkeypatch, Held(1, None))
    with pytest.raises(PermissionError):
        replace(*files, pauses.append)
    assert pauses == []
