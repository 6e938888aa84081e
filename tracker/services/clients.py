"""The list of clients: pages of it, search as one types, and the spacing of those who stand on a page."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

from tracker.core.client_query import ClientQuery
from tracker.core.drafts import PersonDraft
from tracker.core.folding import folded, words
from tracker.core.judgement import Judgement
from tracker.core.likeness import Alike, likenesses, long_numbers
from tracker.core.records import Person
from tracker.core.search_words import Alternatives, whole_day
from tracker.services.people import by_name
from tracker.services.spacing import Spacing
from tracker.store import listing, searching
from tracker.store.client_lists import MOST_RECENT, ClientLists
from tracker.store.store import Store


class Clients:
    """The clients of one record, as many as there are: nothing here reads them all."""

    def __init__(self, store: Store, spacing: Spacing) -> None:
        self._store = store
        self._spacing = spacing
        self._lists = ClientLists()

    def count(self, query: ClientQuery) -> int:
        """Return how many are listed; of a search by text at most `MOST_FOUND`."""
        with self._store.read() as connection:
            return self._lists.of(connection, query).count(connection)

    def page(self, query: ClientQuery, first: int, count: int) -> tuple[Person, ...]:
        """Return who is listed from place ``first`` on, at most ``count``.

        Of a text with words: whose client number it is, whose sort name begins with it, who bears its words, who bears
        words that begin with them; else by sort name, or as ``among`` has them (who is no longer there is left out).
        """
        with self._store.read() as connection:
            return self._lists.of(connection, query).page(connection, first, count)

    def beginning(self, query: ClientQuery, count: int) -> tuple[int, tuple[Person, ...]]:
        """Return what `count` does and the first page of at most ``count``, in one read of the file."""
        with self._store.read() as connection:
            found = self._lists.of(connection, query)
            return found.count(connection), found.page(connection, 0, count)

    def place_of(self, query: ClientQuery, person_id: UUID) -> int | None:
        """Return the place of a person in the list, None for whoever is not listed."""
        with self._store.read() as connection:
            return self._lists.of(connection, query).place_of(connection, person_id)

    def judgements(self, ids: Sequence[UUID], on: date) -> Mapping[UUID, tuple[Judgement, ...]]:
        """Return the verdicts of `Spacing.due` on the day ``on`` for these people alone, one of each treatment.

        The number of SELECTs does not grow with the people.
        """
        return self._spacing.judgements(ids, on)

    def recent(self) -> tuple[UUID, ...]:
        """Return whose record was changed last, newest first, at most 50; no archived."""
        with self._store.read() as connection:
            return tuple(listing.changed_last(connection, MOST_RECENT))

    def alike(self, draft: PersonDraft) -> tuple[Alike, ...]:
        """Return who, archived or not, looks like the new person of a draft without problems; by sort name."""
        new = draft.record(uuid4())
        ways = _ways(new)
        with self._store.read() as connection:
            ids = [
                *(searching.bearers(connection, ways) if ways else ()),
                *searching.numbered(connection, new.client_number or ""),
            ]
            found = listing.people(connection, list(dict.fromkeys(ids)))
        judged = (Alike(person, likenesses(new, person)) for person in sorted(found, key=by_name))
        return tuple(alike for alike in judged if alike.by)

    def tags(self) -> tuple[str, ...]:
        """Return all tags in use, sorted for reading; of several spellings one."""
        with self._store.read() as connection:
            return tuple(sorted(searching.tags_in_use(connection), key=lambda tag: (folded(tag), tag)))


def _ways(new: Person) -> Alternatives:
    """Return the ways in which somebody who looks like ``new`` is found in the index."""
    names = [tuple(words(name)) for name in (new.name, new.sort_name) if name]
    birth_dates = [] if new.birth_date is None else [(whole_day(new.birth_date),)]
    emails = [tuple(words(new.email))] if new.email else []
    numbers = [(number,) for number in long_numbers(new.phone or "")]
    # Accents alone are no word, and nobody bears none.
    return tuple(dict.fromkeys(way for way in (*names, *birth_dates, *emails, *numbers) if way))
