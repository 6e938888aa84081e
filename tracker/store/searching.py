"""Finding people in the index of `store.search_index`.

Whatever is asked for is bound, and quoted within it: nothing that is typed is read as a query of its own. However large
the practice is, no more than `MOST_FOUND` people are looked at in each step.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, text

from tracker.core.client_query import MOST_FOUND
from tracker.core.folding import LONGEST_SORT_KEY, sort_key
from tracker.core.search_words import Alternatives
from tracker.store import listing
from tracker.store.listing import Keyed
from tracker.store.plain import Prepared
from tracker.store.rows import search_number
from tracker.store.search_index import ARCHIVED, TABLE, TAG_MARK, tag_word

_MATCHING = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :match"
_NUMBERS = Prepared(text(_MATCHING))
_COUNT = Prepared(text(f"SELECT count(*) FROM {TABLE} WHERE {TABLE} MATCH :match"))
# Joined crosswise, so that SQLite begins with the index: it would ask it anew for each person.
_JOINED = "AS found CROSS JOIN person ON person.search_number = found.rowid"
_FOUND = Prepared(text(f"SELECT person.sort_key, person.id FROM ({_MATCHING} LIMIT {MOST_FOUND}) {_JOINED}"))
_PAGE = Prepared(
    text(
        f"SELECT person.id FROM ({_MATCHING}) {_JOINED} ORDER BY person.sort_key, person.id LIMIT :count OFFSET :first"
    )
)
_OF_CLIENT_NUMBER = Prepared(
    text(
        "SELECT sort_key, id FROM person WHERE client_number IN (:typed, :upper, :lower) AND is_archived = :is_archived"
        f" LIMIT {MOST_FOUND}"
    )
)
_TERMS = "temp.person_search_terms"
_SEE_TERMS = f"CREATE VIRTUAL TABLE IF NOT EXISTS {_TERMS} USING fts5vocab('main', '{TABLE}', 'row')"
_TAG_WORDS = Prepared(text(f"SELECT term FROM {_TERMS} WHERE term >= :first AND term < :end"))
_TAGS_OF_ONE = Prepared(text(f"SELECT person.tags FROM ({_MATCHING} LIMIT 1) {_JOINED}"))


def found(
    connection: Connection, typed: str, asked: Sequence[Alternatives], tags: Sequence[str], *, is_archived: bool
) -> list[str]:
    """Return the ids, as SQLite holds them, of whoever is found, at most `MOST_FOUND`, in order.

    First whose client number is what was ``typed``, then whose sort key begins with it, then who bears each word that
    is ``asked`` for as a whole, then the others. Each group is sorted by sort key; not more than `MOST_FOUND` of a
    group are looked at.
    """
    ranked: dict[str, None] = {}
    if not tags:
        ranked |= _ids(_of_client_number(connection, typed, is_archived=is_archived))
        key = sort_key(typed[: 2 * LONGEST_SORT_KEY])
        beginning = listing.beginning_with(connection, key, MOST_FOUND, is_archived=is_archived) if key else ()
        ranked |= _ids(beginning)
    for is_whole in (True, False):
        if len(ranked) < MOST_FOUND:
            match = match_of(asked, tags, is_archived=is_archived, is_whole=is_whole)
            ranked |= _ids(_FOUND.rows(connection, match=match))
    return list(ranked)[:MOST_FOUND]


def among(
    connection: Connection,
    ids: Sequence[UUID],
    asked: Sequence[Alternatives],
    tags: Sequence[str],
    *,
    is_archived: bool,
) -> list[UUID]:
    """Return who of ``ids`` is found, in their order."""
    match = match_of(asked, tags, is_archived=is_archived)
    numbers = {number for (number,) in _NUMBERS.rows(connection, match=match)}
    return [person_id for person_id in ids if search_number(person_id) in numbers]


def bearers(connection: Connection, ways: Alternatives) -> list[UUID]:
    """Return whoever bears all the words, as wholes, of one of several ``ways``, archived or not."""
    found: list[UUID] = []
    for is_archived in (False, True):
        match = match_of([ways], (), is_archived=is_archived, is_whole=True)
        found += [UUID(person_id) for _, person_id in _FOUND.rows(connection, match=match)]
    return found


def numbered(connection: Connection, number: str) -> list[UUID]:
    """Return whose client number is ``number``, archived or not; nobody where that is empty."""
    found = (_of_client_number(connection, number, is_archived=is_archived) for is_archived in (False, True))
    return [UUID(person_id) for people in found for _, person_id in people] if number else []


def tagged_count(connection: Connection, tags: Sequence[str], *, is_archived: bool) -> int:
    """Return how many bear all ``tags``."""
    match = match_of((), tags, is_archived=is_archived)
    return int(_COUNT.value(connection, match=match))


def tagged(connection: Connection, tags: Sequence[str], first: int, count: int, *, is_archived: bool) -> list[str]:
    """Return who bears all ``tags`` by the ids as SQLite holds them, sorted by sort key.

    From place ``first`` on, at most ``count`` (-1 for all).
    """
    match = match_of((), tags, is_archived=is_archived)
    page = _PAGE.rows(connection, match=match, first=first, count=count)
    return [person_id for (person_id,) in page]


def tags_in_use(connection: Connection) -> list[str]:
    """Return all tags that somebody bears, each in the spelling of one of them."""
    connection.exec_driver_sql(_SEE_TERMS)
    words = _TAG_WORDS.rows(connection, first=TAG_MARK, end=chr(ord(TAG_MARK) + 1))
    return [_spelled(connection, word) for (word,) in words]


def match_of(asked: Sequence[Alternatives], tags: Sequence[str], *, is_archived: bool, is_whole: bool = False) -> str:
    """Return the FTS5 expression for whoever bears all that is ``asked`` for, begun or ``is_whole``, and all ``tags``.

    Either is there, or both.
    """
    parts = [f"words : ({' AND '.join(_either(ways, is_whole) for ways in asked)})"] if asked else []
    parts += [_tag(tag_word(tag)) for tag in tags]
    if is_archived:
        return " AND ".join([*parts, _tag(ARCHIVED)])
    return f"({' AND '.join(parts)}) NOT {_tag(ARCHIVED)}"


def _of_client_number(connection: Connection, typed: str, *, is_archived: bool) -> Sequence[Keyed]:
    number = typed[: 2 * LONGEST_SORT_KEY].strip().encode("utf-8", "ignore").decode()
    spelled = {"typed": number, "upper": number.upper(), "lower": number.lower()}
    return _OF_CLIENT_NUMBER.rows(connection, **spelled, is_archived=is_archived)


def _ids(keyed: Iterable[Keyed]) -> dict[str, None]:
    return dict.fromkeys(person_id for _, person_id in sorted(keyed))


def _spelled(connection: Connection, word: str) -> str:
    tags = str(_TAGS_OF_ONE.value(connection, match=_tag(word)))
    return next(tag for tag in tags.split("\n") if tag_word(tag) == word)


def _tag(word: str) -> str:
    return f'tags : "{word}"'


def _either(ways: Alternatives, is_whole: bool) -> str:
    return f"({' OR '.join(_all(words, is_whole) for words in ways)})"


def _all(words: Sequence[str], is_whole: bool) -> str:
    # Words are letters, marks and digits alone: no quotation mark is among them.
    quoted = (f'"{word}"' for word in words)
    return f"({' AND '.join(word if is_whole else f'{word}*' for word in quoted)})"
