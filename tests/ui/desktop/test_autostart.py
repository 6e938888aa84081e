"""Starting at login: what each system is told, and that it comes and goes with the switch."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tracker.core.errors import NotWrittenError
from tracker.ui.desktop.autostart import Autostart, DesktopFile, LaunchAgent, RunKey, autostart
from tracker.ui.desktop.start_command import desktop_exec, own_start_command, start_command
from tracker.ui.words.errors import error

COMMAND = ["/opt/My Apps/python", "/home/zoë/50%/main.py", "--minimised"]
ROOT = Path(__file__).resolve().parents[3]


def ways(folder: Path) -> dict[str, Autostart]:
    settings = QSettings(str(folder / "run.ini"), QSettings.Format.IniFormat)
    return {
        "linux": DesktopFile(folder / "not yet" / "autostart", COMMAND),
        "darwin": LaunchAgent(folder / "LaunchAgents", COMMAND),
        "win32": RunKey(settings, COMMAND),
    }


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_it_is_off_at_first_and_follows_the_switch(tmp_path: Path, platform: str) -> None:
    assert not ways(tmp_path)[platform].is_on()
    for is_on in (False, True, True, False, True):
        ways(tmp_path)[platform].switch(is_on)
        assert ways(tmp_path)[platform].is_on() is is_on


def test_linux_gets_a_desktop_file(tmp_path: Path) -> None:
    DesktopFile(tmp_path, COMMAND).switch(True)
    assert (tmp_path / "skinterval.desktop").read_text("utf-8").splitlines() == [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Skinterval",
        'Exec="/opt/My Apps/python" /home/zoë/50%%/main.py --minimised',
        "Icon=skinterval",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    ]


@pytest.mark.parametrize("line", ["Hidden=true", "Hidden = True", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_that_has_switched_it_off_is_believed(tmp_path: Path, line: str) -> None:
    there = DesktopFile(tmp_path, COMMAND)
    there.switch(True)
    with (tmp_path / "skinterval.desktop").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert not there.is_on()
    there.switch(True)
    assert there.is_on()


def test_macos_gets_an_agent_that_runs_at_login(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, COMMAND).switch(True)
    (path,) = tmp_path.iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert path.name == f"{agent['Label']}.plist"
    assert (agent["ProgramArguments"], agent["RunAtLoad"]) == (COMMAND, True)


@pytest.mark.parametrize("text", ["", "nonsense", "<plist><dict></plist>", "<plist><array/></plist>"])
def test_an_agent_that_cannot_be_read_is_off(tmp_path: Path, text: str) -> None:
    agent = LaunchAgent(tmp_path, COMMAND)
    agent.switch(True)
    next(tmp_path.iterdir()).write_text(text, encoding="utf-8")
    assert not agent.is_on()


def test_windows_gets_a_value_that_it_can_split_again(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    RunKey(settings, [r"C:\Program Files\Python\pythonw.exe", r"C:\it\main.py", "--minimised"]).switch(True)
    assert settings.value("Skinterval") == r'"C:\Program Files\Python\pythonw.exe" C:\it\main.py --minimised'


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_what_the_system_refuses_is_said(tmp_path: Path, platform: str) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    refused = ways(blocked)[platform]
    with pytest.raises(NotWrittenError) as found:
        refused.switch(True)
    assert str(blocked) in error(found.value)


def test_each_system_has_its_way_and_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert isinstance(autostart("win32", {}, COMMAND), RunKey)
    autostart("darwin", {}, COMMAND).switch(True)
    autostart("linux", {"XDG_CONFIG_HOME": "no/full/path"}, COMMAND).switch(True)
    autostart("linux", {"XDG_CONFIG_HOME": f"{tmp_path}/mine"}, COMMAND).switch(True)
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert files == [
        ".config/autostart/skinterval.desktop",
        "Library/LaunchAgents/org.skinterval.skinterval.plist",
        "mine/autostart/skinterval.desktop",
    ]


def test_the_command_fits_how_the_program_was_installed(tmp_path: Path) -> None:
    for name in ("python.exe", "pythonw.exe", "python"):
        (tmp_path / name).touch()
    main = tmp_path / "main.py"
    table = [
        (("/opt/skinterval", main, True), ["/opt/skinterval", "--minimised"]),
        (("/venv/bin/python", main, False), ["/venv/bin/python", str(main), "--minimised"]),
        (("/venv/bin/python", None, False), ["/venv/bin/python", "-m", "tracker", "--minimised"]),
        (
            (str(tmp_path / "python.exe"), None, False),
            [str(tmp_path / "pythonw.exe"), "-m", "tracker", "--minimised"],
        ),
        ((str(tmp_path / "python"), None, False), [str(tmp_path / "python"), "-m", "tracker", "--minimised"]),
    ]
    for (executable, main_file, is_frozen), command in table:
        assert start_command(executable, main_file, is_frozen=is_frozen) == command


@pytest.mark.parametrize("is_installed", [False, True])
def test_the_command_starts_the_program_from_any_folder(tmp_path: Path, is_installed: bool) -> None:
    command = own_start_command()
    assert command == [sys.executable, str(ROOT / "main.py"), "--minimised"]
    if is_installed:
        command = start_command(sys.executable, None, is_frozen=False)
    done = subprocess.run(
        [*command, "--version"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)} if is_installed else {},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("Skinterval ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no desktop files")
@pytest.mark.parametrize(
    "word", ["plain", "a b", 'a"b', "a'b", "a\\b", "$HOME", "`id`", "a\\$b", "50%", "%f", "a;b", "~", "#", "zoë", ""]
)
def test_every_word_of_a_desktop_file_comes_back_as_it_was(word: str) -> None:
    """Read it as the specification says: the escapes of a string, the quotes of a shell, the doubled per cent sign."""
    value = desktop_exec(["printf", "[%s]", word]).replace("\\\\", "\\").replace("%%", "%")
    done = subprocess.run(["sh", "-c", value], capture_output=True, text=True, check=True, timeout=20)
    assert done.stdout == f"[{word}]"
