"""When each treatment may come next, for one person or for all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.clock import Clock
from tracker.core.collector import COLLECTOR
from tracker.core.drafts import TreatmentDraft
from tracker.core.earlier import History
from tracker.core.errors import NotFoundError
from tracker.core.intervals import Intervals
from tracker.core.judgement import Judgement
from tracker.core.maker import Maker
from tracker.core.records import TREATMENTS, Kind, Named
from tracker.core.spacing import SpacingEngine
from tracker.core.timeline import NextWindow, next_window
from tracker.core.verdict import Said, verdict_on
from tracker.services import guard
from tracker.services.people import by_name
from tracker.store import planning, queries
from tracker.store.events import events_of
from tracker.store.latest_events import LatestEvents, of_all
from tracker.store.latest_practitioners import latest_practitioners
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class DueRow:
    """The verdict on one treatment for one person."""

    person: Named
    judgement: Judgement


_make_rows = Maker(DueRow, ("person", "judgement"))


def _by_name(known: tuple[Named, object]) -> tuple[str, str, int]:
    return by_name(known[0])


class Spacing:
    """Judges the people of one record by the spacing engine."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock, engine: SpacingEngine) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine
        self._latest = LatestEvents(catalog.regions)

    def due(self, on: date | None = None, person_id: UUID | None = None) -> tuple[DueRow, ...]:
        """Return the verdict on a full treatment of the face, of each kind, on the day ``on`` (today), by sort name.

        Everybody but the archived, or ``person_id`` alone, archived or not: `NotFoundError` where there is none.
        Later entries and plans do not count. The number of SELECTs does not grow with the people.
        """
        day = self._clock.today() if on is None else on
        if person_id is not None:
            return self._due_of(day, person_id)
        with COLLECTOR.at_rest():
            return self._due_of_all(day)

    def latest_practitioners(self, on: date | None = None) -> Mapping[tuple[UUID, Kind], str]:
        """Return who gave each person the latest treatment of each kind up to the day ``on`` (today), where recorded.

        Of everybody but the archived; one SELECT. A list of who is due asks for it only where it is filtered by it.
        """
        with self._store.read() as connection:
            return latest_practitioners(connection, self._clock.today() if on is None else on)

    def said_of_all(self, on: date) -> tuple[Sequence[Named], Iterator[tuple[Said, Said]]]:
        """Return everybody but the archived by sort name, and of each what verdicts follow from, without cautions.

        For whoever looks at few of the verdicts, which take longer to put together.
        """
        people, histories = self._everybody(on, for_cautions=False)
        return people, self._engine.said_of_everybody(on, histories)

    def _everybody(
        self, on: date, *, for_cautions: bool
    ) -> tuple[Sequence[Named], Sequence[tuple[History, Intervals]]]:
        found, (common, own) = self._store.read_at_once(
            lambda connection: self._latest.rows_of_all(connection, on, for_cautions=for_cautions),
            lambda rows: (of_all(rows), (rows.common, rows.own)),
        )
        # Sorted before they are judged: so what is made lies in memory in the order in which the list is walked.
        found.sort(key=_by_name)
        histories = [(given, own.get(person.id, common) if own else common) for person, given in found]
        return [person for person, _ in found], histories

    def _due_of_all(self, day: date) -> tuple[DueRow, ...]:
        people, histories = self._everybody(day, for_cautions=True)
        judged = [one for both in self._engine.judge_everybody(day, histories) for one in both]
        return tuple(_make_rows(len(judged), ([person for person in people for _ in TREATMENTS], judged)))

    def _due_of(self, day: date, person_id: UUID) -> tuple[DueRow, ...]:
        with self._store.read() as connection:
            person = queries.person(connection, person_id)
            histories = self._latest.histories(connection, day, [person_id], for_cautions=True)
        if person is None:
            raise NotFoundError("person", str(person_id))
        (judged,) = self._engine.judge_everybody(day, histories)
        return tuple(DueRow(person, judgement) for judgement in judged)

    def judgements(self, ids: Sequence[UUID], on: date | None = None) -> Mapping[UUID, tuple[Judgement, ...]]:
        """Return the verdicts of `due` by person, of these people alone and without cautions.

        Whoever there is not has no treatment. The number of SELECTs does not grow with the people.
        """
        said = self.said_of(ids, self._clock.today() if on is None else on)
        return {one: tuple(verdict_on(*each) for each in both) for one, both in zip(ids, said, strict=True)}

    def said_of(self, ids: Sequence[UUID], on: date) -> Iterator[tuple[Said, Said]]:
        """Return what the verdicts of `judgements` follow from, in the order of ``ids``."""
        with self._store.read() as connection:
            histories = self._latest.histories(connection, on, ids, for_cautions=False)
        return self._engine.said_of_everybody(on, histories)

    def judge(
        self, person_id: UUID, draft: TreatmentDraft, editing: UUID | None = None, fulfils: UUID | None = None
    ) -> Judgement | None:
        """Return the verdict on a treatment being typed, None while it has no readable day.

        ``editing`` is the entry that the draft changes: it does not judge itself. ``fulfils`` is the plan that it
        carries out.
        """
        with self._store.read() as connection:
            events = events_of(connection, person_id)
            plans = [plan for plan in planning.plans_of(connection, person_id) if plan.id != fulfils]
            intervals = planning.intervals_for(connection, person_id)
        return guard.judged(self._engine, draft, events, plans, intervals, self._clock.today(), editing)

    def next_windows(self, person_id: UUID) -> tuple[NextWindow, ...]:
        """Return when each treatment of one person is due as of today; none where there is no plan."""
        (judged,) = self.judgements([person_id]).values()
        windows = (next_window(judgement) for judgement in judged)
        return tuple(window for window in windows if window is not None)
