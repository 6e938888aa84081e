"""Rows of the history: one frozen row an entry, with the words that a list shows and a search reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.folding import folded
from tracker.core.intervals import SHIPPED, Intervals
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, Rating, Treatment
from tracker.core.spacing import Judgement, Picture, SpacingEngine, Status
from tracker.ui.history.spacing_pass import judgements
from tracker.ui.words import adverse_events as adverse
from tracker.ui.words import catalog as names
from tracker.ui.words.entries import details
from tracker.ui.words.entries import what as what_of

STATES = {Status.TOO_SOON: "soon", Status.EARLY: "wait", Status.DUE: "ready", Status.LAPSED: "past", Status.READY: ""}
"""The state that a treatment shows for the day on which it was given; empty where nothing came before it."""
SIGNED, UNSIGNED = "signed", "unsigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One entry as a row. ``days_since`` counts from the same treatment before it; ``state`` names its icon.

    ``signing`` is `SIGNED`, `UNSIGNED`, or empty where nobody signs.
    """

    entry: Entry
    what: str
    details: str
    days_since: int | None
    state: str
    judgement: Judgement | None
    search_text: str
    signing: str = ""
    happened: tuple[AdverseEvent, ...] = ()
    """What happened after it, oldest first."""
    mark: str = ""
    """What the mark of `happened` means, in words; empty where nothing happened."""

    @property
    def id(self) -> UUID:
        return self.entry.id

    @property
    def kind(self) -> Kind:
        return self.entry.kind

    @property
    def on(self) -> date:
        return self.entry.on

    @property
    def texture(self) -> int | None:
        return self.entry.texture if isinstance(self.entry, Rating) else None

    @property
    def wrinkles(self) -> int | None:
        return self.entry.wrinkles if isinstance(self.entry, Rating) else None

    @property
    def is_first(self) -> bool:
        """Return whether this is a treatment with no earlier one of its kind in the record."""
        return self.judgement is not None and self.days_since is None


class RowBuilder:
    """Builds rows, keeping the words of entries that have not changed since the last time."""

    def __init__(self, catalog: Catalog, engine: SpacingEngine) -> None:
        self._catalog = catalog
        self._engine = engine
        self._said: dict[UUID, tuple[Entry, str, str, str]] = {}

    def build(
        self,
        newest_first: Sequence[Entry],
        intervals: Intervals = SHIPPED,
        happened: Sequence[AdverseEvent] = (),
        *,
        marks_unsigned: bool = False,
    ) -> tuple[HistoryRow, ...]:
        """Return one row an entry, in the order given, each with what ``happened`` after it.

        ``marks_unsigned`` where entries are to be signed.
        """
        judged = judgements(reversed(newest_first), self._engine, intervals)
        self._said = {entry.id: self._words(entry) for entry in newest_first}
        after: dict[UUID, tuple[AdverseEvent, ...]] = {}
        for event in happened:
            after[event.entry_id] = (*after.get(event.entry_id, ()), event)
        unsigned = UNSIGNED if marks_unsigned else ""
        return tuple(
            self._row(entry, judged.get(entry.id), after.get(entry.id, ()), unsigned) for entry in newest_first
        )

    def _words(self, entry: Entry) -> tuple[Entry, str, str, str]:
        known = self._said.get(entry.id)
        if known is not None and known[0] == entry:
            return known
        searched = folded(" ".join(_searched(entry, self._catalog)))
        return (entry, what_of(entry, self._catalog), details(entry, self._catalog), searched)

    def _row(
        self, entry: Entry, judgement: Judgement | None, happened: tuple[AdverseEvent, ...], unsigned: str
    ) -> HistoryRow:
        _, what, said, search_text = self._said[entry.id]
        mark = adverse.mark([adverse.term(event, self._catalog) for event in happened]) if happened else ""
        last = None if judgement is None else judgement.last
        return HistoryRow(
            entry=entry,
            what=what,
            details=said,
            days_since=None if last is None else (entry.on - last).days,
            state=_state(entry, judgement),
            judgement=judgement,
            search_text=f"{search_text} {folded(mark)}" if mark else search_text,
            signing=unsigned if entry.signed_at is None else SIGNED,
            happened=happened,
            mark=mark,
        )


def is_overridden(entry: Entry) -> bool:
    """Return whether a firm spacing rule was overridden with a reason when the entry was logged."""
    return isinstance(entry, Treatment) and bool(entry.override_reason)


def _state(entry: Entry, judgement: Judgement | None) -> str:
    if is_overridden(entry):
        return STATES[Status.TOO_SOON]
    if judgement is None or judgement.picture is Picture.NO_PLAN:
        return ""
    return STATES[judgement.status]


def _searched(entry: Entry, catalog: Catalog) -> list[str]:
    texts: list[str | None] = [details(entry, catalog), entry.note, entry.private_note]
    texts.append(entry.provider)
    if not isinstance(entry, Rating):
        texts.append(what_of(entry, catalog))
    if isinstance(entry, Treatment):
        texts.append(entry.override_reason)
    if isinstance(entry, Microdermabrasion):
        texts += [entry.grit, entry.products_after]
    if isinstance(entry, Botox):
        texts += [names.product(entry.product, catalog), entry.lot]
    return [text for text in texts if text]
