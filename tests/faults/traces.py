"""The system calls of the real program that change files, as strace writes them down."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from tests.faults.commands import ROOT

_CHANGING = (
    "openat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,"
    "link,linkat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat"
)
_UNKNOWN = "writev,pwritev,pwritev2,sendfile,copy_file_range,fallocate"
"""Calls that the model of a disk does not know; one that touches a file of the record is an error of the harness."""
_UNFINISHED = " <unfinished ...>\n"
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_NUMBER = re.compile(r", (\d+)(?=,|$)")


TOP = "."
"""The folder whose files are followed, with those in the folders within; names are paths from there."""


@dataclass(frozen=True)
class Wrote:
    """Bytes were written into a file."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True)
class Resized:
    """A file was cut or made longer."""

    file: int
    size: int


@dataclass(frozen=True)
class Synced:
    """A file is on the disk as it is now; where it is None a folder, with all the names in it."""

    file: int | None
    folder: str = TOP


@dataclass(frozen=True)
class Named:
    """A file got a name, which no file has had, or which now stands for this one; or a folder was made."""

    name: str
    file: int | None


@dataclass(frozen=True)
class Unnamed:
    """A name is gone."""

    name: str


@dataclass(frozen=True)
class Said:
    """The program printed a line."""

    text: str


Event = Wrote | Resized | Synced | Named | Unnamed | Said


@cache
def why_not() -> str:
    """Return why no program can be traced here, empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"tracing is not permitted: {done.stderr.strip()[:200]}"


def trace(command: Sequence[str], file: Path) -> None:
    """Run ``command`` and write its system calls to ``file``."""
    calls = f"trace={_CHANGING},{_UNKNOWN}"
    options = ["-f", "-xx", "-s", "1000000", "-e", "signal=none", "-e", calls, "-o", str(file)]
    done = subprocess.run(["strace", *options, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)


def events(file: Path, folder: Path, before: Sequence[str] = ()) -> Iterator[Event]:
    """Yield what a trace says of the files in ``folder``; ``before`` are the names of those there at first: 0, 1 …"""
    names = {name: number for number, name in enumerate(before)}
    reading = _Reading(folder, names)
    with file.open(encoding="ascii") as lines:
        for line in _finished(lines):
            found = _CALL.match(line)
            if found and int(found[3]) >= 0:
                yield from reading.call(found[1], found[2], int(found[3]))


def _finished(lines: Iterable[str]) -> Iterator[str]:
    """Yield each call in one line, when it ends: another thread may have made one meanwhile."""
    begun: dict[str, str] = {}
    for line in lines:
        thread = line.partition(" ")[0]
        if line.endswith(_UNFINISHED):
            begun[thread] = line.removesuffix(_UNFINISHED)
        elif " resumed>" in line:
            yield begun.pop(thread) + line.partition(" resumed>")[2]
        else:
            yield line


class _Reading:
    """Knows which file is behind a handle and a name."""

    def __init__(self, folder: Path, names: dict[str, int]) -> None:
        self._folder = folder
        self._names = names
        self._next = len(names)
        self._handles: dict[int, int] = {}
        self._folders = {TOP, *(parent.as_posix() for name in names for parent in PurePath(name).parents)}
        self._folder_handles: dict[int, str] = {}
        self._places: dict[int, int] = {}

    def call(self, name: str, arguments: str, answer: int) -> Iterator[Event]:
        if name == "openat":
            yield from self._open(arguments, answer)
        elif name.startswith("mkdir"):
            yield from self._make_folder(*_texts(arguments))
        elif name.startswith(("unlink", "rename", "link")):
            yield from self._rename(name, [self._own(text) for text in _texts(arguments)])
        else:
            yield from self._change(name, arguments, answer)

    def _open(self, arguments: str, handle: int) -> Iterator[Event]:
        self._handles.pop(handle, None)
        self._folder_handles.pop(handle, None)
        (path,) = _texts(arguments)
        name = self._own(path)
        if name in self._folders:
            self._folder_handles[handle] = name
        elif name is not None:
            if name not in self._names:
                self._names[name], self._next = self._next, self._next + 1
                yield Named(name, self._names[name])
            if "O_TRUNC" in arguments:
                yield Resized(self._names[name], 0)
            self._handles[handle], self._places[handle] = self._names[name], 0

    def _make_folder(self, path: str) -> Iterator[Event]:
        name = self._own(path)
        if name is not None:
            self._folders.add(name)
            yield Named(name, None)

    def _rename(self, call: str, names: list[str | None]) -> Iterator[Event]:
        first, last = names[0], names[-1]
        if first is None or last is None:
            assert names == [None] * len(names), "a file came from another folder"
            return
        file = self._names[first] if call.startswith("link") else self._names.pop(first)
        if not call.startswith("unlink"):
            self._names[last] = file
            yield Named(last, file)
        if not call.startswith("link"):
            yield Unnamed(first)

    def _change(self, call: str, arguments: str, answer: int) -> Iterator[Event]:
        handle = int(arguments.partition(",")[0])
        if call == "write" and handle == 1:
            yield Said(_texts(arguments)[0].strip())
        if handle in self._folder_handles and call == "fsync":
            yield Synced(None, self._folder_handles[handle])
        if handle not in self._handles:
            return
        file = self._handles[handle]
        if call == "close":
            del self._handles[handle]
        elif call in ("fsync", "fdatasync"):
            yield Synced(file)
        elif call == "ftruncate":
            yield Resized(file, int(_NUMBER.findall(arguments)[-1]))
        elif call == "lseek":
            self._places[handle] = answer
        elif call == "write":
            yield Wrote(file, self._places[handle], _data(arguments)[:answer])
            self._places[handle] += answer
        else:
            assert call == "pwrite64", f"{call} is not known here"
            yield Wrote(file, int(_NUMBER.findall(arguments)[-1]), _data(arguments)[:answer])

    def _own(self, path: str) -> str | None:
        return Path(path).relative_to(self._folder).as_posix() if Path(path).is_relative_to(self._folder) else None


def _texts(arguments: str) -> list[str]:
    return [_plain(quoted).decode("utf-8", "surrogateescape") for quoted in _QUOTED.findall(arguments)]


def _data(arguments: str) -> bytes:
    found = _QUOTED.search(arguments)
    assert found
    return _plain(found[1])


def _plain(quoted: str) -> bytes:
    return bytes.fromhex(quoted.replace("\\x", ""))
