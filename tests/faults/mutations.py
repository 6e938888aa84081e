"""Ways in which the file of a record is spoiled, by a bad disk or by another program."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2 as driver

from tests.faults.records import PAGE, connected

Bytes = Callable[[bytearray, Random], bytes]


@dataclass(frozen=True)
class Mutation:
    """``share``: how many of a hundred files are spoiled like this.

    ``must_be_seen`` where that is noticed in every file, at the latest by a check: much is missing, or another program
    was at work. ``is_by_hand`` where that program kept SQLite's rules, as no seal can tell.
    """

    name: str
    share: int
    spoil: Callable[[Path, Random], None]
    must_be_seen: bool = False
    is_by_hand: bool = False


def _in_bytes(spoil: Bytes) -> Callable[[Path, Random], None]:
    def spoil_file(path: Path, random: Random) -> None:
        path.write_bytes(spoil(bytearray(path.read_bytes()), random))

    return spoil_file


def _flip_bit(content: bytearray, random: Random) -> bytes:
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return content


def _change_byte(content: bytearray, random: Random) -> bytes:
    content[random.randrange(len(content))] ^= random.randint(1, 255)
    return content


def _page(content: bytearray, random: Random) -> slice:
    start = random.randrange(len(content) // PAGE) * PAGE
    return slice(start, start + PAGE)


def _zero_page(content: bytearray, random: Random) -> bytes:
    content[_page(content, random)] = bytes(PAGE)
    return content


def _fill_page(content: bytearray, random: Random) -> bytes:
    content[_page(content, random)] = random.randbytes(PAGE)
    return content


def _swap_pages(content: bytearray, random: Random) -> bytes:
    one, other = _page(content, random), _page(content, random)
    content[one], content[other] = content[other], content[one]
    return content


def _cut_short(content: bytearray, random: Random) -> bytes:
    return content[: random.randrange(1, len(content))]


def _cut_short_at_page(content: bytearray, random: Random) -> bytes:
    return content[: random.randrange(1, len(content) // PAGE) * PAGE]


def _cut_beginning(content: bytearray, random: Random) -> bytes:
    return content[random.randint(1, PAGE) :]


def _change_header(content: bytearray, random: Random) -> bytes:
    content[random.randrange(100)] = random.randrange(256)
    return content


def _grow(content: bytearray, random: Random) -> bytes:
    return content + random.randbytes(random.randint(1, 3 * PAGE))


def _empty(_content: bytearray, random: Random) -> bytes:
    return bytes(random.choice((0, 1, PAGE)))


def _other_program(path: Path, random: Random) -> None:
    path.unlink()
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        connection.executemany("INSERT INTO moz_places (url) VALUES (?)", [(str(random.random()),)] * 100)


def _sql(statements: tuple[str, ...]) -> Callable[[Path, Random], None]:
    def run_one(path: Path, random: Random) -> None:
        with closing(connected(path)) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute(random.choice(statements))

    return run_one


_PLANTED = (
    "CREATE TRIGGER planted AFTER INSERT ON person BEGIN DELETE FROM rating; END",
    "CREATE TRIGGER planted BEFORE UPDATE ON botox BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIEW planted AS SELECT * FROM person",
    "CREATE TABLE planted (note TEXT)",
    "CREATE INDEX planted ON person (notes)",
)
_REMOVED = (
    "UPDATE sqlite_master SET sql = replace(sql, 'CONSTRAINT ck_rating_tone CHECK (tone BETWEEN 0 AND 10),', '')",
    "UPDATE sqlite_master SET sql = replace(sql, ' STRICT', '') WHERE type = 'table'",
    "UPDATE sqlite_master SET sql = replace(sql, 'given_on TEXT NOT NULL', 'given_on TEXT') WHERE name = 'botox'",
    "DROP TRIGGER change_never_goes",
)
_CHANGED_ROWS = (
    "UPDATE person SET notes = 'changed'",
    "DELETE FROM botox WHERE is_touch_up = 1",
    "UPDATE botox SET units = units + 1",
    "UPDATE change_head SET change_id = 1",
    "UPDATE person SET name = 'Somebody else'",
)

MUTATIONS = (
    Mutation("bit flipped", 40, _in_bytes(_flip_bit)),
    Mutation("byte changed", 10, _in_bytes(_change_byte)),
    Mutation("page zeroed", 6, _in_bytes(_zero_page)),
    Mutation("page filled", 4, _in_bytes(_fill_page)),
    Mutation("pages swapped", 6, _in_bytes(_swap_pages)),
    Mutation("header changed", 6, _in_bytes(_change_header)),
    Mutation("cut short", 4, _in_bytes(_cut_short), must_be_seen=True),
    Mutation("cut short at a page", 4, _in_bytes(_cut_short_at_page), must_be_seen=True),
    Mutation("beginning cut off", 2, _in_bytes(_cut_beginning), must_be_seen=True),
    Mutation("grown", 2, _in_bytes(_grow)),
    Mutation("emptied", 3, _in_bytes(_empty), must_be_seen=True),
    Mutation("another program's", 3, _other_program, must_be_seen=True),
    Mutation("planted", 4, _sql(_PLANTED), must_be_seen=True, is_by_hand=True),
    Mutation("check removed", 3, _sql(_REMOVED), must_be_seen=True, is_by_hand=True),
    Mutation("row changed", 3, _sql(_CHANGED_ROWS), must_be_seen=True, is_by_hand=True),
)
"""Their shares are a hundred together."""
