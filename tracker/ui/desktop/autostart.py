"""Starting at login, off until a person switches it on: the way that each system has for it."""

import errno
import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol
from xml.parsers.expat import ExpatError

from PySide6.QtCore import QSettings

from tracker.core.errors import NotWrittenError
from tracker.ui.desktop.start_command import desktop_exec, own_start_command
from tracker.ui.whole_file import write_whole

RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
LABEL = "org.skinterval.skinterval"
_NAME = "Skinterval"


class Autostart(Protocol):
    """Whether the program starts when the person logs in, and switching it."""

    def is_on(self) -> bool:
        """Return whether it is on."""

    def switch(self, on: bool) -> None:
        """Switch it. Raise `NotWrittenError` where the system refuses; it is then as it was."""


class DesktopFile:
    """Linux and its kin: a file in the folder of the XDG Autostart Specification."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._path = folder / "skinterval.desktop"
        self._command = command

    def is_on(self) -> bool:
        lines = _data(self._path).decode("utf-8", "replace").splitlines()
        off = ("hidden=true", "x-gnome-autostart-enabled=false")
        return bool(lines) and not any(line.replace(" ", "").lower() in off for line in lines)

    def switch(self, on: bool) -> None:
        if not on:
            _remove(self._path)
            return
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_NAME}",
            f"Exec={desktop_exec(self._command)}",
            "Icon=skinterval",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        _write(self._path, "".join(f"{line}\n" for line in lines).encode())


class LaunchAgent:
    """macOS: a property list in the person's ``LaunchAgents``, which launchd reads at the next login."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._path = folder / f"{LABEL}.plist"
        self._command = command

    def is_on(self) -> bool:
        try:
            agent = plistlib.loads(_data(self._path))
        except (ValueError, ExpatError):
            return False
        return isinstance(agent, dict) and bool(agent.get("RunAtLoad")) and not agent.get("Disabled")

    def switch(self, on: bool) -> None:
        if on:
            agent = {"Label": LABEL, "ProgramArguments": list(self._command), "RunAtLoad": True}
            _write(self._path, plistlib.dumps(agent))
        else:
            _remove(self._path)


class RunKey:
    """Windows: a value of the person's ``Run`` key; ``settings`` is that key."""

    def __init__(self, settings: QSettings, command: Sequence[str]) -> None:
        self._settings = settings
        self._command = command

    def is_on(self) -> bool:
        return self._settings.contains(_NAME)

    def switch(self, on: bool) -> None:
        if on:
            self._settings.setValue(_NAME, subprocess.list2cmdline(self._command))
        else:
            self._settings.remove(_NAME)
        self._settings.sync()
        if self._settings.status() is not QSettings.Status.NoError:
            raise NotWrittenError(self._settings.fileName(), os.strerror(errno.EACCES))


def autostart(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ, command: Sequence[str] | None = None
) -> Autostart:
    """Return the way of this system."""
    the_command = command or own_start_command()
    if platform == "win32":
        return RunKey(QSettings(RUN_KEY, QSettings.Format.NativeFormat), the_command)
    if platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", the_command)
    told = environment.get("XDG_CONFIG_HOME", "")
    # The specification ignores a folder that is not told in full.
    home = Path(told) if Path(told).is_absolute() else Path.home() / ".config"
    return DesktopFile(home / "autostart", the_command)


def _data(path: Path) -> bytes:
    """Return what stands in a file, nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as found:
        raise NotWrittenError(str(path), found.strerror or type(found).__name__) from found
    write_whole(path, data)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as found:
        raise NotWrittenError(str(path), found.strerror or type(found).__name__) from found
