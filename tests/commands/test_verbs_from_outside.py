"""The verbs as a script meets them: a process of its own, no display, a poor locale, a pipe."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "HOME", "TEMP", "TMP")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        env={**kept, "LANG": "C", "LC_ALL": "C", **environment},
        timeout=60,
        check=False,
    )


def test_names_of_any_script_come_out_as_utf8_under_a_poor_locale(tmp_path: Path) -> None:
    source, database = tmp_path / "history.csv", tmp_path / "record.db"
    source.write_text("person,date,event,texture\nZoë 王,2026-01-05,rating,7\n", encoding="utf-8")
    assert start("import", source, "--database", database).returncode == 0
    for options in (("--json",), ()):
        done = start("due", "--database", database, *options, PYTHONIOENCODING="ascii")
        assert done.returncode == 0
        assert "Zoë 王" in done.stdout.decode("utf-8")
    assert json.loads(start("due", "--database", database, "--json", "--person", "Zoë 王").stdout)


@pytest.mark.parametrize(("name", "ending"), [("chart", ".png"), ("report", ".pdf")])
def test_drawing_needs_no_display_whatever_platform_the_environment_names(
    tmp_path: Path, name: str, ending: str
) -> None:
    output = tmp_path / f"out{ending}"
    done = start(name, "--demo", "--person", "Maya Lindqvist", "--output", output, QT_QPA_PLATFORM="xcb")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert output.stat().st_size > 1_000


@pytest.mark.parametrize(("name", "ending"), [("chart", ".svg"), ("report", ".pdf")])
def test_drawing_says_nothing_in_a_poor_environment(tmp_path: Path, name: str, ending: str) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("not a folder")
    output = tmp_path / f"out{ending}"
    home = {"HOME": str(no_folder / "home"), "USERPROFILE": str(no_folder / "home")}
    arguments = (name, "--demo", "--person", "Maya Lindqvist", "--output", output)
    done = start(*arguments, LC_ALL="xx_XX.UTF-8", **home)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert output.stat().st_size > 1_000


def test_a_person_s_own_settings_of_matplotlib_change_no_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, database = tmp_path / "history.csv", tmp_path / "record.db"
    source.write_text("person,date,event,texture\nAda,2026-01-05,rating,7\nAda,2026-02-05,rating,8\n")
    assert start("import", source, "--database", database).returncode == 0
    plain, other = tmp_path / "plain.png", tmp_path / "other.png"
    assert start("chart", "--database", database, "--output", plain).returncode == 0
    monkeypatch.chdir(tmp_path)
    (tmp_path / "matplotlibrc").write_text("text.usetex: True\naxes.grid: True\nfont.size: 30\nnot a setting\n")
    done = start("chart", "--database", database, "--output", other, MPLBACKEND="nonsense")
    assert (done.returncode, done.stderr) == (0, b"")
    assert other.read_bytes() == plain.read_bytes()


def test_the_demo_leaves_nothing_behind(tmp_path: Path) -> None:
    done = start("due", "--demo", TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path))
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "due", "--demo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
    assert process.returncode == 1
    assert complaint == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell there closes no stream")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), (">&-", 1), ("2>&-", 1)])
def test_a_stream_that_the_caller_closed_is_done_without(tmp_path: Path, closed: str, code: int) -> None:
    source, database = tmp_path / "history.csv", tmp_path / "record.db"
    source.write_text(f"person,date,event,texture\nAda,2026-01-05,rating,{'70' if code else '7'}\n")
    verb = [sys.executable, str(ROOT / "main.py"), "import", str(source), "--json", "--database", str(database)]
    done = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *verb], capture_output=True, timeout=60, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert database.exists() is not bool(code)
    if closed.startswith("2"):
        assert json.loads(done.stdout)["imported"] == 1 - code


@pytest.mark.parametrize("name", ["due", "progress", "export", "import", "calendar", "check", "erase"])
def test_verbs_that_draw_nothing_load_neither_widgets_nor_matplotlib(tmp_path: Path, name: str) -> None:
    source = tmp_path / "history.csv"
    source.write_text("person,date,event,texture\nAda,2026-01-05,rating,7\n")
    options = {
        "due": [],
        "progress": ["--person", "Maya Lindqvist"],
        "export": ["--output", str(tmp_path / "o.csv")],
        "import": [str(source)],
        "calendar": ["--output", str(tmp_path / "o.ics")],
        "check": ["--full"],
        "erase": ["--person", "Maya Lindqvist", "--yes"],
    }
    program = (
        "import sys; from tracker.commands import run;"
        f"code = run([{name!r}, '--demo', *{options[name]!r}]);"
        "heavy = {'PySide6.QtWidgets', 'PySide6.QtGui', 'matplotlib', 'numpy'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
