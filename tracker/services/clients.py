"""The list of clients. A stand-in until the index of clients lands: it reads everybody."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from tracker.core.client_query import MOST_FOUND, ClientFilter, ClientQuery
from tracker.core.judgement import Judgement
from tracker.core.records import Person
from tracker.services.people import People
from tracker.services.spacing import Spacing


class Clients:
    """The clients of one record, listed and searched."""

    def __init__(self, people: People, spacing: Spacing) -> None:
        self._people = people
        self._spacing = spacing

    def count(self, query: ClientQuery) -> int:
        return len(self._found(query))

    def page(self, query: ClientQuery, first: int, count: int) -> tuple[Person, ...]:
        return self._found(query)[first : first + count]

    def place_of(self, query: ClientQuery, person_id: UUID) -> int | None:
        return next((place for place, one in enumerate(self._found(query)) if one.id == person_id), None)

    def judgements(self, ids: Sequence[UUID], on: date) -> Mapping[UUID, tuple[Judgement, ...]]:
        return {one: tuple(row.judgement for row in self._spacing.due(on, one)) for one in ids}

    def recent(self) -> tuple[UUID, ...]:
        return tuple(person.id for person in self._people.all()[:50])

    def tags(self) -> tuple[str, ...]:
        return ()

    def _found(self, query: ClientQuery) -> tuple[Person, ...]:
        everybody = self._people.all(include_archived=True)
        if query.among is not None:
            by_id = {person.id: person for person in everybody}
            everybody = tuple(by_id[one] for one in query.among if one in by_id)
        is_archived = query.only is ClientFilter.ARCHIVED
        found = [one for one in everybody if one.is_archived == is_archived and _matches(one, query.text)]
        return tuple(found[:MOST_FOUND] if query.text.split() else found)


def _matches(person: Person, text: str) -> bool:
    words = f"{person.name} {person.client_number or ''} {person.phone or ''}".casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())
