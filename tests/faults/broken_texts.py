"""Texts spoiled at random: a history file, or JSON that was stored."""

from collections.abc import Callable
from random import Random

_PARTS = (
    b"",
    b"\0",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'"',
    b'""',
    b",",
    b";",
    b"\t",
    b"\r",
    b"\n",
    b"\r\n",
    b"\xc2\x85",
    b"\xe2\x80\xae",
    b"\xe2\x80\xa8",
    b"|",
    b":",
    b"/",
    b"=1+1",
    b"@SUM(A1)",
    b"'",
    b"-0",
    b"1e999",
    b"NaN",
    b"Infinity",
    b"0x10",
    b"1_000",
    b"\xd9\xa3",
    b"9" * 10_000,
    b"2026-02-30",
    b"0000-00-00",
    b"99999-01-01",
    b"24:00",
    b"yes",
    b"rating",
    b"botox",
    b"microdermabrasion",
    b"procerus:4|procerus:4",
    b"1/2:3",
    b"nowhere:1",
    b"00000000-0000-0000-0000-000000000000",
    b"x" * 100_001,
    b"[" * 100_000,
    b"{}",
    b"null",
    b"true",
    "👩🏽‍⚕️".encode(),
    b"<img src=file:///nowhere>",
    b"%1 {x} %s",
)
_ENCODINGS = ("utf-16", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7")


def spoiled(text: bytes, random: Random) -> bytes:
    """Return ``text`` after a mishap or a few."""
    for _ in range(random.choice((1, 1, 2, 4))):
        text = random.choice(_MISHAPS)(text, random)
    return text


def _put(text: bytes, random: Random) -> bytes:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_PARTS) + text[at + random.choice((0, 0, 1, 5)) :]


def _change_cell(text: bytes, random: Random) -> bytes:
    """Put something in the place of what stands between two commas."""
    cells = text.split(b",")
    cells[random.randrange(len(cells))] = random.choice(_PARTS)
    return b",".join(cells)


def _swap_cells(text: bytes, random: Random) -> bytes:
    cells = text.split(b",")
    one, other = random.randrange(len(cells)), random.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return b",".join(cells)


def _change_byte(text: bytes, random: Random) -> bytes:
    content = bytearray(text or b"x")
    content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content)


def _cut(text: bytes, random: Random) -> bytes:
    return text[: random.randint(0, len(text))]


def _leave_out(text: bytes, random: Random) -> bytes:
    start = random.randint(0, len(text))
    return text[:start] + text[start + random.randint(1, 40) :]


def _repeat_line(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True) or [b""]
    lines.insert(random.randrange(len(lines)), random.choice(lines))
    return b"".join(lines)


def _shuffle_lines(text: bytes, random: Random) -> bytes:
    lines = text.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _write_otherwise(text: bytes, random: Random) -> bytes:
    return text.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")


def _end_lines_otherwise(text: bytes, random: Random) -> bytes:
    return text.replace(b"\n", random.choice((b"\r", b"\r\n", b"\n\n", b"\0")))


_MISHAPS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _put,
    _put,
    _change_cell,
    _change_cell,
    _change_cell,
    _swap_cells,
    _change_byte,
    _cut,
    _leave_out,
    _repeat_line,
    _shuffle_lines,
    _write_otherwise,
    _end_lines_otherwise,
)

_HEADER = b"person,date,event,texture,note\n"
_ROW = b"Ada,2026-01-05,rating,7,well\n"
_BEGUN = b'Ada,2026-01-05,rating,7,"'

EXTREMES: dict[str, Callable[[], bytes]] = {
    "a cell of 1 MB": lambda: _HEADER + b"Ada,2026-01-05,rating,7," + b"x" * 1_000_000 + b"\n",
    "NUL": lambda: _HEADER + _ROW.replace(b"d", b"\0"),
    "lone surrogates": lambda: _HEADER + _ROW.replace(b"Ada", b"\xed\xa0\x80"),
    "UTF-16": lambda: (_HEADER + _ROW).decode().encode("utf-16"),
    "10,000 digits": lambda: _HEADER + _ROW.replace(b"7", b"7" * 10_000),
    "a million empty rows": lambda: _HEADER + b"\n" * 1_000_000,
    "a million blank rows": lambda: _HEADER + b",,,,\n" * 1_000_000,
    "5 million rows of junk": lambda: _HEADER + b"x,y,z,q,\n" * 5_000_000,
    "an unclosed quotation mark": lambda: _HEADER + _BEGUN + b"x" * 49_000_000,
    "an unclosed quotation mark over lines": lambda: _HEADER + _BEGUN + _ROW * 1_600_000,
    "an unclosed quotation mark of wide letters": lambda: _HEADER + _BEGUN + "🌿".encode() * 12_000_000,
    "5 million quotation marks": lambda: _HEADER + _BEGUN + b'"' * 5_000_000,
    "columns twice": lambda: b"person,person,date,event,texture,texture\nA,B,2026-01-05,rating,7,8\n",
    "a million columns": lambda: b"," * 1_000_000 + b"\n" + _ROW,
    "5 million parts": lambda: _HEADER.replace(b"note", b"points") + _BEGUN[:-1] + b"|" * 5_000_000,
    "beyond 50 MB": lambda: _HEADER + _ROW * 2_000_000,
}
"""History files that ask for endless time or memory, or look like something else."""
