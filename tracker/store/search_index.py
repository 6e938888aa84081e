"""The index by which people are found: SQLite's FTS5 without the text itself, kept up with every change."""

from collections.abc import Iterable

from sqlalchemy import Connection, text

from tracker.core.changes import PlainRow
from tracker.core.folding import folded, words

TABLE = "person_search"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5("
    "words, tags, content='', contentless_delete=1, prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* S* P* Co'\")"
)
_ADD = text(f"INSERT INTO {TABLE} (rowid, words, tags) VALUES (:rowid, :words, :tags)")
_REMOVE = text(f"DELETE FROM {TABLE} WHERE rowid = :number")
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


def tag_word(tag: str) -> str:
    """Return the one word that stands for a tag."""
    return "t" + folded(tag).encode("utf-8", "surrogatepass").hex()


def search_row(row: PlainRow) -> dict[str, object]:
    """Return the row of the index for the row of a person."""
    tags = str(row["tags"] or "")
    return {
        "rowid": row["search_number"],
        "words": " ".join(person_words(row)),
        "tags": " ".join(tag_word(tag) for tag in tags.split("\n") if tag),
    }


def person_words(row: PlainRow) -> Iterable[str]:
    """Return the words by which the person of a row is found, each once."""
    found = [word for name in _SEARCHED for word in words(str(row[name] or ""))]
    found += numbers(str(row["phone"] or ""))
    found += words(str(row["birth_date"] or ""))
    return dict.fromkeys(found)


def numbers(phone: str) -> list[str]:
    """Return a telephone number as one word, and its groups of digits."""
    groups = words(phone)
    return ["".join(groups), *groups] if groups else []
