"""The integrity of a record: the file itself, its rows, and its words against the catalogue."""

from collections.abc import Callable, Container, Iterator

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.errors import RecordUnreadableError
from tracker.core.found_rows import RowKey
from tracker.core.intervals import OwnInterval
from tracker.core.records import Botox, Entry, Microdermabrasion, Person, Rating, Treatment
from tracker.store import adverse_events, planning, queries, search_index
from tracker.store.findings import FINDING_CODES, Finding
from tracker.store.found_rows import with_rows
from tracker.store.integrity import ROW_CHECKS, file_findings
from tracker.store.record_check import head_findings
from tracker.store.store import Store

__all__ = ["FINDING_CODES", "Finding", "findings", "mend_search"]


Progress = Callable[[int, int], None]
_STEPS = 1 + len(ROW_CHECKS) + 1
"""What a full check looks at, one after the other: the file, its rows in each respect, the words in them."""


def findings(
    store: Store, catalog: Catalog, *, is_full: bool = True, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with the record; empty when it is sound.

    Unless ``is_full``, the file alone is looked at: its pages, references, schema, and where its history ends.
    ``progress`` is told how many of how many steps are done, often; whatever it raises ends the check.
    """
    steps = _Steps(progress, _STEPS if is_full else 1)
    try:
        with store.read_while(steps.go_on) as connection:
            found = list(file_findings(connection, is_full=is_full))
            if any(finding.code == "damaged" for finding in found):
                return tuple(found)
            steps.next()
            if not is_full:
                return with_rows(connection, [*found, *head_findings(connection)])
            for check in ROW_CHECKS:
                steps.next()
                found += check(connection)
            steps.next()
            people = queries.people(connection, include_archived=True)
            entries = queries.all_entries(connection)
            changed = planning.all_intervals(connection)
            happened = adverse_events.all_events(connection)
            found += _unknown_words(people, entries, catalog)
            found += [*_unknown_rules(changed, catalog), *_wrong_events(happened, entries, catalog)]
            return with_rows(connection, found)
    except RecordUnreadableError as error:
        return (Finding("damaged", error.detail),)


class _Steps:
    """Where the check is."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def next(self) -> None:
        self._done += 1
        self.go_on()

    def go_on(self) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total)


def mend_search(store: Store) -> None:
    """Make the search for people anew, from the people themselves. Raise `NotSavedError`; all is as it was then."""
    with store.write(ChangeLabel("mend", "search")) as write:
        search_index.rebuild(write.connection)


def _unknown_words(people: tuple[Person, ...], entries: list[Entry], catalog: Catalog) -> Iterator[Finding]:
    for person in people:
        yield from _unknown(RowKey("person", str(person.id)), person.cautions, catalog.cautions)
    for entry in entries:
        row = RowKey(entry.kind.value, str(entry.id))
        if isinstance(entry, Microdermabrasion):
            yield from _unknown(row, (entry.device,), catalog.devices)
            yield from _unknown(row, entry.areas, catalog.areas)
        elif isinstance(entry, Botox):
            yield from _unknown(row, (entry.product,), catalog.products)
            yield from _unknown(row, tuple(point.site for point in entry.points), catalog.sites)
        elif isinstance(entry, Rating):
            yield from _unknown(row, (entry.scale_id,), catalog.scales)
        else:
            yield from _unknown(row, (entry.event,), catalog.other_events)


def _unknown_rules(changed: list[OwnInterval], catalog: Catalog) -> Iterator[Finding]:
    for own in changed:
        row = RowKey("own_interval", str(own.id))
        yield from _unknown(row, (own.rule,), catalog.rules)
        yield from _unknown(row, (own.product,), catalog.products)


def _wrong_events(happened: list[AdverseEvent], entries: list[Entry], catalog: Catalog) -> Iterator[Finding]:
    """Yield adverse events whose term is unknown, or that belong to no treatment of their person."""
    owners = {entry.id: entry.person_id for entry in entries if isinstance(entry, Treatment)}
    for event in happened:
        row = RowKey("adverse_event", str(event.id))
        yield from _unknown(row, (event.term,), catalog.adverse_events)
        if owners.get(event.entry_id) != event.person_id:
            yield Finding("reference", f"adverse_event {event.id} -> treatment", row)


def _unknown(row: RowKey, words: tuple[str | None, ...], known: Container[str]) -> Iterator[Finding]:
    for word in words:
        if word is not None and word not in known:
            yield Finding("unknown_word", f"{row.table}: {word}", row, word)
