"""Whether a window can be opened at all; asked before Qt, which would abort the process."""

import sys
from collections.abc import Mapping
from pathlib import Path

X_SOCKETS = Path("/tmp/.X11-unix")  # where every X server listens
X_PORT = 6000


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether Qt can be expected to find a screen, or was told which platform to use."""
    if environment.get("QT_QPA_PLATFORM") or platform in ("win32", "darwin"):
        return True
    return _has_wayland(environment) or _has_x(environment.get("DISPLAY", ""))


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _has_x(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isascii() or not number.isdigit():
        return False
    if host in ("", "unix"):
        return _answers("AF_UNIX", str(X_SOCKETS / f"X{number}")) or _answers("AF_UNIX", f"\0{X_SOCKETS}/X{number}")
    return _answers("AF_INET", (host, X_PORT + int(number)))


def _answers(family: str, address: str | tuple[str, int]) -> bool:
    # Not needed where the environment already names the platform.
    import socket

    with socket.socket(getattr(socket, family), socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
