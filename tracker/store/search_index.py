"""The index by which people are found: SQLite's FTS5 without the text itself, kept up with every change."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, CursorResult, select, text

from tracker.core.changes import PlainRow
from tracker.core.folding import folded
from tracker.core.search_words import day_words, line_words, phone_words
from tracker.store.plain import plain_table
from tracker.store.schema import PERSON

TABLE = "person_search"
TAG_MARK = "\ue000"
"""Begins every word that stands for a tag, and no word of a person: private signs are no letters."""
ARCHIVED = "\ue001"
"""The word, among those of the tags, of whoever is archived."""
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5("
    "words, tags, content='', contentless_delete=1, prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* S* P* Co'\")"
)
"""Never changed, only followed by another: migration 0003 and the files that it made rest on it."""
_ADD = text(f"INSERT INTO {TABLE} (rowid, words, tags) VALUES (:rowid, :words, :tags)")
_REMOVE = text(f"DELETE FROM {TABLE} WHERE rowid = :number")
_CONTENT = "temp.person_search_content"
_SEE_CONTENT = f"CREATE VIRTUAL TABLE IF NOT EXISTS {_CONTENT} USING fts5vocab('main', '{TABLE}', 'instance')"
_PERSON = plain_table(PERSON)
_CHUNK = 1_000
_SEARCHED = ("name", "sort_name", "client_number", "email")


def follow(connection: Connection, changes: Iterable[tuple[PlainRow | None, PlainRow | None]]) -> None:
    """Bring the index up with changed rows of people, each before and after."""
    listed = list(changes)
    gone = [{"number": before["search_number"]} for before, _ in listed if before is not None]
    there = [search_row(after) for _, after in listed if after is not None]
    if gone:
        connection.execute(_REMOVE, gone)
    if there:
        connection.execute(_ADD, there)


def fill(connection: Connection, people: Connection) -> None:
    """Put everybody whom ``people`` holds into the index of ``connection``, which is empty."""
    for chunk in people.execute(select(_PERSON)).mappings().partitions(_CHUNK):
        follow(connection, ((None, dict(person)) for person in chunk))


def rebuild(connection: Connection) -> None:
    """Make the index anew, so that it holds everybody and no word of whoever was removed."""
    connection.exec_driver_sql(f"DROP TABLE {TABLE}")
    connection.exec_driver_sql(CREATE)
    fill(connection, connection)


def content(connection: Connection) -> CursorResult[Any]:
    """Return what the index holds, to be closed: each word in order, with who bears it and at what place."""
    connection.exec_driver_sql(_SEE_CONTENT)
    return connection.execute(text(f'SELECT term, doc, col, "offset" FROM {_CONTENT}'))


def tag_word(tag: str) -> str:
    """Return the one word that stands for a tag."""
    return TAG_MARK + folded(tag).encode("utf-8", "surrogatepass").hex()


def search_row(row: PlainRow) -> dict[str, object]:
    """Return the row of the index for the row of a person."""
    marks = [tag_word(tag) for tag in str(row["tags"] or "").split("\n") if tag]
    return {
        "rowid": row["search_number"],
        "words": " ".join(person_words(row)),
        "tags": " ".join([*marks, ARCHIVED] if row["is_archived"] else marks),
    }


def person_words(row: PlainRow) -> Iterable[str]:
    """Return the words by which the person of a row is found, each once."""
    found = [word for name in _SEARCHED for word in line_words(str(row[name] or ""))]
    found += phone_words(str(row["phone"] or ""))
    found += day_words(date.fromisoformat(str(row["birth_date"]))) if row["birth_date"] else ()
    return dict.fromkeys(found)
